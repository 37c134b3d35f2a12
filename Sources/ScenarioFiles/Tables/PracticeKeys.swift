internal import ServiceSimulation

/// The sections of practice: at the top for all teams, in a team for that team, in a lever for a time.
enum PracticeKeys {
    /// All keys of practice, by section.
    static let all: [Key<Practice>] = Array(
        [
            section("screening", \.screening, ScreeningKeys.screening),
            section("contact", \.contact, ScreeningKeys.contact),
            section("first-appointments", \.firstAppointments, FirstAppointmentKeys.firstAppointments),
            section("low-intensity", \.low, TreatmentKeys.low),
            section("high-intensity", \.high, TreatmentKeys.high),
            section("step-up", \.stepUp, FirstAppointmentKeys.stepUp),
            section("case-management", \.caseManagement, CaseManagementKeys.all),
            section("waiting", \.waiting, FirstAppointmentKeys.waiting),
            section("keeping-in-touch", \.keepingInTouch, FirstAppointmentKeys.keepingInTouch),
            section("groups", \.groups, ReadierModeKeys.groups),
            section("computerised", \.computerised, ReadierModeKeys.computerised),
            section("returns", \.returns, ReturnKeys.all),
            section("risk", \.risk, BesideKeys.risk),
            section("safeguards", \.safeguards, SafeguardKeys.all),
            section("employment", \.employment, BesideKeys.employment),
            section("attendance", \.attendance, AttendanceKeys.all),
            section("scores", \.scores, ScoresKeys.all),
            section("diary", \.diary, DiaryKeys.diary),
            section("workforce", \.workforce, WorkforceKeys.all),
            section("assessment-week", \.assessmentWeek, DiaryKeys.assessmentWeek),
        ].joined())

    /// The keys of practice as a table of the top.
    static let table = KeyTable("", former: FormerKeys.practice, all)

    /// The names of the sections.
    static let sections = Set(all.map { $0.path[0] })

    private static func section<Part>(
        _ name: String, _ part: any Key<Practice>.Target<Part>, _ keys: [Key<Part>]
    ) -> [Key<Practice>] {
        keys.map { $0.within(part, name) }
    }
}
