public import Calibration
import CareModel
import PublishedStatistics
public import ScenarioFiles
public import ServiceSimulation

extension ScenarioDraft {
    /// A fitted scenario as a commented file, each number tagged with where it comes from; at its end stands what it
    /// meets, and what the figures do not tell.
    /// - Parameters:
    ///   - calibration: the fit.
    ///   - file: the name of the published file, without its folder.
    ///   - provider: the provider's present name.
    ///   - uncertainty: what nobody knows of the year to come.
    ///   - trusted: what may be promised of it.
    public init(
        _ calibration: Calibration, file: String, provider: String, uncertainty: UncertaintyInput,
        trusted: TrustedInput = TrustedInput()
    ) {
        var scenario = calibration.scenario(uncertainty)
        scenario.teams[0].trusted = trusted
        scenario.teams[0].trusted.said = ScenarioDraft(scenario).said
        self.init(scenario)
        sources = FittedKeys.sources(teams: scenario.teams.map(\.name))
        sources["uncertainty"] = .measured
        sources["teams.\(scenario.teams[0].name).referrals.trend-per-year"] = .published
        notes = Self.notes(calibration)
        head = [
            "\(provider) (\(calibration.moments.code)), fitted to its published figures until "
                + "\(calibration.moments.until).",
            "", "Published: referrals, their season and sources (NHS England, \(file)).",
            "Measured:  values that were looked for so that the simulated service gives the published figures.",
            "Assumed:   all else, and every value of which the figures say little; the list at the end says which.",
            calibration.judgement.sentence,
            "It is one team: nobody publishes localities. Step-ups wait as others do, and diaries follow the list.",
        ]
        tail = calibration.report.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private static func notes(_ calibration: Calibration) -> [Note] {
        var notes = [
            Note(
                key: "uncertainty",
                words: "How far figures of providers like it moved from one year to the next, beyond chance."),
            Note(
                key: "start",
                words: "Three years from lists near those published; the last year was fitted to those "
                    + "published."),
        ]
        for fitted in calibration.fitted where fitted.parameter.key.contains(".") {
            let says = fitted.identified < 0.5 ? "the figures say little of it" : "95%"
            let range = "\(fitted.interval.lowerBound.plain) to \(fitted.interval.upperBound.plain)"
            notes.append(
                Note(
                    key: fitted.parameter.key,
                    words: "Fitted: \(fitted.parameter.words), \(range) \(fitted.parameter.unit) (\(says))."))
        }
        let staff = calibration.fitted.filter { !$0.parameter.key.contains(".") }
            .map { "\($0.value.plain) \($0.parameter.unit) at \($0.parameter.key.suffix(6))" }
        notes.append(
            Note(
                key: "teams.\(calibration.scenario.teams[0].name).staff",
                words: "Inferred from attended appointments and waits: " + staff.joined(separator: ", ")
                    + "; roles in proportions that are assumed."))
        return notes
    }

    /// Every provider of a published file as a team: what all have in common once, then each provider's own numbers.
    /// - Parameters:
    ///   - national: the fit.
    ///   - file: the name of the published file, without its folder.
    public init(_ national: NationalFit, file: String) {
        let scenario = national.scenario
        self.init(scenario)
        layout = .sectionBySection
        sources = FittedKeys.sources(teams: scenario.teams.map(\.name))
        notes = [
            Note(
                key: "start",
                words: "Begins with lists near those published, by Little's law, two years before, and settles."),
            Note(
                key: "teams",
                words: "Each number of a team was moved until the simulated service came near the published figures."),
        ]
        let perYear = scenario.teams.reduce(0) { $0 + $1.referrals.perWeek * 52.18 }
        let providers = scenario.teams.count - (national.restPerYear == nil ? 0 : 1)
        head = [
            "England: \(providers) providers of NHS Talking Therapies, each a team of its own.", "",
            "Published: referrals until \(national.until), their season and sources (NHS England, \(file)).",
            "Measured:  values that were moved until the simulated providers came near their published figures.",
            "Assumed:   all else, the same for everybody.",
            "Together \(Int((perYear / 1000).rounded())) thousand referrals a year.",
        ]
        if let rest = national.restPerYear {
            head.append(
                "The last team is all that England has beside them, \(Int((rest / 1000).rounded())) thousand referrals "
                    + "a year, with England's shares and waits.")
        }
        if !national.left.isEmpty {
            let small = national.left.map { "\($0.code) (\($0.why))" }.joined(separator: ", ")
            head.append((national.restPerYear == nil ? "Left out: " : "Without a team of their own: ") + small + ".")
        }
        tail = national.check.report.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}

extension Calibration {
    /// The fitted scenario as it is forecast.
    /// - Parameter uncertainty: what nobody knows of the year to come.
    func scenario(_ uncertainty: UncertaintyInput) -> ServiceScenario {
        var scenario = scenario
        scenario.uncertainty = uncertainty.rounded
        return scenario
    }
}

extension UncertaintyInput {
    /// With four significant digits.
    fileprivate var rounded: UncertaintyInput {
        var input = self
        let fields: [WritableKeyPath<UncertaintyInput, Double>] = [
            \.referrals, \.lost, \.capacity, \.aim, \.highShare, \.sessions, \.leavers, \.outcomes,
        ]
        for field in fields { input[keyPath: field] = CalibrationParameter.rounded(input[keyPath: field]) }
        return input
    }
}

extension Double {
    /// With four significant digits, without a point where there is nothing behind it.
    fileprivate var plain: String {
        let rounded = CalibrationParameter.rounded(self)
        return rounded == rounded.rounded() && abs(rounded) < 1e9 ? String(Int(rounded)) : "\(rounded)"
    }
}
