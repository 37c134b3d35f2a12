import Allocation
import CareModel

extension DecisionWriter {
    /// Scores are told before the outcome of the contact at which they were taken (TX-10).
    func noteScores(_ fact: DeskFact) {
        guard case .scores(let person, let scores, _) = fact else { return }
        box.scoresTaken = ScoresTaken(person: Int(person), at: now, scores: scores)
    }

    /// The scores that were taken at the contact whose outcome is written; nil if none were, whatever is known of
    /// earlier ones (TX-10).
    func takenScores(of person: Int) -> Scores? {
        defer { box.scoresTaken = nil }
        guard let taken = box.scoresTaken, taken.person == person, taken.at == now else { return nil }
        return taken.scores
    }
}
