public import CareModel

/// How places are compared: the order of lists and classes, and the travel between localities and venues (PO-3).
public struct PlacementPolicy: Sendable {
    /// The order of lists. By classes, priority comes before the due date; by receipt, the start of the wait takes the
    /// place of the due day.
    public let order: PriorityOrder
    /// Minutes of travel.
    public let travel: TravelTimes
    /// The criteria, from the one that matters most.
    public let levels: [PlacementLevel]
    /// What a day from today counts for each class, by raw value.
    @usableFromInline let standing: [Int32]

    /// A policy.
    public init(order: PriorityOrder = .standard, travel: TravelTimes = TravelTimes()) {
        self.order = order
        self.travel = travel
        let isByClass = order.order == .priorityClasses
        levels =
            [.unplaced, .breachClass] + (isByClass ? [.priority, .dueDate] : [.dueDate, .priority])
            + [.continuity, .preference, .travel, .turn]
        let named = order.classes.count
        standing = PriorityClass.allCases.map { Int32(named) - Int32(order.place($0)) }
        precondition(named <= 8, "at most eight classes stand above routine")
    }

    /// What it costs to see a person in a slot: the lower its rank, the better, for batches and live offers alike.
    /// Nothing is asked about whether the slot fits. O(1).
    @inlinable
    public func placementCost(_ person: BatchPerson, _ slot: BatchSlot, today: CivilDay) -> PlacementCost {
        var cost = cost(of: person, on: slot.start.day, today: today)
        cost[.continuity] = person.preferred >= 0 && slot.clinician != person.preferred ? 1 : 0
        let isAtOtherTime = !slot.isWithin(person.preferredTime)
        cost[.preference] = person.wishes.subtracting(slot.traits).count + (isAtOtherTime ? 1 : 0)
        cost[.travel] = travel.minutes(from: person.locality, to: slot.venue)
        return cost
    }

    /// What it costs to leave a person without a place: worse than any, and otherwise like a place on the day after
    /// the last. O(1).
    @inlinable
    public func unplacedCost(_ person: BatchPerson, after last: CivilDay, today: CivilDay) -> PlacementCost {
        var cost = cost(of: person, on: last + 1, today: today)
        cost[.unplaced] = 1
        return cost
    }

    /// The part of the cost that the day decides.
    @inlinable
    func cost(of person: BatchPerson, on day: CivilDay, today: CivilDay) -> PlacementCost {
        var cost = PlacementCost(lanes: SIMD8(repeating: 0))
        cost[.breachClass] = person.promises.broken(on: day)
        // By receipt, everybody is as if due after the same number of days.
        let reference = order.order == .firstComeFirstServed ? person.since.day + 28 : person.due
        let late = min(255, max(0, Int(day - reference) + 127))
        cost[.dueDate] = late * late
        let days = min(127, max(0, day - today))
        cost[.priority] = Int(days * standing[Int(person.priority.rawValue)])
        return cost
    }
}

/// Minutes of travel from localities to venues.
public struct TravelTimes: Sendable, Equatable {
    /// Venues.
    public let venueCount: Int
    @usableFromInline let table: [UInt8]

    /// No travel at all: remote contacts.
    public init() { self.init(minutes: []) }

    /// A row for each locality, an entry for each venue: minutes one way; more than 255 counts as 255.
    public init(minutes rows: [[Int]]) {
        venueCount = rows.first?.count ?? 0
        precondition(rows.allSatisfy { [venueCount = venueCount] in $0.count == venueCount }, "rows are of one length")
        table = rows.flatMap { $0.map { UInt8(clamping: $0) } }
    }

    /// Minutes one way, 0 … 255; 0 if the locality or the venue is -1, or not in the table. O(1).
    @inlinable
    public func minutes(from locality: Int32, to venue: Int32) -> Int {
        guard locality >= 0, venue >= 0, Int(venue) < venueCount else { return 0 }
        let index = Int(locality) * venueCount + Int(venue)
        return index < table.count ? Int(table[index]) : 0
    }
}
