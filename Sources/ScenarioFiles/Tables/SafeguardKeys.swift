internal import CareModel
internal import ServiceSimulation

/// `safeguards`: what the booking service holds people to beside the diary.
enum SafeguardKeys {
    /// The safeguards.
    static let all: [Key<SafeguardInput>] = [
        .flag(
            "discharge-agreed", \.rule.dischargeIsAgreed, source: .policy, rules: "ST-8",
            "Whether the booking service discharges nobody without recovery unless a supervisor agrees."),
        .count(
            "notes-hours", \.rule.notesHours, 0...336, unit: "hours", source: .policy, rules: "CL-17",
            "Hours after a contact within which the booking service has notes and letters written: late ones stop new "
                + "allocations to the clinician until they are done; 0 is never."),
        .count(
            "reply-hours", \.rule.replyHours, 0...336, unit: "hours", source: .policy, rules: "AT-3 AT-4",
            "Hours to reply after the miss that ends the episode, with a warning before; 0 ends it at once."),
        .share(
            "notes-late", \.notesLate, source: .assumed, rules: "CL-17",
            "Attended contacts whose notes are late, where they are asked for in time."),
        .days(
            "notes-late-days", \.notesLateDays, 1...60, source: .assumed, rules: "CL-17",
            "Mean days by which late notes are late."),
    ]
}
