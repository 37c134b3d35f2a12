import BookingStore
import CareModel

/// When courses in a group meet, and with whom: what is booked for no one person and is no session of theirs is the
/// service's own work, such as supervision (CL-4).
struct GroupTimes {
    private let groups: [GroupFacts]

    init(_ reader: StoreReader) throws { groups = try reader.groups().map(\.details.facts) }

    /// Whether a placement of no one person is a session of a course.
    func holdSession(_ placement: Placement) -> Bool {
        guard placement.person == nil else { return false }
        let minutes = placement.start.minuteOfDay..<placement.start.minuteOfDay + placement.minutes
        return groups.contains { group in
            let session = group.rule.startMinute..<group.rule.startMinute + max(1, group.rule.sessionMinutes)
            return group.days.contains(placement.start.day) && session.overlaps(minutes)
                && (group.facilitators + group.leaders).contains(Int(placement.clinician))
        }
    }

    /// Whether a placement is the service's own work, of which no patient is a part.
    func isOwnWork(_ placement: Placement) -> Bool { placement.person == nil && !holdSession(placement) }
}
