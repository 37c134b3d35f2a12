import Testing

/// Clock, zone and chance are passed in: nothing in `Sources` but the command may reach for its own.
enum Ambience {
    private static let clockAdvice = "take the time as a parameter"
    private static let chanceAdvice = "draw from a stream of RandomStreams"
    private static let placeAdvice = "take the zone, calendar or locale as a parameter"

    /// Runs of tokens that reach outside, and what to do instead.
    private static let patterns: [(tokens: [String], advice: String)] = [
        (["Date", "(", ")"], clockAdvice), (["Date", ".", "now"], clockAdvice),
        (["Date", ".", "init", "("], clockAdvice),
        (["SystemRandomNumberGenerator"], chanceAdvice), (["arc4random"], chanceAdvice),
        (["arc4random_uniform"], chanceAdvice), ([".", "random", "("], chanceAdvice),
        ([".", "randomElement", "("], chanceAdvice), ([".", "shuffle", "("], chanceAdvice),
        ([".", "shuffled", "("], chanceAdvice),
        (["Calendar", ".", "current"], placeAdvice), (["TimeZone", ".", "current"], placeAdvice),
        (["Locale", ".", "current"], placeAdvice),
    ]

    static func findings(in source: SwiftSource) -> [Finding] {
        guard source.isInSources, source.target != "stepcare" else { return [] }
        let tokens = source.tokens
        return tokens.indices.compactMap { index in
            let found = patterns.first { pattern in
                tokens[index...].prefix(pattern.tokens.count).map(\.text) == pattern.tokens
            }
            return found.map { source.finding(tokens[index].line, "\($0.advice), instead of \($0.tokens.joined())") }
        }
    }
}

@Suite struct AmbienceTests {
    @Test func nothingButTheCommandReachesForClockOrChance() {
        expectNone(Repository.swiftSources.flatMap(Ambience.findings))
    }

    private func findings(_ code: String, target: String) -> [Finding] {
        Ambience.findings(in: SwiftSource(path: "Sources/\(target)/A.swift", text: "\n" + code + "\n"))
    }

    @Test(arguments: [
        "let now = Date()", "Date.now", "var g = SystemRandomNumberGenerator()", "Int.random(in: 0..<3)",
        "arc4random()", "x.shuffled()", "x.randomElement()", "Calendar.current", "TimeZone.current",
    ])
    func badSampleIsFound(code: String) {
        #expect(findings(code, target: "Reporting").map(\.line) == [2])
        #expect(findings(code, target: "stepcare").isEmpty)
    }

    @Test(arguments: [
        "// Date()", "\"Date()\"", "Date(timeIntervalSince1970: 0)", "CivilDate()", "let random = 3",
        "func random() {}",
    ])
    func goodSampleIsNot(code: String) {
        #expect(findings(code, target: "Reporting").isEmpty)
    }
}
