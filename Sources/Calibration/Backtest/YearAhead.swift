import CareModel
import Experiments
import Foundation
import PublishedStatistics
import ServiceSimulation
import Statistics

/// Runs a fitted service through the year after its fit.
struct YearAhead {
    let fit: PublishedFit
    let calibration: Calibration
    let first: PublishedMonth
    let replications: Int
    let threads: Int

    /// Knowing nothing of the year.
    func blind() -> Experiment {
        var scenario = calibration.scenario
        scenario.uncertainty = fit.uncertainty(of: calibration)
        var experiment = Experiment(scenario, seed: 2, replications: replications, threads: threads)
        experiment.weeks = 53
        return experiment
    }

    func run(_ kind: Backtest.Kind, from start: StartingPoint) -> MonthlyFigures {
        figures(kind == .blind ? blind() : conditional(from: start), from: start)
    }

    private func figures(_ experiment: Experiment, from start: StartingPoint) -> MonthlyFigures {
        guard let result = experiment.run(from: start) else { preconditionFailure("nobody cancels a backtest") }
        return MonthlyFigures(result, from: first)
    }

    /// The year's own referrals, and bookable time such that its appointments are attended: found in a few rounds.
    private func conditional(from start: StartingPoint) -> Experiment {
        var experiment = blind()
        experiment.scenario.uncertainty.referrals = 0
        experiment.scenario.uncertainty.capacity = 0
        experiment.scenario.teams[0].referrals.trendPerYear = 0
        experiment.scenario.teams[0].referrals.weeklyVariation = 0.02
        var worked = [Double](repeating: 1, count: 12)
        for _ in 0..<4 {
            var trial = experiment
            trial.replications = 4
            let seen = figures(trial, from: start)
            scaleReferrals(&experiment, by: ratios(.referrals, seen))
            let attended = smooth(ratios(.attended, seen))
            for month in worked.indices { worked[month] = min(2, max(0.2, worked[month] * attended[month])) }
            setWorked(worked, &experiment)
        }
        return experiment
    }

    /// Published over simulated, month by month; 1 where nothing is known.
    private func ratios(_ figure: MonthlyFigures.Figure, _ figures: MonthlyFigures) -> [Double] {
        (0..<12).map { month in
            let values = figures.values(figure, month: month).compactMap { $0 }
            guard let actual = figure.published.month(first + month, in: fit.series), !values.isEmpty else { return 1 }
            let mean = Summary(values).mean
            return mean > 0 && actual > 0 ? actual / mean : 1
        }
    }

    /// Staff change slowly: a month's ratio is that of the months around it. What a month has more or less than they is
    /// its calendar and chance, and would be chased with people who begin treatment at once.
    private func smooth(_ ratios: [Double]) -> [Double] {
        ratios.indices.map { month in
            let around = ratios[max(0, month - 1)...min(ratios.count - 1, month + 1)]
            return around.reduce(0, +) / Double(around.count)
        }
    }

    private func scaleReferrals(_ experiment: inout Experiment, by ratios: [Double]) {
        for (month, ratio) in ratios.enumerated() {
            experiment.scenario.teams[0].referrals.months[(first + month).month - 1] *= ratio
        }
        // The index is one of shape: the level follows so that each month keeps its own.
        let before = calibration.scenario.teams[0].referrals
        let index = experiment.scenario.teams[0].referrals.months
        let level = index.reduce(0, +) / before.months.reduce(0, +)
        experiment.scenario.teams[0].referrals.perWeek = before.perWeek * level
    }

    private func setWorked(_ worked: [Double], _ experiment: inout Experiment) {
        experiment.scenario.levers = worked.enumerated().map { month, share in
            let day = CivilDay(year: (first + month).year, month: (first + month).month, day: 1)
            return Lever(
                name: "worked-\(month)", teams: [0], from: day, until: day.map { $0 + Int32((first + month).days - 1) }
            ) { $0.workforce.bookableShare *= share }
        }
    }
}
