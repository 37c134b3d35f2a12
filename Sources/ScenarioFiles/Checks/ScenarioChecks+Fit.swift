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

    /// Whether what may be promised is a level within its range, in every span.
    mutating func checkTrusted(_ index: Int) {
        for figure in TrustedKeys.figures {
            let known = team(index).trusted[keyPath: figure.target]
            guard known.isKnown else { continue }
            for span in known.level.indices
            where known.low[span] > known.level[span] || known.level[span] > known.high[span] {
                report(
                    key(index, "trusted.\(figure.name).level"), near: key(index, "trusted.\(figure.name)"),
                    message: "number \(span + 1) of level is outside low to high", allowed: "within low to high")
                break
            }
        }
    }
}
