extension Episode {
    /// Moves the episode, or refuses the move and changes nothing. O(1).
    /// - Parameters:
    ///   - event: what happened.
    ///   - now: when; no earlier than the last event.
    /// - Throws: ``IllegalMove`` if the event cannot happen in the present state.
    public mutating func apply(_ event: EpisodeEvent, at now: CivilMinute) throws(IllegalMove) {
        switch (state, event) {
        case (.closed, _):
            throw IllegalMove(state: state, event: event)
        case (_, .closed(let reason)):
            close(reason, at: now)
        case (.awaitingScreening, .accepted(let step, let priority)):
            self.step = step
            self.priority = priority
            enter(.awaitingContact, at: now)
        case (.awaitingContact, .contacted):
            enter(.waitingFirstAppointment, at: now)
        case (.waitingFirstAppointment, .firstAppointmentBooked):
            enter(.firstAppointmentBooked, at: now)
        case (.firstAppointmentBooked, .firstAppointmentCancelled):
            enter(.waitingFirstAppointment, at: now)
        case (.firstAppointmentBooked, .firstAppointmentMissed):
            enter(.missedFirstAppointment, at: now)
        case (.missedFirstAppointment, .madeContact):
            enter(.waitingFirstAppointment, at: now)
        case (.firstAppointmentBooked, .assessed(let outcome, let treatmentBegan)):
            assess(outcome, treatmentBegan: treatmentBegan, at: now)
        default:
            try applyInTreatment(event, at: now)
        }
    }

    private mutating func applyInTreatment(_ event: EpisodeEvent, at now: CivilMinute) throws(IllegalMove) {
        switch (state, event) {
        case (.waitingTreatment, .putOnHold):
            enter(.onHold, at: now)
        case (.onHold, .holdEnded):
            waitingSince = now
            enter(.waitingTreatment, at: now)
        case (.waitingTreatment, .allocated(let clinician)):
            self.clinician = clinician
            enter(.inTreatment, at: now)
        case (.waitingTreatment, .planAmended(let step, let priority)):
            let other: Modality = step == .low ? .guidedSelfHelp : .cognitiveBehaviouralTherapy
            agree(step, modality.step == step ? modality : other)
            self.priority = priority
        case (.waitingTreatment, .therapyChanged(let modality)):
            agree(modality.step, modality)
        case (.inTreatment, .therapyChanged(let modality)) where modality.step == step:
            self.modality = modality
        case (.waitingTreatment, .sessionAttended):
            recordSupport(at: now)
        case (.inTreatment, .sessionAttended):
            recordContact(at: now)
        case (.inTreatment, .sessionCancelled):
            break
        case (.inTreatment, .sessionMissed):
            enter(.missedSession, at: now)
        case (.missedSession, .madeContact):
            enter(.inTreatment, at: now)
        case (.waitingTreatment, .missCounted), (.inTreatment, .missCounted), (.missedSession, .missCounted):
            if missedCount < UInt8.max { missedCount += 1 }
        case (.inTreatment, .stepUpProposed) where step == .low:
            clinician = -1
            enter(.awaitingSupervision, at: now)
        case (.awaitingSupervision, .stepUpAgreed):
            moveUp(at: now)
        case (.awaitingSupervision, .stepUpDeclined):
            priority = .rebooking
            waitingSince = lastTreatment == Episode.never ? now : lastTreatment
            enter(.waitingTreatment, at: now)
        case (.inTreatment, .handedOver), (.missedSession, .handedOver):
            clinician = -1
            priority = .rebooking
            waitingSince = now
            enter(.waitingTreatment, at: now)
        default:
            throw IllegalMove(state: state, event: event)
        }
    }

    /// Takes over the misses of an earlier part of the episode, where they are counted over the whole of it (AT-3).
    public mutating func keepMissedCount(_ count: UInt8) { missedCount = max(missedCount, count) }

    private mutating func assess(_ outcome: AssessmentOutcome, treatmentBegan: Bool, at now: CivilMinute) {
        firstAppointment = now
        if treatmentBegan { recordContact(at: now) }
        switch outcome {
        case .end(let reason):
            close(reason, at: now)
        case .treatment(let step, let modality):
            agree(step, modality)
            waitingSince = now
            enter(.waitingTreatment, at: now)
        case .hold(let step, let modality):
            agree(step, modality)
            enter(.onHold, at: now)
        }
    }

    private mutating func agree(_ step: Step, _ modality: Modality) {
        if step != self.step { contactsAtStep = 0 }
        self.step = step
        self.modality = modality
    }

    private mutating func moveUp(at now: CivilMinute) {
        step = .high
        modality = .cognitiveBehaviouralTherapy
        priority = .stepUp
        wasSteppedUp = true
        contactsAtStep = 0
        missedCount = 0
        waitingSince = lastTreatment == Episode.never ? now : lastTreatment
        enter(.waitingTreatment, at: now)
    }

    /// A contact that supports computerised CBT is one at step 2, whatever the person waits for (TX-5).
    private mutating func recordSupport(at now: CivilMinute) {
        recordDates(at: now)
        if step == .low, contactsAtStep < UInt8.max { contactsAtStep += 1 }
        if lowContacts < UInt8.max { lowContacts += 1 }
    }

    private mutating func recordDates(at now: CivilMinute) {
        if firstTreatment == Episode.never {
            firstTreatment = now
        } else if secondTreatment == Episode.never {
            secondTreatment = now
        }
        lastTreatment = now
    }

    private mutating func recordContact(at now: CivilMinute) {
        recordDates(at: now)
        if contactsAtStep < UInt8.max { contactsAtStep += 1 }
        if step == .low, lowContacts < UInt8.max { lowContacts += 1 }
        if step == .high, highContacts < UInt8.max { highContacts += 1 }
    }

    private mutating func close(_ reason: EndReason, at now: CivilMinute) {
        endReason = reason
        clinician = -1
        enter(.closed, at: now)
    }

    @inline(__always)
    private mutating func enter(_ next: EpisodeState, at now: CivilMinute) {
        state = next
        stateSince = now
    }
}
