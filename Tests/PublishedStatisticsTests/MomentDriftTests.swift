import Foundation
import TestSupport
import Testing

@testable import PublishedStatistics

@Suite("How far moments move from year to year")
struct MomentDriftTests {
    /// Two years of many providers, whose finished courses move between the years and within them as asked.
    func drift(between: Double, within: Double) throws -> MomentDrift {
        var chance = SplitMix(seed: 11)
        var rows: [String] = []
        for number in 0..<120 {
            var level = 20_000.0
            for (place, month) in try months("2023-04", 24).enumerated() {
                if place == 12 { level *= 1 + between * chance.normal() }
                let days = Double(try #require(PublishedMonth(month)).days) / 30
                let count = Int(level * days * (1 + within * chance.normal()))
                rows.append(SampleFile.row("P\(number)", month, .finishedCourses, "\(count)"))
                rows.append(SampleFile.row("P\(number)", month, .sessionsMean, "\(place < 12 ? 8 : 8.5)"))
                rows.append(SampleFile.row("P\(number)", month, .referrals, number == 0 ? "300" : "400"))
            }
        }
        return try MomentDrift(SampleFile(rows: rows).read(), yearsAround: #require(PublishedMonth("2024-03")))
    }

    @Test("What moves between years is told from what moves within")
    func both() throws {
        let found = try drift(between: 0.1, within: 0.1)
        let line = try #require(found[.finishedCoursesPerWeek])
        // The first of 120 has too few referrals. A standard deviation from 119 medians is good to about a tenth.
        #expect(line.providers == 119 && line.isRelative && found.codes.count == 119)
        #expect(abs(line.standardDeviation - 0.1) < 0.025, "\(line)")
        #expect(line.shareBeyondTwoErrors > 0.3)
    }

    @Test("What moves within years only is no drift")
    func withinOnly() throws {
        let line = try #require(try drift(between: 0, within: 0.1)[.finishedCoursesPerWeek])
        #expect(line.standardDeviation < 0.025 && line.shareBeyondTwoErrors < 0.15, "\(line)")
    }

    @Test("Other quantities move in their own unit; unknown ones are left out")
    func ownUnit() throws {
        let found = try drift(between: 0, within: 0)
        let sessions = try #require(found[.sessions])
        #expect(!sessions.isRelative && sessions.medianChange == 0.5 && sessions.shareBeyondTwoErrors == 1)
        #expect(found[.stepUpWait] == nil && found[.referralsPerWeek] == nil)
    }
}
