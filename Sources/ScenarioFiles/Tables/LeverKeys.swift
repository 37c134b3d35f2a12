import CareModel
internal import CareModel
internal import ServiceSimulation

/// A lever as the file says it, before its teams are known by index.
struct LeverDraft: Sendable {
    var name = ""
    var teams: [String] = []
    var from: CivilDay?
    var until: CivilDay?
    var measure = TriggerMeasure.firstAppointmentWaitP90
    var above = 0.0
}

/// `levers[]`: changes of practice by date or by condition.
enum LeverKeys {
    /// A lever's mapping, what it sets excepted.
    static let table = KeyTable<LeverDraft>("levers[]", elsewhere: ["set", "drop"], all)

    private static let all: [Key<LeverDraft>] = [
        Key.value("name", \.name, .name, source: .assumed, rules: "PO-10", "The lever's short name.").required.unlisted,
        Key.value(
            "teams", \.teams, ValueForm.name.list(each: "team names"), source: .assumed, rules: "PO-10",
            "The teams it acts on."
        ).inForce(
            { $0.teams.isEmpty ? "all" : "[" + $0.teams.joined(separator: ", ") + "]" }, defaultText: "all"),
        .date("from", \.from, absent: "from the start", rules: "PO-10", "The first day."),
        .date("until", \.until, absent: "to the end", rules: "PO-10", "The last day."),
        Key.choice(
            "when.measure", \.measure, DiaryKeys.triggers, source: .assumed, rules: "PO-10",
            "Acts only while this measure, looked at each Monday, is above the value."
        ).inForce({ $0.measure.name }, defaultText: "none"),
        Key.number(
            "when.above", \.above, 0...100_000, unit: "days or people", source: .assumed, rules: "PO-10",
            "The value above which it acts."
        ).inForce({ NumberText.of($0.above) }, defaultText: "none"),
    ]
}
