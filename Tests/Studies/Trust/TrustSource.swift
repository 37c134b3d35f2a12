import Calibration
import Foundation

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
}
