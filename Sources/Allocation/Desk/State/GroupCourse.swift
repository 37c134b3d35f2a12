public import CareModel
import Diaries

/// A psycho-educational course in a group at a desk: what is known of it, and who has a seat (TX-4).
@dynamicMemberLookup
public struct GroupCourse: Sendable, Equatable {
    /// What is known of it.
    public var facts: GroupFacts
    /// The people who have a seat, in the order in which they took it.
    public var members: [UInt32] = []

    /// A course in which nobody has a seat yet.
    public init(_ facts: GroupFacts) { self.facts = facts }

    /// What is known of it, by its name.
    @inlinable
    public subscript<Value>(dynamicMember path: WritableKeyPath<GroupFacts, Value>) -> Value {
        @inline(__always) get { facts[keyPath: path] }
        @inline(__always) _modify { yield &facts[keyPath: path] }
    }

    /// What follows from what is known of it, by its name.
    @inlinable
    public subscript<Value>(dynamicMember path: KeyPath<GroupFacts, Value>) -> Value {
        @inline(__always) get { facts[keyPath: path] }
    }
}

extension GroupRule {
    /// The part of a day that a session takes, preparation included.
    var sessionTime: Range<Int> {
        let start = max(Quanta.minuteOfDay(0), startMinute - preparationMinutes)
        let end = min(Quanta.minuteOfDay(Quanta.perDay), startMinute + sessionMinutes)
        return Quanta.index(minuteOfDay: start)..<Quanta.index(minuteOfDay: end + Quanta.minutes - 1)
    }
}
