import CareModel
import ScenarioFiles
import Testing

/// What may be promised, in a scenario: every span, and levels within their ranges.
@Suite struct TrustedKeysTests {
    private func faults(_ lines: String) -> [String] {
        let text = """
            name: small
            title: Small
            starts: 2026-12-07
            start: { origin: list }
            teams:
              - name: north
                title: North
                referrals: { per-week: 12, sources: { self: 0.8, gp: 0.2 }, months: published }
                staff: [{ role: pwp, count: 1 }, { role: hit, count: 1 }]
                trusted:
                  from: 2026-12-01
                  referrals:
            \(lines)
            """
        do {
            _ = try ScenarioLoader.load(.text(text, name: "small.yaml"))
            return []
        } catch {
            return error.diagnostics.map(\.description)
        }
    }

    private func list(_ value: Int, count: Int = 17) -> String {
        "[" + Array(repeating: "\(value)", count: count).joined(separator: ", ") + "]"
    }

    @Test func everySpanIsSaidWithinItsRange() {
        func section(level: Int, low: Int, high: Int, count: Int = 17) -> String {
            """
                    level: \(list(level, count: count))
                    low: \(list(low))
                    high: \(list(high))
                    simulated: \(list(level))
                    words: "As it was."
            """
        }
        #expect(faults(section(level: 50, low: 40, high: 60)) == [])
        let outside = faults(section(level: 50, low: 51, high: 60))
        #expect(outside.count == 1 && outside[0].contains("number 1 of level is outside low to high"), "\(outside)")
        let short = faults(section(level: 50, low: 40, high: 60, count: 12))
        #expect(short.count == 1 && short[0].contains("the list has 12 numbers"), "\(short)")
    }
}
