import Allocation
import BookingService
import BookingStore
import CareModel
import Diaries

/// The words of the field as cells.
extension ColumnForm where Value: Equatable {
    /// An empty cell for what is not recorded; the word for it is good too.
    func unknownIfEmpty(_ unknown: Value) -> ColumnForm { blank({ $0 == unknown }, is: unknown) }

    /// The cases of a type by their names.
    static func named(_ cases: [Value], _ name: (Value) -> String) -> ColumnForm {
        .words(cases.map { (name($0), $0) })
    }
}

extension ColumnForm where Value == UInt8 {
    /// A number in a range; 0 is an empty cell.
    static func numberOrNone(_ range: ClosedRange<UInt8>) -> ColumnForm {
        ColumnForm.number(range).blank({ $0 == 0 }, is: 0)
    }

    /// Therapies, a bit each.
    static var modalities: ColumnForm { .bits(Modality.individual.map { ($0.name, UInt8(1) << $0.rawValue) }) }

    /// Consents, a bit each (BK-7).
    static var consents: ColumnForm {
        .bits([
            ("email", Consents.email.rawValue), ("text-message", Consents.textMessage.rawValue),
            ("voicemail", Consents.voicemail.rawValue), ("post", Consents.post.rawValue),
            ("gp-letter", Consents.practitionerLetter.rawValue),
        ])
    }

    /// What a stretch of the week may be booked for (PO-2).
    static var purpose: ColumnForm {
        .words([
            ("first-appointment", SlotPurpose.firstAppointment.rawValue),
            ("treatment", SlotPurpose.treatment.rawValue),
            ("keeping-in-touch", SlotPurpose.keepingInTouch.rawValue),
        ])
    }
}

extension ColumnForm where Value == [UInt8] {
    /// The venues of the seven weekdays.
    static var venues: ColumnForm {
        ColumnForm(
            "seven numbers of venues, Monday first, 0 to 255, 0 for any, with spaces between, or empty",
            text: { $0.map(String.init).joined(separator: " ") },
            value: { text in
                let words = text.split(separator: " ")
                let numbers = words.compactMap { UInt8($0) }
                return numbers.count == words.count && (numbers.isEmpty || numbers.count == 7) ? numbers : nil
            })
    }

    /// Numbers of languages with spaces between.
    static var languages: ColumnForm {
        ColumnForm(
            "numbers of languages, 1 to 255, with spaces between, or empty",
            text: { $0.map(String.init).joined(separator: " ") },
            value: { text in
                let numbers = text.split(separator: " ").map { UInt8($0) ?? 0 }
                return numbers.contains(0) ? nil : numbers
            })
    }
}

extension ColumnForm where Value == String {
    /// An NHS number, written with or without spaces; kept as its ten digits.
    static var nhsNumber: ColumnForm {
        ColumnForm(
            "ten digits, of which the last checks the others", .word, text: { $0 }, value: { NHSNumber($0)?.digits })
    }
}

extension ColumnForm where Value == AbsenceReason {
    /// Why a clinician is away: one word or several.
    static var absenceReason: ColumnForm {
        let words: ColumnForm<UInt8> = .bits([
            ("leave", AbsenceReason.leave.rawValue), ("sickness", AbsenceReason.sickness.rawValue),
            ("parental-leave", AbsenceReason.parentalLeave.rawValue), ("duty", AbsenceReason.duty.rawValue),
            ("training", AbsenceReason.training.rawValue), ("vacancy", AbsenceReason.vacancy.rawValue),
            ("before-long-absence", AbsenceReason.beforeLongAbsence.rawValue),
        ])
        return ColumnForm(
            "any of leave, sickness, parental-leave, duty, training, vacancy, before-long-absence, with spaces between",
            text: { words.text($0.rawValue) },
            value: { words.value($0).flatMap { $0 == 0 ? nil : AbsenceReason(rawValue: $0) } })
    }
}

extension ColumnForm where Value == Role {
    static var role: ColumnForm { .named(Role.allCases, \.name) }
}
extension ColumnForm where Value == Modality {
    static var modality: ColumnForm { .named(Modality.allCases, \.name) }
}
extension ColumnForm where Value == ReferralSource {
    static var referralSource: ColumnForm { .named(ReferralSource.allCases, \.name) }
}
extension ColumnForm where Value == EpisodeState {
    static var state: ColumnForm { .named(EpisodeState.allCases, \.name) }
}
extension ColumnForm where Value == Step {
    static var step: ColumnForm { .named(Step.allCases, \.name) }
}
extension ColumnForm where Value == PriorityClass {
    static var priority: ColumnForm { .named(PriorityClass.allCases, \.name) }
}
extension ColumnForm where Value == EndReason {
    static var endReason: ColumnForm { .named(EndReason.allCases, \.name) }
}
extension ColumnForm where Value == Weekday {
    static var weekday: ColumnForm { .named(Weekday.allCases) { $0.name.lowercased() } }
}
extension ColumnForm where Value == Sex {
    static var sex: ColumnForm {
        .words([("unknown", .unknown), ("female", .female), ("male", .male), ("other", .other)])
    }
}
extension ColumnForm where Value == ConsultationChannel {
    static var channel: ColumnForm {
        .words([
            ("unknown", .unknown), ("face-to-face", .faceToFace), ("telephone", .telephone), ("video", .video),
        ])
    }
}
extension ColumnForm where Value == MessageChannel {
    static var messageChannel: ColumnForm {
        .words([
            ("email", .email), ("text-message", .textMessage), ("voicemail", .voicemail), ("post", .post),
            ("gp-letter", .practitionerLetter),
        ])
    }
}
extension ColumnForm where Value == AppointmentKind {
    static var kind: ColumnForm {
        .words(AppointmentKind.allCases.map { ($0.name, $0) })
    }
}
extension ColumnForm where Value == AppointmentStatus {
    static var appointmentStatus: ColumnForm {
        .words([("standing", .standing), ("cancelled", .cancelled), ("undone", .undone)])
    }
}
extension ColumnForm where Value == Attendance {
    /// The national attendance codes (AT-1).
    static var attendance: ColumnForm { .named(Attendance.allCases) { String($0.rawValue) } }
}
