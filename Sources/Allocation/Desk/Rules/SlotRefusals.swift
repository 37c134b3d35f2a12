import CareModel
import Diaries

/// Everything that speaks against a slot for a person.
enum SlotRefusals {
    /// Everything that speaks against a slot for a person; empty if it may be booked.
    /// - Parameters:
    ///   - kind: what it would be for.
    ///   - isMove: the person's present appointment is given up for it.
    static func refusals(
        _ desk: borrowing DeskState, of slot: SlotOffer, for person: Int, kind: AppointmentKind, isMove: Bool = false
    ) -> [BookingRefusal] {
        let clinician = Int(slot.clinician)
        guard desk.capacity.clinicians.indices.contains(clinician) else { return [.noSuchClinician] }
        var found: [BookingRefusal] = []
        let who = desk.capacity.clinicians[clinician]
        if Int(who.team) != desk.team(person) { found.append(.anotherTeam) }
        // Support of computerised CBT is given at step 2, by whoever has time: no course begins with it (TX-5, CL-15).
        let isSupport = isMove && desk.isSupport(person)
        if who.role.step != (isSupport ? .low : desk.people.episodes[person].step),
            !mayCoverStep(desk, slot, person, kind)
        {
            found.append(.anotherStep)
        }
        if !who.role.takes(kind) { found.append(.notTheirWork) }
        if desk.isUnder18(person), !who.seesUnder18 { found.append(.notForUnder18) }
        if slot.start < desk.now { found.append(.inThePast) }
        if desk.hasBegun(person), isMove || desk.people.episodes[person].state == .waitingTreatment {
            found.append(.begun)
        }
        if kind == .treatment, !isSupport {
            found += ofTreatment(desk, of: slot, for: person, who)
        } else if kind == .firstAppointment {
            found += ofClinician(desk, of: slot, for: person, who)
        }
        if kind == .firstAppointment, who.owesNotes, !found.contains(.notesLate), desk.allocated(person) != clinician,
            !isMove || desk.people[person].slotClinician != slot.clinician
        {
            found.append(.notesLate)
        }
        if kind == .firstAppointment, desk.rules[Int(who.team)].assessesNobodyBeforeLeave,
            !found.contains(.beforeLongAbsence),
            desk.capacity.absence(clinician, on: slot.start.day).contains(.beforeLongAbsence)
        {
            found.append(.beforeLongAbsence)
        }
        if isMove, let later = desk.laterSessions(of: person).first, slot.start >= later.slot.start {
            found.append(.outOfOrder)
        }
        if !isUsualLength(desk, slot, for: person, kind: kind, isMove: isMove) {
            found.append(slot.minutes > SlotRefusals.longestMinutes ? .tooLong : .anotherLength)
        }
        found += ofNeeds(desk, of: slot, for: person, kind: kind, isMove: isMove)
        return found + ofDiary(desk, of: slot, for: person, kind, isMove: isMove)
    }

    /// No appointment is made longer than this, in minutes, but one that is as long as usual, with an interpreter.
    public static let longestMinutes = 240

    /// Whether a slot is as long as such an appointment is with the clinician, or as the one that is moved.
    private static func isUsualLength(
        _ desk: borrowing DeskState, _ slot: SlotOffer, for person: Int, kind: AppointmentKind, isMove: Bool
    ) -> Bool {
        var usual = SlotOffer(clinician: slot.clinician, start: slot.start, minutes: 0, reasons: [])
        usual.room = slot.room
        return slot.minutes == NextAppointment.minutes(desk, of: kind, for: person)
            || (isMove && slot.minutes == desk.people[person].slot.minutes)
            || slot.minutes == NextAppointment.fitted(desk, usual, for: person, kind: kind, isMove: isMove).minutes
    }

    /// In an assessment week therapists see people for step 2 as well (PO-1).
    private static func mayCoverStep(
        _ desk: borrowing DeskState, _ slot: SlotOffer, _ person: Int, _ kind: AppointmentKind
    ) -> Bool {
        kind == .firstAppointment && desk.people.episodes[person].step == .low
            && desk.capacity.isAssessmentWeek(team: desk.team(person), slot.start.day)
    }

    private static func ofTreatment(
        _ desk: borrowing DeskState, of slot: SlotOffer, for person: Int, _ who: Clinician
    ) -> [BookingRefusal] {
        var found: [BookingRefusal] = []
        let episode = desk.people.episodes[person]
        if !who.role.holdsCases { found.append(.notTheirWork) }
        if !who.trainedIn.contains(episode.modality) { found.append(.notTrained) }
        if slot.start.day < desk.people[person].notBefore { found.append(.beforeReady) }
        if episode.state.isOnCaseload {
            if episode.clinician != slot.clinician { found.append(.anotherClinician) }
        } else if let own = desk.allocated(person) {
            if own != Int(slot.clinician) { found.append(.anotherClinician) }
        } else {
            found += ofCaseload(desk, of: slot, who)
        }
        return found
    }

    /// Where one clinician has a person from the referral on, the first appointment is with them, or with somebody who
    /// has room for whoever nobody has yet (CL-18).
    private static func ofClinician(
        _ desk: borrowing DeskState, of slot: SlotOffer, for person: Int, _ who: Clinician
    ) -> [BookingRefusal] {
        if let own = desk.allocated(person) {
            return own == Int(slot.clinician) ? [] : [.anotherClinician]
        }
        return CaseAllocations.waitsForClinician(desk, person) ? ofCaseload(desk, of: slot, who) : []
    }

    private static func ofCaseload(
        _ desk: borrowing DeskState, of slot: SlotOffer, _ who: Clinician
    ) -> [BookingRefusal] {
        if who.headroom <= 0 { return [.caseloadFull] }
        if who.owesNotes { return [.notesLate] }
        if desk.capacity.mayTakeOn(Int(slot.clinician), today: desk.now.day) { return [] }
        let today = desk.capacity.absence(Int(slot.clinician), on: desk.now.day)
        return [today.contains(.beforeLongAbsence) ? .beforeLongAbsence : .closedToNewPeople]
    }

    /// What speaks against a slot in the clinician's diary; a present appointment that will be given up does not count.
    private static func ofDiary(
        _ desk: borrowing DeskState, of slot: SlotOffer, for person: Int, _ kind: AppointmentKind, isMove: Bool
    ) -> [BookingRefusal] {
        let day = slot.start.day
        let clinician = Int(slot.clinician)
        // A day before the diaries was found to be in the past already.
        guard desk.capacity.diary.hasPage(for: day) else { return day < desk.now.day ? [] : [.tooFarAhead] }
        guard slot.minutes > 0, slot.start.minuteOfDay >= Quanta.minuteOfDay(0),
            slot.start.minuteOfDay + slot.minutes <= Quanta.minuteOfDay(Quanta.perDay),
            slot.start.minuteOfDay % Quanta.minutes == 0
        else { return [.outsideHours] }
        guard desk.calendar.isWorkingDay(day) || !desk.capacity.bookable(clinician, on: day).isEmpty,
            !desk.calendar.isHoliday(day)
        else { return [.closedDay] }
        guard desk.capacity.absence(clinician, on: day).isDisjoint(with: .seesNobody),
            day <= desk.capacity.clinicians[clinician].lastDay
        else { return [.away] }
        let wanted = DayGrid(slot.quanta)
        var booked = desk.capacity.diary.booked(clinician, on: day)
        if isMove, desk.people[person].isBooked, desk.people[person].slotClinician == slot.clinician,
            desk.people[person].slotStart.day == day
        {
            booked = booked.subtracting(DayGrid(desk.people[person].slot.quanta))
        }
        if !(booked & wanted).isEmpty { return [.taken] }
        let beyond = desk.minutesBeyond(person, with: clinician)
        let usual = DayGrid(slot.quanta(without: beyond))
        guard desk.capacity.bookable(clinician, on: day).holds(usual),
            beyond == 0 || desk.capacity.overrunnable(clinician, on: day).holds(wanted)
        else { return [.outsideHours] }
        // What is bookable and not set aside for others; the person's own time counts as free.
        let isReleased =
            desk.movesAhead(person) || day - desk.now.day <= Int32(desk.capacity.releaseDays(team: desk.team(person)))
        if isReleased { return [] }
        let own = desk.capacity.setAside(clinician, on: day, for: SlotPurpose(kind))
        return own.holds(usual) ? [] : [.setAside]
    }

    /// Whether a slot lies within a day of the diaries, so that its quanta are.
    static func isOnPage(_ desk: borrowing DeskState, _ slot: SlotOffer) -> Bool {
        desk.capacity.diary.hasPage(for: slot.start.day) && slot.start.minuteOfDay >= Quanta.minuteOfDay(0)
            && slot.start.minuteOfDay + slot.minutes <= Quanta.minuteOfDay(Quanta.perDay)
    }

    /// What a slot lacks of what a person asks for; in the middle of a course only the room counts (TX-12).
    static func ofNeeds(
        _ desk: borrowing DeskState, of slot: SlotOffer, for person: Int, kind: AppointmentKind, isMove: Bool
    ) -> [BookingRefusal] {
        guard desk.asksForMore(person), isOnPage(desk, slot) else { return [] }
        let needs = desk.needs(person, kind)
        let who = desk.capacity.clinicians[Int(slot.clinician)]
        var found: [BookingRefusal] = []
        if !desk.isHeld(person) {
            if needs.therapistSex != .unknown, who.sex != needs.therapistSex { found.append(.anotherSex) }
            if who.minutes(0, for: PersonNeeds(language: needs)) == nil { found.append(.anotherLanguage) }
        }
        guard desk.needsRoom(needs, person) else { return found }
        if slot.room < 0 {
            found.append(.noRoom)
        } else if !desk.capacity.rooms.indices.contains(Int(slot.room)) {
            found.append(.roomTaken)
        } else {
            found += roomRefusals(desk, of: slot, for: person, needs, isMove: isMove)
        }
        return found
    }

    private static func roomRefusals(
        _ desk: borrowing DeskState, of slot: SlotOffer, for person: Int, _ needs: PersonNeeds, isMove: Bool
    ) -> [BookingRefusal] {
        let room = Int(slot.room)
        guard desk.capacity.suits(room: room, needs, Int(slot.clinician), on: slot.start.day) else {
            return [.anotherVenue]
        }
        var free = desk.capacity.free(room: room, on: slot.start.day)
        let own = desk.people[person].slot
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
