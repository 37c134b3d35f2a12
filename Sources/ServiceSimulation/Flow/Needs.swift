import CareModel
import RandomStreams

extension Simulation {
    /// What somebody asks for beside time (KT-10, EQ-2, CL-9). It is drawn last of all characteristics, and only where
    /// somebody asks for anything, so that nobody else's luck changes.
    func drawNeeds(_ referral: inout Referral, _ draws: inout RandomStream) {
        guard asksForMore[Int(referral.team)] else { return }
        let asks = scenario.teams[Int(referral.team)].referrals.asks
        referral.language = Simulation.number(draws.uniform(), asks.languages)
        let interpreter = draws.uniform()
        if referral.language != 0 { referral.interpreter = interpreter < asks.interpreter ? .yes : .unknown }
        let therapist = draws.uniform()
        if therapist < asks.femaleTherapist {
            referral.therapistSex = .female
        } else if therapist < asks.femaleTherapist + asks.maleTherapist {
            referral.therapistSex = .male
        }
        if draws.uniform() < asks.faceToFace { referral.channel = .faceToFace }
        referral.venue = Simulation.number(draws.uniform(), asks.venues)
        referral.accessibilityNeed = draws.uniform() < asks.accessible ? .yes : .no
    }

    /// The number, from 1, of the share in which a uniform number falls; 0 beyond all of them.
    private static func number(_ uniform: Double, _ shares: [Double]) -> UInt8 {
        var left = uniform
        for (index, share) in shares.enumerated() {
            left -= share
            if left < 0 { return UInt8(truncatingIfNeeded: index + 1) }
        }
        return 0
    }
}
