import CareModel
import Forecasting
import Reporting
import ScenarioFiles
import Synchronization

extension Bench {
    /// The scenarios that can be asked of: those of the shelf, then those that somebody made by answers.
    public var entries: [ScenarioShelf.Entry] {
        shelf.entries
            + setUps.all().map { ScenarioShelf.Entry(name: $1.scenarioName, source: $1.scenario.source, isOwn: false) }
    }

    /// What a scenario is called that somebody made by answers; nil for one of the shelf.
    public func setUp(ofScenario name: String) -> (id: String, saved: SavedSetUp)? {
        setUps.all().first { $0.saved.scenarioName == name }
    }

    /// Tries answers as a scenario.
    /// - Returns: what it is warned of.
    /// - Throws: ``BenchFault/scenario(_:)`` with everything that is wrong.
    public func check(_ setUp: SavedSetUp) throws(BenchFault) -> SetUpCheck {
        do throws(ScenarioErrors) {
            return SetUpCheck(try ScenarioLoader.load(setUp.scenario.source), setUp.scenario)
        } catch {
            throw BenchFault(error)
        }
    }

    /// What a year of the service comes to, and what each answer does to it: worked out once, on a thread that waits
    /// behind first pictures, for however many ask.
    /// - Throws: ``BenchFault``.
    public func judge(_ setUp: SavedSetUp) async throws -> SetUpJudgement {
        let name = setUp.scenarioName
        let task = judging.withLock { judging -> Task<SetUpJudgement, any Error> in
            if let known = judging.first(where: { $0.name == name })?.task { return known }
            let task = Task { try await self.work(out: setUp, name) }
            judging.append((name, task))
            if judging.count > Self.mostJudgements { judging.removeFirst() }
            return task
        }
        do { return try await task.value } catch {
            // Whoever asks next tries again.
            judging.withLock { judging in judging.removeAll { $0.name == name } }
            throw error
        }
    }

    private func work(out setUp: SavedSetUp, _ name: String) async throws -> SetUpJudgement {
        let moves = SetUpJudgement.moves(setUp.answers)
        let request = SetUpJudgement.request(setUp.scenario, moves)
        let report = try await queue.run("judgement of \(name)", rank: LookStage.whole.rawValue) { isCancelled in
            try Self.report(of: request, isCancelled)
        }
        let judgement = SetUpJudgement(report, setUp.answers, moves)
        judged.withLock { judged in
            judged.append((name, judgement))
            if judged.count > Self.mostJudgements { judged.removeFirst() }
        }
        return judgement
    }

    /// The judgement of a service that is there already; nil if it is still to be worked out.
    public func judgement(of setUp: SavedSetUp) -> SetUpJudgement? {
        judged.withLock { [name = setUp.scenarioName] in $0.first { $0.name == name }?.judgement }
    }
}

/// What can be said of a scenario that answers make before it is run.
public struct SetUpCheck: Sendable {
    /// What is doubtful in it, a sentence each.
    public let warnings: [String]
    /// Values that nobody answered, whose source is nobody's figure: what they mean, and what they are.
    public let assumed: [(meaning: String, value: String)]
    /// How many values are as they are by default, and how many were answered.
    public let defaults: Int
    public let answered: Int

    init(_ loaded: LoadedScenario, _ setUp: SetUpScenario) {
        var warnings = loaded.warnings.map { fault in
            // Whoever answers questions knows no keys: what one means stands for it.
            let meaning = loaded.assumptions.first { $0.key == fault.key }?.meaning.prefix { $0 != "." }
            return (meaning.map { "\($0): " } ?? "") + fault.message
        }
        if let caseloads = setUp.caseloads, caseloads.people > caseloads.caps {
            warnings.append(
                "More people are in treatment than the caseload caps of those who work there let be: as many are taken "
                    + "as the caps hold")
        }
        self.warnings = warnings
        let open = loaded.assumptions.filter(\.isDefault)
        assumed = open.filter { $0.source == .assumed && Self.moves($0.key) }.map { assumption in
            let unit = assumption.unit.isEmpty ? "" : " \(assumption.unit)"
            return (meaning: assumption.meaning, value: assumption.valueText + unit)
        }
        defaults = open.count
        answered = loaded.assumptions.count { $0.source == .measured }
    }

    /// Whether a key tells how people move through the service, as far as a set-up leaves it to the defaults.
    private static func moves(_ key: String) -> Bool {
        let parts = [
            "contact.reached", "contact.declines", "first-appointments.advice", "first-appointments.declines",
            "first-appointments.referred-on", "first-appointments.signposted", "step-up.proposed-of-cases",
            "waiting.first-appointment-half-days", "waiting.low-half-days", "waiting.high-half-days",
            "low-intensity.stops-early", "high-intensity.stops-early", "attendance.exceptions", "diary.low-first-share",
            "diary.high-first-share", "low-intensity.needed-sessions", "high-intensity.needed-sessions",
            "initial.caseload-filled",
        ]
        return parts.contains { key == $0 || key.hasSuffix(".\($0)") }
    }
}
