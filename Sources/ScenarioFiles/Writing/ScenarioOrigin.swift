internal import CareModel
internal import ServiceSimulation

/// What a scenario's text says beside its values: which keys it gives, whose the numbers are, and how people and levers
/// are described before they become groups of staff and changes of practice.
struct ScenarioOrigin: Sendable {
    /// The practice of teams that say nothing else.
    var practice: Practice
    /// The full keys that the text gives.
    var given: Set<String>
    /// The sources that tags give to full keys.
    var sources: [String: ValueSource]
    /// Where values come from, in words.
    var notes: [ScenarioDraft.Note]
    /// How full keys name each group of listed staff, by team.
    var staffKeys: [[String]]
    /// The groups of staff as they are listed, by team.
    var staff: [[StaffInput]]
    /// Who leaves, joins and is away, by team.
    var staffChanges: [[StaffChangeDraft]]
    /// The levers, with what each sets and whether it has a condition.
    var levers: [LeverOrigin]

    /// A lever as a text says it.
    struct LeverOrigin: Sendable {
        var draft: LeverDraft
        var settings: [ScenarioDecoder.Setting]
        var hasCondition: Bool
    }

    /// What was read.
    init(_ decoder: ScenarioDecoder, _ notes: Notes) {
        practice = decoder.practice
        given = Set(decoder.decoding.places.keys)
        sources = decoder.decoding.sources
        self.notes = notes.keys.map { ScenarioDraft.Note(key: $0, words: notes.texts[$0] ?? "") }
        staffKeys = decoder.staffKeys
        staff = decoder.listedStaff
        staffChanges = decoder.staffChanges
        levers = decoder.leverDrafts.indices.map { place in
            LeverOrigin(
                draft: decoder.leverDrafts[place], settings: decoder.settings[place],
                hasCondition: decoder.scenario.levers[place].condition != nil)
        }
    }

    /// What can be told of a scenario that no text said: what all teams share is everybody's practice.
    /// - Precondition: it has no levers, which are changes and say no values.
    init(_ scenario: ServiceScenario) {
        precondition(scenario.levers.isEmpty, "a lever that was not read says no values to write")
        practice = Practice()
        if let first = scenario.teams.first {
            for key in PracticeKeys.all {
                let text = key.written(first.practice)
                guard scenario.teams.allSatisfy({ key.written($0.practice) == text }) else { continue }
                key.copy(first.practice, &practice)
            }
        }
        given = []
        sources = [:]
        notes = []
        staff = scenario.teams.map { team in
            team.staff.map { group in
                var listed = group
                listed.changes = []
                return listed
            }
        }
        staffKeys = scenario.teams.map { team in team.staff.map { "teams.\(team.name).staff.\($0.role.name)" } }
        staffChanges = scenario.teams.map { team in
            team.staff.indices.flatMap { place in
                team.staff[place].changes.map { StaffChangeDraft($0, ofGroup: place, among: team.staff) }
            }
        }
        levers = []
    }
}

extension StaffChangeDraft {
    /// What befalls a member of a group, who is told by the role and counted through the groups of it.
    init(_ change: StaffChange, ofGroup place: Int, among staff: [StaffInput]) {
        let role = staff[place].role.name
        let before = staff[..<place].filter { $0.role.name == role || $0.name == role }.reduce(0) { $0 + $1.count }
        let member = StaffMember(name: role, number: before + change.member + 1)
        if let last = change.lastDay {
            leaves = member
            on = last
        } else if let away = change.away {
            self.away = member
            from = away.lowerBound
            until = away.upperBound
        }
    }
}
