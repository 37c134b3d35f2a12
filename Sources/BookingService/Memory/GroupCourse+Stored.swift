import Allocation
import BookingStore
import CareModel

extension GroupDetails {
    /// A course as the store keeps it; its seats are kept apart.
    init(_ group: GroupCourse, number: Int) { self.init(group: Int64(number + 1), facts: group.facts) }
}

extension GroupCourse {
    /// The course as a snapshot for a forecast has it, with the people's keys. Nobody knows what became of a session
    /// that is past and was not recorded: the course goes on with it, as many weeks later as need be.
    func snapshot(today: CivilDay, keys: [UInt64]) -> GroupSnapshot {
        var facts = facts
        if let next = facts.coming.first, next < today {
            let weeks = (today - next + 6) / 7
            for index in facts.held..<facts.days.count { facts.days[index] = facts.days[index] + weeks * 7 }
        }
        return GroupSnapshot(facts: facts, members: keys)
    }
}
