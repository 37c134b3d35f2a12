import CareModel
import Statistics

@testable import Reporting

/// A forecast with invented numbers: a test sample, no service's figures. Shapes are plausible, values mean nothing.
struct SampleForecast {
    var weeks = 104
    var teams = [
        TeamName(name: "mid-sample", title: "Mid Sample"), TeamName(name: "north-sample", title: "North Sample"),
        TeamName(name: "west-sample", title: "West Sample"),
    ]
    /// How hard each team is pressed, 0 (no queue grows) … 1.
    var pressure = [0.9, 0.45, 0.05]
    var starts = CivilDay("2026-11-23") ?? CivilDay(number: 9823)

    /// The sample, the same at each call.
    func make() -> Forecast {
        var forecast = Forecast(
            manifest: Manifest(
                scenario: "test-sample", title: "Test sample: invented numbers",
                scenarioSHA256: "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0", seed: 7,
                replications: 40, weeks: weeks, starts: starts, version: "0.1.0", events: 51_234_567,
                start:
                    "The service was run for 78 weeks before the first day, so that lists and caseloads are usual."
            ),
            standards: Standards(), teams: teams)
        for (position, team) in teams.enumerated() { add(team, pressure[position], to: &forecast) }
        addService(to: &forecast)
        addSummaries(to: &forecast)
        addLists(to: &forecast)
        forecast.trusted = ForecastJSONTests.oneOfEach().trusted
        forecast.help = ForecastJSONTests.oneOfEach().help
        return forecast
    }

    /// A wave that stands in for the seasons, -1 … 1.
    private func season(_ week: Int, _ shift: Double = 0) -> Double {
        SampleForecast.wave(Double(week) / 52 + shift)
    }

    /// A triangle wave with period 1, -1 … 1: no library function, so the same bits everywhere.
    static func wave(_ turn: Double) -> Double {
        let part = turn - turn.rounded(.down)
        return part < 0.5 ? 4 * part - 1 : 3 - 4 * part
    }

    /// A small ripple that stands in for chance, -1 … 1.
    private func ripple(_ week: Int, _ salt: Int) -> Double {
        Double((week * 7919 + salt * 104_729) % 211) / 105 - 1
    }

    func band(_ week: Int, _ measure: String, _ group: MeasureGroup, mean: Double, spread: Double) -> WeeklyBand {
        let mean = max(0, mean)
        let spread = mean == 0 ? 0 : min(spread, 2 * mean)
        let low = max(0, mean - spread)
        return WeeklyBand(
            week: week + 1, starts: starts + Int32(7 * week), measure: measure, group: group, mean: mean, p05: low,
            p25: max(0, mean - 0.4 * spread), p50: mean, p75: mean + 0.4 * spread, p95: mean + spread * 1.1,
            any: Chance(happened: Int((40 * min(1, mean / (mean + 0.8))).rounded()), runs: 40))
    }

    private func add(_ team: TeamName, _ press: Double, to forecast: inout Forecast) {
        let group = MeasureGroup(team: team.name)
        for week in 0..<weeks {
            let grown = press * Double(week) / 104
            let wave = season(week, 0.8)
            let noise = ripple(week, team.name.count)
            let first = 260 + 120 * press * wave + 40 * noise * press + 80 * grown
            let wait = 15 + 14 * press + 9 * press * wave + 1.5 * noise
            let breaches = press < 0.1 ? 0 : max(0, (wait - 22) * 2.2)
            let rows: [(String, Double, Double)] = [
                ("referrals", 220 + 18 * wave + 9 * noise, 24), ("first-appointments", 150 + 12 * noise, 18),
                ("entered-treatment", 118 + 8 * noise, 15), ("second-treatments", 88 + 6 * noise, 13),
                ("finished-courses", 70 + 5 * noise, 12), ("step-ups", 9 + noise, 4),
                ("waiting-first-appointment", first, 30 + 60 * press * Double(week) / 104),
                ("waiting-treatment-low", 160 + 40 * press * wave, 35),
                ("waiting-treatment-high", 110 + 190 * grown + 10 * noise, 18 + 60 * grown),
                ("waiting-step-up", 30 + 60 * grown, 10 + 14 * grown),
                ("first-appointment-breaches-28", breaches, 4 + breaches * 0.4),
                ("first-appointment-breaches-42", max(0, breaches - 12) * 0.5, 3),
                ("first-appointment-breaches-126", 0, 0),
                ("first-appointment-wait-mean", wait, 3), ("first-appointment-wait-p90", wait * 1.5, 6),
                ("second-treatment-wait-mean", 30 + 30 * grown + 3 * noise, 6),
                ("step-up-wait-mean", 45 + 60 * grown, 14), ("kit-calls", 40 + 50 * grown + 6 * noise, 12),
                ("kit-opt-outs", 5 + 5 * grown, 3), ("attended-share", 0.76 + 0.01 * noise, 0.02),
                ("dna-share", 0.10 - 0.005 * noise, 0.015), ("patient-cancelled-share", 0.11, 0.015),
                ("provider-cancelled-share", 0.03 - 0.005 * noise, 0.01),
            ]
            forecast.weekly += rows.map { band(week, $0.0, group, mean: $0.1, spread: $0.2) }
            for (cause, share) in [
                ("no-free-slot", 0.62), ("missed-or-moved-by-person", 0.23), ("slow-to-book", 0.1),
                ("cancelled-by-service", 0.05),
            ] where breaches > 0 {
                forecast.weekly.append(
                    band(
                        week, "first-appointment-breaches-28", MeasureGroup(team: team.name, cause: cause),
                        mean: breaches * share, spread: 3))
            }
            addRoles(week, team.name, grown, noise, to: &forecast)
        }
    }

    private func addRoles(_ week: Int, _ team: String, _ grown: Double, _ noise: Double, to forecast: inout Forecast) {
        for role in Role.allCases where !role.isAssistant {
            let group = MeasureGroup(team: team, role: role.name)
            let cap = Double(role.defaultCaseloadPerWTE ?? 0)
            let load =
                (role.step == .high ? 0.93 + 0.06 * min(1, grown * 3) : 0.78 + 0.1 * grown)
                - (role.isSenior ? 0.12 : role.isTrainee ? 0.05 : 0)
            let hours =
                role.defaultCompletedHoursPerWTE
                * (0.94 + 0.02 * ripple(week, role.name.count) - (role.isSenior ? 0.1 : role.isTrainee ? 0.2 : 0))
            forecast.weekly.append(band(week, "caseload-per-wte", group, mean: cap * load, spread: cap * 0.03))
            forecast.weekly.append(band(week, "completed-hours-per-wte-at-work", group, mean: hours, spread: 1))
            forecast.weekly.append(
                band(
                    week, "slots-unused-share", group,
                    mean: (role.step == .high ? 0.05 : 0.12) + (role.isSenior ? 0.02 : 0), spread: 0.04))
        }
    }

    /// The service as the sum of its teams (of shares and waits, the mean).
    private func addService(to forecast: inout Forecast) {
        let measures = forecast.weekly.filter { $0.week == 1 && $0.group == MeasureGroup(team: teams[0].name) }
        let index = ForecastIndex(forecast)
        for measure in measures.map(\.measure) {
            let averaged = measure.hasSuffix("-share") || measure.contains("-wait-")
            let all = teams.map { index.weekly(measure, MeasureGroup(team: $0.name)) }
            for week in 0..<weeks {
                let bands = all.compactMap { $0.count > week ? $0[week] : nil }
                let sum = bands.reduce(0) { $0 + $1.mean }
                let spread = bands.reduce(0) { $0 + $1.p95 - $1.mean }
                let parts = averaged ? Double(teams.count) : 1
                forecast.weekly.append(
                    band(week, measure, MeasureGroup(), mean: sum / parts, spread: spread / parts / 1.4))
            }
        }
    }
}
