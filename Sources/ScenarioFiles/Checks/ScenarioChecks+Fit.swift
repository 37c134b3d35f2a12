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

    /// Whether what may be promised is said of every span, and is a level within its range.
    mutating func checkTrusted(_ index: Int) {
        for figure in TrustedKeys.figures {
            let known = team(index).trusted[keyPath: figure.target]
            let section = "trusted.\(figure.name)"
            let lists = [
                ("level", known.level), ("low", known.low), ("high", known.high), ("simulated", known.simulated),
            ]
            for (name, list) in lists where !list.isEmpty && list.count != TrustedInput.Figure.spans {
                report(
                    key(index, "\(section).\(name)"), near: key(index, section),
                    message: "the list has \(list.count) numbers",
                    allowed: "none, or \(TrustedInput.Figure.spans): twelve months, four quarters, the year")
            }
            if !known.yearBefore.isEmpty, known.yearBefore.count != 12 {
                report(
                    key(index, "\(section).year-before"), near: key(index, section),
                    message: "the list has \(known.yearBefore.count) numbers", allowed: "none, or 12")
            }
            guard known.isKnown else { continue }
            let outside = known.level.indices.first {
                !(known.low[$0] <= known.level[$0] && known.level[$0] <= known.high[$0])
            }
            guard let outside else { continue }
            report(
                key(index, "\(section).level"), near: key(index, section),
                message: "number \(outside + 1) of level is outside low to high", allowed: "within low to high")
        }
    }
}
