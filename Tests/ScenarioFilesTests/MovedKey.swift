import CareModel
import Experiments
import RuleEvidence
import ServiceSimulation

@testable import ScenarioFiles

/// A key, and what it is moved to, in a small service in which its rule is on.
struct MovedKey: Sendable {
    /// As `stepcare keys` names it.
    var pattern: String
    /// Its rules.
    var rules: [String]
    /// What makes its rule act, beside what is on in the service anyway.
    var given: [(key: String, value: String)]
    /// What is set on one side, if not what stands there, and its value in words.
    var before: [(key: String, value: String)] = []
    var from: String
    /// What it is moved to, one after the other, until one changes something.
    var to: [(key: String, value: String)]
}

extension MovedKey {
    /// Every key of the tables.
    static let all: [MovedKey] = {
        guard let loaded = try? ActiveService.load([]) else { return [] }
        let (service, team) = (loaded.scenario, loaded.scenario.teams[0])
        return moved(ServiceKeys.table.keys, "", "", service) + moved(PracticeKeys.all, "", "", team.practice)
            + moved(TeamKeys.own, "teams[].", "teams.one.", team)
            + StaffKeys.table.keys.flatMap { key in
                // Trainees qualify, and therapists are trained in more than one therapy.
                let group = team.staff[key.path == ["qualifies"] ? 2 : key.path == ["modalities"] ? 3 : 0]
                return moved([key], "teams[].staff[].", "teams.one.staff.\(group.role.name).", group)
            } + moved(LeverKeys.table.keys, "levers[].", "levers.surge.", LeverDraft()) + changes + [leverSet]
    }()

    private static func moved<Root>(_ keys: [Key<Root>], _ pattern: String, _ name: String, _ root: Root) -> [MovedKey]
    {
        keys.map { key in
            let path = key.path.joined(separator: ".")
            let own = ActiveService.values.first { $0.key == name + path }?.texts ?? []
            let to = (better[pattern + path].map { [$0] } ?? []) + own.reversed()
            let from = key.text(root) ?? "none"
            return MovedKey(
                pattern: pattern + path, rules: key.facts.rules, given: context(pattern + path), from: from,
                to: to.filter { $0 != from }.map { (name + path, $0) })
        }
    }

    /// Who leaves, joins and is away: keys of a list, each beside the same line with another value.
    private static let changes: [MovedKey] = {
        func change(_ name: String, _ one: String, _ other: String, from: String) -> MovedKey {
            MovedKey(
                pattern: "teams[].staff-changes[].\(name)",
                rules: StaffChangeKeys.table.key(at: name)?.facts.rules ?? [], given: [],
                before: one.isEmpty ? [] : [("teams.one.staff-changes", "[{ \(one) }]")], from: from,
                to: [("teams.one.staff-changes", "[{ \(other) }]")])
        }
        let (leaves, joins) = ("leaves: pwp 1, on: 2026-12-07", "joins: hit, on: 2026-11-30")
        let away = "away: pwp 1, from: 2026-11-30, until: 2026-12-18"
        return [
            change("leaves", "", leaves, from: "nobody"), change("joins", "", joins, from: "nobody"),
            change("away", "", away, from: "nobody"),
            change("on", leaves, "leaves: pwp 1, on: 2026-12-14", from: "2026-12-07"),
            change("from", away, "away: pwp 1, from: 2026-12-07, until: 2026-12-18", from: "2026-11-30"),
            change("until", away, "away: pwp 1, from: 2026-11-30, until: 2026-12-11", from: "2026-12-18"),
            change("wte", joins, joins + ", wte: 0.4", from: "1"),
            change("modalities", joins, joins + ", modalities: [emdr]", from: "the usual one of the step"),
            change("cover", away, away + ", cover: true", from: "false"),
        ]
    }()

    private static let leverSet = MovedKey(
        pattern: "levers[].set", rules: ["PO-10"], given: [], from: "diary.low-first-share: 0.5",
        to: [("levers.surge.set", "{ attendance.did-not-attend-treatment: 0.4 }")])

    /// What makes a rule act that the small service leaves off, because two rules cannot both be on.
    private static func context(_ pattern: String) -> [(key: String, value: String)] {
        contexts.filter { pattern == $0.prefix || pattern.hasPrefix($0.prefix + ".") }.flatMap(\.given)
    }

    private static let contexts: [(prefix: String, given: [(key: String, value: String)])] = [
        ("start.warm-up-weeks", [("start.origin", "warm-up")]),
        ("start.first-days", [("start.origin", "warm-up")]),
        ("contact.welcome-hours", [("contact.by-message", "true")]),
        ("contact.reminder-days", [("contact.by-message", "true")]),
        ("contact.removed-days", [("contact.by-message", "true")]),
        ("screening.brief-minutes", [("screening.front-door", "all-accepted")]),
        ("screening.senior-minutes", [("screening.front-door", "single-point-of-access")]),
        ("screening.senior-minutes-per-day", [("screening.front-door", "single-point-of-access")]),
        ("first-appointments.thresholds", [("first-appointments.steps-by-score", "true")]),
        ("high-intensity.needed-sessions-plus", [("first-appointments.steps-by-score", "true")]),
        ("teams[].referrals.matrix", [("screening.referral-matrix", "true")]),
        ("screening.referral-matrix", [("teams.one.referrals.matrix.risk", "{high: 1}")]),
        ("pay.trainee-hit", [("teams.one.staff.senior-pwp.role", "trainee-hit")]),
        ("pay.senior-hit", [("teams.one.staff.senior-pwp.role", "senior-hit")]),
        (
            "high-intensity.modalities",
            [
                ("teams.one.staff.hit.modalities", "[cbt]"),
                ("teams.one.staff-changes", "[{ joins: hit, on: 2026-11-30, modalities: [emdr] }]"),
            ]
        ),
        (
            "teams[].staff[].modalities",
            [
                ("high-intensity.modalities", "{cbt: 0.5, emdr: 0.5}"),
                ("teams.one.staff-changes", "[{ joins: hit, on: 2026-11-30, modalities: [emdr] }]"),
            ]
        ),
        (
            "teams[].staff[].sees-under-18",
            [
                ("teams.one.youngest-age", "16"), ("teams.one.staff.senior-pwp.sees-under-18", "true"),
                ("teams.one.referrals.age-bands", "{under-18: 0.5, 26-64: 0.5}"),
            ]
        ),
        ("teams[].youngest-age", [("teams.one.referrals.age-bands", "{under-18: 0.5, 26-64: 0.5}")]),
        ("first-appointments.thresholds.step-3-plus-depression", [("high-intensity.needed-sessions-plus", "25")]),
        (
            "workforce.reallocation",
            [
                ("workforce.reallocation.full-share", "0.4"), ("workforce.reallocation.empty-share", "0.4"),
                ("teams.one.referrals.per-week", "80"),
            ]
        ),
        ("levers[]", [("levers.surge.set", "{ attendance.did-not-attend-treatment: 0.4 }")]),
        ("levers[].when", [("levers.surge.when", "{ measure: first-appointment-wait-p90, above: 3 }")]),
        ("attendance.reminder-reduction", [("attendance.reminders", "false")]),
        ("returns", [("returns.after-leaving", "0.9"), ("returns.after-course", "0.9")]),
        ("attendance.exceptions-by-policy", [("attendance.enforces-policy", "true")]),
        ("attendance.enforces-policy", [("attendance.exceptions", "0.9")]),
        ("case-management.every-days", [("case-management.is-on", "true")]),
        (
            "case-management.missed-appointments",
            [("case-management.is-on", "true"), ("case-management.ends-after-misses", "1")]
        ),
        (
            "case-management.open-days",
            [
                ("case-management.is-on", "true"), ("case-management.ends-open-long", "1"),
                ("case-management.gap-days", "7"),
            ]
        ),
        (
            "case-management.gap-days",
            [
                ("case-management.is-on", "true"), ("case-management.ends-open-long", "1"),
                ("case-management.open-days", "28"),
            ]
        ),
        ("case-management.ends-after-misses", [("case-management.is-on", "true")]),
        (
            "case-management.ends-open-long",
            [
                ("case-management.is-on", "true"), ("case-management.open-days", "28"),
                ("case-management.gap-days", "7"),
            ]
        ),
        ("keeping-in-touch.contacts-for-office", [("keeping-in-touch.contacts-per-month", "4")]),
        ("keeping-in-touch.contact-minutes", [("keeping-in-touch.contacts-per-month", "4")]),
        ("keeping-in-touch.contact-clerk-minutes", [("keeping-in-touch.contacts-per-month", "4")]),
        ("step-up.urgent-minutes", [("step-up.urgent", "1")]),
        ("teams[].rooms", [("teams.one.referrals.asks.face-to-face", "1")]),
        (
            "pay.assistant-psychologist",
            [("teams.one.staff-changes", "[{ joins: assistant-psychologist, on: 2026-11-30 }]")]
        ),
        ("pay.support-worker", [("teams.one.staff-changes", "[{ joins: support-worker, on: 2026-11-30 }]")]),
        ("safeguards.notes-hours", [("safeguards.notes-late", "0.5")]),
        ("safeguards.notes-late", [("safeguards.notes-hours", "48")]),
        ("safeguards.notes-late-days", [("safeguards.notes-hours", "48"), ("safeguards.notes-late", "0.5")]),
        (
            "workforce.handover-minutes",
            [("workforce.reallocation.full-share", "0.4"), ("workforce.reallocation.empty-share", "0.4")]
        ),
        ("teams[].extended-hours.from", [("teams.one.staff.pwp.early-days-per-week", "5")]),
        (
            "workforce.assesses-nobody-before-leave",
            [("workforce.fortnight-share", "1"), ("workforce.no-new-people-days", "60")]
        ),
        ("teams[].referrals.moved-in-days", [("teams.one.referrals.moved-in", "0.5")]),
    ]

    /// Values that show more than the ends of a range do.
    private static let better: [String: String] = [
        "starts": "2026-11-30", "closed-days": "[2026-12-01, 2026-12-02]", "weeks": "6",
        "teams[].population.ethnicity": "[0, 1, 1]",
        "levers[].from": "2026-12-14", "levers[].until": "2026-12-06", "levers[].when.above": "200",
        "first-appointments.thresholds.lowest": "12", "first-appointments.thresholds.step-3-depression": "10",
        "first-appointments.thresholds.step-3-plus-depression": "16",
        "high-intensity.modalities": "{cbt: 0.5, emdr: 0.5}", "teams[].staff[].modalities": "[cbt]",
        "groups.smallest": "10", "assessment-week.length-weeks": "2", "teams[].youngest-age": "16",
        "workforce.reallocation.full-share": "0.9", "workforce.reallocation.empty-share": "0.1",
        "teams[].opening-hours.from": "\"11:00\"", "teams[].opening-hours.to": "\"15:00\"",
        "teams[].rooms.hours.from": "\"12:00\"", "teams[].rooms.hours.to": "\"12:00\"",
    ]
}

/// What a run of the small service came to.
struct MovedOutcome: Equatable {
    private var records: [ReplicationRecord]
    private var measures: [String]
    private var whole: [(name: String, title: String, unit: MeasureUnit, value: Double)]

    /// Nil where the values are refused.
    init?(_ set: [(key: String, value: String)], weeks: Int) {
        let longer = weeks == 5 ? [] : [("weeks", String(weeks)), ("teams.one.referrals.per-week", "40")]
        guard let loaded = try? ActiveService.load(longer.filter { one in !set.contains { $0.key == one.0 } } + set),
            let result = Experiment(loaded.scenario, seed: 3, replications: 2, threads: 1).run()
        else { return nil }
        records = result.records
        let all = result.measures(of: loaded.scenario)
        measures = all.map { "\($0.name) \($0.group) \($0.runs)" }
        whole = all.filter { $0.group == ResultGroup() && $0.values.count == 2 }.map {
            ($0.name, $0.measure.title(loaded.scenario.standards), $0.measure.unit, ($0.values[0] + $0.values[1]) / 2)
        }
    }

    static func == (one: MovedOutcome, other: MovedOutcome) -> Bool {
        one.records == other.records && one.measures == other.measures
    }

    /// What is most unlike in another outcome, in words.
    func change(to other: MovedOutcome) -> String {
        var most = (size: 0.0, text: "")
        for one in whole where !one.title.isEmpty {
            guard let there = other.whole.first(where: { $0.name == one.name }) else { continue }
            let size = abs(one.value - there.value) / max(abs(one.value), abs(there.value), 1e-9)
            // Of small numbers any change is a large one.
            let weight = one.unit == .share || max(one.value, there.value) > 3 ? 1.0 : 0.2
            if size * weight > most.size {
                most = (size * weight, "\(one.title): \(text(one.value, one.unit)) → \(text(there.value, one.unit))")
            }
        }
        guard most.text.isEmpty else { return most.text }
        return records.map(\.weeks) == other.records.map(\.weeks)
            ? "who is seen when, and no measure of the whole service" : "the weeks that are told"
    }

    private func text(_ value: Double, _ unit: MeasureUnit) -> String {
        unit == .share ? RuleEvidence.text(value * 100) + "%" : RuleEvidence.text(value)
    }
}
