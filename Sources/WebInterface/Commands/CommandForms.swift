import CareModel

/// Every form of a command, by whom or what it is about.
enum CommandForms {
    static let all: [CommandForm] =
        PersonForms.all + PersonForms.more + AppointmentForms.all + VenueForms.all + OfficeForms.all + StaffForms.all
        + HoursForms.all + RoomForms.all + TeamForms.all + GroupForms.all + SeatForms.all

    static func form(_ name: String, _ subject: CommandForm.Subject) -> CommandForm? {
        all.first { $0.name == name && $0.subject == subject }
    }

    /// What is possible with somebody there, the likeliest first, then what always is.
    static func possible(for state: EpisodeState) -> [CommandForm] {
        (likely(state) + always(state)).compactMap { form($0, .person) }
    }

    private static func likely(_ state: EpisodeState) -> [String] {
        switch state {
        case .awaitingScreening: ["screen"]
        case .awaitingContact: ["contact"]
        case .waitingFirstAppointment: ["issue-link"]
        case .firstAppointmentBooked: []
        case .missedFirstAppointment, .missedSession: ["make-contact", "end-without-contact"]
        case .waitingTreatment: ["plan-course", "book-call", "choose-calls", "join-group", "put-on-hold"]
        case .onHold: ["end-hold", "put-on-hold"]
        case .inTreatment: ["plan-course", "move-case", "leave-group", "correct-seat"]
        case .awaitingSupervision: ["agree-step-up", "decline-step-up"]
        case .closed: ["reopen"]
        }
    }

    private static func always(_ state: EpisodeState) -> [String] {
        state == .closed
            ? ["change-person"]
            : ["contact-received", "record-risk", "ask-supervision", "change-person", "discharge"]
    }
}
