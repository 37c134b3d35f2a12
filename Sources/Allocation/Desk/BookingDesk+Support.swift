public import CareModel

extension BookingDesk {
    /// The person takes computerised CBT while waiting (TX-5, KT-6, PO-4): support contacts are booked with whoever of
    /// step 2 has time first. The place in the list stays.
    public mutating func takeComputerised(_ person: Int) {
        people[person].flags.insert(.onComputerised)
        people[person].plannedSessions = UInt8(clamping: rules[team(person)].computerised.contacts)
        planNextCall(person)
    }

    /// Computerised CBT ends: treatment begins, or nobody supports it any more.
    mutating func stopSupport(_ person: Int) {
        guard people[person].flags.contains(.onComputerised) else { return }
        people[person].flags.remove(.onComputerised)
        people[person].plannedSessions = 0
    }

    /// Whether the booked appointment supports computerised CBT: a treatment contact of somebody who waits (TX-5).
    @inlinable @inline(__always)
    public func isSupport(_ person: Int) -> Bool {
        episodes[person].state == .waitingTreatment && people[person].slotKind == .treatment
    }

    /// What the next contact with somebody who waits is, and the day on which it is due; nil if none is.
    mutating func nextContact(_ person: Int) -> (kind: AppointmentKind, due: CivilDay)? {
        let team = team(person)
        let calls = rules[team].keepingInTouch
        let call =
            calls.isOn && !people[person].flags.contains(.optedOut)
            ? calls.nextDue(after: people[person].lastKeptInTouch) : nil
        guard people[person].flags.contains(.onComputerised), people[person].plannedSessions > 0 else {
            return call.map { (.keepingInTouch, $0) }
        }
        let last = max(episodes[person].lastTreatment, episodes[person].firstAppointment).day
        let support = max(now.day, last + Int32(rules[team].computerised.intervalDays))
        if let call, call <= support { return (.keepingInTouch, call) }
        return (.treatment, support)
    }

    /// A contact that supports computerised CBT was attended: it counts as treatment (TX-5).
    mutating func supportAttended(_ person: Int) {
        useUpBooking(person)
        move(person, .sessionAttended)
        if people[person].plannedSessions > 0 { people[person].plannedSessions -= 1 }
        planNextCall(person)
    }

    /// Such a contact was missed: at the limit of misses support ends, and the person waits on (AT-3).
    mutating func supportMissed(_ person: Int, _ outcome: Attendance, exception: Bool) {
        if endsByPolicy(person, outcome, exception: exception) { stopSupport(person) }
        planNextCall(person)
    }
}
