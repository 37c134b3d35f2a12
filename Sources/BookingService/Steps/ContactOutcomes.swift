import Allocation
import BookingStore
import CareModel

/// What becomes of appointments, and what follows (AT-1, FA-3, KT-4, TX-1).
struct ContactOutcomes: StepPart {
    let step: CommandStep

    /// Records what became of an appointment that stands. The caller forgets afterwards when it took place.
    func record(
        _ appointment: Int64, _ contact: ContactRecord, _ decisions: inout DecisionWriter
    ) throws -> PersonStanding {
        try step.bookings.takeUp(appointment, &decisions)
        let person = try step.person(with: appointment)
        let index = Int(person - 1)
        let start = box.desk.people[index].slotStart
        guard start <= context.now else { throw BookingError.notNow(start) }
        box.desk.tookPlace = start
        let kind = box.desk.people[index].slotKind
        if let fault = contact.contradiction(at: occasion(index)) { throw BookingError.invalid(fault) }
        let slot = box.desk.people[index].slot
        let number = UInt32(index)
        guard contact.attendance.wasSeen else {
            try miss(number, contact, &decisions)
            return try step.state(of: person)
        }
        decisions.lateness = contact.attendance
        decisions.itemNine = contact.itemNine
        if let scores = contact.scores {
            try decisions.hear(.scores(number, scores, isFirst: kind == .firstAppointment))
        }
        if contact.itemNine == 3 { try alert(index, by: Int(slot.clinician), at: start, decisions) }
        switch kind {
        case .firstAppointment: try assess(number, contact, &decisions)
        case .treatment: try treat(number, contact, &decisions)
        case .keepingInTouch:
            let outcome = contact.call ?? .keepsWaiting
            let fact = DeskFact.keptInTouch(number, outcome)
            try step.require(fact, "recording a call")
            try decisions.hear(fact)
        }
        if contact.takesComputerised {
            try step.require(.computerisedTaken(number), "computerised CBT")
            try decisions.hear(.computerisedTaken(number))
        }
        var state = try step.state(of: person)
        if contact.riskFound {
            box.desk.tookPlace = nil
            let from = max(context.now, start + Int64(slot.minutes))
            state.urgent = try step.risk.find(index, with: Int(slot.clinician), from: from, &decisions)
        }
        return state
    }

    /// The ninth item of PHQ-9 is scored 3: whoever saw the person thinks about it within 48 hours (BK-12).
    private func alert(
        _ index: Int, by clinician: Int, at start: CivilMinute, _ decisions: DecisionWriter
    ) throws {
        try decisions.log.tasks.add(
            .lowMoodAlert, due: box.desk.lowMoodReviewDue, person: index, clinician: clinician,
            about: "PHQ-9 item 9 scored 3 on \(start.day)")
    }

    /// In the middle of a course the practice has a brief letter with the scores, if the person agrees (BK-12).
    private func writeToPractice(_ index: Int, _ decisions: DecisionWriter) throws {
        let (desk, known) = (box.desk.episodes[index], box.desk.people[index])
        let course = box.desk.rules[box.desk.team(index)].course(desk.step)
        guard Int(known.sessionsAtStep) == course.improvementReview,
            let identity = try step.writer.identity(ofPerson: Int64(index) + 1),
            identity.consents.contains(.practitionerLetter)
        else { return }
        try decisions.log.tasks.add(
            .practiceProgressLetter, due: box.desk.progressLetterDue, person: index, clinician: Int(desk.clinician))
    }

    /// What the booked appointment of a person is.
    func occasion(_ index: Int) -> ContactRecord.Occasion {
        switch box.desk.people[index].slotKind {
        case .firstAppointment: .firstAppointment
        case .keepingInTouch: .call
        case .treatment: box.desk.isSupport(index) ? .support : .session
        }
    }

    /// Somebody was not seen; before that ends the episode, somebody says so (AT-3).
    func miss(_ number: UInt32, _ contact: ContactRecord, _ decisions: inout DecisionWriter) throws {
        let goesOn = try step.limits.isExcepted(Int(number), contact.attendance, contact.atLimit, &decisions)
        let fact = DeskFact.missed(number, contact.attendance, exception: goesOn)
        try step.require(fact, "recording code \(contact.attendance.rawValue)")
        try decisions.hear(fact)
    }

    func assess(_ number: UInt32, _ contact: ContactRecord, _ decisions: inout DecisionWriter) throws {
        let outcome: AssessmentOutcome
        if let end = contact.end {
            outcome = .end(end)
        } else {
            let agreed = try contact.step ?? step(by: contact, number) ?? box.desk.episodes[Int(number)].step
            outcome = .treatment(agreed, contact.modality ?? agreed.usualTherapy)
        }
        let fact = DeskFact.assessed(number, outcome, treatmentBegan: contact.treatmentBegan)
        try step.require(fact, "recording an assessment")
        try decisions.hear(fact)
    }

    /// The step that scores call for, where they decide (ST-4); nil where they do not, or were not taken. Whoever
    /// scores below what step 2 treats is given advice (RF-9), or somebody says otherwise.
    private func step(by contact: ContactRecord, _ number: UInt32) throws -> Step? {
        guard let scores = contact.scores, let level = box.desk.careLevel(Int(number), scores) else { return nil }
        guard level != .belowStepTwo else {
            let lowest = box.desk.rules[box.desk.team(Int(number))].thresholds.lowest
            throw BookingError.invalid(
                "PHQ-9 and GAD-7 are below \(lowest), which is below what step 2 treats (ST-4): say that the person is "
                    + "given advice (--end advice-only), or which step is agreed (--step)")
        }
        return level.step
    }

    func treat(_ number: UInt32, _ contact: ContactRecord, _ decisions: inout DecisionWriter) throws {
        let fact = DeskFact.sessionAttended(number)
        try step.require(fact, "recording a session")
        let isSupport = box.desk.isSupport(Int(number))
        try decisions.hear(fact)
        if isSupport {
            // Whoever needs no more than computerised CBT does not wait on (TX-5, KT-6).
            if let next = contact.next, next != .goesOn { try decisions.hear(.closed(number, .noLongerNeeded)) }
            return
        }
        // Somebody without improvement is discussed in supervision within the month (TX-6).
        let next = contact.next ?? .goesOn
        if contact.scores != nil, next == .goesOn, box.desk.lacksImprovement(Int(number)) {
            try decisions.log.tasks.add(.reviewProgress, due: box.desk.progressReviewDue, person: Int(number))
        } else if next == .goesOn, box.desk.isReviewDue(Int(number)) {
            // Before more than a block of sessions is agreed on, there is a review (TX-7).
            let sessions = box.desk.people[Int(number)].sessionsAtStep
            try decisions.log.tasks.add(
                .reviewProgress, due: box.desk.progressReviewDue, person: Int(number),
                about: "\(sessions) sessions were had: a review before more")
        }
        if next == .goesOn { try writeToPractice(Int(number), decisions) }
        let isExhausted = box.desk.isExhausted(Int(number))
        let needsAgreement = box.desk.needsAgreement(Int(number))
        switch next {
        case .completed, .stops:
            decisions.supervisor = try contact.agreement?.namedSupervisor()
            guard contact.agreement != .asked else { return try step.limits.askForDischarge(Int(number), decisions) }
            try decisions.hear(.closed(number, next == .completed ? .completed : .stoppedEarly))
        case .stepUp:
            try step.require(.stepUpProposed(number), "a step-up")
            try decisions.hear(.stepUpProposed(number))
        case .stepDown:
            try step.require(.steppedDown(number), "a step-down")
            try decisions.hear(.steppedDown(number))
        case .goesOn:
            // More than the usual number needs a supervisor's word (TX-1, TX-2), as does an extension (TX-11).
            guard !needsAgreement || contact.exception else {
                throw BookingError.invalid(
                    "the course has reached its number of sessions: a supervisor may agree to more (--exception)")
            }
            if isExhausted {
                let planned = box.desk.people[Int(number)].plannedSessions
                try decisions.hear(.coursePlanned(number, sessions: planned, supervisorAgrees: true))
            }
            try decisions.hear(.courseGoesOn(number))
        }
    }
}

extension CommandStep {
    /// What becomes of appointments.
    var contacts: ContactOutcomes { ContactOutcomes(step: self) }
}
