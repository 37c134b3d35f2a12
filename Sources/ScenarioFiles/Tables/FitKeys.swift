internal import ServiceSimulation

/// `fit`: how near a team comes to the published figures that it was fitted to.
enum FitKeys {
    static let all: [Key<FitInput>] = [
        .choice(
            "verdict", \.verdict, FitInput.Verdict.allCases.map { ($0.name, $0) }, source: .assumed,
            "What `calibrate` found of its flows, first wait, list and recovery together; written by it, and changing "
                + "nothing that happens."),
        measures(
            "doubtful", \.doubtful, "Measures that are as far from the published ones as their months leave open."),
        measures("does-not-hold", \.doesNotHold, "Measures that are further from the published ones."),
    ]

    private static func measures(
        _ name: String, _ target: any Key<FitInput>.Target<[String]>, _ meaning: String
    ) -> Key<FitInput> {
        .value(name, target, ValueForm.name.list(0...60, each: "measures"), source: .assumed, meaning)
    }
}
