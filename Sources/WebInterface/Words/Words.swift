import BookingStore
import CareModel
import Foundation

/// The field's words as they stand on pages.
enum Words {
    /// What somebody waits for.
    static func waitsFor(_ state: EpisodeState) -> String {
        switch state {
        case .awaitingScreening: "screening"
        case .awaitingContact: "to be reached"
        case .waitingFirstAppointment: "first appointment"
        case .firstAppointmentBooked: "first appointment, booked"
        case .missedFirstAppointment: "contact after a missed first appointment"
        case .waitingTreatment: "treatment"
        case .onHold: "the day treatment can start"
        case .inTreatment: "next session"
        case .missedSession: "contact after a missed session"
        case .awaitingSupervision: "supervision"
        case .closed: "nothing"
        }
    }

    /// What the desk says, with days and times as people read them.
    static func inWords(_ text: String) -> String {
        // What commands are called is of no use here.
        var text = text.replacing(/\ \('[a-z-]+'(?:, then '[a-z-]+'| and '[a-z-]+')*\)/, with: "")
        while let found = text.firstMatch(of: /\b(\d{4}-\d\d-\d\d)(?:[ T](\d\d):(\d\d))?\b/) {
            guard let day = CivilDay(String(found.1)) else { break }
            let time = found.2.flatMap { Int($0) }.map { $0 * 60 + (found.3.flatMap { Int($0) } ?? 0) }
            let words = time.map { CivilMinute(day: day, minuteOfDay: $0).shortWords } ?? day.shortWords
            text.replaceSubrange(found.range, with: words)
        }
        return text
    }

    /// Without the numbers of rules: they say nothing at a desk.
    static func withoutRules(_ text: String) -> String {
        text.replacing(/\ \([A-Z]{2}-\d+(?:[ ,]+[A-Z]{2}-\d+)*\)/, with: "")
    }

    /// How days are to be entered, as people write them rather than as tables do.
    static func asPeopleWriteDays(_ text: String) -> String {
        text.replacing("a minute as YYYY-MM-DD HH:MM", with: "a day and a time, for example 27/3/2027 14:30")
            .replacing("a day as YYYY-MM-DD", with: "a day, for example 27/3/2027")
            .replacing("a day as DD/MM/YYYY or a day", with: "a day").replacing("a time as HH:MM", with: "a time")
    }

    /// Without what only the command line has: commands, and options in brackets.
    static func atTheDesk(_ text: String) -> String {
        var words = withoutRules(text)
        for part in [#/ \((?:--|')[^)]*\)/#, #/(?:: | \()[^:(;]*'[a-z -]+'[^:;)]*\)?/#] {
            words = words.replacing(part, with: "")
        }
        return inWords(words)
    }

    /// A sentence of the desk's, with a capital and days in words.
    static func sentence(_ text: String) -> String { capitalised(inWords(text)) }

    /// With a capital at its beginning.
    static func capitalised(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}

extension String {
    /// As a name or a value may stand in an address, whatever is in it.
    var escapedForAddress: String {
        addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-._~"))) ?? ""
    }
}
