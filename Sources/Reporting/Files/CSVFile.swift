import CareModel

/// A comma-separated file that is written line by line.
struct CSVFile {
    /// What has been written.
    private(set) var text = ""

    /// A file that begins with its heading.
    init(heading: [String]) { add(heading) }

    /// Writes a line.
    mutating func add(_ fields: [String]) { text += CSVText.line(fields) }

    /// A number as JSON would write it; empty if it is not finite.
    static func number(_ value: Double) -> String { JSONValue.digits(value) ?? "" }
}
