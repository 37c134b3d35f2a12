import CareModel
import Foundation

/// Reads what was entered in the fields of a form, and keeps everything that is wrong with it: all at once, each at its
/// field.
final class Entered {
    let form: WebForm
    private(set) var faults: [Page.Fault] = []

    init(_ form: WebForm) { self.form = form }

    func fault(_ field: String, _ words: String) { faults.append(Page.Fault(field: field, words: words)) }

    /// What was entered; nothing is a fault.
    /// - Parameters:
    ///   - what: what is to be entered, in a sentence: "Enter …".
    ///   - most: most characters.
    func text(_ field: String, _ what: String, most: Int = 500) -> String {
        guard let text = optionalText(field, most: most) else {
            fault(field, "Enter \(what)")
            return ""
        }
        return text
    }

    /// What was entered, if anything was.
    func optionalText(_ field: String, most: Int = 500) -> String? {
        guard let text = form.text(field) else { return nil }
        guard text.count <= most else {
            fault(field, "Enter \(most) characters or fewer: these are \(text.count)")
            return text
        }
        return text
    }

    /// A whole number within bounds.
    func number<Number: FixedWidthInteger>(_ field: String, _ what: String, _ range: ClosedRange<Number>) -> Number {
        guard form.text(field) != nil else {
            fault(field, "Enter \(what)")
            return range.lowerBound
        }
        return optionalNumber(field, what, range) ?? range.lowerBound
    }

    /// A whole number within bounds, if one was entered.
    func optionalNumber<Number: FixedWidthInteger>(
        _ field: String, _ what: String, _ range: ClosedRange<Number>
    ) -> Number? {
        guard let text = form.text(field) else { return nil }
        guard let number = Number(text.replacing(",", with: "")), range.contains(number) else {
            fault(field, "Enter \(what) from \(range.lowerBound) to \(range.upperBound), in digits")
            return nil
        }
        return number
    }

    /// A day.
    func day(_ field: String, _ what: String) -> CivilDay {
        guard form.text(field) != nil else {
            fault(field, "Enter \(what)")
            return CivilDay(number: 0)
        }
        return optionalDay(field, what) ?? CivilDay(number: 0)
    }

    /// A day, if one was entered.
    func optionalDay(_ field: String, _ what: String) -> CivilDay? {
        guard let text = form.text(field) else { return nil }
        guard let day = Entered.day(text) else {
            fault(field, "Enter \(what) as day, month and year, for example 27/3/2027")
            return nil
        }
        return day
    }

    /// A day as people write it: day first, or the year first.
    static func day(_ text: String) -> CivilDay? {
        if let day = CivilDay(text) { return day }
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let parts = text.lowercased().split { !$0.isNumber && !$0.isLetter }
        guard parts.count == 3, let number = Int(parts[0]), var year = Int(parts[2]) else { return nil }
        let month = Int(parts[1]) ?? months.firstIndex { parts[1].hasPrefix($0) }.map { $0 + 1 }
        if (0..<100).contains(year), parts[2].count == 2 { year += 2000 }
        guard let month, (1000...9999).contains(year) else { return nil }
        return CivilDay(year: year, month: month, day: number)
    }

    /// A time of day, in minutes since midnight.
    func time(_ field: String, _ what: String) -> Int {
        guard let text = form.text(field) else {
            fault(field, "Enter \(what)")
            return 0
        }
        guard let minute = Entered.time(text) else {
            fault(field, "Enter \(what) as hours and minutes, for example 14:30")
            return 0
        }
        return minute
    }

    /// A time as people write it: 14:30, 14.30, 2:30pm, 9.
    static func time(_ text: String) -> Int? {
        var text = text.lowercased().replacing(" ", with: "").replacing(".", with: ":")
        let isLate = text.hasSuffix("pm")
        let isEarly = text.hasSuffix("am")
        if isLate || isEarly { text.removeLast(2) }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), var hour = Int(parts[0]),
            let minute = parts.count == 2 ? Int(parts[1]) : 0,
            (0..<60).contains(minute)
        else { return nil }
        if isLate || isEarly {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (isLate ? 12 : 0)
        }
        return (0..<24).contains(hour) ? hour * 60 + minute : nil
    }

    /// One of the choices of an enumeration; none is a fault.
    func choice<Choice: RawRepresentable<String>>(_ field: String, _ what: String, _ type: Choice.Type) -> Choice? {
        guard let text = form.text(field), let choice = Choice(rawValue: text) else {
            fault(field, "Select \(what)")
            return nil
        }
        return choice
    }

    /// One of what was listed.
    func choice<Value>(_ field: String, _ what: String, _ known: [(String, Value)]) -> Value? {
        guard let text = form.text(field), let found = known.first(where: { $0.0 == text }) else {
            fault(field, "Select \(what)")
            return nil
        }
        return found.1
    }

    /// Whether a box was ticked.
    func isTicked(_ field: String) -> Bool { form[field] != nil }
}
