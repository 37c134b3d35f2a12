import CareModel

/// How values of a kind are written in a cell: both ways, and in words what is allowed.
struct ColumnForm<Value> {
    /// What is allowed.
    let allowed: String
    /// The text of a value.
    let text: (Value) -> String
    /// The value of a text; nil if it is none.
    let value: (String) -> Value?
    /// What a spreadsheet may have made of it.
    let kind: CellKind
    /// The words that are allowed, where only some are.
    let words: [ColumnWord]

    init(
        _ allowed: String, _ kind: CellKind = .text, words: [ColumnWord] = [], text: @escaping (Value) -> String,
        value: @escaping (String) -> Value?
    ) {
        self.allowed = allowed
        self.kind = kind
        self.words = words
        self.text = text
        self.value = value
    }

    /// The same, or nothing: an empty cell.
    var orEmpty: ColumnForm<Value?> {
        ColumnForm<Value?>(
            allowed + ", or empty", kind, words: words, text: { $0.map(text) ?? "" },
            value: { $0.isEmpty ? .some(nil) : value($0).map(Optional.some) })
    }

    /// The same through another type.
    func mapped<Other>(_ there: @escaping (Other) -> Value, _ back: @escaping (Value) -> Other?) -> ColumnForm<Other> {
        ColumnForm<Other>(
            allowed, kind, words: words, text: { text(there($0)) }, value: { value($0).flatMap(back) })
    }

    /// The same, with one value written as an empty cell.
    func blank(_ isBlank: @escaping (Value) -> Bool, is blank: Value) -> ColumnForm<Value> {
        ColumnForm(
            allowed + ", or empty", kind, words: words, text: { isBlank($0) ? "" : text($0) },
            value: { $0.isEmpty ? blank : value($0) })
    }
}

extension ColumnForm where Value == String {
    /// Any text but none.
    static var text: ColumnForm {
        ColumnForm("any text, not empty", text: { $0 }, value: { $0.isEmpty ? nil : $0 })
    }
}

extension ColumnForm where Value == Bool {
    /// Yes or no.
    static var yesOrNo: ColumnForm {
        ColumnForm(
            "no, yes", .word, text: { $0 ? "yes" : "no" },
            value: { text in
                if ["yes", "y", "true"].contains(text) { return true }
                return ["no", "n", "false"].contains(text) ? false : nil
            })
    }
}

extension ColumnForm where Value: FixedWidthInteger {
    /// A whole number in a range.
    static func number(_ range: ClosedRange<Value>) -> ColumnForm {
        let most = range.upperBound == .max ? "or more" : "to \(range.upperBound)"
        return ColumnForm(
            "a whole number, \(range.lowerBound) \(most)", .number, text: { String($0) },
            value: { text in Value(text).flatMap { String($0) == text && range.contains($0) ? $0 : nil } })
    }
}

extension ColumnForm where Value == CivilDay {
    /// A day.
    static var day: ColumnForm {
        ColumnForm("a day as YYYY-MM-DD", .day, text: \.description, value: { CivilDay($0) })
    }
    /// A day of birth.
    static var birthday: ColumnForm {
        ColumnForm("a day as YYYY-MM-DD", .birthday, text: \.description, value: { CivilDay($0) })
    }
}

extension ColumnForm where Value == CivilMinute {
    /// A minute; of a day alone the start of the working day.
    static var minute: ColumnForm { minute(assumed: CellKind.startOfDay) }
    /// The minute by which something is due; of a day alone the end of the working day.
    static var dueMinute: ColumnForm { minute(assumed: CellKind.endOfDay) }

    private static func minute(assumed: Int) -> ColumnForm {
        ColumnForm("a minute as YYYY-MM-DD HH:MM", .minute(assumed: assumed), text: \.description) { text in
            let parts = text.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 2, let day = CivilDay(String(parts[0])),
                let minute = ColumnForm<Int>.timeOfDay.value(String(parts[1])), minute < 1440
            else { return nil }
            return CivilMinute(day: day, minuteOfDay: minute)
        }
    }
}

extension ColumnForm where Value == Int {
    /// A time of day, as minutes since midnight, to 24:00.
    static var timeOfDay: ColumnForm {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return ColumnForm(
            "a time as HH:MM", .time, text: { two($0 / 60) + ":" + two($0 % 60) },
            value: { text in
                let parts = text.split(separator: ":", omittingEmptySubsequences: false)
                let isWhole = parts.allSatisfy { $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isNumber } }
                guard parts.count == 2, isWhole, let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60,
                    hour * 60 + minute <= 1440
                else { return nil }
                return hour * 60 + minute
            })
    }
}

extension ColumnForm where Value: Equatable {
    /// One of some words.
    static func words(_ words: [(String, Value)]) -> ColumnForm {
        self.words(words.map { (ColumnWord(name: $0.0), $0.1) })
    }

    /// One of some words, each by its name or as people say it.
    static func words(_ words: [(word: ColumnWord, value: Value)]) -> ColumnForm {
        ColumnForm(
            words.map(\.word.name).joined(separator: ", "), .word, words: words.map(\.word),
            text: { value in words.first { $0.value == value }?.word.name ?? "" },
            value: { text in
                words.first { $0.word.name == text }?.value
                    ?? words.first { SpreadsheetCell.word($0.word.title) == text }?.value
            })
    }
}

extension ColumnForm where Value: FixedWidthInteger & UnsignedInteger {
    /// Bits as words with spaces between; a bit without a word is written as `bit-N`.
    static func bits(_ words: [(String, Value)]) -> ColumnForm {
        var all = words
        for bit in 0..<Value.bitWidth where !words.contains(where: { $0.1 == 1 << bit }) {
            all.append(("bit-\(bit)", 1 << bit))
        }
        let known = all
        return ColumnForm(
            "any of \(words.map(\.0).joined(separator: ", ")), with spaces between, or empty", .words,
            words: words.map { ColumnWord(name: $0.0) },
            text: { value in known.filter { value & $0.1 != 0 }.map(\.0).joined(separator: " ") },
            value: { text in
                if let one = known.first(where: { $0.0 == SpreadsheetCell.word(text) }) { return one.1 }
                var bits: Value = 0
                for word in text.split(separator: " ") {
                    guard let bit = known.first(where: { $0.0 == word })?.1 else { return nil }
                    bits |= bit
                }
                return bits
            })
    }
}

extension ColumnForm where Value == UInt8 {
    /// A team's number, from 1, of its index. What is read is the number: tables of old count from 0.
    static var teamNumber: ColumnForm {
        let number = ColumnForm<UInt8>.number(0...255)
        return ColumnForm(
            "a whole number, 1 to 255", .number, text: { String(Int($0) + 1) }, value: { number.value($0) })
    }

    /// A team, as its index.
    static func team(_ teams: TeamNames) -> ColumnForm {
        // Of teams that nobody knows, nothing can be wrong: what is wrong with them is said where they are.
        guard !teams.teams.isEmpty else {
            return ColumnForm(
                "a team by its name or number", text: { String(Int($0) + 1) },
                value: { $0.isEmpty ? nil : 0 })
        }
        return ColumnForm(
            teams.allowed, text: { teams.name(of: Int($0)) }, value: { teams.index(of: $0).map { UInt8($0) } })
    }
}
