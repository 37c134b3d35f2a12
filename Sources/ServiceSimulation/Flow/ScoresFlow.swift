import Allocation
import CareModel
import RandomStreams

extension Simulation {
    /// Draws the latent scores at referral: a pair of normals with the correlation of the two (TX-10).
    mutating func drawScores(_ person: Int) {
        let input = practices[team(person)].scores
        random.position(.scores, desk.people[person].key)
        let one = random.normal(mean: 0, standardDeviation: 1)
        let other = random.normal(mean: 0, standardDeviation: 1)
        let correlated = input.correlation * one + (1 - input.correlation * input.correlation).squareRoot() * other
        people[person].depression = Float(input.depressionMean + input.depressionDeviation * one)
        people[person].anxiety = Float(input.anxietyMean + input.anxietyDeviation * correlated)
    }

    /// Takes PHQ-9 and GAD-7: the latent course and the noise of one questionnaire, floor 0 and the ceilings (TX-10).
    mutating func takeScores(_ person: Int, isFirst: Bool) {
        let input = practices[team(person)].scores
        let occasion = isFirst ? 0 : Int(desk.people[person].appointmentCount)
        random.position(.session, desk.people[person].key, occasion: occasion)
        let depression = Double(people[person].depression) + random.normal(mean: 0, standardDeviation: input.noise)
        let anxiety = Double(people[person].anxiety) + random.normal(mean: 0, standardDeviation: input.noise)
        let scores = Scores(
            depression: Simulation.score(depression, ceiling: Scores.depressionCeiling),
            anxiety: Simulation.score(anxiety, ceiling: Scores.anxietyCeiling))
        hear(.scores(UInt32(person), scores, isFirst: isFirst))
    }

    private static func score(_ latent: Double, ceiling: UInt8) -> UInt8 {
        UInt8(min(Double(ceiling), max(0, latent.rounded())))
    }
}
