import CareModel
import Foundation
import ServiceSimulation
import Testing

/// What rules claim of single keys, in `Tests/Studies/claims.csv`: which measure, and which way. Each is switched over
/// the same people and the same luck.
@Suite struct KeyClaimTests {
    @Test("A key does what its rule claims", arguments: KeyClaim.all)
    func actsAsClaimed(claim: KeyClaim) throws {
        let measure = try #require(claim.measure, "no measure is called \(claim.measureName)")
        var scenario = SampleService.scenario()
        for setting in claim.given + claim.set {
            let isAllowed = setting.apply(to: &scenario)
            #expect(isAllowed, "\(setting.key) = \(setting.value) is no setting")
        }
        let effect = RuleEffectTests.Effect(
            rule: claim.rule, change: claim.change(claim.set), measure: measure, sign: claim.sign,
            given: claim.given.isEmpty ? nil : claim.change(claim.given))
        let surprise = effect.surprise
        #expect(surprise == nil, "\(claim.rule)")
    }

    @Test("The list is read, and names what there is")
    func theListIsRead() {
        #expect(KeyClaim.all.count >= 100)
        for claim in KeyClaim.all {
            #expect(!claim.set.isEmpty && claim.sign != 0, "\(claim.rule)")
        }
    }
}

/// A line of the list.
struct KeyClaim: Sendable, CustomTestStringConvertible {
    /// The rules, and the claim in words.
    let rule: String
    /// What is switched.
    let set: [KeySetting]
    /// What both sides have.
    let given: [KeySetting]
    /// A measure of the registry, or a count: `ends:` and a reason, `total:`, `last:` and a counter, `share:` and two.
    let measureName: String
    /// 1 for more, -1 for less.
    let sign: Int

    var testDescription: String { rule }

    /// Those of the list; a line that cannot be read is one without settings.
    static let all: [KeyClaim] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Studies/claims.csv")
        let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().map { KeyClaim(cells(String($0))) }
    }()

    private init(_ cells: [String]) {
        func cell(_ place: Int) -> String { place < cells.count ? cells[place] : "" }
        rule = "\(cell(0)) \(cell(1))"
        set = cell(2).split(separator: ";").compactMap { KeySetting(String($0)) }
        given = cell(3).split(separator: ";").compactMap { KeySetting(String($0)) }
        measureName = cell(4)
        sign = ["more": 1, "less": -1][cell(5)] ?? 0
    }

    /// The cells of a line, quoted where a comma is in them.
    private static func cells(_ line: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    func change(_ settings: [KeySetting]) -> @Sendable (inout ServiceScenario) -> Void {
        { scenario in for setting in settings { _ = setting.apply(to: &scenario) } }
    }

    var measure: RuleMeasure? {
        let parts = measureName.split(separator: ":").map(String.init)
        func counter(_ place: Int) -> Counter? {
            Counter.allCases.first { place < parts.count && "\($0)" == parts[place] }
        }
        switch parts.first {
        case "ends": return EndReason.allCases.first { parts.count > 1 && $0.name == parts[1] }.map { .ends($0) }
        case "total": return counter(1).map { .total($0) }
        case "last": return counter(1).map { .lastWeeks($0) }
        case "share":
            guard let part = counter(1), let whole = counter(2) else { return nil }
            return .share(part, whole)
        case "bookable-hours": return RuleEffectTests.bookable
        case "unused-therapist-hours":
            return .ofRoles(
                .unusedMinutes, of: Role.allCases.filter { $0.step == .high }, each: 60,
                "Bookable hours of therapists that nobody used, a year", .hours)
        default: return .of(measureName)
        }
    }
}
