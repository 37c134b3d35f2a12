import CareModel
import Foundation

extension Entered {
    /// Both scores, if they were entered: one alone is a fault.
    /// - Parameter whose: " of" whom they are, where there are several.
    func scores(_ depressionField: String, _ anxietyField: String, of whose: String = "") -> Scores? {
        let depression = optionalNumber(depressionField, "the PHQ-9 score\(whose)", UInt8(0)...27)
        let anxiety = optionalNumber(anxietyField, "the GAD-7 score\(whose)", UInt8(0)...21)
        let isEntered = (form.text(depressionField) != nil, form.text(anxietyField) != nil)
        if isEntered.0 != isEntered.1 {
            fault(isEntered.0 ? anxietyField : depressionField, "Enter both scores\(whose), or neither")
        }
        guard let depression, let anxiety else { return nil }
        return Scores(depression: depression, anxiety: anxiety)
    }

    /// A stretch of the day, if one was entered: "9:00 to 17:00", "9-5pm"; "off" is an empty one.
    func optionalHours(_ field: String, _ what: String) -> MinutesOfDay? {
        guard let text = form.text(field)?.lowercased() else { return nil }
        if ["off", "none", "away"].contains(text) { return MinutesOfDay(start: 0, end: 0) }
        let times = text.replacing("until", with: "-").replacing("to", with: "-").replacing("\u{2013}", with: "-")
            .split(separator: "-", omittingEmptySubsequences: false)
            .map { Entered.time($0.trimmingCharacters(in: .whitespaces)) }
        guard times.count == 2, let start = times[0], let end = times[1], start < end else {
            fault(field, "Enter \(what) from when until when, for example 9:00 to 17:00, or off")
            return nil
        }
        return MinutesOfDay(start: start, end: end)
    }

    /// Numbers with blanks or commas between; none if nothing was entered.
    /// - Parameter most: most numbers.
    func numbers(_ field: String, _ what: String, most: Int) -> [UInt8] {
        guard let text = form.text(field) else { return [] }
        let parts = text.split { $0 == "," || $0.isWhitespace }.map { UInt8($0) }
        guard parts.count <= most, !parts.contains(nil) else {
            fault(field, "Enter \(most) \(what) at most, from 0 to 255, with blanks between")
            return []
        }
        return parts.compactMap { $0 }
    }
}
