import Foundation
public import Testing

/// Laws that every type keeps which has the protocol: the invariants belong to the type, and stand here once for all.
public enum Laws {
    /// Values that are given in ascending order, each once: `<` is a total order that agrees with `==`, and what is
    /// equal has the same hash. O(n³).
    public static func expectOrder<Value: Comparable & Hashable>(
        _ ascending: [Value], at location: SourceLocation = #_sourceLocation
    ) {
        expectOrder(ascending: ascending, at: location)
        for one in ascending.indices {
            for other in ascending.indices {
                let isSame = one == other
                #expect((ascending[one] == ascending[other]) == isSame, sourceLocation: location)
                if isSame {
                    #expect(ascending[one].hashValue == ascending[other].hashValue, sourceLocation: location)
                }
            }
        }
        #expect(Set(ascending).count == ascending.count, sourceLocation: location)
    }

    /// Values that are given in ascending order, each once, of a type that need not be hashed. O(n²).
    public static func expectOrder<Value: Comparable>(
        ascending: [Value], at location: SourceLocation = #_sourceLocation
    ) {
        for one in ascending.indices {
            for other in ascending.indices {
                let (left, right) = (ascending[one], ascending[other])
                #expect((left < right) == (one < other), "\(left) < \(right)", sourceLocation: location)
                #expect((left > right) == (one > other), "\(left) > \(right)", sourceLocation: location)
                #expect((left <= right) == (one <= other), "\(left) <= \(right)", sourceLocation: location)
                #expect((left >= right) == (one >= other), "\(left) >= \(right)", sourceLocation: location)
            }
        }
        #expect(ascending.reversed().sorted().elementsEqual(ascending), sourceLocation: location)
    }

    /// Members of a set of options: each has bits of its own, and sets of them behave as sets do. O(n²).
    public static func expectOptions<Options: OptionSet>(
        _ members: [Options], at location: SourceLocation = #_sourceLocation
    ) where Options.RawValue: FixedWidthInteger, Options.Element == Options {
        let all = Options(members)
        for (place, member) in members.enumerated() {
            #expect(member.rawValue != 0, "member \(place) has no bit", sourceLocation: location)
            #expect(all.contains(member), sourceLocation: location)
            #expect(Options(rawValue: member.rawValue) == member, sourceLocation: location)
            var others = all
            others.remove(member)
            for (other, one) in members.enumerated() where other != place {
                #expect(
                    member.isDisjoint(with: one), "members \(place) and \(other) share a bit", sourceLocation: location)
                #expect(others.contains(one), sourceLocation: location)
            }
            #expect(!others.contains(member) && others.union(member) == all, sourceLocation: location)
            #expect(Options([]).intersection(member).isEmpty, sourceLocation: location)
        }
    }

    /// What is written as JSON is read as it was, and is written again in the same bytes.
    public static func expectRoundTrip<Value: Codable & Equatable>(
        _ values: [Value], at location: SourceLocation = #_sourceLocation
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        for value in values {
            let bytes = try encoder.encode(value)
            let read = try JSONDecoder().decode(Value.self, from: bytes)
            #expect(read == value, sourceLocation: location)
            #expect(try encoder.encode(read) == bytes, sourceLocation: location)
        }
    }
}
