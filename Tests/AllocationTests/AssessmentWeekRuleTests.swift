import Allocation
import CareModel
import Testing

/// When an assessment week is called.
@Suite("Assessment weeks")
struct AssessmentWeekRuleTests {
    private static let monday = CivilDay(number: 9_823)
    private static let rule = AssessmentWeekRule(
        isOn: true, above: 0.2, lengthWeeks: 1, minimumGapWeeks: 6, noticeWeeks: 3)

    @Test("PO-1: called when the measure is beyond the threshold, not at it")
    func threshold() {
        #expect(Self.rule.mondays(measure: 0.2, on: Self.monday, last: nil).isEmpty)
        #expect(Self.rule.mondays(measure: 0.1, on: Self.monday, last: nil).isEmpty)
        #expect(!Self.rule.mondays(measure: 0.2.nextUp, on: Self.monday, last: nil).isEmpty)
        #expect(Self.rule.mondays(measure: .nan, on: Self.monday, last: nil).isEmpty)
    }

    @Test("PO-1: never when the service does not hold them")
    func off() {
        var rule = Self.rule
        rule.isOn = false
        #expect(rule.mondays(measure: 9, on: Self.monday, last: nil).isEmpty)
    }

    @Test("PO-1: after the notice, on a Monday, whatever the weekday of the decision")
    func notice() {
        for offset: Int32 in 0..<7 {
            #expect(Self.rule.mondays(measure: 1, on: Self.monday + offset, last: nil) == [Self.monday + 21])
        }
        var rule = Self.rule
        rule.noticeWeeks = 0
        #expect(rule.mondays(measure: 1, on: Self.monday, last: nil) == [Self.monday])
    }

    @Test("PO-1: so many weeks in a row, one at least")
    func length() {
        var rule = Self.rule
        rule.lengthWeeks = 3
        #expect(rule.mondays(measure: 1, on: Self.monday, last: nil).map { $0 - Self.monday } == [21, 28, 35])
        rule.lengthWeeks = 0
        #expect(rule.mondays(measure: 1, on: Self.monday, last: nil).count == 1)
    }

    @Test(
        "PO-1: the gap is kept from the last week to the first of the next",
        arguments: [
            // Weeks from the last assessment week to the first that could be called.
            (5, false), (6, true), (7, true), (0, false), (-2, false),
        ])
    func gap(weeks: Int32, isCalled: Bool) {
        let last = Self.monday + 21 - weeks * 7
        #expect(Self.rule.mondays(measure: 1, on: Self.monday, last: last).isEmpty != isCalled)
    }

    @Test("PO-1: week after week above the threshold, weeks are called one gap apart")
    func overAYear() {
        var last: CivilDay?
        var called: [Int32] = []
        for week: Int32 in 0..<52 {
            for monday in Self.rule.mondays(measure: 1, on: Self.monday + week * 7, last: last) {
                called.append((monday - Self.monday) / 7)
                last = monday
            }
        }
        #expect(called == [3, 9, 15, 21, 27, 33, 39, 45, 51])
    }
}

/// What speaks against a week that somebody declares by hand, by the same rule.
@Suite("Assessment weeks that somebody declares")
struct AssessmentWeekObjectionTests {
    private let monday = CivilDay(number: 9_823)
    private let rule = AssessmentWeekRule(minimumGapWeeks: 6, noticeWeeks: 3)

    @Test("PO-1: what the rule would call itself, it does not object to")
    func sameRule() {
        var rule = rule
        rule.isOn = true
        for weeks: Int32 in 0..<12 {
            let last = monday - 7 * weeks
            let called = rule.mondays(measure: 99, on: monday, last: last)
            #expect(called.isEmpty != rule.objections(to: monday + 21, on: monday, declared: [last]).isEmpty)
        }
    }

    @Test("PO-1: too little notice, too near before or after, or both")
    func objections() {
        #expect(rule.objections(to: monday + 21, on: monday + 4, declared: []) == [])
        #expect(
            rule.objections(to: monday + 14, on: monday, declared: [])
                == [.shortNotice(earliest: monday + 21)])
        #expect(rule.objections(to: monday + 28, on: monday, declared: [monday + 63]) == [.tooNear(monday + 63)])
        #expect(
            rule.objections(to: monday + 7, on: monday, declared: [monday - 14])
                == [.shortNotice(earliest: monday + 21), .tooNear(monday - 14)])
    }
}
