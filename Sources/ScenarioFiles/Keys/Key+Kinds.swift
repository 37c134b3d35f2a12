internal import CareModel

/// The kinds of key that the tables are made of.
extension Key {
    /// A share, 0 to 1 unless said otherwise.
    static func share(
        _ name: String, _ target: any Target<Double>, _ range: ClosedRange<Double> = 0...1, source: ValueSource,
        rules: String = "", _ meaning: String
    ) -> Key {
        Key(
            name, target, .number(ValueRange(range), kind: "share", unit: "share"), source: source, rules: rules,
            meaning: meaning)
    }

    /// A number, fractions allowed.
    static func number(
        _ name: String, _ target: any Target<Double>, _ range: ClosedRange<Double>, unit: String, source: ValueSource,
        rules: String = "", _ meaning: String
    ) -> Key {
        Key(name, target, .number(ValueRange(range), unit: unit), source: source, rules: rules, meaning: meaning)
    }

    /// A whole number.
    static func count(
        _ name: String, _ target: any Target<Int>, _ range: ClosedRange<Int>, unit: String = "", source: ValueSource,
        rules: String = "", _ meaning: String
    ) -> Key {
        Key(name, target, .count(range, unit: unit), source: source, rules: rules, meaning: meaning)
    }

    /// Whole days.
    static func days(
        _ name: String, _ target: any Target<Int>, _ range: ClosedRange<Int>, source: ValueSource, rules: String = "",
        _ meaning: String
    ) -> Key {
        count(name, target, range, unit: "days", source: source, rules: rules, meaning)
    }

    /// Whole weeks.
    static func weeks(
        _ name: String, _ target: any Target<Int>, _ range: ClosedRange<Int>, source: ValueSource, rules: String = "",
        _ meaning: String
    ) -> Key {
        count(name, target, range, unit: "weeks", source: source, rules: rules, meaning)
    }

    /// Whole minutes; those of an appointment are multiples of five, the quantum of a diary.
    static func minutes(
        _ name: String, _ target: any Target<Int>, _ range: ClosedRange<Int>, multipleOf step: Int = 1,
        source: ValueSource, rules: String = "", _ meaning: String
    ) -> Key {
        Key(
            name, target, .count(range, multipleOf: step, unit: "minutes"), source: source, rules: rules,
            meaning: meaning)
    }

    /// Yes or no.
    static func flag(
        _ name: String, _ target: any Target<Bool>, source: ValueSource, rules: String = "", _ meaning: String
    ) -> Key {
        Key(name, target, .flag, source: source, rules: rules, meaning: meaning)
    }

    /// One of a few names.
    static func choice<Value: Equatable & Sendable>(
        _ name: String, _ target: any Target<Value>, _ names: [(name: String, value: Value)], source: ValueSource,
        rules: String = "", _ meaning: String
    ) -> Key {
        Key(name, target, .choice(names), source: source, rules: rules, meaning: meaning)
    }

    /// A date that may be left out.
    static func date(
        _ name: String, _ target: any Target<CivilDay?>, absent: String, source: ValueSource = .assumed,
        rules: String = "", _ meaning: String
    ) -> Key {
        Key(name, target, ValueForm.date.orNothing(absent), source: source, rules: rules, meaning: meaning)
    }

    /// A time of day, in minutes since midnight.
    static func timeOfDay(
        _ name: String, _ target: any Target<Int>, source: ValueSource, rules: String = "", _ meaning: String
    ) -> Key {
        Key(name, target, .timeOfDay(360...1320), source: source, rules: rules, meaning: meaning)
    }

    /// Something else.
    static func value<Value: Sendable>(
        _ name: String, _ target: any Target<Value>, _ form: ValueForm<Value>, source: ValueSource, rules: String = "",
        _ meaning: String
    ) -> Key {
        Key(name, target, form, source: source, rules: rules, meaning: meaning)
    }
}
