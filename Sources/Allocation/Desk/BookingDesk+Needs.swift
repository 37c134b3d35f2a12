public import CareModel
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

extension BookingDesk {
    /// Whether the referral asks for anything but time (KT-10).
    @inline(__always)
    func asksForMore(_ person: Int) -> Bool {
        referrals[person].language != 0 || referrals[person].therapistSex != .unknown || referrals[person].venue != 0
            || referrals[person].channel == .faceToFace
    }

    /// What an appointment of a kind must have for a person beside time (KT-10, EQ-2, CL-9). Calls are made by
    /// telephone, by whoever speaks the language.
    ///
    /// A preferred language is asked for unless the person needs no interpreter; where one is needed, an interpreter
    /// may come instead, and the appointment is longer.
    public func needs(_ person: Int, _ kind: AppointmentKind) -> PersonNeeds { askedNeeds(person, kind) }

    /// The same where it is asked at every step: the work is done on the referral, because a call that borrows a desk
    /// copies its words.
    @inline(__always)
    func askedNeeds(_ person: Int, _ kind: AppointmentKind) -> PersonNeeds {
        BookingDesk.needs(of: referrals[person], kind, interpreterMinutes: rules[team(person)].interpreterMinutes)
    }

    @inline(never)
    static func needs(
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

    /// A slot as it would be for a person: as long as the appointment is with that clinician, and with a room if one is
    /// needed and free. A length or a room that is given stays.
    /// - Parameter isMove: the person's present appointment is given up for it.
    public func fitted(
        _ slot: SlotOffer, for person: Int, kind: AppointmentKind, isMove: Bool = false
    ) -> SlotOffer {
        guard capacity.clinicians.indices.contains(Int(slot.clinician)) else { return slot }
        var slot = slot
        let needs = needs(person, kind)
        if slot.minutes == 0 {
            let usual = minutes(of: kind, for: person)
            slot.minutes = capacity.clinicians[Int(slot.clinician)].minutes(usual, for: needs.withAnybody) ?? usual
        }
        guard slot.room < 0, needsRoom(needs, person), isOnPage(slot) else { return slot }
        let room = capacity.freeRoom(
            needs, with: Int(slot.clinician), on: slot.start.day, quanta: slot.quanta,
            own: isMove ? people[person].slot : nil)
        slot.room = room.map { Int32($0) } ?? -1
        return slot
    }

    /// Whether an appointment with these needs takes a room.
    func needsRoom(_ needs: PersonNeeds, _ person: Int) -> Bool {
        needs.isFaceToFace && capacity.hasRooms(team: team(person))
    }

    /// Whether a slot lies within a day of the diaries, so that its quanta are.
    private func isOnPage(_ slot: SlotOffer) -> Bool {
        capacity.diary.hasPage(for: slot.start.day) && slot.start.minuteOfDay >= Quanta.minuteOfDay(0)
            && slot.start.minuteOfDay + slot.minutes <= Quanta.minuteOfDay(Quanta.perDay)
    }

    /// What a slot lacks of what a person asks for; in the middle of a course only the room counts (TX-12).
    func needsRefusals(
        of slot: SlotOffer, for person: Int, kind: AppointmentKind, isMove: Bool
    ) -> [BookingRefusal] {
        guard asksForMore(person), isOnPage(slot) else { return [] }
        let needs = needs(person, kind)
        let who = capacity.clinicians[Int(slot.clinician)]
        var found: [BookingRefusal] = []
        if !isHeld(person) {
            if needs.therapistSex != .unknown, who.sex != needs.therapistSex { found.append(.anotherSex) }
            if who.minutes(0, for: PersonNeeds(language: needs)) == nil { found.append(.anotherLanguage) }
        }
        guard needsRoom(needs, person) else { return found }
        if slot.room < 0 {
            found.append(.noRoom)
        } else if !capacity.rooms.indices.contains(Int(slot.room)) {
            found.append(.roomTaken)
        } else {
            found += roomRefusals(of: slot, for: person, needs, isMove: isMove)
        }
        return found
    }

    private func roomRefusals(
        of slot: SlotOffer, for person: Int, _ needs: PersonNeeds, isMove: Bool
    ) -> [BookingRefusal] {
        let room = Int(slot.room)
        guard capacity.suits(room: room, needs, Int(slot.clinician), on: slot.start.day) else { return [.anotherVenue] }
        var free = capacity.free(room: room, on: slot.start.day)
        let own = people[person].slot
        if isMove, own.room == slot.room, own.start.day == slot.start.day { free = free | DayGrid(own.quanta) }
        let wanted = DayGrid(slot.quanta)
        return free & wanted == wanted ? [] : [.roomTaken]
    }
}

extension PersonNeeds {
    /// The language alone.
    fileprivate init(language needs: PersonNeeds) {
        self.init()
        language = needs.language
        interpreterMinutes = needs.interpreterMinutes
    }
}
