internal import CareModel
internal import ServiceSimulation

/// `referrals.asks` and `rooms`: what people ask for beside time, and where they are seen (KT-10, EQ-2, CL-9).
enum NeedsKeys {
    private static let shares = ValueForm<Double>.number(ValueRange(0...1), kind: "share", unit: "share")

    /// What people ask for.
    static let asks: [Key<AskInput>] = [
        .value(
            "languages", \.languages, shares.list(0...255, each: "shares", isSet: false), source: .assumed,
            rules: "EQ-2 KT-10", "Who ask for each language beside English, in the order of its number from 1."),
        .share(
            "interpreter", \.interpreter, source: .assumed, rules: "EQ-2",
            "Those of them for whom an interpreter will do."),
        .share(
            "female-therapist", \.femaleTherapist, source: .assumed, rules: "KT-10",
            "Who ask for a woman as therapist."),
        .share("male-therapist", \.maleTherapist, source: .assumed, rules: "KT-10", "Who ask for a man as therapist."),
        .share("face-to-face", \.faceToFace, source: .assumed, rules: "CL-9", "Who ask to be seen face to face."),
        .value(
            "venues", \.venues, shares.list(0...255, each: "shares", isSet: false), source: .assumed,
            rules: "KT-10 CL-9", "Who ask for each venue, in the order of its number from 1."),
        .share(
            "accessible", \.accessible, source: .assumed, rules: "EQ-5",
            "Who need an accessible room when they are seen face to face."),
    ]

    /// What the referral matrix finds.
    static let matrix: [Key<MatrixInput>] = [
        rating("chronicity", \.chronicity, "How long the trouble has lasted."),
        rating("complexity", \.complexity, "Complexity of the presentation."),
        rating("impairment", \.impairment, "Impairment in daily life."),
        rating("substance-use", \.substanceUse, "Substance use."),
        rating("risk", \.risk, "Risk to self or others."),
        rating("earlier-interventions", \.earlierInterventions, "Earlier interventions that did not help."),
    ]

    private static func rating(
        _ name: String, _ target: any Key<MatrixInput>.Target<[Double]>, _ meaning: String
    ) -> Key<MatrixInput> {
        .value(
            name, target, .shares(places: 3, names: [("low", 0), ("medium", 1), ("high", 2)], of: "ratings"),
            source: .assumed, rules: "RF-8", meaning)
    }

    /// Rooms.
    static let rooms: [Key<RoomsInput>] = [
        .value(
            "per-venue", \.perVenue,
            ValueForm.count(0...500, unit: "rooms").list(0...255, each: "counts", isSet: false),
            source: .assumed, rules: "CL-9",
            "Rooms at each venue, in the order of its number from 1; without any, nobody needs one."),
        .value(
            "accessible-per-venue", \.accessiblePerVenue,
            ValueForm.count(0...500, unit: "rooms").list(0...255, each: "counts", isSet: false), source: .assumed,
            rules: "EQ-5", "Accessible rooms among them."),
        .timeOfDay("hours.from", \.hours.start, source: .assumed, rules: "BK-9", "Venues open."),
        .timeOfDay("hours.to", \.hours.end, source: .assumed, rules: "BK-9", "Venues close."),
    ]
}
