internal import CareModel
internal import ServiceSimulation

/// One line of `staff-changes` as the file says it.
struct StaffChangeDraft: Sendable {
    var leaves: StaffMember?
    var away: StaffMember?
    var joins: Role?
    var on: CivilDay?
    var from: CivilDay?
    var until: CivilDay?
    var wte = 1.0
    var modalities: [Modality] = []
    var isCovered = false
}

/// Somebody of a team: a role or a group's name, and which of them.
struct StaffMember: Sendable, Equatable {
    /// A role, or the name of a group.
    var name: String
    /// Which of them, counted from 1; nil where there is only one.
    var number: Int?

    /// As a file writes it.
    var text: String { number.map { "\(name) \($0)" } ?? name }
}

/// `teams[].staff-changes[]`: who leaves, who joins, who is away.
enum StaffChangeKeys {
    /// A change's mapping.
    static let table = KeyTable<StaffChangeDraft>("teams[].staff-changes[]", all)

    private static let all: [Key<StaffChangeDraft>] = [
        .value(
            "leaves", \.leaves, member.orNothing("nobody"), source: .assumed, rules: "CL-7",
            "Who leaves for good, such as 'pwp 3'; with 'on', the last day at work."),
        .value(
            "joins", \.joins, ValueForm.choice(Role.allCases.map { ($0.name, $0) }).orNothing("nobody"),
            source: .assumed, rules: "CL-7 CL-8",
            "The role in which somebody joins; with 'on', the first day at work."),
        .value(
            "away", \.away, member.orNothing("nobody"), source: .assumed, rules: "CL-6 TX-12",
            "Who is away as planned, such as on maternity leave; with 'from' and 'until', the first and the last day."),
        .date("on", \.on, absent: "not said", rules: "CL-7", "The last day of who leaves, the first of who joins."),
        .date("from", \.from, absent: "not said", rules: "CL-6", "The first day away."),
        .date("until", \.until, absent: "not said", rules: "CL-6", "The last day away."),
        .value(
            "wte", \.wte, .number(ValueRange(above: 0, upTo: 1), unit: "WTE"), source: .assumed, rules: "CL-1",
            "Whole-time equivalents of who joins."),
        .value(
            "modalities", \.modalities,
            ValueForm.choice(Modality.individual.map { ($0.name, $0) }).list(0...7, each: "therapies"),
            source: .assumed, rules: "TX-3", "Therapies in which who joins is trained."),
        .flag(
            "cover", \.isCovered, source: .assumed, rules: "CL-7",
            "Whether somebody of the same role and hours, new to the team, stands in while who is away is away."),
    ]

    private static let member = ValueForm<StaffMember>(
        kind: "clinician", allowed: "a role or a group's name, and which of them, such as 'pwp 3'",
        read: { node, faults in
            let parts = (node.text ?? "").split(separator: " ").map(String.init)
            let isNamed = parts.first.map { ValueForm<String>.isName($0) } ?? false
            let number = parts.count == 2 ? Int(parts[1]).flatMap { $0 > 0 ? $0 : nil } : nil
            guard isNamed, parts.count == 1 || number != nil else {
                faults.append(ValueFault(place: node.place, message: node.isNot("a clinician")))
                return nil
            }
            return StaffMember(name: parts[0], number: number)
        },
        text: { $0.text }, samples: ["pwp 1", "hit 1"])
}
