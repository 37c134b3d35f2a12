import Allocation
import BookingStore
import CareModel

// What an entry makes untrue ends with it, in the same step: holds and messages of whoever it is about.

extension DecisionWriter {
    /// Ends what would stand in the way of an entry: whoever is booked or has a seat needs no hold any more, and its
    /// time may be the same.
    func makeWay(for event: ServiceEvent) throws {
        switch event {
        case .booked(let booking):
            if let person = booking.placement.person { _ = try endHolds(of: person) }
        case .seatTaken(let taken): _ = try endHolds(of: taken.person)
        default: break
        }
    }

    /// Ends what does not go on after an entry.
    func reconcile(after event: ServiceEvent) throws {
        switch event {
        case .booked(let booking):
            guard let person = booking.placement.person else { return }
            if booking.placement.kind != .keepingInTouch { try withdraw(of: person, "booked") { $0.isOfWaiting } }
            try endWaiting(of: Int(person - 1), booking.placement.kind, until: booking.placement.start.day)
        case .appointmentCancelled(let cancelled):
            try withdraw(about: cancelled.appointment, "cancelled")
            if cancelled.by == .patient { try giveUp(cancelled.appointment) }
        case .attendanceRecorded(let recorded): try withdraw(about: recorded.appointment, "it took place")
        case .seatTaken(let taken):
            try withdraw(of: taken.person, "has a seat") { $0.isOfWaiting }
            if let first = box.desk.groups[Int(taken.group - 1)].coming.first {
                try endWaiting(of: Int(taken.person - 1), .treatment, until: first)
            }
        case .seatLeft(let left):
            try withdraw(of: left.person, "the seat was left") { $0 == .seatTaken || $0 == .groupPutOff }
        case .linkEnded(let ended):
            guard let link = try writer.link(ended.link) else { return }
            try withdraw(of: link.link.person, "the link has ended") { $0 == .bookingLink }
        case .episodeMoved(let moved): try reconcile(moved)
        case .personChanged(let changed):
            for message in try writer.outbox(ofPerson: changed.person)
            where !changed.identity.consents.contains(message.message.channel.consent) {
                try withdraw(message, "the person took back the consent")
            }
        default: break
        }
    }

    /// A time that a person could not come to is not offered to them again.
    private func giveUp(_ appointment: Int64) throws {
        guard let placement = try writer.appointment(appointment)?.placement, let person = placement.person,
            placement.start > now, !isReplay
        else { return }
        let time = TimeGivenUp(start: placement.start, minutes: placement.minutes)
        box.desk.hear(.timeGivenUp(UInt32(person - 1), time))
    }

    private func reconcile(_ moved: EpisodeMoved) throws {
        let (person, state) = (moved.person, moved.episode.state)
        if !state.isOpen {
            _ = try endHolds(of: person)
            let hasDied = moved.episode.endReason == .died
            for message in try writer.outbox(ofPerson: person)
            where hasDied || message.message.channel != .practitionerLetter {
                let template = MessageTemplate(rawValue: message.message.template)
                if hasDied || template?.isOfLeaving != true {
                    try withdraw(message, hasDied ? "the person has died" : "the episode has ended")
                }
            }
        }
        if state != .missedFirstAppointment, state != .missedSession {
            try withdraw(of: person, "in touch") { $0 == .missedAppointment }
            if state != .inTreatment { try withdraw(of: person, "the course does not go on") { $0 == .courseBooked } }
        }
    }

    /// Ends what is held for a person.
    /// - Returns: the latest hold that was open; nil if none was.
    func endHolds(of person: Int64) throws -> Int64? {
        let open = box.holds.filter { $0.person == person }.map(\.hold)
        for hold in open { try endHold(hold) }
        return open.max()
    }

    /// Gives up a hold that is open.
    func endHold(_ hold: Int64) throws {
        try append(.holdEnded(HoldEnded(hold: hold, outcome: .released)))
        box.letGo(hold)
    }

    /// The appointment that a person was told of last by a message that was sent: this one, or the one that was moved
    /// to it without a word being sent since; nil if the person was told of neither.
    func toldOf(_ appointment: Int64, _ person: Int) throws -> Int64? {
        let sent = try writer.outbox(ofPerson: Int64(person + 1), waitingOnly: false).filter {
            $0.sentAt != nil && MessageTemplate(rawValue: $0.message.template)?.isOfComing == true
        }.compactMap(\.message.appointment)
        guard !sent.isEmpty else { return nil }
        var number: Int64? = appointment
        while let known = number {
            if sent.contains(known) { return known }
            number = try writer.appointment(known)?.booking.replaces
        }
        return nil
    }

    /// Messages that an appointment is to come are withdrawn, if they wait to be sent.
    private func withdraw(about appointment: Int64, _ why: String) throws {
        guard let person = try writer.appointment(appointment)?.placement.person else { return }
        for message in try writer.outbox(ofPerson: person)
        where message.message.appointment == appointment
            && MessageTemplate(rawValue: message.message.template)?.isOfComing == true
        {
            try withdraw(message, why)
        }
    }

    /// Messages to a person that are not true any more are withdrawn, if they wait to be sent.
    private func withdraw(of person: Int64, _ why: String, _ isUntrue: (MessageTemplate) -> Bool) throws {
        for message in try writer.outbox(ofPerson: person) {
            guard let template = MessageTemplate(rawValue: message.message.template), isUntrue(template) else {
                continue
            }
            try withdraw(message, why)
        }
    }

    private func withdraw(_ message: MessageRecord, _ why: String) throws {
        try append(.messageWithdrawn(MessageWithdrawn(message: message.message.message, why: why)))
    }
}

extension MessageTemplate {
    /// Whether it is true only as long as the person waits for an appointment.
    fileprivate var isOfWaiting: Bool { self == .bookingLink || self == .waitEstimate || self == .missedAppointment }

    /// Whether it is true for somebody who has left.
    fileprivate var isOfLeaving: Bool { self == .discharge || self == .appointmentCancelled || self == .seatLost }
}
