import CareModel

/// Sentences on where the service is tightest, and whether people or slots are the reason.
struct BottleneckWords {
    let scope: Scope
    let index: ForecastIndex

    /// Queues with less work than this in them are no bottleneck.
    static let calmWeeks = 3.0

    /// Empty if the forecast knows no queue.
    var sentences: [String] {
        guard let tight = Bottleneck.tightest(scope, index) else { return [] }
        guard tight.weeksOfWork >= BottleneckWords.calmWeeks else {
            return ["No queue stands out: each holds less than three weeks of work at the end."]
        }
        return [([queue(tight)] + reason(tight)).joined(separator: "; ") + "."]
    }

    private func queue(_ tight: Bottleneck) -> String {
        let change =
            switch (tight.atEnd, tight.atStart) {
            case (let end, let start) where end > 1.15 * start + 1: ", up from \(NumberText.rough(start)) at the start"
            case (let end, let start) where end < 0.85 * start - 1:
                ", down from \(NumberText.rough(start)) at the start"
            default: ", much as at the start"
            }
        return "The tightest point is \(tight.queue.words): about \(NumberText.rough(tight.atEnd)) people wait "
            + "at the end\(change): about \(NumberText.rough(tight.weeksOfWork)) weeks of work"
    }

    /// Full caseloads or idle slots in the role that carries most of the queue's work.
    private func reason(_ tight: Bottleneck) -> [String] {
        let roles = index.roles(team: scope.team).filter { name in
            guard let step = tight.queue.step, let role = Role.allCases.first(where: { $0.name == name }) else {
                return true
            }
            return role.step == step
        }
        var sentences: [String] = []
        for role in roles {
            let group = MeasureGroup(team: scope.team, role: role)
            guard let load = index.summary(StaffMeasure.caseload.measure, group)?.mean,
                let cap = StaffMeasure.caseload.limit(group, index), cap > 0, load >= 0.95 * cap
            else { continue }
            sentences.append(
                "\(TextTools.lowercasedWord(RoleWords.title(role))) caseloads are full (\(NumberText.rough(load)) of "
                    + "\(NumberText.rough(cap)) a WTE)")
            break
        }
        for role in roles {
            let group = MeasureGroup(team: scope.team, role: role)
            guard let unused = index.summary(StaffMeasure.unused.measure, group)?.mean, unused >= 0.15 else { continue }
            sentences.append(
                "\(sentences.isEmpty ? "" : "yet ")\(ChanceText.people(unused)) "
                    + "\(TextTools.lowercasedWord(RoleWords.title(role))) slots go unused")
            break
        }
        return sentences
    }
}
