internal import CareModel
internal import ServiceSimulation

/// `case-management`: the monthly review of whole caseloads.
enum CaseManagementKeys {
    /// Which cases are brought, and what becomes of them.
    static let all: [Key<CaseManagementInput>] = [
        .flag(
            "is-on", \.rule.isOn, source: .policy, rules: "CL-16",
            "Whether courses end, step up or step down by the monthly list of cases, instead of by the number of"
                + " sessions. The desk lists cases either way."),
        .days(
            "every-days", \.rule.everyDays, 7...182, source: .policy, rules: "CL-16 CL-4",
            "Days between two reviews of a case."),
        .count(
            "missed-appointments", \.rule.missedAppointments, 1...20, unit: "appointments", source: .policy,
            rules: "CL-16 AT-3", "Missed or cancelled appointments from which a case is brought."),
        .days(
            "no-contact-days", \.rule.noContactDays, 1...182, source: .policy, rules: "CL-16",
            "Days since the last contact after which a case without an appointment is brought; only the desk's list"
                + " asks."),
        .days(
            "open-days", \.rule.openDays, 28...1000, source: .assumed, rules: "CL-16",
            "Days since the first contact from which a case has been open for long."),
        .days(
            "gap-days", \.rule.gapDays, 7...182, source: .assumed, rules: "CL-16",
            "Mean days between contacts from which there are gaps, for a case that has been open for long."),
        .share(
            "ends-after-misses", \.endsAfterMisses, source: .assumed, rules: "CL-16 AT-3",
            "Of cases brought because of misses or cancellations, those that end."),
        .share(
            "ends-open-long", \.endsOpenLong, source: .assumed, rules: "CL-16",
            "Of cases brought because they have been open for long, with gaps, those that end."),
    ]
}
