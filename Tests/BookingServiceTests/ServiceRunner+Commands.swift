import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel

extension ServiceRunner {
    /// A command with everything that it needs, which can be given more than once: the reply in words.
    typealias Action = () throws -> String

    /// What a command comes to as things are; nil if there is nobody whom it could be about.
    func action(_ command: ServiceCommand, _ service: BookingService) throws -> Action? {
        switch command {
        case .clock: return nil
        case .refer(let team, let traits):
            let referral = ServiceFixture.referral(team, traits: traits, at: now)
            var identity = Identity(name: "Person \(given)")
            identity.email = "person@example.invalid"
            identity.consents = Consents(rawValue: UInt8(traits & 17))
            let who = identity
            return { "\(try service.refer(referral, who, in: context).person)" }
        case .confirm(let place):
            guard let hold = try hold(place) else { return nil }
            return { "\(try service.confirm(hold: hold, in: context))" }
        case .release(let place):
            guard let hold = try hold(place) else { return nil }
            return {
                try service.release(hold: hold, in: context)
                return "released"
            }
        case .absent(let clinician, let first, let days):
            let day = now.day + Int32(first)
            let last = day + Int32(days)
            let reason: AbsenceReason = days % 3 == 0 ? .duty : .sickness
            return {
                "\(try service.absent(clinician: Int32(clinician), first: day, last: last, reason, in: context))"
            }
        case .hours, .room: return try staffAction(command, service)
        case .openGroup, .groupDue, .cancelGroup: return try groupAction(command, service)
        case .office(let office, let person, let other): return try officeAction(office, person, other, service)
        case .allocate(let team): return { "\(try service.allocate(team: team, in: context))" }
        case .backfill(let team): return { "\(try service.backfill(team: team, in: context))" }
        case .screen(let place, _), .contact(let place, _), .hold(let place, _), .book(let place, _),
            .bookAnywhere(let place, _, _, _), .reschedule(let place, _, _), .cancel(let place, _, _),
            .attend(let place, _), .answer(let place, _), .supervise(let place, _), .endHold(let place),
            .putOnHold(let place, _),
            .discharge(let place, _), .course(let place, _), .call(let place), .joinGroup(let place, _),
            .leaveGroup(let place), .risk(let place, _), .venue(let place, _), .correctSeat(let place, _):
            guard let person = try person(place) else { return nil }
            return try action(command, about: person, service)
        }
    }

    private func action(
        _ command: ServiceCommand, about person: Int64, _ service: BookingService
    ) throws -> Action? {
        switch command {
        case .screen(_, let facts):
            var found = ScreeningFacts()
            found.looksLikeHighIntensity = facts & 1 == 0
            found.mentionsRisk = facts & 14 == 2
            found.isExcluded = facts == 15
            return { "\(try service.screen(person: person, found, isDiverted: facts == 13, in: context))" }
        case .contact(_, let answer):
            let said: ContactAnswer =
                answer == 0 ? .notReached : answer == 1 ? .declines : .wantsAppointment
            return { "\(try service.contact(person: person, said, in: context))" }
        case .answer(_, let isInTouch):
            return { "\(try service.answered(person: person, madeContact: isInTouch, atLimit: .ends, in: context))" }
        case .supervise(_, true): return { "\(try service.agreeStepUp(person: person, in: context))" }
        case .supervise(_, false):
            return { "\(try service.perform(DeclineStepUp(person: person), in: context))" }
        case .putOnHold(_, let days):
            let put = PutOnHold(person: person, until: now.day + Int32(days), why: "moves house")
            return { "\(try service.perform(put, in: context))" }
        case .endHold: return { "\(try service.endHold(person: person, in: context))" }
        case .discharge(_, let reason):
            let reasons = EndReason.allCases
            return { "\(try service.discharge(person: person, reasons[reason % reasons.count], in: context))" }
        case .course(_, let sessions):
            let books = sessions != 7
            return { "\(try service.course(person: person, sessions: sessions, books: books, in: context))" }
        case .call: return { "\(try service.bookCall(person: person, in: context))" }
        case .joinGroup(_, let group):
            let chosen = group % 3 == 0 ? Int64(group / 3 % 4) + 1 : nil
            return { "\(try service.joinGroup(person: person, group: chosen, in: context))" }
        case .leaveGroup: return { "\(try service.leaveGroup(person: person, in: context))" }
        case .risk(_, let clinician):
            let finder = clinician < 0 ? nil : Int32(clinician)
            return { "\(try service.recordRisk(person: person, foundBy: finder, in: context))" }
        case .correctSeat(_, let chance): return try correction(person, chance, service)
        default: return try book(command, person, service)
        }
    }

    private func book(_ command: ServiceCommand, _ person: Int64, _ service: BookingService) throws -> Action? {
        switch command {
        case .hold(_, let place):
            guard let slot = try slot(place, person, service) else { return nil }
            return { "\(try service.hold(person: person, slot: slot, in: context))" }
        case .book(_, let place):
            guard let slot = try slot(place, person, service) else { return nil }
            return { "\(try service.book(person: person, slot: slot, in: context))" }
        case .bookAnywhere(_, let clinician, let quarter, let hasReason):
            let slot = try anySlot(person, clinician, quarter)
            return {
                "\(try service.book(person: person, slot: slot, reason: hasReason ? "agreed" : nil, in: context))"
            }
        case .reschedule(let chosen, let place, let byPerson):
            guard let known = try standing(person, chosen), let slot = try slot(place, person, service) else {
                return nil
            }
            let number = known.appointment
            return {
                "\(try service.reschedule(appointment: number, to: slot, byPerson: byPerson, in: context))"
            }
        case .cancel(let chosen, let byPerson, let rebooks):
            guard let known = try standing(person, chosen) else { return nil }
            let (number, words) = (known.appointment, [LimitAnswer.ends, .asks, .exception, nil])
            let answer = words[chosen / 7 % words.count]
            return {
                let state = try service.cancel(
                    appointment: number, byPerson: byPerson, rebooks: rebooks, atLimit: answer, in: context)
                return "\(state)"
            }
        case .venue(let chosen, let way):
            guard let known = try standing(person, chosen) else { return nil }
            let venue: NewVenue = way % 3 == 0 ? .distance(.telephone) : .room(Int64(way % 3))
            return {
                "\(try service.changeVenue(appointment: known.appointment, to: venue, in: context))"
            }
        case .attend(let chosen, let outcome):
            guard let known = try standing(person, chosen) else { return nil }
            return {
                "\(try service.attend(appointment: known.appointment, contact(outcome, of: known.kind), in: context))"
            }
        default: return nil
        }
    }

    private func slot(_ place: Int, _ person: Int64, _ service: BookingService) throws -> SlotOffer? {
        let slots = try service.offer(person: person, in: context).slots
        return slots.isEmpty ? nil : slots[place % slots.count].slot
    }

    /// Some time with a clinician: mostly of the person's own team and step, on a day that the clinician works.
    private func anySlot(_ person: Int64, _ clinician: Int, _ quarter: Int) throws -> SlotOffer {
        let fitting = try file.numbers(
            """
            SELECT clinicians.clinician FROM clinicians JOIN episodes USING (team)
            WHERE person = \(person) AND step = (clinicians.role >= 3)
            """
        ).compactMap { $0[0] }
        let isAnybody = fitting.isEmpty || clinician == 6
        let chosen = isAnybody ? clinician : Int(fitting[clinician % fitting.count])
        var day = now.day + Int32(quarter / 96)
        while !isAnybody, day.weekday.isWeekend || (Int(day.weekday.rawValue) + chosen) % 2 != 0 { day = day + 1 }
        let start = CivilMinute(day: day, minuteOfDay: 525 + quarter % 24 * 15)
        return SlotOffer(clinician: Int32(chosen), start: start, minutes: 0, reasons: [])
    }

    private func hold(_ place: Int) throws -> Int64? {
        let count = try file.numbers("SELECT count(*) FROM holds")[0][0] ?? 0
        // The latest are the ones that may still be open.
        return count > 0 ? max(1, count - Int64(place % 4)) : nil
    }

    /// What became of an appointment: mostly what can be said of one of its kind.
    func contact(_ outcome: Int, of kind: Int64) -> ContactRecord {
        var contact = ContactRecord(
            [.attendedOnTime, .attendedOnTime, .attendedOnTime, .didNotAttend, .arrivedTooLate][outcome % 5])
        contact.exception = outcome & 512 != 0 && kind == 1
        contact.endsCourse = outcome & 512 == 0 && outcome & 2048 != 0 && !contact.attendance.wasSeen
        contact.treatmentBegan = outcome & 64 == 0
        if outcome % 13 == 0 || contact.attendance.wasSeen {
            contact.scores = Scores(depression: UInt8(outcome % 20), anxiety: 8)
        }
        guard contact.attendance.wasSeen else { return contact }
        switch kind {
        case 0:
            if outcome & 224 == 32 {
                contact.end = .adviceOnly
            } else {
                contact.step = outcome & 16 == 0 ? .low : .high
            }
        case 1:
            contact.next = ContactRecord.NextStep.allCases[outcome / 7 % 5 % 4]
            if contact.next != .goesOn { contact.exception = false }
        default: contact.call = CallOutcome.allCases[outcome / 11 % 5]
        }
        return contact
    }
}
