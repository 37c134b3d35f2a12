import CareModel
import GRDB

/// The columns of a database in which the properties of a value are kept, made of the table of properties.
struct PropertyColumns<Root: Described>: Sendable {
    /// The names, with commas between.
    let names: String
    /// The properties of each column: one, or several that share its bits.
    private let columns: [[Property<Root>]]
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
        for properties in columns {
            let kept = reader.integerIfAny()
            for property in properties {
                var number = kept
                if case .bits(_, let first, let count) = property.column {
                    number = (kept ?? 0) >> first & (1 << count - 1)
                }
                guard property.put(number, &root) else { throw reader.meaningless(kept) }
            }
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
