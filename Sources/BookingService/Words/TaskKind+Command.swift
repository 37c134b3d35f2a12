import BookingStore
import CareModel

extension TaskKind {
    /// The command with which somebody does what is seen in where a person is, without the database; nil for what is
    /// done by hand, and said to be done by its number.
    func command(person: Int64) -> String? {
        switch self {
        case .screenReferral: "screen --person \(person)"
        case .tryToReach, .contactAfterMissedFirstAppointment, .contactAfterMissedSession:
            "contact --person \(person)"
        case .bookFirstAppointment, .bookFirstAppointmentAgain, .startTreatment, .bookNextSession:
            "offer --person \(person)"
        case .reviewHold: "on-hold --person \(person)"
        case .discussInSupervision: "step-up --person \(person)"
        case .agreeDischarge, .assessmentLetter, .callAboutChange, .clinicalNotes, .confirmedOrCancel, .decideGroup,
            .dischargeLetter, .discussDischarge, .dutyCall, .experienceQuestionnaire, .finalMessage, .handOver,
            .keepingInTouchLetter, .lowMoodAlert, .messageWithDischargeDate, .missedAppointmentLetter,
            .practiceProgressLetter, .recordOutcome, .reviewException, .reviewProgress, .reviewRisk, .seeToRequest,
            .signpost, .supervisionTicket, .tellByTelephone, .tellOfLongWait, .urgentSupervisionTicket, .waitLetter,
            .warnOfDischarge, .welcomeMessage:
            nil
        }
    }
}

extension TaskAdded {
    /// What says that it was done: of most tasks its number, of a question to supervision its answer (ST-9).
    var command: String {
        kind.isTicket ? "ticket --task \(task) --answer …" : "done --task \(task)"
    }
}
