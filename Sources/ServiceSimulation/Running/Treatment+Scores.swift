import Allocation
import CareModel
import RandomStreams

extension Treatment {
    /// Draws the latent scores at referral: a pair of normals with the correlation of the two (TX-10).
    static func drawScores(_ person: Int, _ service: inout Simulation) {
        let latent = latentScores(
            service.desk.referrals[person], key: service.desk.people[person].key, &service)
        setLatent(person, latent, &service)
    }

    /// Sets how ill somebody is who is referred.
    static func setLatent(_ person: Int, _ latent: LatentScores, _ service: inout Simulation) {
        service.people[person].depression = Float(latent.depression)
        service.people[person].anxiety = Float(latent.anxiety)
        service.people[person].depressionAtReferral = service.people[person].depression
        service.people[person].anxietyAtReferral = service.people[person].anxiety
    }

    /// The latent scores at referral of whoever has this key: about the mean of those of the source (RF-15).
    private static func latentScores(
        _ referral: Referral, key: UInt64, _ service: inout Simulation
    ) -> LatentScores {
        let team = Int(referral.team)
        let severity = service.arrivals.referred[team].severity(of: referral.source)
        let input = service.inForce.practices[team].scores
        var draws = service.random.stream(.latentScores, of: key)
        let one = draws.normal(mean: 0, standardDeviation: 1)
        let other = draws.normal(mean: 0, standardDeviation: 1)
        let correlated = input.correlation * one + (1 - input.correlation * input.correlation).squareRoot() * other
        return LatentScores(
            depression: input.depressionMean + severity.depression + input.depressionDeviation * one,
            anxiety: input.anxietyMean + severity.anxiety + input.anxietyDeviation * correlated)
    }

    /// The ratings of the referral matrix, where the service uses it (RF-8): severity comes of the scores at referral,
    /// the others are drawn.
    /// - Parameter known: the latent scores of somebody who comes back; nil for whoever is new.
    static func drawMatrix(
        _ referral: inout Referral, key: UInt64, _ known: LatentScores?, _ service: inout Simulation
    ) {
        let team = Int(referral.team)
        guard service.inForce.practices[team].screening.rule.usesMatrix else { return }
        var latent = LatentScores(depression: 0, anxiety: 0)
        if let known { latent = known } else { latent = latentScores(referral, key: key, &service) }
        let scores = Scores(
            depression: LatentScore.measured(latent.depression, ceiling: Scores.depressionCeiling),
            anxiety: LatentScore.measured(latent.anxiety, ceiling: Scores.anxietyCeiling))
        referral.scores = scores
        referral.matrix.severity = .severity(of: scores)
        service.arrivals.referred[team].drawMatrix(&referral, key: key, service.random)
    }

    /// Takes PHQ-9 and GAD-7: the latent course and the noise of one questionnaire, floor 0 and the ceilings (TX-10).
    static func takeScores(_ person: Int, isFirst: Bool, _ service: inout Simulation) {
        let input = service.inForce.practices[service.team(person)].scores
        let occasion = isFirst ? 0 : Int(service.desk.people[person].appointmentCount)
        var draws = service.random.stream(.questionnaire, of: service.desk.people[person].key, occasion)
        let depression =
            Double(service.people[person].depression) + draws.normal(mean: 0, standardDeviation: input.noise)
        let anxiety = Double(service.people[person].anxiety) + draws.normal(mean: 0, standardDeviation: input.noise)
        let scores = Scores(
            depression: LatentScore.measured(depression, ceiling: Scores.depressionCeiling),
            anxiety: LatentScore.measured(anxiety, ceiling: Scores.anxietyCeiling))
        service.hear(.scores(UInt32(person), scores, isFirst: isFirst))
    }
}
