import CareModel

/// Computerised CBT for people who wait: support contacts between the calls (TX-5, KT-6).
enum ComputerisedSupport {
    /// The person takes computerised CBT while waiting (TX-5, KT-6, PO-4): support contacts are booked with whoever of
    /// step 2 has time first. The place in the list stays.
    static func take(_ desk: inout DeskState, _ person: Int) {
        desk.people[person].flags.insert(.onComputerised)
        desk.people[person].plannedSessions = UInt8(clamping: desk.rules[desk.team(person)].computerised.contacts)
        Calls.planNext(&desk, person)
    }

    /// Computerised CBT ends: treatment begins, or nobody supports it any more.
    static func stop(_ desk: inout DeskState, _ person: Int) {
        guard desk.people[person].flags.contains(.onComputerised) else { return }
        desk.people[person].flags.remove(.onComputerised)
        desk.people[person].plannedSessions = 0
    }

    /// What the next contact with somebody who waits is, and the day on which it is due; nil if none is.
    static func nextContact(_ desk: inout DeskState, _ person: Int) -> (kind: AppointmentKind, due: CivilDay)? {
        let team = desk.team(person)
        let calls = desk.rules[team].keepingInTouch
        let call =
            desk.people[person].flags.contains(.optedOut)
            ? nil
            : calls.nextDue(
                after: desk.people[person].lastKeptInTouch,
                waitingFrom: desk.people.episodes[person].stateSince.day)
        guard desk.people[person].flags.contains(.onComputerised), desk.people[person].plannedSessions > 0 else {
            return call.map { (.keepingInTouch, $0) }
        }
        let last = max(desk.people.episodes[person].lastTreatment, desk.people.episodes[person].firstAppointment).day
        let support = max(desk.now.day, last + Int32(desk.rules[team].computerised.intervalDays))
        if let call, call <= support { return (.keepingInTouch, call) }
        return (.treatment, support)
    }

    /// A contact that supports computerised CBT was attended: it counts as treatment (TX-5).
    static func attended(_ desk: inout DeskState, _ person: Int) {
        desk.useUpBooking(person)
        desk.move(person, .sessionAttended)
        if desk.people[person].plannedSessions > 0 { desk.people[person].plannedSessions -= 1 }
        Calls.planNext(&desk, person)
    }

    /// Such a contact was missed: at the limit of misses support ends, and the person waits on (AT-3).
    static func missed(_ desk: inout DeskState, _ person: Int, _ outcome: Attendance, exception: Bool) {
        if MissedAppointments.endsByPolicy(&desk, person, outcome, exception: exception) { stop(&desk, person) }
        Calls.planNext(&desk, person)
    }
}
