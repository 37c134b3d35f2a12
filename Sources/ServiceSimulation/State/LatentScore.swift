/// PHQ-9 and GAD-7 beneath what questionnaires show (TX-10).
struct LatentScores: BitwiseCopyable, Sendable {
    var depression: Double
    var anxiety: Double
}

/// How ill somebody is beneath what a questionnaire shows (TX-10).
enum LatentScore {
    /// The score that a latent number gives: whole, from 0 to the ceiling.
    static func measured(_ latent: Double, ceiling: UInt8) -> UInt8 {
        UInt8(min(Double(ceiling), max(0, latent.rounded())))
    }
}
