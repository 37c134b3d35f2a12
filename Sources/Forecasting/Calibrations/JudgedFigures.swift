import BookingStore
import Calibration
import Foundation
import PublishedStatistics
import ServiceSimulation

/// The verdicts of a fit for a program.
private struct JudgedFigures: Encodable {
    struct Figure: Encodable {
        let figure: String
        let measure: String
        let main: Bool
        let published: Double
        let standardError: Double
        let simulated: Double?
        let verdict: String
    }

    struct Team: Encodable {
        let team: String
        let title: String
        let verdict: String
        let sentence: String
        let figures: [Figure]
        let unknown: [String]
    }

    let teams: [Team]

    init(_ teams: [TeamScenario], _ judgements: [FitJudgement]) {
        self.teams = zip(teams, judgements).map { team, judgement in
            Team(
                team: team.name, title: team.title, verdict: judgement.verdict.name, sentence: judgement.sentence,
                figures: judgement.lines.map { line in
                    Figure(
                        figure: line.quantity.rawValue, measure: line.measure, main: line.isMain,
                        published: line.published.value, standardError: line.published.standardError,
                        simulated: line.simulated, verdict: line.verdict.name)
                },
                unknown: judgement.unknown.map(\.rawValue))
        }
    }
}

extension CalibrationOutcome {
    /// The verdict on each team and each of its figures, as JSON.
    /// - Throws: what the encoder throws for a number that is none.
    public var judgedFigures: String {
        get throws {
            let figures =
                switch self {
                case .one(let calibration, _): JudgedFigures(calibration.scenario.teams, [calibration.judgement])
                case .all(let national, _): JudgedFigures(national.scenario.teams, national.judgements)
                }
            return String(decoding: try JSONEncoder.readable.encode(figures), as: UTF8.self) + "\n"
        }
    }
}
