import ArgumentParser
import Glibc

/// The chart library that a report carries inside it: Debian's `libjs-chart.js`.
enum ChartScript {
    private static let usualPlace = "/usr/share/javascript/chart.js/chart.min.js"

    /// The library's text, from where Debian puts it or from where `STEPCARE_CHART_JS` says.
    static func load() throws -> String {
        let path = getenv("STEPCARE_CHART_JS").map { String(cString: $0) } ?? usualPlace
        guard let file = fopen(path, "rb") else {
            Terminal.say("\(path): the chart library is not there (install libjs-chart.js, or set STEPCARE_CHART_JS)")
            throw Exit.missingInput
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        guard ferror(file) == 0, !bytes.isEmpty else {
            Terminal.say("\(path): the chart library cannot be read (set STEPCARE_CHART_JS to its file)")
            throw Exit.missingInput
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
