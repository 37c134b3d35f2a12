import CareModel

extension Described {
    /// The columns of tables in which the properties of a value stand, made of the table of properties.
    /// - Parameter teams: what the teams are called.
    static func tableColumns(_ teams: TeamNames = TeamNames([])) -> [TableColumn<Self>] {
        var columns: [TableColumn<Self>] = []
        var wordColumns: Set<String> = []  // lookup only
        for property in properties {
            switch property.cell {
            case .own(let name): columns.append(TableColumn(name, property, property.cellForm(teams)))
            case .emptyIfBlank(let name):
                let blank = property.absent
                let form = property.cellForm(teams).blank({ $0 == blank }, is: blank)
                columns.append(TableColumn(name, property, form))
            case .word(_, let name):
                if wordColumns.insert(name).inserted { columns.append(wordsColumn(name)) }
            }
        }
        return columns
    }

    /// A column of words, each of which says that something is so.
    private static func wordsColumn(_ name: String) -> TableColumn<Self> {
        let words: [(word: String, property: Property<Self>)] = properties.compactMap { property in
            guard case .word(let word, name) = property.cell else { return nil }
            return (word, property)
        }
        return TableColumn(
            name: name, allowed: "any of \(words.map(\.word).joined(separator: ", ")), with spaces between, or empty",
            meaning: words.map { "\($0.word): \($0.property.meaning)" }.joined(separator: " "), isRequired: false,
            kind: .words, words: words.map { ColumnWord(name: $0.word) },
            text: { root in words.filter { $0.property.number(root) == 1 }.map(\.word).joined(separator: " ") },
            put: { text, root in
                let said = text.split(separator: " ").map(String.init)
                guard said.allSatisfy({ word in words.contains { $0.word == word } }) else { return false }
                for (word, property) in words {
                    _ = property.put(said.contains(word) ? 1 : property.absent, &root)
                }
                return true
            })
    }
}

extension Property {
    /// How the number is written in a cell; unknown is empty.
    fileprivate func cellForm(_ teams: TeamNames) -> ColumnForm<Int64?> {
        let form = form.cells(teams)
        return isOptional
            ? form.orEmpty : form.mapped({ $0 ?? 0 }, { .some($0) })
    }
}

extension PropertyForm {
    /// How a number with this meaning is written in a cell.
    fileprivate func cells(_ teams: TeamNames) -> ColumnForm<Int64> {
        switch self {
        case .minute: ColumnForm.minute.mapped(CivilMinute.init(minutes:), \.minutes)
        case .dueMinute: ColumnForm.dueMinute.mapped(CivilMinute.init(minutes:), \.minutes)
        case .day: ColumnForm.day.mapped({ CivilDay(number: Int32(truncatingIfNeeded: $0)) }, { Int64($0.number) })
        case .number(let range): .number(range)
        case .flag: ColumnForm.yesOrNo.mapped({ $0 != 0 }, { $0 ? 1 : 0 })
        case .words(let words):
            .words(words.map { (word: ColumnWord(name: $0.name, title: $0.title), value: $0.number) })
        case .team: ColumnForm.team(teams).mapped({ UInt8(truncatingIfNeeded: $0) }, { Int64($0) })
        }
    }
}

extension TableColumn where Row: Described {
    fileprivate init(_ name: String, _ property: Property<Row>, _ form: ColumnForm<Int64?>) {
        self.init(
            name: name, allowed: form.allowed, meaning: property.meaning, isRequired: form.value("") == nil,
            kind: form.kind, words: form.words,
            text: { form.text(property.number($0)) },
            put: { text, row in form.value(text).map { property.put($0, &row) } ?? false })
    }
}
