import Allocation
import BookingStore
import CareModel

/// A new service as it is written into an empty store, in one transaction.
struct Founding {
    let foundation: ServiceFoundation
    let writer: StoreWriter
    let context: BookingService.Context
    let policy: ServicePolicy

    /// Writes it all, in the order in which the log has it.
    func write() throws {
        guard try writer.service() == nil else {
            throw BookingError.invalid("the database holds a service already")
        }
        try append(.serviceInitialised(foundation.scenario))
        for (team, name) in foundation.teams.enumerated() {
            try append(.teamAdded(TeamAdded(team: UInt8(team), name: name)))
        }
        for room in foundation.rooms { try append(.roomAdded(room)) }
        for details in foundation.clinicians { try append(.clinicianAdded(details)) }
        for (clinician, weeks) in foundation.weeks.enumerated() {
            for (kind, week) in [(WeekKind.usual, weeks.usual), (.assessment, weeks.assessment)] {
                let set = AvailabilitySet(clinician: Int32(clinician), week: kind, stretches: week.stretches)
                try append(.availabilitySet(set))
            }
        }
        try admit()
        try KeptAppointments.bringIn(foundation, writer, context)
        let box = try ServiceLoader(reader: writer, policy: policy, now: context.now).load()
        var decisions = DecisionWriter(box: box, writer: writer, now: context.now, author: context.author)
        try bringInCourses(&decisions)
        for change in foundation.changes { try decisions.hear(change) }
        try decisions.refresh()
        // Whoever leaves hands everybody over, from whichever side the last day became known (CL-7, TX-12).
        for leaver in foundation.clinicians where leaver.lastDay != nil {
            _ = try decisions.log.handovers.askAll(from: Int(leaver.clinician), by: leaver.lastDay)
        }
        for task in foundation.tasks { try decisions.log.tasks.add(task.kind, due: task.due, person: task.person) }
    }

    /// Courses begin where a snapshot has them, as a simulated service does with them.
    private func bringInCourses(_ decisions: inout DecisionWriter) throws {
        guard !foundation.groups.isEmpty else { return }
        var numbers: [UInt64: UInt32] = [:]  // lookup only
        for (index, key) in foundation.people.map(\.known.key).enumerated() { numbers[key] = UInt32(index) }
        for group in foundation.groups {
            let members = group.members.compactMap { numbers[$0] }
            let number = decisions.box.desk.restoreGroup(group.facts, members: members)
            decisions.box.desk.announceGroup(number)
        }
        try decisions.settle()
    }

    /// Everybody who is there, and what is booked for them.
    private func admit() throws {
        var numbers: [UInt64: Int64] = [:]  // lookup only
        for (index, person) in foundation.people.enumerated() {
            let number = Int64(index + 1)
            numbers[person.known.key] = number
            try append(
                .referralReceived(
                    ReferralReceived(
                        person: number, earlier: person.known.earlierNumber, identity: person.identity,
                        referral: person.known.referral, facts: person.known.facts)))
            try append(.episodeMoved(EpisodeMoved(person: number, event: nil, episode: person.known.episode)))
        }
        for (index, appointment) in foundation.appointments.enumerated() {
            guard let person = numbers[appointment.person] else {
                throw BookingError.invalid("an appointment of somebody who is not there")
            }
            let placement = Placement(
                person: person, clinician: appointment.clinician,
                room: appointment.room < 0 ? nil : Int64(appointment.room) + 1, kind: appointment.kind,
                start: appointment.start, minutes: appointment.minutes)
            try append(.booked(Booking(appointment: Int64(index + 1), placement: placement)))
        }
    }

    private func append(_ event: ServiceEvent) throws {
        try writer.append(event, at: context.now, by: context.author)
    }
}

/// Appointments that another store kept, as they are brought in.
private enum KeptAppointments {
    /// Writes appointments that another store kept, each with what became of it, at the minutes at which it happened.
    static func bringIn(_ foundation: ServiceFoundation, _ writer: StoreWriter, _ context: BookingService.Context)
        throws
    {
        var numbers: [UInt64: Int64] = [:]  // lookup only
        for (index, person) in foundation.people.enumerated() { numbers[person.known.key] = Int64(index + 1) }
        for record in foundation.records {
            var booking = record.booking
            if let person = record.placement.person {
                guard let number = numbers[UInt64(person)] else {
                    throw BookingError.invalid("an appointment of somebody who is not there")
                }
                booking.placement.person = number
            }
            let booked = try writer.append(.booked(booking), at: record.bookedAt, by: context.author)
            guard let outcome = KeptAppointments.outcome(of: record, booked) else { continue }
            let at = record.cancelledAt ?? min(context.now, max(record.bookedAt, record.placement.start))
            try writer.append(outcome, at: at, by: context.author)
        }
    }

    /// What became of an appointment, as an entry; nil if nothing did yet.
    private static func outcome(of record: AppointmentRecord, _ booked: Int64) -> ServiceEvent? {
        switch record.status {
        case .undone: return .corrected(Corrected(sequence: booked, why: record.why ?? ""))
        case .cancelled:
            let canceller: Canceller = record.attendance == .cancelledByPatient ? .patient : .provider
            return .appointmentCancelled(
                AppointmentCancelled(
                    appointment: record.appointment, by: canceller, noticeMinutes: record.noticeMinutes ?? 0,
                    why: record.why ?? ""))
        case .standing:
            return record.attendance.map {
                .attendanceRecorded(
                    AttendanceRecorded(
                        appointment: record.appointment, attendance: $0, scores: record.scores,
                        itemNine: record.itemNine))
            }
        }
    }
}
