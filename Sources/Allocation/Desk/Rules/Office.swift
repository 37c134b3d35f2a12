import CareModel

/// What somebody is to do, what people are told, and what is due when, because of what was decided: here and nowhere
/// else (BK-12, AT-4, FA-7, KT-2, ST-3, ST-7).
enum Office {
    /// The person has so many days to be in touch, and letters go out (AT-4).
    static func awaitContact(_ desk: inout DeskState, _ person: Int) {
        let policy = desk.rules[desk.team(person)].attendance
        let last = policy.contactDay(policy.contactDays, after: desk.now.day, in: desk.calendar)
        let until = CivilMinute(day: last, minuteOfDay: desk.rules[desk.team(person)].openingHours.end)
        desk.people.setNextDue(person, until)
        desk.emit(.awaitsContact(UInt32(person), until: until))
        guard desk.keepsOffice else { return }
        let today = desk.now.day
        let tomorrow = endOfWorkingDay(desk, person, after: today, 1)
        desk.addTask(.reviewRisk, person, due: tomorrow, clinician: knows(desk, person))
        desk.addTask(.missedAppointmentLetter, person, due: (today + 1).start)
        // Whoever was in touch after a miss, and misses the next one: discharge is discussed, and decided.
        if desk.people[person].flags.contains(.returnedAfterMiss) {
            desk.addTask(.discussDischarge, person, due: exceptionDue(desk, person))
        }
        if policy.missedContact == .sevenSeven {
            let days = AttendancePolicy.sevenSevenDays
            desk.addTask(.messageWithDischargeDate, person, due: (today + Int32(days[0])).start)
            desk.addTask(.finalMessage, person, due: (today + Int32(days[0] + days[1])).start)
        }
        desk.tell(person, .missedAppointment)
    }

    /// Whoever missed as often as ends the episode has some hours to reply to a final message before it does (AT-4).
    static func awaitReply(_ desk: inout DeskState, _ person: Int) {
        let until = desk.now + Int64(desk.rules[desk.team(person)].safeguards.replyHours) * 60
        desk.people.setNextDue(person, until)
        desk.emit(.awaitsContact(UInt32(person), until: until))
        guard desk.keepsOffice else { return }
        desk.addTask(.finalMessage, person, due: desk.now)
        desk.tell(person, .missedAppointment)
    }

    /// Somebody missed an appointment that counts: where the rule gives them time to reply at the limit, they are
    /// warned of it before (AT-3, AT-4).
    static func warn(_ desk: inout DeskState, _ person: Int) {
        guard desk.keepsOffice, desk.rules[desk.team(person)].safeguards.replyHours > 0 else { return }
        desk.addTask(.warnOfDischarge, person, due: (desk.now.day + 1).start)
    }

    /// A step-up is discussed in supervision within some working days (ST-1).
    static func discussInSupervision(_ desk: inout DeskState, _ person: Int) {
        guard desk.keepsOffice else { return }
        let days = desk.rules[desk.team(person)].supervisionWorkingDays
        desk.people.setNextDue(person, endOfWorkingDay(desk, person, after: desk.now.day, days))
    }

    /// When a team closes so many working days after a day.
    static func endOfWorkingDay(
        _ desk: borrowing DeskState, _ person: Int, after day: CivilDay, _ days: Int
    ) -> CivilMinute {
        CivilMinute(
            day: desk.calendar.day(days, workingDaysAfter: day),
            minuteOfDay: desk.rules[desk.team(person)].openingHours.end)
    }

    /// Where clinicians write, somebody who was accepted is welcomed within some hours (FA-7), by the clinician to whom
    /// they are allocated, if to one (CL-18).
    static func welcome(_ desk: inout DeskState, _ person: Int) {
        guard desk.keepsOffice, desk.rules[desk.team(person)].contact.isByMessage else { return }
        let hours = Int64(desk.rules[desk.team(person)].contact.welcomeHours)
        let clinician = desk.allocated(person).map { Int32($0) } ?? -1
        desk.addTask(.welcomeMessage, person, due: desk.now + hours * 60, clinician: clinician)
    }

    /// The letter about an assessment goes out within 48 hours (BK-12); where a team asks for notes in time, it is the
    /// clinician's own (CL-17).
    static func assessmentLetter(_ desk: inout DeskState, _ person: Int) {
        let length = Int64(desk.people[person].slotMinutes)
        let end = desk.tookPlace.map { $0 + length } ?? desk.now
        let due = desk.rules[desk.team(person)].safeguards.notesDue(after: end)
        let clinician = due == nil ? -1 : desk.people[person].assessor
        desk.addTask(.assessmentLetter, person, due: due ?? desk.now + 2 * 1440, clinician: clinician)
    }

    /// An episode is over: signposting and onward referral are acted on within a week (ST-3), and everybody gets a
    /// letter (BK-12). Nobody writes to somebody who died.
    static func ended(_ desk: inout DeskState, _ person: Int, _ reason: EndReason) {
        desk.people.setNextDue(person, Episode.never)
        guard desk.keepsOffice, reason != .died else { return }
        let today = desk.now.day
        if reason == .referredOn || reason == .signposted {
            desk.addTask(.signpost, person, due: (today + 7).start)
        }
        desk.addTask(.dischargeLetter, person, due: (today + 2).start)
        // Whoever was seen is asked how it was.
        if desk.people.episodes[person].firstAppointment != Episode.never {
            desk.addTask(.experienceQuestionnaire, person, due: (today + 2).start)
        }
        desk.tell(person, .discharge)
    }

    /// Somebody without improvement is discussed in supervision within the month (TX-6).
    static func progressReviewDue(_ desk: borrowing DeskState) -> CivilMinute { desk.now + 28 * 1440 }

    /// A PHQ-9 whose ninth item is scored 3 is thought about within 48 hours (BK-12).
    static func lowMoodReviewDue(_ desk: borrowing DeskState) -> CivilMinute { desk.now + 48 * 60 }

    /// The practice is written to in the middle of a course within a week (BK-12).
    static func progressLetterDue(_ desk: borrowing DeskState) -> CivilMinute { (desk.now.day + 7).start }

    /// A supervisor decides within three working days whether a course goes on at the limit of misses (AT-3).
    static func exceptionDue(_ desk: borrowing DeskState, _ person: Int) -> CivilMinute {
        endOfWorkingDay(desk, person, after: desk.now.day + 1, 3)
    }

    /// What became of a contact is recorded on its day (AT-1, BK-12).
    static func outcomeDue(_ start: CivilMinute) -> CivilMinute { (start.day + 1).start }

    /// Somebody who wants no calls is written to instead, within two days (KT-5).
    static func writeInsteadOfCalling(_ desk: inout DeskState, _ person: Int) {
        desk.addTask(.keepingInTouchLetter, person, due: (desk.now.day + 2).start)
    }

    /// What somebody made contact about goes to whom it concerns (KT-11): to the office within two working days, to the
    /// clinician who knows the person within one. Risk is acted on today, which is said apart (ST-7).
    static func passOn(_ desk: inout DeskState, _ person: Int, _ matter: ReportedMatter) {
        guard desk.keepsOffice else { return }
        switch matter {
        case .administration:
            desk.addTask(.seeToRequest, person, due: endOfWorkingDay(desk, person, after: desk.now.day, 2))
        case .state:
            desk.addTask(
                .callAboutChange, person, due: endOfWorkingDay(desk, person, after: desk.now.day, 1),
                clinician: knows(desk, person))
        case .risk: break
        }
    }

    /// The clinician who holds the person, else whoever assessed, if they are still there; -1 if nobody is.
    private static func knows(_ desk: borrowing DeskState, _ person: Int) -> Int32 {
        let clinician = CaseManagement.reviewer(desk, person)
        guard clinician >= 0, desk.now.day <= desk.capacity.clinicians[clinician].lastDay else { return -1 }
        return Int32(clinician)
    }

    /// By when supervision answers what is asked about a person (ST-9), also whether somebody who has not recovered is
    /// discharged (ST-8).
    static func answerDue(_ desk: borrowing DeskState, _ person: Int, isUrgent: Bool) -> CivilMinute {
        let rules = desk.rules[desk.team(person)]
        return rules.supervision.due(
            askedAt: desk.now, isUrgent: isUrgent, closes: rules.openingHours.end, in: desk.calendar)
    }

    /// Somebody who will wait for treatment longer than the interval of the calls is told so (KT-2).
    static func tellOfLongWait(_ desk: inout DeskState, _ person: Int) {
        guard desk.keepsOffice, Calls.isToldOfLongWait(desk, person) else { return }
        desk.addTask(.tellOfLongWait, person, due: desk.now)
    }

    /// Whoever is to act on risk does so when the slot begins. If nobody has time, somebody does at once; for whoever
    /// refers themselves while the service is closed, when it is open next (ST-7, RF-3).
    static func callDuty(_ desk: inout DeskState, _ person: Int, clinician: Int32, from start: CivilMinute) {
        desk.emit(.urgentSlot(UInt32(person), clinician: clinician, start: start))
        guard desk.keepsOffice else { return }
        guard clinician < 0 else { return desk.addTask(.dutyCall, person, due: start, clinician: clinician) }
        let refersSelf =
            desk.people.episodes[person].state == .awaitingScreening && desk.people.referrals[person].isUrgent
        desk.addTask(.dutyCall, person, due: refersSelf ? openFrom(desk, person) : desk.now)
    }

    /// From when on somebody of a person's team is there: now, or when it is open next.
    private static func openFrom(_ desk: borrowing DeskState, _ person: Int) -> CivilMinute {
        let (now, hours) = (desk.now, desk.rules[desk.team(person)].openingHours)
        let isToday = desk.calendar.isWorkingDay(now.day) && now.minuteOfDay < hours.end
        let day = isToday ? now.day : desk.calendar.day(0, workingDaysAfter: now.day + 1)
        return max(now, CivilMinute(day: day, minuteOfDay: hours.start))
    }
}
