public import CareModel

/// A time at which a person had an appointment, and gave it up.
public struct TimeGivenUp: Hashable, Sendable {
    /// From this minute on.
    public var start: CivilMinute
    /// Until before this minute.
    public var end: CivilMinute

    /// A time.
    /// - Parameter minutes: 1 or more.
    public init(start: CivilMinute, minutes: Int) {
        self.start = start
        end = start + Int64(minutes)
    }
}

extension BookingDesk {
    /// The end of a time that a person gave up, if a slot touches one; nil if it does not. O(times given up).
    func endOfGivenUp(_ slot: SlotOffer, _ person: Int) -> CivilMinute? {
        guard !givenUp.isEmpty, let times = givenUp[person] else { return nil }
        return times.first { slot.start < $0.end && $0.start < slot.start + Int64(slot.minutes) }?.end
    }

    /// Whether a slot is at a time that a person gave up: it is not offered again, though it may be asked for.
    public func isGivenUp(_ slot: SlotOffer, by person: Int) -> Bool { endOfGivenUp(slot, person) != nil }

    /// The earliest slot that fits a request of a person, at no time that the person gave up. All slots of a request
    /// are of one length: none that starts between the one that was found and the end of that time is another's.
    /// - Parameter clinician: with whom; nil is anybody who may take it.
    mutating func earliestSlot(_ request: SlotRequest, for person: Int, with clinician: Int? = nil) -> SlotOffer? {
        var request = request
        while true {
            let slot =
                if let clinician {
                    capacity.earliestSlot(request, with: clinician, today: now.day)
                } else {
                    capacity.earliestSlot(request, today: now.day)
                }
            guard let slot, let end = endOfGivenUp(slot, person) else { return slot }
            request.earliest = end
        }
    }
}
