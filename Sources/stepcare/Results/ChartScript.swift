import ArgumentParser
import Glibc

/// The chart library that a report carries inside it: Debian's `libjs-chart.js`.
enum ChartScript {
    private static let usualPlace = "/usr/share/javascript/chart.js/chart.min.js"

    private static var place: String { getenv("STEPCARE_CHART_JS").map { String(cString: $0) } ?? usualPlace }

    /// The library's text, from where Debian puts it or from where `STEPCARE_CHART_JS` says.
    static func load() throws -> String {
        do throws(Fault) {
            return try read()
        } catch {
            switch error {
            case .missing:
                Terminal.say(
                    "\(place): the chart library is not there (install libjs-chart.js, or set STEPCARE_CHART_JS)")
                throw Exit.missingInput
            case .unreadable:
                Terminal.say("\(place): the chart library cannot be read (set STEPCARE_CHART_JS to its file)")
                throw Exit.missingInput
            }
        }
    }

    /// The same, nil where it is not there: whoever shows tables too can do without.
    static var ifThere: String? { try? read() }

    private enum Fault: Error { case missing, unreadable }

    private static func read() throws(Fault) -> String {
        guard let file = fopen(place, "rb") else { throw .missing }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        guard ferror(file) == 0, !bytes.isEmpty else { throw .unreadable }
        return String(decoding: bytes, as: UTF8.self)
    }
}
