import Allocation
import CareModel
import RandomStreams

extension Simulation {
    /// Draws the latent scores at referral: a pair of normals with the correlation of the two (TX-10).
    mutating func drawScores(_ person: Int) {
        let latent = latentScores(key: desk.people[person].key, team: team(person))
        people[person].depression = Float(latent.depression)
        people[person].anxiety = Float(latent.anxiety)
    }

    /// The latent scores at referral of whoever has this key.
    private func latentScores(key: UInt64, team: Int) -> (depression: Double, anxiety: Double) {
        let input = practices[team].scores
        var draws = random.stream(.latentScores, of: key)
        let one = draws.normal(mean: 0, standardDeviation: 1)
        let other = draws.normal(mean: 0, standardDeviation: 1)
        let correlated = input.correlation * one + (1 - input.correlation * input.correlation).squareRoot() * other
        return (
            input.depressionMean + input.depressionDeviation * one,
            input.anxietyMean + input.anxietyDeviation * correlated
        )
    }

    /// The ratings of the referral matrix, where the service uses it (RF-8): severity comes of the scores at referral,
    /// the others are drawn.
    func drawMatrix(_ referral: inout Referral, key: UInt64) {
        let team = Int(referral.team)
        guard practices[team].screening.rule.usesMatrix else { return }
        let latent = latentScores(key: key, team: team)
        let scores = Scores(
            depression: Simulation.score(latent.depression, ceiling: Scores.depressionCeiling),
            anxiety: Simulation.score(latent.anxiety, ceiling: Scores.anxietyCeiling))
        referral.scores = scores
        referral.matrix.severity = .severity(of: scores)
        referred[team].drawMatrix(&referral, key: key, random)
    }

    /// Takes PHQ-9 and GAD-7: the latent course and the noise of one questionnaire, floor 0 and the ceilings (TX-10).
    mutating func takeScores(_ person: Int, isFirst: Bool) {
        let input = practices[team(person)].scores
        let occasion = isFirst ? 0 : Int(desk.people[person].appointmentCount)
        var draws = random.stream(.questionnaire, of: desk.people[person].key, occasion)
        let depression = Double(people[person].depression) + draws.normal(mean: 0, standardDeviation: input.noise)
        let anxiety = Double(people[person].anxiety) + draws.normal(mean: 0, standardDeviation: input.noise)
        let scores = Scores(
            depression: Simulation.score(depression, ceiling: Scores.depressionCeiling),
            anxiety: Simulation.score(anxiety, ceiling: Scores.anxietyCeiling))
        hear(.scores(UInt32(person), scores, isFirst: isFirst))
    }

    static func score(_ latent: Double, ceiling: UInt8) -> UInt8 {
        UInt8(min(Double(ceiling), max(0, latent.rounded())))
    }
}
