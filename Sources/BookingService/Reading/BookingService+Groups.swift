import Allocation
import CareModel

extension BookingService {
    /// The courses of a team, or of all, that are planned or running (TX-4).
    /// - Parameter all: those that are over or cancelled too.
    public func groups(team: Int? = nil, all: Bool = false, in context: Context) throws(BookingError) -> [GroupEntry] {
        try look(context, .courses) { step in
            if let team { _ = try step.index(ofTeam: team) }
            return try step.box.desk.groups.indices.filter { number in
                (team == nil || step.box.desk.groups[number].team == team)
                    && (all || step.box.desk.groups[number].isOpen || !step.box.desk.groups[number].members.isEmpty)
            }.map { try step.entry($0) }
        }
    }
}
