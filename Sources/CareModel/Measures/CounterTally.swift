/// What was counted of some people: measures are read off it by their rows (EQ-1, KP-12).
public struct CounterTally: Sendable, Equatable {
    private var counts = [Int](repeating: 0, count: Counter.count)

    /// Nothing yet.
    public init() {}

    /// A count. O(1).
    public subscript(_ counter: Counter) -> Int {
        get { counts[counter.index] }
        set { counts[counter.index] = newValue }
    }

    /// Several counts together.
    public func sum(_ counters: [Counter]) -> Double { Double(counters.reduce(0) { $0 + self[$1] }) }
}

extension Measure.Count {
    /// A count that is taken person by person, or a ratio of such counts, and of how many people it speaks; nothing in
    /// place of the ratio where nobody is there to be measured; nil if it is not counted person by person (EQ-1).
    /// - Parameter sum: several counts together.
    public func ofPeople(_ sum: ([Counter]) -> Double) -> (value: Double?, people: Double)? {
        switch self {
        case .total(let counter):
            guard counter.isOfPeople else { return nil }
            let count = sum([counter])
            return (count, count)
        case .ratio(let part, let whole, let each):
            guard (part + whole).allSatisfy(\.isOfPeople) else { return nil }
            let people = sum(whole)
            return (people > 0 ? sum(part) / each / people : nil, people)
        case .stock, .atStart, .atEnd, .centile, .centileWithWaiting, .access, .cost, .perClinician, .role, .ends:
            return nil
        }
    }

    /// What it is counted of; nothing where it is no count or ratio.
    public var counters: [Counter] {
        switch self {
        case .total(let counter): [counter]
        case .ratio(let part, let whole, _): part + whole
        case .stock, .atStart, .atEnd, .centile, .centileWithWaiting, .access, .cost, .perClinician, .role, .ends: []
        }
    }
}
