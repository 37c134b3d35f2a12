import Allocation
import BookingStore
import CareModel

// What an entry makes untrue ends with it, in the same step: holds and messages of whoever it is about.

extension StepLog {
    /// Ends what would stand in the way of an entry: whoever is booked or has a seat needs no hold any more, and its
    /// time may be the same.
    func makeWay(for event: ServiceEvent) throws {
        if case .booked(let booking) = event, let person = booking.placement.person { _ = try endHolds(of: person) }
        if case .seatTaken(let taken) = event { _ = try endHolds(of: taken.person) }
    }

    /// Ends what does not go on after an entry.
    func reconcile(after event: ServiceEvent) throws {
        if case .booked(let booking) = event { try reconcile(booking) }
        if case .appointmentCancelled(let cancelled) = event {
            try messages.withdraw(about: cancelled.appointment, "cancelled")
            if cancelled.by == .patient { try giveUp(cancelled.appointment) }
        }
        if case .attendanceRecorded(let recorded) = event {
            try messages.withdraw(about: recorded.appointment, "it took place")
        }
        if case .seatTaken(let taken) = event {
            try messages.withdraw(of: taken.person, "has a seat") { $0.isOfWaiting }
            if let first = box.desk.groups[Int(taken.group - 1)].coming.first {
                try tasks.endWaiting(of: Int(taken.person - 1), .treatment, until: first)
            }
        }
        if case .seatLeft(let left) = event {
            try messages.withdraw(of: left.person, "the seat was left") { $0 == .seatTaken || $0 == .groupPutOff }
        }
        if case .linkEnded(let ended) = event, let link = try writer.link(ended.link) {
            try messages.withdraw(of: link.link.person, "the link has ended") { $0 == .bookingLink }
        }
        if case .episodeMoved(let moved) = event { try reconcile(moved) }
        if case .personAllocated(let allocated) = event { try handovers.settle(Int(allocated.person - 1)) }
        if case .personChanged(let changed) = event {
            for message in try writer.outbox(ofPerson: changed.person)
            where !changed.identity.consents.contains(message.message.channel.consent) {
                try messages.withdraw(message, "the person took back the consent")
            }
        }
    }

    private func reconcile(_ booking: Booking) throws {
        guard let person = booking.placement.person else { return }
        if booking.placement.kind != .keepingInTouch {
            try messages.withdraw(of: person, "booked") { $0.isOfWaiting }
        }
        try tasks.endWaiting(of: Int(person - 1), booking.placement.kind, until: booking.placement.start.day)
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
        try handovers.settle(Int(person - 1))
        if !state.isOpen {
            _ = try endHolds(of: person)
            let hasDied = moved.episode.endReason == .died
            for message in try writer.outbox(ofPerson: person)
            where hasDied || message.message.channel != .practitionerLetter {
                let template = MessageTemplate(rawValue: message.message.template)
                if hasDied || template?.isOfLeaving != true {
                    try messages.withdraw(message, hasDied ? "the person has died" : "the episode has ended")
                }
            }
        }
        if state != .missedFirstAppointment, state != .missedSession {
            try messages.withdraw(of: person, "in touch") { $0 == .missedAppointment }
            if state != .inTreatment {
                try messages.withdraw(of: person, "the course does not go on") { $0 == .courseBooked }
            }
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
}
