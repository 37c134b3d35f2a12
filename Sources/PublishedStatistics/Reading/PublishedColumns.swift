import CareModel

/// Where the columns that are needed stand in a file.
struct PublishedColumns {
    /// The first day of the month.
    var start: Int
    /// The last day of the month, if the file has it.
    var end: Int?
    /// What the row is about: England, a provider, or a group that is not needed.
    var group: Int
    /// The provider's code.
    var code: Int
    /// The provider's name, if the file has it.
    var name: Int?
    /// The measure's identifier, if the file has it.
    var identifier: Int?
    /// The measure's name, if the file has it; one of the two it has.
    var measure: Int?
    /// The figure.
    var value: Int
    /// How many cells a row has.
    var count: Int

    /// What a column is called, and whether a file must have it.
    private static let wanted: [(name: String, isRequired: Bool)] = [
        ("REPORTING_PERIOD_START", true), ("REPORTING_PERIOD_END", false), ("GROUP_TYPE", true), ("ORG_CODE2", true),
        ("ORG_NAME2", false), ("MEASURE_ID", false), ("MEASURE_NAME", false), ("MEASURE_VALUE_SUPPRESSED", true),
    ]

    /// Finds the columns by their names, in any order; others are passed over.
    /// - Parameter names: the cells of the first line.
    /// - Throws: ``PublishedError/faults(_:)``: each column that is missing or there twice.
    init(_ names: [String], file: String) throws(PublishedError) {
        let header = names.map { $0.uppercased().filter { !$0.isWhitespace } }
        var places: [Int?] = []
        var faults: [FileFault] = []
        let has = "the file has: " + (names.isEmpty ? "none" : names.prefix(20).joined(separator: ", "))
        for column in Self.wanted {
            let found = header.indices.filter { header[$0] == column.name }
            places.append(found.first)
            if found.count > 1 {
                faults.append(
                    FileFault(
                        file: file, line: 1, column: 1, key: column.name, message: "the column is there twice",
                        allowed: "each column once"))
            }
            if column.isRequired, found.isEmpty {
                faults.append(
                    FileFault(
                        file: file, line: 1, column: 1, key: column.name, message: "the column is missing", allowed: has
                    ))
            }
        }
        if places[5] == nil, places[6] == nil {
            faults.append(
                FileFault(
                    file: file, line: 1, column: 1, key: "MEASURE_NAME", message: "the column is missing",
                    allowed: "MEASURE_NAME, MEASURE_ID or both; \(has)"))
        }
        guard faults.isEmpty, let start = places[0], let group = places[2], let code = places[3], let value = places[7]
        else { throw .faults(faults) }
        self.start = start
        end = places[1]
        self.group = group
        self.code = code
        name = places[4]
        identifier = places[5]
        measure = places[6]
        self.value = value
        count = names.count
    }
}
