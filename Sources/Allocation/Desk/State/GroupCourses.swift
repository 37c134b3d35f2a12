import CareModel

/// Psycho-educational courses, planned, running and past (TX-4); a course keeps its number.
@usableFromInline
struct GroupCourses {
    /// The courses, by number.
    @usableFromInline private(set) var all: [GroupCourse] = []

    /// How many there are, and were.
    var count: Int { all.count }

    /// The numbers of courses.
    var indices: Range<Int> { all.indices }

    /// A course, by number.
    subscript(number: Int) -> GroupCourse {
        @inline(__always) _read { yield all[number] }
        @inline(__always) _modify { yield &all[number] }
    }

    /// Adds a course.
    /// - Returns: its number.
    mutating func add(_ course: GroupCourse) -> Int {
        all.append(course)
        return all.count - 1
    }

    /// The course in which a person has a seat; nil if in none. O(courses · seats).
    func group(of person: Int) -> Int? { all.lastIndex { $0.members.contains(UInt32(person)) } }

    /// Gives a person a seat.
    mutating func seat(_ person: Int, in number: Int, _ people: inout PeopleRegister) {
        people[person].flags.insert(.inGroup)
        all[number].members.append(UInt32(person))
    }

    /// Takes a person's seat away, if there is one.
    /// - Returns: the course in which it was; nil if there was none.
    mutating func unseat(_ person: Int, _ people: inout PeopleRegister) -> Int? {
        people[person].flags.remove(.inGroup)
        guard let number = group(of: person) else { return nil }
        all[number].members.removeAll { $0 == UInt32(person) }
        return number
    }

    /// Takes all seats of a course away.
    /// - Returns: who had one, in the order in which they took it.
    mutating func unseatAll(_ number: Int, _ people: inout PeopleRegister) -> [UInt32] {
        let members = all[number].members
        all[number].members = []
        for member in members { people[Int(member)].flags.remove(.inGroup) }
        return members
    }

    /// Whoever has a seat says so, has one only, and is on no list; nobody says so who has none.
    func checkInvariants(_ people: borrowing PeopleRegister) {
        var seated = Set<UInt32>()  // lookup only
        for (number, course) in all.enumerated() {
            precondition(course.held <= course.days.count, "course \(number) met more often than it was to")
            precondition(
                !course.isToCome || course.members.count <= course.rule.largest, "course \(number) has too many seats")
            for member in course.members {
                precondition(seated.insert(member).inserted, "person \(member) has two seats")
                precondition(people[Int(member)].flags.contains(.inGroup), "person \(member) does not know of the seat")
                precondition(people[Int(member)].list == .none, "person \(member) has a seat and waits on a list")
            }
        }
        for person in people.episodes.indices where people[person].flags.contains(.inGroup) {
            precondition(seated.contains(UInt32(person)), "person \(person) has no seat")
        }
    }
}
