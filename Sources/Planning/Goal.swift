// SPDX-License-Identifier: GPL-3.0-or-later

import Statistics

/// What a search looks for: targets at the middle of their zones, where the test of the finalists is as likely to
/// accept as to refuse.
struct Goal: Sendable {
    struct Target: Sendable {
        let name: String
        /// What the value is to reach.
        let level: Double
        /// The chance of that in the middle of the zone; nil for a mean.
        let chance: Double?
        /// Half of the zone: of the chance, or of the mean in standard deviations or in its unit.
        let halfZone: HalfZone
    }

    enum HalfZone: Sendable {
        case chance(Double)
        case unit(Double)
        case standardDeviations(Double)
    }

    let targets: [Target]
    let objective: PlanObjective
    private let isAbove: Bool

    init(_ problem: any PlanningProblem, settings: PlanSettings) {
        isAbove = settings.zone == .above
        objective = problem.objective
        let isAbove = isAbove
        targets = problem.targets.map { target in
            guard let chance = target.chance else {
                let half: HalfZone =
                    target.tolerance.map { .unit($0 / 2) } ?? .standardDeviations(settings.meanTolerance / 2)
                return Target(name: target.name, level: target.atLeast, chance: nil, halfZone: half)
            }
            // Room is left on either side.
            let room = min(1 - chance, chance)
            let half = min(target.tolerance ?? settings.chanceTolerance, isAbove ? room * 0.9 : room) / 2
            return Target(
                name: target.name, level: target.atLeast, chance: isAbove ? chance + half : chance,
                halfZone: .chance(half))
        }
    }

    /// Half of the zone of a mean in its unit.
    func halfZone(_ target: Int, standardDeviation: Double) -> Double {
        switch targets[target].halfZone {
        case .chance(let half), .unit(let half): half
        case .standardDeviations(let share): share * standardDeviation
        }
    }

    /// What the value of a target is to reach in the middle of its zone: its quantile, or its mean.
    func level(_ target: Int, standardDeviation: Double) -> Double {
        guard targets[target].chance == nil, isAbove else { return targets[target].level }
        return targets[target].level + halfZone(target, standardDeviation: standardDeviation)
    }

    /// Σ cost × choice; nil if the objective is measured.
    func knownCost(_ point: [Int]) -> Double? {
        guard case .known(let costs) = objective else { return nil }
        return zip(costs, point).reduce(0) { $0 + $1.0 * Double($1.1) }
    }

    /// What a measured objective is multiplied by so that less is better.
    var sign: Double {
        switch objective {
        case .known, .measured(.least): 1
        case .measured(.greatest): -1
        }
    }
}
