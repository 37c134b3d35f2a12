import BookingStore
import CareModel
import Foundation

/// The field's words as they stand on pages.
enum Words {
    /// Where somebody is.
    static func state(_ state: EpisodeState) -> String {
        switch state {
        case .awaitingScreening: "to be screened"
        case .awaitingContact: "to be reached"
        case .waitingFirstAppointment: "waits for a first appointment"
        case .firstAppointmentBooked: "first appointment booked"
        case .missedFirstAppointment: "missed the first appointment"
        case .waitingTreatment: "waits for treatment"
        case .onHold: "treatment is put off"
        case .inTreatment: "in treatment"
        case .missedSession: "missed a session"
        case .awaitingSupervision: "a step-up waits for supervision"
        case .closed: "has left"
        }
    }

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

    static func priority(_ priority: PriorityClass) -> String { plain(priority.name) }

    static func kind(_ kind: AppointmentKind) -> String {
        switch kind {
        case .firstAppointment: "first appointment"
        case .treatment: "session"
        case .keepingInTouch: "keeping-in-touch call"
        }
    }

    static func channel(_ channel: MessageChannel) -> String {
        switch channel {
        case .email: "email"
        case .textMessage: "text message"
        case .voicemail: "voicemail"
        case .post: "letter"
        case .practitionerLetter: "letter to the GP"
        }
    }

    static func attendance(_ attendance: Attendance) -> String {
        switch attendance {
        case .cancelledByPatient: "cancelled by the person"
        case .didNotAttend: "did not attend"
        case .cancelledByProvider: "cancelled by the service"
        case .attendedOnTime: "attended"
        case .attendedLate: "attended, late"
        case .arrivedTooLate: "arrived too late to be seen"
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

    /// A sentence of the desk's, with a capital and days in words.
    static func sentence(_ text: String) -> String { capitalised(inWords(text)) }

    /// With a capital at its beginning.
    static func capitalised(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }

    /// A name of the field with blanks.
    static func plain(_ name: String) -> String { name.replacing("-", with: " ") }
}

extension String {
    /// As a name or a value may stand in an address, whatever is in it.
    var escapedForAddress: String {
        addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-._~"))) ?? ""
    }
}
