import BookingStore
import CareModel
import Reporting
import Testing

@testable import BookingService
@testable import WebInterface

/// Caseloads and hours of made-up clinicians, no two numbers of whom are alike: each number stands where it belongs, on
/// the page and in its files.
@Suite struct CaseloadBlocksTests {
    private static let monday = ServedClinic.monday

    /// A clinician of whom each number tells whose it is.
    private func clinician(
        _ number: Int32, _ team: String, _ role: Role, caseload: Int, promised: Int, cap: Int,
        _ standing: CaseloadStanding
    ) -> Workload {
        let details = ClinicianDetails(
            clinician: number, team: 0, name: "Clinician \(number)", role: role,
            wholeTimePercent: 60 + 10 * Int(number), caseloadCap: cap, trainedIn: ModalitySet([]),
            startedOn: Self.monday)
        let weeks = (0..<3).map { week -> WorkloadWeek in
            var own = WorkloadWeek(from: Self.monday + Int32(7 * week))
            let part = 60 * (Int(number) + 1)
            own.bookableMinutes = part * (20 + week)
            own.bookedMinutes = part * (9 + 2 * week)
            own.otherMinutes = part * (4 - week)
            own.outsideMinutes = part
            return own
        }
        return Workload(
            details: details, team: team, caseload: caseload, promised: promised, openings: 40 + Int(number),
            standing: standing, weeks: weeks)
    }

    private var staff: [Workload] {
        [
            clinician(
                0, "North", .wellbeingPractitioner, caseload: 31, promised: 2, cap: 29, .over),
            clinician(1, "North", .wellbeingPractitioner, caseload: 12, promised: 5, cap: 17, .atCap),
            clinician(2, "North", .highIntensityTherapist, caseload: 8, promised: 1, cap: 23, .room),
            clinician(3, "South", .highIntensityTherapist, caseload: 6, promised: 3, cap: 10, .near),
        ]
    }

    private func blocks(_ query: String = "") -> CaseloadBlocks {
        CaseloadBlocks(query: CaseloadQuery(WebForm(encoded: query))) { $0 }
    }

    private func cells(_ table: Table) -> [[String]] { table.rows.map { $0.cells.map(\.text) } }

    @Test func eachNumberOfAClinicianStandsInItsColumn() {
        let table = blocks().clinicians(staff, of: 4)
        let columns = table.columns.map(\.columnTitle)
        #expect(
            columns == [
                "Clinician", "Team", "Role", "Caseload", "Kept", "Cap", "In words", "New people today", "Booked, hours",
                "Unused, hours",
            ])
        #expect(
            cells(table)[1] == [
                "Clinician 1", "North", "PWP", "12", "5", "17", "At the cap", "41", "18.0", "14.0",
            ])
        #expect(cells(table)[3].dropFirst(3) == ["6", "3", "10", "Near the cap", "43", "36.0", "28.0"])
    }

    @Test func figuresCountWhoIsOverNearAndBelowTheCap() {
        let figures = blocks().figures(staff)
        // Of this week nine twentieths are booked.
        #expect(figures.map(\.number) == ["1", "2", "1", "45%"])
        #expect(figures.map(\.isLate) == [true, false, false, false])
    }

    @Test func chartsAndSumsHaveTheNumbersOfTheirTeams() throws {
        let groups = WorkloadGroup.all(staff)
        let (teams, roles) = (WorkloadPart.teams(groups), WorkloadPart.roles(groups))
        let charts = blocks().charts(teams)
        #expect(charts[0].rows.map(\.head) == ["North", "South"])
        #expect(charts[0].rows.map(\.cells) == [["51", "8", "10", "69"], ["6", "3", "1", "10"]])
        // Week by week: booked, other, unused, bookable, of ten parts in all.
        #expect(charts[1].rows.map(\.head) == (0..<3).map { (Self.monday + Int32(7 * $0)).shortWords })
        #expect(
            charts[1].rows.map(\.cells) == [
                ["90.0", "40.0", "70.0", "200.0"], ["110.0", "30.0", "70.0", "210.0"],
                ["130.0", "20.0", "70.0", "220.0"],
            ])
        #expect(
            cells(blocks().sums("By team", "Team", teams)) == [
                ["North", "3", "2.1", "51", "69", "2"], ["South", "1", "0.9", "6", "10", "0"],
            ])
        #expect(
            cells(blocks().sums("By role", "Role", roles)) == [
                ["PWP", "2", "1.3", "43", "46", "2"], ["High-intensity therapist", "2", "1.7", "14", "33", "0"],
            ])
        #expect(
            cells(blocks().hours(teams))[0] == [
                "North", "54.0 of 120.0 (45%)", "66.0 of 126.0 (52%)", "78.0 of 132.0 (59%)",
            ])
    }

    @Test func filesHaveTheSameNumbers() {
        func lines(_ table: DataTable) -> [String] { table.text.split(whereSeparator: \.isNewline).map(String.init) }
        let caseloads = lines(WorkloadTables.caseloads(staff))
        #expect(
            caseloads[2]
                == "1,Clinician 1,North,pwp,70,12,5,17,at-cap,41,40.0,18.0,8.0,14.0,2.0", "\(caseloads)")
        let shared = lines(WorkloadTables.shared(WorkloadGroup.all(staff)))
        #expect(shared[1] == "North,pwp,2,1.3,45.0,46,2", "\(shared)")
        let hours = lines(WorkloadTables.hours(WorkloadGroup.all(staff)))
        #expect(hours[2] == "North,pwp,2027-03-29,63.0,33.0,9.0,21.0,3.0", "\(hours)")
        #expect(hours.count == 1 + 3 * 3)
    }
}
