import CareModel
import ServiceSimulation

/// What a fitted file says of a practice: each key once, whether it is one provider's or that of all, with where its
/// value comes from.
struct FittedPractice {
    /// A key of a section.
    struct Entry {
        let key: String
        let value: String
        /// Where the value comes from.
        var tag = "!assumed"
        /// Whether providers differ in it.
        var isOwn = false
    }

    /// The keys of a part of the file.
    struct Section {
        let name: String
        let entries: [Entry]
    }

    /// In the order of the file.
    let sections: [Section]

    init(_ practice: Practice) {
        sections = [
            Self.screening(practice.screening), Self.contact(practice.contact),
            Self.firstAppointments(practice.firstAppointments),
            Self.course("low-intensity", practice.low), Self.course("high-intensity", practice.high),
            Section(
                name: "step-up", entries: [Self.common("proposed-of-cases", practice.stepUp.proposedOfCases)]),
            Self.waiting(practice.waiting), Self.keepingInTouch(practice.keepingInTouch),
            Self.attendance(practice.attendance), Self.scores(practice.scores), Self.diary(practice.diary),
        ]
    }

    // MARK: Kinds of entries

    /// Looked for in the figures of a provider.
    private static func fitted(_ key: String, _ value: Double) -> Entry {
        Entry(key: key, value: value.plain, tag: "!measured", isOwn: true)
    }

    /// Taken from a provider's size or wait.
    private static func own(_ key: String, _ value: String) -> Entry { Entry(key: key, value: value, isOwn: true) }

    /// The same for everybody.
    private static func common(_ key: String, _ value: Double) -> Entry { Entry(key: key, value: value.plain) }

    // MARK: Sections

    private static func screening(_ input: ScreeningInput) -> Section {
        Section(
            name: "screening",
            entries: [
                own("excluded-of-risk", input.excludedOfRisk.plain),
                own("excluded-of-others", input.excludedOfOthers.plain),
                common("diverted", input.diverted), common("looks-like-high-intensity", input.looksLikeHighIntensity),
                own("desk-minutes-per-day", "\(input.deskMinutesPerDay)"),
                own("senior-minutes-per-day", "\(input.seniorMinutesPerDay)"),
            ])
    }

    private static func contact(_ input: ContactInput) -> Section {
        Section(
            name: "contact",
            entries: [
                common("attempts", Double(input.rule.attempts)), own("within-days", "\(input.rule.withinDays)"),
                fitted("reached", input.reached), fitted("never-answers", input.neverAnswers),
                fitted("declines", input.declines),
            ])
    }

    private static func firstAppointments(_ input: FirstAppointmentInput) -> Section {
        Section(
            name: "first-appointments",
            entries: [
                own("notice-days", "\(input.noticeDays)"), common("treatment-begins", input.treatmentBegins),
                fitted("advice-below-caseness", input.adviceBelowCaseness), fitted("advice", input.advice),
                fitted("signposted", input.signposted), fitted("referred-on", input.referredOn),
                fitted("declines", input.declines), fitted("low-to-high", input.lowToHigh),
            ])
    }

    private static func course(_ name: String, _ input: CourseInput) -> Section {
        Section(
            name: name,
            entries: [
                fitted("needed-sessions", input.neededSessions), common("supervisor-agrees", input.supervisorAgrees),
                common("ends-when-recovered", input.endsWhenRecovered), common("stops-early", input.stopsEarly),
            ])
    }

    private static func waiting(_ input: WaitingInput) -> Section {
        Section(
            name: "waiting",
            entries: [
                common("first-appointment-half-days", input.firstAppointmentHalfDays),
                common("low-half-days", input.lowHalfDays), fitted("high-half-days", input.highHalfDays),
                fitted("step-up-half-days", input.stepUpHalfDays), common("shape", input.shape),
            ])
    }

    private static func keepingInTouch(_ input: KeepingInTouchInput) -> Section {
        Section(
            name: "keeping-in-touch",
            entries: [
                fitted("opt-out", input.optOut), common("no-longer-needed", input.noLongerNeeded),
                common("quicker", input.quicker), common("readier", input.readier),
                common("risk-risen", input.riskRisen),
            ])
    }

    private static func attendance(_ input: AttendanceInput) -> Section {
        Section(
            name: "attendance",
            entries: [
                fitted("did-not-attend-first", input.didNotAttendFirst),
                fitted("did-not-attend-treatment", input.didNotAttendTreatment),
                fitted("cancelled-first", input.cancelledFirst),
                fitted("cancelled-treatment", input.cancelledTreatment),
                fitted("provider-cancels", input.providerCancels), common("exceptions", input.exceptions),
                common("makes-contact", input.makesContact),
            ])
    }

    private static func scores(_ input: ScoresInput) -> Section {
        Section(
            name: "scores",
            entries: [
                fitted("low-change", input.lowChange), fitted("high-change", input.highChange),
                fitted("change-variation", input.changeVariation), common("anxiety-share", input.anxietyShare),
                common("noise", input.noise),
            ])
    }

    private static func diary(_ input: DiaryInput) -> Section {
        let classes = input.priorities.classes.map(\.name).joined(separator: ", ")
        return Section(
            name: "diary",
            entries: [
                Entry(key: "follows-demand", value: "\(input.followsDemand)"), fitted("aim-days", input.aimDays),
                common("low-first-share", input.lowFirstShare), common("high-first-share", input.highFirstShare),
                Entry(key: "priority-classes", value: "[\(classes)]"),
            ])
    }
}

extension ScenarioWriter {
    /// A section of keys, one to a line, each that differs from the first key's tag with its own.
    mutating func section(_ name: String, _ entries: [FittedPractice.Entry]) {
        guard let tag = entries.first?.tag else { return }
        group(name, tag) { writer in
            for entry in entries {
                writer.line("\(entry.key): \(entry.tag == tag ? "" : entry.tag + " ")\(entry.value)")
            }
        }
    }

    /// The same on one line.
    mutating func flow(_ name: String, _ entries: [FittedPractice.Entry]) {
        guard let tag = entries.first?.tag else { return }
        flow(name, tag, entries.map { ($0.key, ($0.tag == tag ? "" : $0.tag + " ") + $0.value) })
    }
}
