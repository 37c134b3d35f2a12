import CareModel
import GRDB

/// The columns of a database in which the properties of a value are kept, made of the table of properties.
struct PropertyColumns<Root: Described>: Sendable {
    /// The names, with commas between.
    let names: String
    /// The properties of each column: one, or several that share its bits.
    private let columns: [[Property<Root>]]
    /// How each property is read, in the order of the columns. A row of the table of properties is a long value with
    /// its words; a list of a thousand people would copy fifty thousand of them.
    private let readings: [Reading]
    /// The columns behind those, each of which has several numbers with spaces between.
    private let lists = Root.lists

    init() {
        var (names, columns): ([String], [[Property<Root>]]) = ([], [])
        for property in Root.properties {
            switch property.column {
            case .own(let name):
                names.append(name)
                columns.append([property])
            case .bits(let name, _, _):
                if names.last == name {
                    columns[columns.count - 1].append(property)
                } else {
                    names.append(name)
                    columns.append([property])
                }
            case .part: continue
            }
        }
        names += Root.lists.map(\.column)
        self.names = names.joined(separator: ", ")
        self.columns = columns
        readings = columns.flatMap { properties in
            properties.indices.map { Reading(properties[$0], isFirst: $0 == 0) }
        }
    }

    /// How a property is read.
    private struct Reading {
        /// Whether it is the first of a column.
        let isFirst: Bool
        /// The first of its bits, and as many bits set as it has; nil if it has the whole column.
        let bits: (first: Int64, mask: Int64)?
        /// Puts a number into a value.
        let put: @Sendable (Int64?, inout Root) -> Bool

        init(_ property: Property<Root>, isFirst: Bool) {
            self.isFirst = isFirst
            put = property.put
            if case .bits(_, let first, let count) = property.column {
                bits = (first, 1 << count - 1)
            } else {
                bits = nil
            }
        }
    }

    /// The names, each with the table before it.
    func names(of table: String) -> String {
        names.split(separator: ", ").map { "\(table).\($0)" }.joined(separator: ", ")
    }

    /// What the columns have of a value, in their order; parts of a whole that has a column are not among them.
    func values(of root: Root) -> [(any DatabaseValueConvertible)?] {
        let single: [(any DatabaseValueConvertible)?] = columns.map { properties in
            guard case .bits = properties[0].column else { return properties[0].number(root) }
            var bits: Int64 = 0
            for property in properties {
                guard case .bits(_, let first, _) = property.column else { continue }
                bits |= (property.number(root) ?? 0) << first
            }
            return bits
        }
        return single + lists.map { $0.numbers(root).map(String.init).joined(separator: " ") }
    }

    /// The value that the columns have.
    /// - Throws: ``StoreError/database(detail:)`` for a number that means nothing.
    func value(_ reader: inout ColumnReader) throws -> Root {
        var root = Root.blank
        var kept: Int64?
        for reading in readings {
            if reading.isFirst { kept = reader.integerIfAny() }
            let number = reading.bits.map { (kept ?? 0) >> $0.first & $0.mask } ?? kept
            guard reading.put(number, &root) else { throw reader.meaningless(kept) }
        }
        for list in lists {
            let kept = reader.text()
            let words = kept.split(separator: " ")
            let numbers = words.compactMap { Int64($0) }
            guard numbers.count == words.count, list.put(numbers, &root) else { throw reader.meaningless(kept) }
        }
        return root
    }
}

extension Referral {
    static let columns = PropertyColumns<Referral>()
}

extension StoredEpisode {
    static let columns = PropertyColumns<StoredEpisode>()
}

extension PersonFacts {
    static let columns = PropertyColumns<PersonFacts>()
}

extension GroupFacts {
    static let columns = PropertyColumns<GroupFacts>()
}
