public import CareModel

extension BookingDesk {
    /// What became of a person at a session of a course is told again (BK-4): a miss is judged as one of the session
    /// that began then (AT-2, AT-3).
    public mutating func tellAgain(ofSessionAt start: CivilMinute, _ person: Int) {
        tookPlace = start
        guard !people[person].isBooked else { return }
        people[person].slotStart = start
        people[person].slotKind = .treatment
    }
}
