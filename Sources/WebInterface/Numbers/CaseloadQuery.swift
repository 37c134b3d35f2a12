import BookingService

/// What stands in the address of caseloads and hours: a team, how near a cap, and whether all clinicians are shown.
struct CaseloadQuery {
    /// Clinicians that are shown before all are asked for.
    static let most = 20

    /// The team's title; nil for all.
    var team: String?
    /// Whom a figure counts; nil for everybody.
    var standing: Standing?
    /// Whether more than ``most`` clinicians are shown.
    var isAll = false

    /// How near a cap, as figures count it.
    enum Standing: String, CaseIterable {
        case over, near, room

        /// Whom it counts.
        var members: [CaseloadStanding] {
            switch self {
            case .over: [.over]
            case .near: [.atCap, .near]
            case .room: [.room]
            }
        }

        /// Who they are, as it follows a number.
        var words: String {
            switch self {
            case .over: "clinicians are over their cap"
            case .near: "are at it or near it"
            case .room: "have room for more"
            }
        }

        /// The same as a choice.
        var choice: String {
            switch self {
            case .over: "Over the cap"
            case .near: "At the cap or near it"
            case .room: "Room for more"
            }
        }
    }

    init(_ form: WebForm) {
        team = form.text("team")
        standing = form.text("standing").flatMap(Standing.init)
        isAll = form.text("show") == "all"
    }

    /// The address with something changed.
    func address(_ path: String = "/caseloads", _ change: (inout CaseloadQuery) -> Void = { _ in }) -> String {
        var query = self
        change(&query)
        var parts: [String] = []
        if let team = query.team { parts.append("team=\(team.escapedForAddress)") }
        if let standing = query.standing { parts.append("standing=\(standing.rawValue)") }
        if query.isAll { parts.append("show=all") }
        return parts.isEmpty ? path : "\(path)?\(parts.joined(separator: "&"))"
    }

    /// Those of the team.
    func members(_ staff: [Workload]) -> [Workload] { staff.filter { team == nil || $0.team == team } }

    /// Those who are shown, who is nearest to a cap first.
    func shown(_ staff: [Workload]) -> [Workload] {
        let wanted = staff.filter { standing?.members.contains($0.standing) ?? true }
        return wanted.enumerated().sorted { one, other in
            (place(one.element), one.offset) < (place(other.element), other.offset)
        }.map(\.element)
    }

    private func place(_ one: Workload) -> Int {
        CaseloadStanding.allCases.firstIndex(of: one.standing) ?? CaseloadStanding.allCases.count
    }
}
