import CareModel
import GRDB

extension Episode {
    static let columnNames = """
        state, step, priority, modality, end_reason, was_stepped_up, missed_count, contacts_at_step, low_contacts, \
        high_contacts, clinician, received, state_since, waiting_since, first_appointment, first_treatment, \
        second_treatment, last_treatment
        """

    var columnValues: [(any DatabaseValueConvertible)?] {
        func milestone(_ minute: CivilMinute) -> Int64? { minute == Episode.never ? nil : minute.minutes }
        return [
            Int64(state.rawValue), Int64(step.rawValue), Int64(priority.rawValue), Int64(modality.rawValue),
            Int64(endReason.rawValue), wasSteppedUp, Int64(missedCount), Int64(contactsAtStep), Int64(lowContacts),
            Int64(highContacts), Int64(clinician), received.minutes, stateSince.minutes, milestone(waitingSince),
            milestone(firstAppointment), milestone(firstTreatment), milestone(secondTreatment),
            milestone(lastTreatment),
        ]
    }

    init(_ columns: inout ColumnReader) throws {
        let state: EpisodeState = try columns.value()
        let step: Step = try columns.value()
        let priority: PriorityClass = try columns.value()
        let modality: Modality = try columns.value()
        let endReason: EndReason = try columns.value()
        let wasSteppedUp = columns.flag()
        let counts: [UInt8] = [
            try columns.number(), try columns.number(), try columns.number(), try columns.number(),
        ]
        let clinician: Int32 = try columns.number()
        var stored = StoredEpisode(received: columns.minute())
        stored.state = state
        stored.step = step
        stored.priority = priority
        stored.modality = modality
        stored.endReason = endReason
        stored.wasSteppedUp = wasSteppedUp
        stored.missedCount = counts[0]
        stored.contactsAtStep = counts[1]
        stored.lowContacts = counts[2]
        stored.highContacts = counts[3]
        stored.clinician = clinician
        stored.stateSince = columns.minute()
        stored.waitingSince = columns.milestone()
        stored.firstAppointment = columns.milestone()
        stored.firstTreatment = columns.milestone()
        stored.secondTreatment = columns.milestone()
        stored.lastTreatment = columns.milestone()
        self.init(stored)
    }
}

extension PersonFacts {
    static let columnNames = """
        start_depression, start_anxiety, depression, anxiety, sessions_at_step, next_action_due, screening_task, \
        contact_attempts, appointment_count, reached_at, moved_by_person, moved_by_service, \
        keeping_in_touch_opt_out, last_kept_in_touch, assessor, not_before, due_on, accepts_short_notice, \
        planned_sessions, flags, listed_at
        """

    var columnValues: [(any DatabaseValueConvertible)?] {
        [
            Int64(startScores.depression), Int64(startScores.anxiety), Int64(scores.depression),
            Int64(scores.anxiety), Int64(sessionsAtStep), nextActionDue?.minutes, Int64(screeningTask.rawValue),
            Int64(contactAttempts), Int64(appointmentCount), reachedAt?.minutes, movedByPerson, movedByService,
            keepingInTouchOptOut, (lastKeptInTouch?.number).map { Int64($0) }, Int64(assessor),
            (notBefore?.number).map { Int64($0) }, (dueOn?.number).map { Int64($0) }, acceptsShortNotice,
            Int64(plannedSessions), Int64(flags), listedAt?.minutes,
        ]
    }

    init(_ columns: inout ColumnReader) throws {
        startScores = try columns.scores()
        scores = try columns.scores()
        sessionsAtStep = try columns.number()
        nextActionDue = columns.minuteIfAny()
        screeningTask = try columns.value()
        contactAttempts = try columns.number()
        appointmentCount = try columns.number()
        reachedAt = columns.minuteIfAny()
        movedByPerson = columns.flag()
        movedByService = columns.flag()
        keepingInTouchOptOut = columns.flag()
        lastKeptInTouch = try columns.dayIfAny()
        assessor = try columns.number()
        notBefore = try columns.dayIfAny()
        dueOn = try columns.dayIfAny()
        acceptsShortNotice = columns.flag()
        plannedSessions = try columns.number()
        flags = try columns.number()
        listedAt = columns.minuteIfAny()
    }
}
