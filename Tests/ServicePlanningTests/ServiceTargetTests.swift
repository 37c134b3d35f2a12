import CareModel
import ScenarioFiles
import Testing

@testable import ServicePlanning

/// Targets and choices as they are written.
@Suite struct ServiceTargetTests {
    @Test func aTargetIsReadWithItsDaysAndItsChance() throws {
        let target = try ServiceTarget("first-appointment-within-28-days >= 90% @ 2027-06..2027-12 ~ 0.8")
        #expect(target.measure == "first-appointment-within-28-days" && target.team == nil)
        #expect(target.side == .atLeast && target.level == .value(0.9) && target.chance == 0.8)
        #expect(target.span?.first.description == "2027-06-01" && target.span?.last.description == "2027-12-31")
        let other = try ServiceTarget("mid-essex:waiting-first-appointment<=today-20@2027~95%")
        #expect(other.team == "mid-essex" && other.side == .atMost && other.level == .today(plus: -20))
        #expect(other.span?.last.description == "2027-12-31" && other.chance == 0.95)
        let plain = try ServiceTarget("access-rate>=0.25")
        #expect(plain.span == nil && plain.chance == ServiceTarget.usualChance)
    }

    /// Every part that can be wrong, and what the words must name.
    @Test(arguments: [
        ("access-rate", "a number"), ("access-rate>=", "nothing"), (">=0.25", "before >="), ("a:b:c>=1", "a colon"),
        ("access-rate>=much", "not much"), ("access-rate>=nan", "not nan"), ("access-rate>=inf", "not inf"),
        ("access-rate>=0.25~1.5", "below 1, not 1.5"), ("access-rate>=0.25~0.4", "above 0.5"),
        ("access-rate>=0.25~", "not nothing"), ("access-rate>=0.25@2027-13", "not 2027-13"),
        ("access-rate>=0.25@2027-02-30", "2027-02-30"), ("access-rate>=0.25@2028..2027", "2028..2027"),
        ("access-rate>=0.25@", "not nothing"), ("access-rate>=today*2", "not today*2"),
        ("access-rate>=0x10", "not 0x10"),
    ]) func whatIsWrongWithATargetIsSaid(_ text: String, _ words: String) {
        do throws(PlanFault) {
            _ = try ServiceTarget(text)
            Issue.record("\(text) was taken")
        } catch {
            #expect(error.setting == "target" && error.given == text)
            #expect(error.reason.contains(words), "\(error)")
        }
    }

    @Test func choicesAreReadByWhatTheyAre() throws {
        func posts(_ text: String) throws -> PlanVariation.Posts? {
            if case .posts(let posts) = try PlanVariation(text) { posts } else { nil }
        }
        #expect(try posts("pwp") == PlanVariation.Posts(team: nil, role: .wellbeingPractitioner))
        let hits = try posts("mid-essex:hit=-1..4@2027-04")
        #expect(hits?.team == "mid-essex" && hits?.range == -1...4 && hits?.from?.description == "2027-04-01")
        #expect(hits?.until == nil)
        let temporary = try posts("pwp=0..3@2027-01..2027-06")
        #expect(temporary?.until?.description == "2027-06-30")
        guard case .referrals(let team, let steps) = try PlanVariation("referrals=0%..60%/5%") else {
            Issue.record("no referrals")
            return
        }
        #expect(team == nil && steps.count == 12 && abs(steps.value(12) - 0.6) < 1e-12)
        guard case .key(let key, let values, false) = try PlanVariation("workforce.bookable-share=1..1.1/0.05:40000")
        else {
            Issue.record("no key")
            return
        }
        #expect(key == "workforce.bookable-share" && values.count == 2 && values.pounds == 40_000)
        #expect(try PlanVariation("screening") == .screening(team: nil, nil))
        #expect(try PlanVariation("north:screening=1..3") == .screening(team: "north", 1...3))
        guard case .key(_, _, true) = try PlanVariation("attendance.reminders=false..true") else {
            Issue.record("no switch")
            return
        }
    }

    @Test(arguments: [
        ("", "has a name"), ("foo", "no values"), ("pwp=3..1", "whole numbers"), ("pwp=a..b", "whole numbers"),
        ("pwp=0..2@soon", "after @"), ("referrals=0..0", "from .. to"), ("diary.low-first-share=0.3..0.5", "a step"),
        ("diary.low-first-share=0.3..0.5/9", "a step"), ("x=0..1/0.1:lots", "pounds"),
        ("screening=-1..2", "whole numbers from .. to, 0 to 20"), ("screening=0.5..2", "whole numbers"),
        ("mid-essex:diary.low-first-share=0.3..0.5/0.1", "teams.mid-essex.diary.low-first-share"),
    ]) func whatIsWrongWithAChoiceIsSaid(_ text: String, _ words: String) {
        do throws(PlanFault) {
            _ = try PlanVariation(text)
            Issue.record("\(text) was taken")
        } catch {
            #expect(error.setting == "vary" && error.reason.contains(words), "\(error)")
        }
    }

    @Test func daysAreTheWeeksInWhoseMiddleTheyLie() throws {
        let monday = try #require(CivilDay("2026-11-23"))
        let june = try #require(PlannedSpan("2027-06"))
        let weeks = try #require(june.weeks(of: monday, 52))
        // The week of 31 May has its Wednesday in June, that of 28 June too.
        #expect(monday + Int32(weeks.lowerBound * 7) == CivilDay("2027-05-31"))
        #expect(monday + Int32(weeks.upperBound * 7) == CivilDay("2027-07-05"))
        #expect(PlannedSpan("2026-11-24")?.weeks(of: monday, 52) == 0..<1)
        #expect(PlannedSpan("2026")?.weeks(of: monday, 52) == nil)
        #expect(PlannedSpan("2027-12")?.weeks(of: monday, 52) == nil)
    }
}
