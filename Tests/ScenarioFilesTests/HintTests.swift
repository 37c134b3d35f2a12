import CareModel
import TestSupport
import Testing

@testable import ScenarioFiles

/// A hint that proposes a value proposes what was meant, and nothing that is not allowed.
@Suite struct HintTests {
    @Test(
        "Numbers as people write them",
        arguments: [
            ("attendance.late", "20%", "; write 0.2"), ("attendance.late", "0,2", "; write 0.2"),
            ("attendance.late", "20", "20 is out of range; 20% is 0.2"), ("attendance.late", "200%", "number ("),
            ("attendance.notice-days", "1,5", "; write 1.5"), ("attendance.notice-days", "20%", "a number ("),
            ("attendance.notice-days", "3 days", "; write 3"),
            ("teams.mid-essex.referrals.per-week", "1 000", "; write 1000"),
            ("teams.mid-essex.referrals.per-week", "1,500", "; write 1500 or 1.5"),
            ("teams.mid-essex.referrals.per-week", "1.000,5", "; write 1000.5"),
            ("teams.mid-essex.population.registered", "390,000", "; write 390000 or 390"),
            ("teams.mid-essex.population.registered", "1,234,567", "; write 1234567"),
            ("pay.pwp", "£30,000", "; write 30000 or 30"), ("pay.pwp", "NaN", "a number ("),
            ("low-intensity.session-minutes", "32", "32 is not a multiple of 5; the nearest is 30"),
            ("weeks", "1e400", "a number ("), ("weeks", "0x10", "a number ("), ("weeks", "inf", "a number ("),
        ])
    func numbers(key: String, value: String, says hint: String) throws {
        try expect(key, value, hint)
    }

    @Test(
        "Days, times and yes or no",
        arguments: [
            ("closed-days", "[24/12/2026]", "; write 2026-12-24"),
            ("closed-days", "[2026/12/24]", "; write 2026-12-24"),
            ("closed-days", "[4.1.27]", "; write 2027-01-04"), ("closed-days", "[30/02/2027]", "a date ("),
            ("starts", "2026-11-25", "the nearest Monday is 2026-11-23"),
            ("diary.booking-round", "9.30", "; write \"09:30\""),
            ("diary.booking-round", "5pm", "; write \"17:00\""), ("diary.booking-round", "0845", "; write \"08:45\""),
            ("by-group", "TRUE", "; write true"), ("by-group", "maybe", "true or false ("),
        ])
    func others(key: String, value: String, says hint: String) throws {
        try expect(key, value, hint)
    }

    private func expect(_ key: String, _ value: String, _ hint: String) throws {
        let folder = try Folder()
        try folder.write("service.yaml", sound)
        let faults = folder.faults(set: [(key, value)])
        #expect(faults.count == 1 && faults[0].contains(hint), "\(faults)")
    }
}
