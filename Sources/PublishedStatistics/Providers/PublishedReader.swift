import CareModel

/// Reads the rows of a published file that are needed.
struct PublishedReader {
    /// What a row is about.
    private enum Group: UInt8 { case england, provider, other }

    /// How many faults of rows are told one by one.
    private static let mostFaults = 50

    private let path: String
    /// The rows in the order of the file.
    private(set) var rows: [PublishedFile.Row] = []
    /// What was found that is no error.
    private(set) var warnings: [FileFault] = []
    /// The code of each organisation, in the order of first sight.
    private(set) var codes: [String] = []
    /// The names of each organisation, with their months.
    private(set) var names: [[ProviderSeries.Name]] = []

    private var faults: [FileFault] = []
    private var faultCount = 0
    private var groupTable = ByteTable()
    private var groups: [Group] = []
    private var codeTable = ByteTable()
    private var organisationOfCode: [Int] = []
    private var nation: Int?
    private var nameTable = ByteTable()
    private var dayTable = ByteTable()
    private var monthOfDay: [PublishedMonth?] = []
    private var identifierTable = ByteTable()
    private var measureOfIdentifier: [PublishedMeasure?] = []
    private var measureTable = ByteTable()
    private var measureOfName: [PublishedMeasure?] = []
    private var toldPairs: [(Int, Int)] = []
    private var rowsNotMonthly = 0
    private var last = (organisation: -1, name: -1, month: -1)

    init(path: String) { self.path = path }

    /// The values of `GROUP_TYPE` that were seen, for a message.
    var groupNames: String {
        groupTable.count == 0 ? "none" : (0..<min(8, groupTable.count)).map { groupTable[$0] }.joined(separator: ", ")
    }

    /// Reads the file.
    mutating func read() throws(PublishedError) {
        guard let source = GzipSource(path: path) else {
            throw .cannotRead(path, "there is no such file, or it may not be read")
        }
        var reader = RecordReader(source)
        do {
            guard try reader.next() else {
                throw fault(1, 1, "", "the file is empty", "a first line with the names of the columns")
            }
            try checkKind(reader)
            let header = reader.cells.indices.map { reader.text($0) }
            let columns = try PublishedColumns(header, file: path)
            while try reader.next() { read(reader, columns) }
        } catch let error as RecordReader.Malformed {
            add(error.line, error.column, "", error.message, error.allowed)
        } catch let error as GzipSource.Damage {
            addDamage(error, line: reader.line)
        } catch let error as PublishedError {
            throw error
        } catch {
            throw .cannotRead(path, "\(error)")
        }
        finish()
        guard faults.isEmpty else { throw .faults(faults) }
    }

    /// Says of a file that is no table what it is.
    private func checkKind(_ reader: borrowing RecordReader) throws(PublishedError) {
        let first = reader.bytes(0)
        let isZip = first.starts(with: [0x50, 0x4B, 0x03, 0x04])
        let isWide = first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF])
        if isZip {
            throw fault(1, 1, "", "this is a zip archive or a workbook", "the CSV file in it, plain or as gzip")
        }
        if isWide || first.contains(0) {
            throw fault(1, 1, "", "this is not text in UTF-8", "a CSV file in UTF-8, plain or as gzip")
        }
        if path.hasSuffix(".gz"), !reader.isCompressed {
            throw fault(1, 1, "", "the name ends with .gz, but this is not gzip", "a gzip file, or a plain .csv")
        }
    }

    private mutating func addDamage(_ damage: GzipSource.Damage, line: Int) {
        switch damage {
        case .truncated:
            add(line, 0, "", "the gzip file is cut off here", "the whole file: fetch it again")
        case .damaged(let why):
            add(line, 0, "", "the gzip file is damaged hereabouts: \(why)", "an undamaged file: fetch it again")
        }
    }

    private mutating func finish() {
        if faultCount > faults.count {
            let more = "\(faultCount - faults.count) more rows have faults"
            faults.append(FileFault(file: path, key: "", message: more, allowed: "none"))
        }
        if rowsNotMonthly > 0, rows.isEmpty {
            faults.append(
                FileFault(
                    file: path, key: "REPORTING_PERIOD_END",
                    message: "\(rowsNotMonthly) rows, and none is of one month",
                    allowed: "the monthly file, not the quarterly or annual one"))
        } else if rowsNotMonthly > 0 {
            warnings.append(
                FileFault(
                    .warning, file: path, key: "REPORTING_PERIOD_END",
                    message: "\(rowsNotMonthly) rows are not of one month", allowed: "these were passed over"))
        } else if faults.isEmpty, rows.isEmpty {
            faults.append(
                FileFault(
                    file: path, key: "", message: "no row of England or of a provider with a known measure",
                    allowed: "GROUP_TYPE England or Provider (the file has \(groupNames)) and a measure such as "
                        + "Count_ReferralsReceived (the file has \(measureNames))"))
        }
    }

    private var measureNames: String {
        measureTable.count == 0
            ? "none" : (0..<min(5, measureTable.count)).map { measureTable[$0] }.joined(separator: ", ")
    }

    /// Takes the present record, if it is needed.
    @inline(__always)
    private mutating func read(_ reader: borrowing RecordReader, _ columns: PublishedColumns) {
        guard reader.cells.count == columns.count else {
            add(reader.line, 1, "", "the row has \(reader.cells.count) cells", "\(columns.count), as in the first line")
            return
        }
        let group = group(of: reader.bytes(columns.group))
        guard group != .other, let measure = measure(reader, columns) else { return }
        guard let month = month(reader, columns) else { return }
        let organisation = group == .england ? england() : organisation(of: reader.bytes(columns.code))
        if let name = columns.name, group == .provider { note(reader, name, organisation, month) }
        let value: Double
        switch PublishedNumber.read(reader.bytes(columns.value)) {
        case .value(let number): value = number
        case .suppressed: value = .nan
        case .unreadable:
            let place = reader.place(columns.value)
            add(
                place.line, place.column, "MEASURE_VALUE_SUPPRESSED",
                "'\(reader.text(columns.value).prefix(40))' is no number", "a number, * or empty")
            return
        }
        rows.append(
            PublishedFile.Row(
                organisation: organisation, measure: measure, month: month, line: reader.line, value: value))
    }

    @inline(__always)
    private mutating func group(of bytes: UnsafeRawBufferPointer) -> Group {
        let (index, isNew) = groupTable.number(of: bytes)
        if isNew {
            switch groupTable[index].lowercased() {
            case "england": groups.append(.england)
            case "provider": groups.append(.provider)
            default: groups.append(.other)
            }
        }
        return groups[index]
    }

    /// The measure of a row by its name; where that is not known, by its identifier.
    @inline(__always)
    private mutating func measure(_ reader: borrowing RecordReader, _ columns: PublishedColumns) -> PublishedMeasure? {
        var byName: (place: Int, measure: PublishedMeasure?) = (-1, nil)
        if let column = columns.measure {
            let (index, isNew) = measureTable.number(of: reader.bytes(column))
            if isNew { measureOfName.append(PublishedMeasure(name: measureTable[index])) }
            byName = (index, measureOfName[index])
        }
        guard let column = columns.identifier else { return byName.measure }
        let (index, isNew) = identifierTable.number(of: reader.bytes(column))
        if isNew { measureOfIdentifier.append(PublishedMeasure(identifier: identifierTable[index])) }
        let byIdentifier = measureOfIdentifier[index]
        if let byIdentifier, byName.place >= 0, byName.measure != byIdentifier {
            tell(byIdentifier, byName, identifier: index, line: reader.line)
        }
        return byName.measure ?? byIdentifier
    }

    /// Warns once of each name that an identifier goes by and that is not its own.
    private mutating func tell(
        _ byIdentifier: PublishedMeasure, _ byName: (place: Int, measure: PublishedMeasure?), identifier: Int, line: Int
    ) {
        guard !toldPairs.contains(where: { $0 == (identifier, byName.place) }) else { return }
        toldPairs.append((identifier, byName.place))
        let used = (byName.measure ?? byIdentifier).name
        warnings.append(
            FileFault(
                .warning, file: path, line: line, key: byIdentifier.identifier,
                message: "the measure goes by the name '\(measureTable[byName.place])' from here",
                allowed: "\(byIdentifier.name) was expected; read as \(used)"))
    }

    /// The month of a row; nil, with a fault or a count of it, if it is of none.
    @inline(__always)
    private mutating func month(_ reader: borrowing RecordReader, _ columns: PublishedColumns) -> PublishedMonth? {
        guard let first = month(of: reader.bytes(columns.start)) else {
            addDay(reader, columns.start, "REPORTING_PERIOD_START")
            return nil
        }
        guard let column = columns.end else { return first }
        guard let last = month(of: reader.bytes(column)) else {
            addDay(reader, column, "REPORTING_PERIOD_END")
            return nil
        }
        if first != last {
            rowsNotMonthly += 1
            return nil
        }
        return first
    }

    private mutating func addDay(_ reader: borrowing RecordReader, _ column: Int, _ key: String) {
        let place = reader.place(column)
        add(
            place.line, place.column, key, "'\(reader.text(column).prefix(40))' is no day",
            "a day as YYYY-MM-DD or DD/MM/YYYY")
    }

    @inline(__always)
    private mutating func month(of bytes: UnsafeRawBufferPointer) -> PublishedMonth? {
        let (index, isNew) = dayTable.number(of: bytes)
        if isNew { monthOfDay.append(Self.month(dayTable[index])) }
        return monthOfDay[index]
    }

    /// The month of a day as `YYYY-MM-DD`, with or without a time, or as `DD/MM/YYYY`.
    static func month(_ text: String) -> PublishedMonth? {
        let parts = text.split(separator: "/")
        if parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4 {
            let padded = parts.map { $0.count == 1 ? "0" + $0 : String($0) }
            return CivilDay(padded[2] + "-" + padded[1] + "-" + padded[0]).map { PublishedMonth($0) }
        }
        let day = text.split(whereSeparator: { $0 == "T" || $0 == " " }).first.map(String.init) ?? ""
        return CivilDay(day).map { PublishedMonth($0) }
    }

    private mutating func england() -> Int {
        if let nation { return nation }
        nation = codes.count
        codes.append(PublishedFile.englandCode)
        names.append([])
        return codes.count - 1
    }

    @inline(__always)
    private mutating func organisation(of bytes: UnsafeRawBufferPointer) -> Int {
        let (index, isNew) = codeTable.number(of: bytes)
        if isNew {
            organisationOfCode.append(codes.count)
            codes.append(codeTable[index])
            names.append([])
        }
        return organisationOfCode[index]
    }

    /// Keeps the names of a provider with the months in which it had them.
    @inline(__always)
    private mutating func note(
        _ reader: borrowing RecordReader, _ column: Int, _ organisation: Int, _ month: PublishedMonth
    ) {
        let (index, _) = nameTable.number(of: reader.bytes(column))
        guard last != (organisation, index, month.number) else { return }
        last = (organisation, index, month.number)
        let text = reader.text(column)
        if let place = names[organisation].firstIndex(where: { $0.text == text }) {
            names[organisation][place].extend(to: month)
        } else {
            names[organisation].append(ProviderSeries.Name(text: text, first: month, last: month))
        }
    }

    private mutating func add(_ line: Int, _ column: Int, _ key: String, _ message: String, _ allowed: String) {
        faultCount += 1
        guard faults.count < Self.mostFaults else { return }
        faults.append(
            FileFault(file: path, line: line, column: column, key: key, message: message, allowed: allowed))
    }

    private func fault(
        _ line: Int, _ column: Int, _ key: String, _ message: String, _ allowed: String
    ) -> PublishedError {
        .faults([FileFault(file: path, line: line, column: column, key: key, message: message, allowed: allowed)])
    }
}
