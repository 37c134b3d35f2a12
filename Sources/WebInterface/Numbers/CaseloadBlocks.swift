import BookingService
import BookingStore
import CareModel
import Reporting

/// Caseloads and hours as tables and charts. What is told by role and week stands in the files.
struct CaseloadBlocks {
    let query: CaseloadQuery
    /// A count of people as it may be told; nil where it may not (EQ-1).
    let people: (Int) -> Int?

    // MARK: Words

    /// How near a caseload is to its cap, in words.
    static func words(_ standing: CaseloadStanding) -> String {
        switch standing {
        case .over: "over the cap"
        case .atCap: "at the cap"
        case .near: "near the cap"
        case .within: "within"
        case .room: "room for more"
        case .none: "no caseload"
        }
    }

    /// Hours with one decimal.
    static func hours(_ minutes: Int) -> String { NumberText.fixed(Double(minutes) / 60, decimals: 1) }

    private static func share(_ week: WorkloadWeek) -> String {
        guard week.bookableMinutes > 0 else { return "–" }
        return "\((100 * week.bookedMinutes + week.bookableMinutes / 2) / week.bookableMinutes)%"
    }

    /// How many are over, near or far below a cap, and how much of this week is booked.
    func figures(_ staff: [Workload]) -> [CountLink] {
        let week = WorkloadGroup.sum(staff.compactMap(\.weeks.first))
        return CaseloadQuery.Standing.allCases.map { standing in
            let count = staff.count { standing.members.contains($0.standing) }
            return CountLink(
                number: "\(count)", words: standing.words, address: query.address { $0.standing = standing },
                isLate: standing == .over && count > 0)
        } + [
            CountLink(
                number: week.map { Self.share($0) } ?? "–", words: "of this week's hours from today on are booked",
                address: query.address { $0.standing = nil })
        ]
    }

    // MARK: Charts

    /// Caseloads beside caps, of teams or of one team's roles; and hours by week.
    func charts(_ parts: [WorkloadPart]) -> [StackedChart] {
        let count = parts.first?.sum.weeks.count ?? 0
        let weeks = (0..<count).compactMap { week in WorkloadGroup.sum(parts.map { $0.sum.weeks[week] }) }
        let whose = query.team ?? "all teams"
        return [
            StackedChart(
                "People on caseloads, and room below the caps", of: whose, unit: "people",
                rowHead: query.team == nil ? "Team" : "Role",
                columns: ["On caseloads", "Places kept", "Room below the cap"], beside: ["Cap"],
                rows: parts.filter { $0.sum.cap > 0 }.map { part in
                    let (held, kept) = (people(part.sum.caseload), people(part.sum.promised))
                    let room = max(0, part.sum.cap - (held ?? 0) - (kept ?? 0))
                    return StackedChart.Row(
                        part.title, [shownCount(held), shownCount(kept), "\(room)", "\(part.sum.cap)"])
                }),
            StackedChart(
                "Bookable hours by week", of: whose, unit: "hours", rowHead: "Week from",
                columns: ["Booked", "Own work or held", "Unused"], beside: ["Bookable"],
                rows: weeks.map { week in
                    StackedChart.Row(
                        week.from.shortWords,
                        [week.bookedMinutes, week.otherMinutes, week.unusedMinutes, week.bookableMinutes]
                            .map(Self.hours))
                }),
        ]
    }

    // MARK: Tables

    /// Clinicians, who is nearest to a cap first.
    func clinicians(_ staff: [Workload], of count: Int) -> Table {
        let title =
            staff.count < count
            ? "\(staff.count) of \(counted(count, "clinician", "clinicians")), who is nearest to a cap first"
            : "\(counted(count, "clinician", "clinicians")), who is nearest to a cap first"
        return Table(
            title,
            [
                .init("Clinician"), .init("Team"), .init("Role"), .init("Caseload", isNumber: true),
                .init("Kept", isNumber: true), .init("Cap", isNumber: true), .init("In words"),
                .init("New people today", isNumber: true), .init("Booked, hours", isNumber: true),
                .init("Unused, hours", isNumber: true),
            ],
            staff.map { one in
                let week = one.weeks[0]
                return Table.Row([
                    .init(one.details.name, href: "/diaries/\(one.details.clinician)"), .init(one.team),
                    .init(Words.capitalised(one.details.role.title)), .init("\(one.caseload)"),
                    .init("\(one.promised)"), .init("\(one.details.caseloadCap)"),
                    one.standing == .over
                        ? .tag(Self.words(.over), "red") : .init(Words.capitalised(Self.words(one.standing))),
                    .init("\(one.openings)"), .init(Self.hours(week.bookedMinutes)),
                    .init(Self.hours(week.unusedMinutes)),
                ])
            }, empty: "Nobody is.")
    }

    /// Caseloads of teams or roles.
    func sums(_ title: String, _ head: String, _ parts: [WorkloadPart]) -> Table {
        Table(
            title,
            [
                .init(head), .init("Clinicians", isNumber: true), .init("Whole-time posts", isNumber: true),
                .init("Caseload", isNumber: true), .init("Cap", isNumber: true),
                .init("At or over the cap", isNumber: true),
            ],
            parts.map { part in
                let sum = part.sum
                return Table.Row([
                    .init(part.title, href: part.team.map { team in query.address { $0.team = team } }),
                    .init("\(sum.clinicians)"), .init(NumberText.fixed(sum.wholeTime, decimals: 1)),
                    .init(shownCount(people(sum.caseload))), .init("\(sum.cap)"), .init("\(sum.full)"),
                ])
            }, empty: "Nobody works here.")
    }

    /// What is booked of each team's hours, week by week.
    func hours(_ parts: [WorkloadPart]) -> Table {
        let weeks = parts.first?.sum.weeks ?? []
        return Table(
            "Hours booked of those that may be, by week",
            [.init("Team")] + weeks.map { .init("From \($0.from.shortWords)", isNumber: true) },
            parts.map { part in
                Table.Row(
                    [.init(part.title)]
                        + part.sum.weeks.map { week in
                            .init(
                                "\(Self.hours(week.bookedMinutes)) of \(Self.hours(week.bookableMinutes)) "
                                    + "(\(Self.share(week)))")
                        })
            }, empty: "Nobody works here.")
    }
}
