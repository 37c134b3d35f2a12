public import CareModel
import Diaries

/// Why a slot cannot be given to a person. One that can be overridden needs a reason, which is kept.
@frozen
public enum BookingRefusal: UInt8, CaseIterable, Hashable, Sendable {
    /// The person waits for nothing that this slot could be.
    case notWaiting
    /// There is no such clinician.
    case noSuchClinician
    /// The clinician is of another team.
    case anotherTeam
    /// The clinician works at another step.
    case anotherStep
    /// Not trained in the agreed therapy (TX-3).
    case notTrained
    /// Not trained to see people under 18 (PR-4).
    case notForUnder18
    /// In the middle of a course with another clinician (TX-12); it can be overridden.
    case anotherClinician
    /// It starts before now.
    case inThePast
    /// Before the day until which treatment is put off (PR-3).
    case beforeReady
    /// Beyond the days that the diaries reach.
    case tooFarAhead
    /// A bank holiday, a weekend, or another day on which nobody works.
    case closedDay
    /// The clinician is away.
    case away
    /// Outside the clinician's bookable hours.
    case outsideHours
    /// Set aside for other appointments and not released yet (PO-2); it can be overridden.
    case setAside
    /// Somebody has it already (BK-1).
    case taken
    /// The caseload is full (CL-1); it can be overridden.
    case caseloadFull
    /// Takes nobody new before a long absence or the end of the post, or no more this week (CL-6, CL-7, CL-8); it can
    /// be overridden.
    case closedToNewPeople
    /// Another session of the course comes before it, or after it (BK-2).
    case outOfOrder
    /// The person asks for a therapist of another sex (KT-10); it can be overridden.
    case anotherSex
    /// The clinician does not speak the person's language, and no interpreter is asked for (EQ-2); it can be
    /// overridden.
    case anotherLanguage
    /// The person asks to be seen face to face, and no room is free (CL-9); it can be overridden, without a room.
    case noRoom
    /// Not as long as such an appointment is (FA-2, TX-1, TX-2); it can be overridden.
    case anotherLength
    /// Longer than any appointment may be.
    case tooLong
    /// The room is not at the venue that the person asks for, not where the clinician is that day, or not accessible
    /// (CL-9, EQ-5, BK-9).
    case anotherVenue
    /// The room is taken (BK-1), or its venue is closed (BK-9).
    case roomTaken
    /// The appointment that would be given up for it has begun: its outcome comes first (AT-1).
    case begun

    /// Whether somebody may book all the same, with a reason (CL-1).
    public var canBeOverridden: Bool {
        switch self {
        case .anotherClinician, .setAside, .caseloadFull, .closedToNewPeople, .anotherSex, .anotherLanguage, .noRoom,
            .anotherLength:
            true
        default: false
        }
    }
}

extension BookingDesk {
    /// What a person would be booked for next; nil if the person waits for nothing that can be booked.
    public func nextKind(of person: Int) -> AppointmentKind? {
        guard episodes.indices.contains(person),
            !people[person].isBooked || episodes[person].state == .waitingTreatment,
            !people[person].flags.contains(.inGroup)
        else { return nil }
        switch episodes[person].state {
        case .waitingFirstAppointment: return .firstAppointment
        case .waitingTreatment, .inTreatment: return .treatment
        default: return nil
        }
    }

    /// The length of an appointment of a kind for a person, minutes (FA-2, TX-1, TX-2, KT-2).
    public func minutes(of kind: AppointmentKind, for person: Int) -> Int {
        switch kind {
        case .firstAppointment: return course(team(person), episodes[person].step).firstAppointmentMinutes
        case .treatment: return course(team(person), episodes[person].step).sessionMinutes
        case .keepingInTouch: return rules[team(person)].keepingInTouch.minutes
        }
    }

    /// Everything that speaks against a slot for a person; empty if it may be booked.
    /// - Parameters:
    ///   - kind: what it would be for.
    ///   - isMove: the person's present appointment is given up for it.
    public func refusals(
        of slot: SlotOffer, for person: Int, kind: AppointmentKind, isMove: Bool = false
    ) -> [BookingRefusal] {
        let clinician = Int(slot.clinician)
        guard capacity.clinicians.indices.contains(clinician) else { return [.noSuchClinician] }
        var found: [BookingRefusal] = []
        let who = capacity.clinicians[clinician]
        if Int(who.team) != team(person) { found.append(.anotherTeam) }
        if who.role.step != episodes[person].step, !mayCoverStep(slot, person, kind) { found.append(.anotherStep) }
        if isUnder18(person), !who.seesUnder18 { found.append(.notForUnder18) }
        if slot.start < now { found.append(.inThePast) }
        if hasBegun(person), isMove || episodes[person].state == .waitingTreatment { found.append(.begun) }
        if kind == .treatment {
            found += treatmentRefusals(of: slot, for: person, who)
        }
        if isMove, let later = laterSessions(of: person).first, slot.start >= later.slot.start {
            found.append(.outOfOrder)
        }
        if !isUsualLength(slot, for: person, kind: kind, isMove: isMove) {
            found.append(slot.minutes > BookingDesk.longestMinutes ? .tooLong : .anotherLength)
        }
        found += needsRefusals(of: slot, for: person, kind: kind, isMove: isMove)
        return found + diaryRefusals(of: slot, for: person, kind, isMove: isMove)
    }

    /// No appointment is made longer than this, in minutes, but one that is as long as usual, with an interpreter.
    public static let longestMinutes = 240

    /// Whether a slot is as long as such an appointment is with the clinician, or as the one that is moved.
    private func isUsualLength(_ slot: SlotOffer, for person: Int, kind: AppointmentKind, isMove: Bool) -> Bool {
        var usual = SlotOffer(clinician: slot.clinician, start: slot.start, minutes: 0, reasons: [])
        usual.room = slot.room
        return slot.minutes == minutes(of: kind, for: person) || (isMove && slot.minutes == people[person].slot.minutes)
            || slot.minutes == fitted(usual, for: person, kind: kind, isMove: isMove).minutes
    }

    /// In an assessment week therapists see people for step 2 as well (PO-1).
    private func mayCoverStep(_ slot: SlotOffer, _ person: Int, _ kind: AppointmentKind) -> Bool {
        kind == .firstAppointment && episodes[person].step == .low
            && capacity.isAssessmentWeek(team: team(person), slot.start.day)
    }

    private func treatmentRefusals(
        of slot: SlotOffer, for person: Int, _ who: Clinician
    ) -> [BookingRefusal] {
        var found: [BookingRefusal] = []
        let episode = episodes[person]
        if !who.trainedIn.contains(episode.modality) { found.append(.notTrained) }
        if slot.start.day < people[person].notBefore { found.append(.beforeReady) }
        if episode.state.isOnCaseload {
            if episode.clinician != slot.clinician { found.append(.anotherClinician) }
        } else if who.headroom <= 0 {
            found.append(.caseloadFull)
        } else if !capacity.mayTakeOn(Int(slot.clinician), today: now.day) {
            found.append(.closedToNewPeople)
        }
        return found
    }

    /// What speaks against a slot in the clinician's diary; a present appointment that will be given up does not count.
    private func diaryRefusals(
        of slot: SlotOffer, for person: Int, _ kind: AppointmentKind, isMove: Bool
    ) -> [BookingRefusal] {
        let day = slot.start.day
        let clinician = Int(slot.clinician)
        // A day before the diaries was found to be in the past already.
        guard capacity.diary.hasPage(for: day) else { return day < now.day ? [] : [.tooFarAhead] }
        guard slot.minutes > 0, slot.start.minuteOfDay >= Quanta.minuteOfDay(0),
            slot.start.minuteOfDay + slot.minutes <= Quanta.minuteOfDay(Quanta.perDay),
            slot.start.minuteOfDay % Quanta.minutes == 0
        else { return [.outsideHours] }
        guard calendar.isWorkingDay(day) || !capacity.bookable(clinician, on: day).isEmpty, !calendar.isHoliday(day)
        else { return [.closedDay] }
        guard capacity.absence(clinician, on: day).isDisjoint(with: .seesNobody),
            day <= capacity.clinicians[clinician].lastDay
        else { return [.away] }
        let wanted = DayGrid(slot.quanta)
        var booked = capacity.diary.booked(clinician, on: day)
        if isMove, people[person].isBooked, people[person].slotClinician == slot.clinician,
            people[person].slotStart.day == day
        {
            booked = booked.subtracting(DayGrid(people[person].slot.quanta))
        }
        if !(booked & wanted).isEmpty { return [.taken] }
        if capacity.bookable(clinician, on: day) & wanted != wanted { return [.outsideHours] }
        // What is bookable and not set aside for others; the person's own time counts as free.
        let isReleased = movesAhead(person) || day - now.day <= Int32(capacity.releaseDays(team: team(person)))
        if isReleased { return [] }
        let own = capacity.setAside(clinician, on: day, for: SlotPurpose(kind))
        return own & wanted == wanted ? [] : [.setAside]
    }

    func mayChoose(_ person: UInt32, _ slot: SlotOffer) -> Bool {
        guard let kind = nextKind(of: Int(person)) else { return false }
        return refusals(of: slot, for: Int(person), kind: kind).allSatisfy(\.canBeOverridden)
    }

    func mayMove(_ person: UInt32, _ slot: SlotOffer) -> Bool {
        guard Int(person) < episodes.count, episodes[Int(person)].state.isOpen, people[Int(person)].isBooked else {
            return false
        }
        return refusals(of: slot, for: Int(person), kind: people[Int(person)].slotKind, isMove: true)
            .allSatisfy(\.canBeOverridden)
    }

    /// Books a slot that somebody chose, for whatever the person waits for: a clerk at the desk, or a proposal that was
    /// accepted. A clinician who did not have the person takes them on (CL-1).
    public mutating func bookChosen(_ person: Int, _ slot: SlotOffer) {
        switch episodes[person].state {
        case .waitingFirstAppointment: bookFirstAppointment(person, slot)
        case .waitingTreatment: takeOn(person, slot)
        default: bookSession(person, slot)
        }
    }

    /// Moves a booked appointment to another slot in one step (BK-4): the time that it leaves is offered again.
    /// - Parameter byPerson: the person asked for it; else the service did.
    public mutating func move(_ person: Int, to slot: SlotOffer, byPerson: Bool) {
        let kind = people[person].slotKind
        if kind == .firstAppointment { people[person].flags.insert(byPerson ? .movedByPerson : .movedByService) }
        if !byPerson { emit(.cancelledByService(UInt32(person))) }
        cancelBooking(person)
        book(person, kind, slot)
    }
}
