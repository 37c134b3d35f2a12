import BookingStore

/// A line of a list that a clerk reads, about one person: the name stands beside the number, so that nobody is taken
/// for another. Whoever may see the list may see the names; the look at the list is what the access log has (IG-1).
protocol PersonInList {
    /// The person's number; nil if the line is about nobody in particular.
    var listed: Int64? { get }
    /// The person's name.
    var name: String? { get set }
}

extension OpenTask: PersonInList {
    var listed: Int64? { person }
}

extension OutboxMessage: PersonInList {
    var listed: Int64? { person }
}

extension RankedPerson: PersonInList {
    var listed: Int64? { person }
}

extension AffectedBooking: PersonInList {
    var listed: Int64? { person }
}

extension LeftWaiting: PersonInList {
    var listed: Int64? { person }
}

extension AcceptedPlace: PersonInList {
    var listed: Int64? { person }
}

extension PersonToHandOver: PersonInList {
    var listed: Int64? { person }
}

extension StoreReader {
    /// The lines of a list with everybody's name. O(lines).
    func named<Line: PersonInList>(_ lines: [Line]) throws -> [Line] {
        let nameOf = try names(ofPeople: lines.compactMap(\.listed))
        return lines.map { line in
            var line = line
            line.name = line.listed.flatMap { nameOf[$0] }
            return line
        }
    }

    /// What those who use the service are called, by number: to look up only.
    func userNames() throws -> [Int64: String] {
        Dictionary(try users().map { ($0.user, $0.name) }) { first, _ in first }
    }

    /// The names of people, by number: to look up only. A list may be of everybody whom a service ever knew: it is
    /// asked for by parts.
    func names(ofPeople people: [Int64]) throws -> [Int64: String] {
        let numbers = Set(people).sorted()
        var names: [Int64: String] = [:]
        for first in stride(from: 0, to: numbers.count, by: 1000) {
            let part = Array(numbers[first..<min(first + 1000, numbers.count)])
            for known in try identities(ofPeople: part) { names[known.person] = known.identity.name }
        }
        return names
    }
}
