import CareModel
import Diaries

extension PersonNeeds {
    /// The same in the middle of a course: whoever holds the person goes on, with an interpreter if need be (TX-12).
    var withAnybody: PersonNeeds {
        var needs = self
        needs.therapistSex = .unknown
        needs.interpreterMinutes = max(0, needs.interpreterMinutes)
        return needs
    }
}

extension DeskState {
    /// Whether the referral asks for anything but time (KT-10).
    @inline(__always)
    func asksForMore(_ person: Int) -> Bool {
        people.referrals[person].language != 0 || people.referrals[person].therapistSex != .unknown
            || people.referrals[person].venue != 0 || people.referrals[person].channel == .faceToFace
    }

    /// What an appointment of a kind must have for a person beside time (KT-10, EQ-2, CL-9). Calls are made by
    /// telephone, by whoever speaks the language.
    ///
    /// A preferred language is asked for unless the person needs no interpreter; where one is needed, an interpreter
    /// may come instead, and the appointment is longer.
    func needs(_ person: Int, _ kind: AppointmentKind) -> PersonNeeds { askedNeeds(person, kind) }

    /// The same where it is asked at every step: the work is done on the referral, because a call that borrows a desk
    /// copies its words.
    @inline(__always)
    func askedNeeds(_ person: Int, _ kind: AppointmentKind) -> PersonNeeds {
        DeskState.needs(
            of: people.referrals[person], kind, interpreterMinutes: rules[team(person)].interpreterMinutes)
    }

    @inline(never)
    private static func needs(
        of referral: Referral, _ kind: AppointmentKind, interpreterMinutes minutes: Int
    ) -> PersonNeeds {
        var needs = PersonNeeds()
        if referral.language != 0, referral.interpreter != .no {
            needs.language = referral.language
            needs.interpreterMinutes = referral.interpreter == .yes ? Int16(clamping: minutes) : -1
        }
        guard kind != .keepingInTouch else { return needs }
        needs.therapistSex = referral.therapistSex
        needs.isFaceToFace = referral.channel == .faceToFace || referral.venue != 0
        needs.venue = referral.venue
        needs.needsAccess = referral.accessibilityNeed == .yes
        return needs
    }

    /// Minutes that an appointment is longer with a clinician than for anybody: an interpreter's, where the clinician
    /// does not speak the language (EQ-2). They may overrun what lies between two appointments.
    func minutesBeyond(_ person: Int, with clinician: Int) -> Int {
        guard asksForMore(person) else { return 0 }
        return capacity.clinicians[clinician].minutes(0, for: needs(person, .treatment).withAnybody) ?? 0
    }

    /// Whether an appointment with these needs takes a room.
    func needsRoom(_ needs: PersonNeeds, _ person: Int) -> Bool {
        needs.isFaceToFace && capacity.hasRooms(team: team(person))
    }
}
