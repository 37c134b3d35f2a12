import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Testing

@testable import BookingService
@testable import WebInterface

/// The list in numbers, and caseloads with hours, on pages: whom they let in, what they show to whom, and that their
/// files say the same.
@Suite struct NumbersPageTests {
    private static let roles: [UserRole] = [.manager, .commissioner, .administrator, .scheduler, .clinician]

    private func get(_ clinic: ServedClinic, _ path: String, _ role: UserRole) async throws -> ServedClinic.Answer {
        let (cookie, _) = try await clinic.session(role)
        return try await clinic.ask(.get, path, [.cookie: cookie])
    }

    /// A clinic that was sent a hundred and twenty referrals more, of the one team.
    private func crowded() async throws -> ServedClinic {
        let clinic = try ServedClinic()
        let rows = (1...120).map { number in
            let day = number % 2 == 0 ? "2027-03-20" : "2026-09-20"
            return "Invented Crowd \(number),north,self-web,\(day)T10:00,020 7946 0001\n"
        }
        let sent = "name,team,source,received,phone\n" + rows.joined()
        let answer = try await clinic.upload("/import", .scheduler, Data(sent.utf8), [("once", "crowd")])
        #expect(answer.text.contains("120 referrals are received"), "\(answer.text)")
        return clinic
    }

    /// The rows of a table on a page, by the words of its caption: the cells of each, without what telephones show.
    private func rows(_ page: String, _ caption: String) -> [[String]] {
        guard let start = page.range(of: ">\(caption)</caption>"),
            let end = page.range(of: "</table>", range: start.upperBound..<page.endIndex)
        else { return [] }
        return page[start.upperBound..<end.lowerBound].components(separatedBy: "<tr").dropFirst(2).map { row in
            row.components(separatedBy: "<td").dropFirst().map { cell in
                let heading = #/<span class="nhsuk-table-responsive__heading".*?</span>/#
                return ("<td" + cell).replacing(heading, with: "").replacing(/<[^>]*>/, with: "")
                    .trimmingCharacters(in: .whitespacesAndNewlines)
            }
        }
    }

    private func lines(_ text: String) -> [[String]] {
        text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test(arguments: [
        "/waits-now", "/waits-now/waits.csv", "/caseloads", "/caseloads/caseloads.csv", "/caseloads/hours.csv",
    ])
    func everybodyWhoMaySeeTotalsIsLetIn(path: String) async throws {
        let clinic = try ServedClinic()
        for role in Self.roles { #expect(try await get(clinic, path, role).status == 200, "\(path) \(role)") }
    }

    /// The page's numbers are those of its file, for whoever sees people and for whoever does not.
    @Test(arguments: [UserRole.manager, .commissioner]) func thePageSaysWhatItsFileSays(role: UserRole) async throws {
        let clinic = try await crowded()
        let page = try await get(clinic, "/waits-now", role)
        let file = lines(try await get(clinic, "/waits-now/waits.csv", role).text)
        #expect(file.first == ["division", "part", "waited", "people"])
        let teams = rows(page.text, "By team")
        #expect(teams.map { $0[0] } == ["North", "South", "All"], "\(teams)")
        for row in teams {
            let part = row[0] == "All" ? "total" : row[0].lowercased()
            let told = file.filter { $0[1] == part && ($0[0] == "team" || $0[0] == "total") }.map { $0[3] }
            let shown = told.map { text in Double(text).map { "\(Int($0))" } ?? "fewer than 5" }
            #expect(shown == Array(row.dropFirst()), "\(row)")
        }
        // The chart's table has the same numbers.
        #expect(page.text.contains("data-kind=\"stacked\"") && !page.text.contains(" style="))
        let all = try #require(teams.last)
        #expect(role == .commissioner ? all.last == "125" : all.last == "126", "\(all)")
    }

    @Test func sumsBalanceAndFiltersAreAddresses() async throws {
        let clinic = try await crowded()
        let whole = try await get(clinic, "/waits-now", .manager)
        for title in ["By team", "By waits for", "By step", "By therapy", "By clinician"] {
            let table = rows(whole.text, title).map { row in row.dropFirst().compactMap { Int($0) } }
            let sums = try #require(table.first).indices.map { column in
                table.dropLast().reduce(0) { $0 + $1[column] }
            }
            #expect(sums == Array(try #require(table.last)), "\(title) \(table)")
        }
        let link = try #require(whole.text.firstMatch(of: /href="(\/waits-now\?team=south)"/))
        let south = try await get(clinic, String(link.1), .manager)
        #expect(rows(south.text, "By team").last?.last == "2")
        let long = try await get(clinic, "/waits-now?team=north&wait=over-126", .manager)
        #expect(rows(long.text, "By team").last?.last == "60")
        let file = lines(try await get(clinic, "/waits-now/waits.csv?team=north&wait=over-126", .manager).text)
        #expect(file.contains(["total", "total", "total", "60.0"]))
    }

    /// The longest waits lead to their people, for whoever may see them; others see nobody's name.
    @Test func nobodyIsNamedToWhoeverSeesTotals() async throws {
        let clinic = try await crowded()
        let manager = try await get(clinic, "/waits-now", .manager)
        let longest = rows(manager.text, "Who has waited longest")
        #expect(longest.count == 20 && longest[0][0].hasPrefix("Invented Crowd") && manager.text.contains("/people/"))
        for path in ["/waits-now", "/waits-now/waits.csv", "/caseloads", "/caseloads/caseloads.csv"] {
            let seen = try await get(clinic, path, .commissioner).text
            let names = ["Invented Crowd", "Zebedee", "/people/"].filter { seen.contains($0) }
            #expect(names.isEmpty, "\(path) \(names)")
        }
        let small = try await get(clinic, "/waits-now?team=south", .commissioner)
        #expect(rows(small.text, "By team").last?.last == "fewer than 5")
        #expect(!(try await get(clinic, "/caseloads", .commissioner)).text.contains("Clinician 0"))
    }

    @Test func caseloadsAreThoseOfTheirFile() async throws {
        let clinic = try ServedClinic()
        let page = try await get(clinic, "/caseloads", .manager)
        let staff = rows(page.text, "3 clinicians, who is nearest to a cap first")
        let file = lines(try await get(clinic, "/caseloads/caseloads.csv", .manager).text)
        #expect(staff.count == 3 && file.count == 4)
        for (row, line) in zip(staff, file.dropFirst()) {
            #expect(row[0] == line[1] && row[3] == line[5] && row[5] == line[7] && line[7] == "30", "\(row) \(line)")
            // Three hours and three on four days, for Friday is Good Friday; nobody is booked.
            #expect(row[8] == "0.0" && row[9] == "24.0" && Double(line[13]) == 24, "\(row) \(line)")
        }
        let hours = rows(page.text, "Hours booked of those that may be, by week")
        let told = lines(try await get(clinic, "/caseloads/hours.csv", .manager).text).dropFirst()
        #expect(hours.map { $0[0] } == ["north", "south"] && told.count == 3 * 5)
        for row in hours {
            for (week, cell) in row.dropFirst().enumerated() {
                let own = told.filter { $0[0] == row[0] }
                let days = Set(own.map { $0[2] }).sorted()
                let sums = [4, 3].map { column in
                    own.filter { $0[2] == days[week] }.reduce(0) { $0 + (Double($1[column]) ?? .nan) }
                }
                let shown = cell.split(separator: " ").prefix(3).compactMap { Double($0) }
                #expect(zip(shown, sums).allSatisfy { abs($0 - $1) <= 0.05 } && shown.count == 2, "\(row) \(sums)")
            }
        }
        for line in told {
            let parts: [Double] = line[3...6].compactMap { Double($0) }
            #expect(abs(parts[0] - parts[1] - parts[2] - parts[3]) < 1e-6, "\(line)")
        }
        #expect(page.text.contains("Nobody is near a cap"))
        let none = try await get(clinic, "/caseloads?standing=over", .manager)
        #expect(rows(none.text, "0 clinicians, who is nearest to a cap first").isEmpty)
        #expect(none.text.contains("Show everybody") && none.text.contains("Nobody is."))
    }

    /// A team is an address: its clinicians, its roles, and its files alone.
    @Test func aTeamOfCaseloadsIsAnAddress() async throws {
        let clinic = try ServedClinic()
        let whole = try await get(clinic, "/caseloads", .manager)
        #expect(rows(whole.text, "Caseloads by team").map { $0[0] } == ["north", "south"])
        #expect(whole.text.contains("href=\"/caseloads?team=north\""))
        let north = try await get(clinic, "/caseloads?team=north", .manager)
        let staff = rows(north.text, "2 clinicians, who is nearest to a cap first")
        #expect(staff.map { $0[1] } == ["north", "north"] && rows(north.text, "Caseloads by team").isEmpty)
        let roles = rows(north.text, "Caseloads by role")
        #expect(roles.map { $0[1] } == ["1", "1"] && roles.map { $0[4] } == ["30", "30"], "\(roles)")
        for file in ["caseloads", "hours"] {
            #expect(north.text.contains("/caseloads/\(file).csv?team=north"))
            let told = lines(try await get(clinic, "/caseloads/\(file).csv?team=north", .manager).text).dropFirst()
            #expect(told.count == (file == "hours" ? 10 : 2) && told.allSatisfy { $0.contains("north") }, "\(told)")
        }
        let nobody = try await get(clinic, "/caseloads?team=%3Cb%3E", .manager)
        #expect(nobody.status == 200 && !nobody.text.contains("<b>"))
    }

    /// Who is nearest to a cap stands first, and no more than twenty before all are asked for.
    @Test func whoIsNearACapStandsFirst() throws {
        let standings: [CaseloadStanding] = [.room, .none, .near, .within, .over, .atCap, .near]
        let staff = standings.enumerated().map { place, standing in
            let details = ClinicianDetails(
                clinician: Int32(place), team: 0, name: "Clinician \(place)", role: .wellbeingPractitioner,
                wholeTimePercent: 100, caseloadCap: 30, trainedIn: ModalitySet([]), startedOn: ServedClinic.monday)
            return Workload(
                details: details, team: "North", caseload: 0, promised: 0, openings: 0, standing: standing, weeks: [])
        }
        let all = CaseloadQuery(WebForm(encoded: "")).shown(staff)
        #expect(all.map(\.details.clinician) == [4, 5, 2, 6, 3, 0, 1])
        let near = CaseloadQuery(WebForm(encoded: "standing=near")).shown(staff)
        #expect(near.map(\.details.clinician) == [5, 2, 6])
    }
}
