internal import ServiceSimulation

/// Teams whose fit does not hold: whoever reads a result of theirs is told.
extension ScenarioChecks {
    mutating func warnOfFit(_ index: Int) {
        let fit = team(index).fit
        guard fit.verdict == .doubtful || fit.verdict == .doesNotHold else { return }
        let worst = fit.verdict == .doesNotHold ? fit.doesNotHold : fit.doubtful
        let words = fit.verdict == .doesNotHold ? "does not hold" : "is doubtful"
        decoder.decoding.warn(
            at: [key(index, "fit.verdict"), key(index, "fit"), key(index)], key(index, "fit.verdict"),
            "the fit of \(team(index).title) to its published figures \(words)"
                + (worst.isEmpty ? "" : " (\(worst.joined(separator: ", ")))")
                + ": differences from another service, in costs and staff too, may be the fit's; changes of this one "
                + "can be compared with itself",
            allowed: "a fit that holds")
    }
}
