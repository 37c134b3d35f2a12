import Calibration
import Foundation
import PublishedStatistics

/// What is learned, as sources of the program: a table a way.
enum TrustSource {
    private static func name(_ way: Trust.Way) -> String {
        switch way {
        case .published: "LearnedPublished"
        case .publishedAndSimulated: "LearnedPublishedAndSimulated"
        case .level: "LearnedLevel"
        }
    }

    static func write(_ trust: Trust, to folder: String) throws {
        for way in Trust.Way.allCases {
            let comment =
                "/// What forecasts by the way `\(way.rawValue)` may promise; written by `Tests/Studies/trust`, "
                + "never by hand."
            let lines = trust.table(of: way).split(separator: "\n").map { "        \($0)\n" }.joined()
            let text = """
                \(comment)
                enum \(name(way)) {
                    static let table = \"\"\"
                \(lines)
                        \"\"\"
                }

                """
            let place = URL(fileURLWithPath: folder).appendingPathComponent(name(way) + ".swift")
            try Data(text.utf8).write(to: place)
        }
    }

    /// What the ranges held in years that have passed: those of the level of the last three months stand for whoever
    /// has no past.
    static func writeCover(_ trials: [ForecastTrial], to folder: String) throws {
        let tried: [(way: Trust.Way, method: String)] = [
            (.published, "trusted"), (.level, ForecastMethod.simple(.lastMonths).name),
        ]
        let lines = tried.compactMap { way, method in
            TrustCover(trials, method: method).map { "        \($0.line(of: way))\n" }
        }
        let text = """
            /// What ranges of 90% held in years that have passed: way, services, years, shares of months, quarters and
            /// years within; written by `Tests/Studies/trust`, never by hand.
            enum LearnedCover {
                static let table = \"\"\"
            \(lines.joined())
                    \"\"\"
            }

            """
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent("LearnedCover.swift"))
    }
}
