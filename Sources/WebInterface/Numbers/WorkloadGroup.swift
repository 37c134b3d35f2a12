import BookingService
import BookingStore
import CareModel

/// Clinicians of one role in one team, taken together.
struct WorkloadGroup: Sendable {
    var team: String
    var role: Role
    var clinicians = 0
    var wholeTime = 0.0
    var caseload = 0
    var promised = 0
    var cap = 0
    /// How many are at their cap or over it.
    var full = 0
    var weeks: [WorkloadWeek] = []

    /// Every team's roles, in the order of the staff.
    static func all(_ staff: [Workload]) -> [WorkloadGroup] {
        var groups: [WorkloadGroup] = []
        for one in staff {
            let role = one.details.role
            let found = groups.firstIndex { $0.team == one.team && $0.role == role }
            if found == nil { groups.append(WorkloadGroup(team: one.team, role: role)) }
            groups[found ?? groups.count - 1].add(one)
        }
        return groups
    }

    private mutating func add(_ one: Workload) {
        clinicians += 1
        wholeTime += Double(one.details.wholeTimePercent) / 100
        caseload += one.caseload
        promised += one.promised
        cap += one.details.role.holdsCases ? one.details.caseloadCap : 0
        full += one.standing == .over || one.standing == .atCap ? 1 : 0
        weeks = weeks.isEmpty ? one.weeks : zip(weeks, one.weeks).map { $0 + $1 }
    }

    /// With those of another taken together.
    fileprivate mutating func add(_ other: WorkloadGroup) {
        clinicians += other.clinicians
        wholeTime += other.wholeTime
        caseload += other.caseload
        promised += other.promised
        cap += other.cap
        full += other.full
        weeks = zip(weeks, other.weeks).map { $0 + $1 }
    }

    /// Weeks taken together; nil of none.
    static func sum(_ weeks: [WorkloadWeek]) -> WorkloadWeek? {
        guard let first = weeks.first else { return nil }
        return weeks.dropFirst().reduce(first) { $0 + $1 }
    }
}

/// A part of the staff that a page tells of: a team, or a role.
struct WorkloadPart: Sendable {
    var title: String
    /// The team that it is; nil for a role.
    var team: String?
    /// What it comes to: of several roles or teams, as the first of them is called.
    var sum: WorkloadGroup

    /// Each team, in the order of the staff.
    static func teams(_ groups: [WorkloadGroup]) -> [WorkloadPart] {
        parts(groups) { WorkloadPart(title: $0.team, team: $0.team, sum: $0) }
    }

    /// Each role, in the order of the staff.
    static func roles(_ groups: [WorkloadGroup]) -> [WorkloadPart] {
        parts(groups) { WorkloadPart(title: Words.capitalised($0.role.title), team: nil, sum: $0) }
    }

    private static func parts(
        _ groups: [WorkloadGroup], _ part: (WorkloadGroup) -> WorkloadPart
    ) -> [WorkloadPart] {
        var parts: [WorkloadPart] = []
        for group in groups {
            let one = part(group)
            if let found = parts.firstIndex(where: { $0.title == one.title }) {
                parts[found].sum.add(group)
            } else {
                parts.append(one)
            }
        }
        return parts
    }
}

/// Caseloads and hours as files.
enum WorkloadTables {
    /// Clinician by clinician.
    static func caseloads(_ staff: [Workload]) -> DataTable {
        let columns: [DataColumn<Workload>] =
            [
                .integer("clinician", "", "The clinician's number.") { Int($0.details.clinician) },
                .text("name", "The clinician's name.") { $0.details.name },
                .text("team", "The team.") { $0.team }, .text("role", "The role.") { $0.details.role.name },
                .integer("whole_time_percent", "%", "Of a whole-time post.") { $0.details.wholeTimePercent },
                .integer("caseload", "people", "People on the caseload.") { $0.caseload },
                .integer("promised", "people", "Places that are kept.") { $0.promised },
                .integer("cap", "people", "Most people.") { $0.details.caseloadCap },
                .text("standing", "How near the cap.", allowed: CaseloadStanding.allCases.map(\.rawValue)) {
                    $0.standing.rawValue
                },
                .integer("openings", "people", "New people who may be allocated today.") { $0.openings },
            ] + hours { $0.weeks[0] }
        return DataTable("caseloads.csv", columns, staff)
    }

    /// By team and role, as others may know it (EQ-1).
    static func shared(_ groups: [WorkloadGroup]) -> DataTable {
        let columns: [DataColumn<WorkloadGroup>] = [
            .text("team", "The team.") { $0.team }, .text("role", "The role.") { $0.role.name },
            .integer("clinicians", "clinicians", "How many.") { $0.clinicians },
            .number("whole_time", "posts", "Whole-time posts.") { $0.wholeTime },
            .number(
                "caseload", "people", "People on caseloads, rounded to 5; nothing of fewer than 5.",
                orNothing: { SmallNumbers.shared(Double($0.caseload)) }),
            .integer("cap", "people", "Most people.") { $0.cap },
            .integer("full", "clinicians", "Clinicians at their cap or over it.") { $0.full },
        ]
        return DataTable("caseloads.csv", columns, groups)
    }

    /// A row of the hours.
    private struct Line: Sendable {
        var group: WorkloadGroup
        var week: WorkloadWeek
    }

    /// By team, role and week.
    static func hours(_ groups: [WorkloadGroup]) -> DataTable {
        let columns: [DataColumn<Line>] =
            [
                .text("team", "The team.") { $0.group.team }, .text("role", "The role.") { $0.group.role.name },
                .day("from", "The first day that is counted: a Monday, or today.") { $0.week.from },
            ] + hours { $0.week }
        return DataTable(
            "hours.csv", columns, groups.flatMap { group in group.weeks.map { Line(group: group, week: $0) } })
    }

    private static func hours<Row>(
        _ week: @escaping @Sendable (Row) -> WorkloadWeek
    ) -> [DataColumn<Row>] {
        func column(
            _ name: String, _ meaning: String, _ minutes: @escaping @Sendable (WorkloadWeek) -> Int
        ) -> DataColumn<Row> {
            .number(name, "hours", meaning) { Double(minutes(week($0))) / 60 }
        }
        return [
            column("bookable_hours", "What may be booked.") { $0.bookableMinutes },
            column("booked_hours", "Of it, booked with people and courses.") { $0.bookedMinutes },
            column("other_hours", "Of it, own work, or held.") { $0.otherMinutes },
            column("unused_hours", "Of it, taken by nobody.") { $0.unusedMinutes },
            column("outside_hours", "Booked at times that may not be booked.") { $0.outsideMinutes },
        ]
    }
}
