import CareModel
import Statistics

@testable import Reporting

extension SampleForecast {
    /// Summaries, invented: name, unit, mean at no pressure, change by pressure, half width of the interval.
    private static let summaries: [(String, String, Double, Double, Double)] = [
        ("referrals", "people", 22_900, 0, 120), ("diverted", "people", 900, 0, 30),
        ("not-accepted", "people", 1_210, 0, 30), ("closed-uncontactable", "people", 640, 40, 22),
        ("first-appointments", "people", 15_600, -300, 90), ("entered-treatment", "people", 12_270, -400, 80),
        ("second-treatments", "people", 9_150, -500, 70), ("finished-courses", "people", 7_280, -500, 60),
        ("first-appointment-wait-mean", "days", 15.2, 15, 0.5), ("first-appointment-wait-median", "days", 13, 14, 0.4),
        ("first-appointment-wait-p90", "days", 24, 22, 0.9),
        ("first-appointment-within-28-days", "share", 0.998, -0.35, 0.01),
        ("first-appointment-within-42-days", "share", 1, -0.12, 0.006),
        ("first-treatment-within-42-days", "share", 0.96, -0.24, 0.008),
        ("first-treatment-within-126-days", "share", 0.999, -0.04, 0.002),
        ("first-treatment-wait-mean", "days", 17, 16, 0.5), ("first-treatment-wait-median", "days", 15, 14, 0.5),
        ("second-treatment-wait-mean", "days", 27, 24, 0.6),
        ("second-treatment-within-28-days", "share", 0.78, -0.3, 0.01),
        ("second-treatment-over-90-days", "share", 0.03, 0.11, 0.005),
        ("assessment-to-low-wait-mean", "days", 24, 10, 0.5), ("assessment-to-high-wait-mean", "days", 52, 60, 1.4),
        ("step-up-wait-mean", "days", 44, 40, 1.6), ("step-up-wait-median", "days", 39, 38, 1.5),
        ("step-up-wait-p90", "days", 82, 70, 3), ("perinatal-assessed-within-14-days", "share", 0.97, -0.1, 0.01),
        ("perinatal-treated-within-28-days", "share", 0.96, -0.1, 0.01), ("attended-share", "share", 0.76, 0, 0.002),
        ("dna-share", "share", 0.1, 0, 0.001), ("patient-cancelled-share", "share", 0.11, 0, 0.001),
        ("provider-cancelled-share", "share", 0.03, 0, 0.001), ("recovery", "share", 0.506, -0.02, 0.004),
        ("reliable-improvement", "share", 0.67, -0.01, 0.004), ("reliable-recovery", "share", 0.48, -0.02, 0.004),
        ("access-rate", "share", 0.26, -0.02, 0.002), ("kit-calls", "calls", 4_300, 2_400, 90),
        ("kit-opt-outs", "people", 520, 200, 16), ("step-ups", "people", 930, 20, 18),
        ("sessions-per-finished-mean", "sessions", 7.4, 0, 0.05), ("assessment-weeks", "weeks", 0.2, 3, 0.2),
    ]

    func addSummaries(to forecast: inout Forecast) {
        let mean = pressure.prefix(teams.count).reduce(0, +) / Double(teams.count)
        let scopes = [(MeasureGroup(), mean)] + teams.enumerated().map { (MeasureGroup(team: $1.name), pressure[$0]) }
        for (group, press) in scopes {
            for (measure, unit, base, change, half) in SampleForecast.summaries {
                let counted = ["people", "calls"].contains(unit)
                let size = group.team == nil && counted ? Double(teams.count) : 1
                let top = unit == "share" ? 1.0 : 1e9
                let middle = min(top, (base + change * press) * size)
                forecast.measures.append(summary(measure, unit, group, middle, half * size, top: top))
            }
        }
        for team in teams {
            for role in Role.allCases where !role.isAssistant {
                let group = MeasureGroup(team: team.name, role: role.name)
                let cap = Double(role.defaultCaseloadPerWTE ?? 0)
                let target = role.defaultCompletedHoursPerWTE
                let load = role.step == .high ? 0.97 : 0.82
                forecast.measures += [
                    summary("caseload-per-wte", "people", group, cap * load, cap * 0.004),
                    summary("caseload-cap-per-wte", "people", group, cap, 0),
                    summary("completed-hours-per-wte-at-work", "hours", group, target * 0.95, 0.1),
                    summary("completed-hours-target-per-wte", "hours", group, target, 0),
                    summary("slots-unused-share", "share", group, role.step == .high ? 0.05 : 0.17, 0.003),
                ]
            }
        }
    }

    func summary(
        _ measure: String, _ unit: String, _ group: MeasureGroup, _ mean: Double, _ half: Double, top: Double = 1e9
    ) -> MeasureSummary {
        MeasureSummary(
            measure: measure, unit: unit, group: group, mean: mean,
            ci95: max(0, mean - half)...min(top, max(0, mean + half)), p05: max(0, mean - 4 * half), p50: mean,
            p95: min(top, mean + 4 * half),
            sample: RunSample((0..<40).map { max(0, min(top, mean + half * (Double($0) - 19.5) / 5)) }))
    }

    func addLists(to forecast: inout Forecast) {
        for (position, team) in teams.enumerated() {
            let press = pressure[position]
            let group = MeasureGroup(team: team.name)
            forecast.distributions += [
                distribution("first-appointment-wait", group, middle: 15 + 14 * press, size: 4_000, last: 160),
                distribution("second-treatment-wait", group, middle: 24 + 18 * press, size: 2_600, last: 200),
                distribution("step-up-wait", group, middle: 44 + 40 * press, size: 240, last: 200),
            ]
            forecast.waitingAtStart += [
                waiting(team.name, "first-appointment", "low", nil, 180, press),
                waiting(team.name, "first-appointment", "high", nil, 70, press),
                waiting(team.name, "treatment", "low", nil, 160, press),
                waiting(team.name, "treatment", "high", "cbt", 80, press),
                waiting(team.name, "treatment", "high", "emdr", 22, press),
                waiting(team.name, "step-up", "high", "cbt", 30, press),
            ]
            if press > 0.3 {
                for week in [6, 7, 8, 20, 21, 34, 35, 58, 59, 60, 86] where week < weeks {
                    let chance = (0.2 + 0.6 * press) / Double(1 + week % 3)
                    forecast.assessmentWeeks.append(
                        AssessmentWeekChance(
                            team: team.name, starts: starts + Int32(7 * week),
                            chance: Chance(happened: Int((chance * 40).rounded()), runs: 40)))
                }
            }
        }
        addAssumptions(to: &forecast)
    }

    private func distribution(
        _ measure: String, _ group: MeasureGroup, middle: Double, size: Double, last: Int
    ) -> WaitDistribution {
        let weights = (0...last).map { day -> Double in
            let distance = abs(Double(day) - middle) / (middle * 0.6)
            return 1 / (1 + distance * distance * distance * distance)
        }
        let all = weights.reduce(0, +)
        return WaitDistribution(measure: measure, group: group, people: weights.map { $0 / all * size })
    }

    private func waiting(
        _ team: String, _ queue: String, _ step: String, _ modality: String?, _ people: Int, _ press: Double
    ) -> WaitingRow {
        let mean = 14 + 20 * press + (step == "high" ? 20 : 0)
        let over = Int(Double(people) * press * 0.4)
        return WaitingRow(
            team: team, queue: queue, step: step, modality: modality, people: people, meanDays: mean,
            longestDays: Int(mean * 4), over: [over, over / 2, over / 20])
    }

    private func addAssumptions(to forecast: inout Forecast) {
        let sources = ["policy", "published", "measured", "assumed"]
        for number in 0..<60 {
            let team = teams[number % teams.count].name
            let key =
                number < 12
                ? "teams.\(team).staff.pwp-\(number).completed-hours"
                : "levers.keeping-in-touch.sample-key-\(number)"
            forecast.assumptions.append(
                AssumptionRow(
                    key: key, value: String(5 + number), unit: number % 2 == 0 ? "days" : "minutes",
                    source: sources[number % 4], rules: "KT-\(1 + number % 9)",
                    meaning: "An invented number that stands for nothing, in the test sample.",
                    note: number % 5 == 0 ? "S0-App1 §4.2.2, as invented for the test" : "", isDefault: number >= 18))
        }
    }
}
