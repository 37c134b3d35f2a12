import CareModel

/// Sentences on where the service is tightest, and whether people or slots are the reason.
struct BottleneckWords {
    let scope: Scope
    let index: ForecastIndex

    /// Queues with less work than this in them are no bottleneck.
    static let calmWeeks = 3.0

    /// Empty if the forecast knows no queue.
    var sentences: [Told] {
        guard let tight = Bottleneck.tightest(scope, index) else { return [] }
        guard tight.weeksOfWork >= BottleneckWords.calmWeeks else {
            return ["No queue stands out: each holds less than three weeks of work at the end."]
        }
        return [
            "The tightest point is \(tight.queue.words): about \(tight.bandsAtEnd.shown(.mean, .mean)) people wait at "
                + "the end\(change(tight)).",
            "That is about \(NumberText.rough(tight.weeksOfWork)) weeks of work.",
        ] + reason(tight)
    }

    private func change(_ tight: Bottleneck) -> String {
        let runs = index.forecast.manifest.replications
        let isClear = runs > 1 && abs(tight.atEnd - tight.atStart) > tight.bandsAtEnd.luck(runs: runs)
        let isMore = tight.atEnd > 1.15 * tight.atStart + 1
        let isFewer = tight.atEnd < 0.85 * tight.atStart - 1
        if isMore || isFewer, !isClear {
            return ", no clear change from \(NumberText.rough(tight.atStart)) at the start"
        }
        if isMore { return ", up from \(NumberText.rough(tight.atStart)) at the start" }
        if isFewer { return ", down from \(NumberText.rough(tight.atStart)) at the start" }
        return ", much as at the start"
    }

    /// Full caseloads or idle slots in the role that carries most of the queue's work.
    private func reason(_ tight: Bottleneck) -> [Told] {
        let roles = index.roles(team: scope.team).filter { name in
            guard let step = tight.queue.step, let role = Role.allCases.first(where: { $0.name == name }) else {
                return true
            }
            return role.step == step
        }
        return switch (roles.compactMap(full).first, roles.compactMap(idle).first) {
        case (let load?, let slots?): [load.capitalised + ", yet " + slots + "."]
        case (let one?, nil), (nil, let one?): [one.capitalised + "."]
        case (nil, nil): []
        }
    }

    private func full(_ role: String) -> Told? {
        let group = MeasureGroup(team: scope.team, role: role)
        guard let load = index.summary(StaffMeasure.caseload.measure, group),
            let cap = StaffMeasure.caseload.limit(group, index), cap > 0, load.mean >= 0.95 * cap
        else { return nil }
        return "\(name(role)) caseloads are full (\(load.roughly(.mean)) of \(NumberText.rough(cap)) people a WTE)"
    }

    private func idle(_ role: String) -> Told? {
        let group = MeasureGroup(team: scope.team, role: role)
        guard let unused = index.summary(StaffMeasure.unused.measure, group), unused.mean >= 0.15 else { return nil }
        return "\(unused.inHundred()) \(name(role)) slots go unused"
    }

    private func name(_ role: String) -> String { TextTools.lowercasedWord(RoleWords.title(role)) }
}
