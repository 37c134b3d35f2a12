import CareModel

/// Sentences on how far a forecast can be trusted: what such ranges have held, what is assumed, what it rests on.
struct TrustWords {
    let forecast: Forecast

    /// What the levels and ranges that may be promised have held; empty where there are none.
    var held: [Told] {
        guard !forecast.trusted.rows.isEmpty else { return [] }
        guard let cover = forecast.trusted.cover else { return lead }
        let (months, years) = (NumberText.percent(cover.ofMonths), NumberText.percent(cover.ofYears))
        let ranges =
            forecast.trusted.basis == .scenario ? "such ranges around a known level" : "ranges made this way"
        return [
            "Tried on \(TextTools.count(cover.services, "service", "services")) over "
                + "\(TextTools.count(cover.years, "year", "years")), \(ranges) held in \(months) of 100 months and "
                + "\(years) of 100 years."
        ] + lead
    }

    /// What the levels and ranges are.
    private var lead: [Told] {
        switch forecast.trusted.basis {
        case .published:
            [
                "The levels come from this provider's published past, and from services that stood alike.",
                "What a change would do to them comes from the simulated service.",
            ]
        case .publishedAndChanged:
            [
                "The levels come from this provider's published past.",
                "They move as the simulated service does with what was changed; no past tells how well that holds.",
            ]
        case .scenario:
            [
                "The levels are the simulated service's own; what the scenario has wrong of them comes on top.",
                "The ranges are as wide as services of this size have needed.",
            ]
        }
    }

    /// How many numbers nobody has measured.
    var assumed: [Told] {
        let rows = forecast.assumptions
        guard !rows.isEmpty else { return [] }
        let count = rows.count { $0.source == "assumed" }
        guard count > 0 else { return ["Every number in it is a policy, published or measured."] }
        let own = rows.count { $0.source == "assumed" && !$0.isDefault }
        return [
            "Of \(TextTools.count(rows.count, "number", "numbers")) in force, \(NumberText.grouped(count)) are "
                + "assumed: nobody has measured them.",
            own == 0
                ? "The scenario has chosen none of these itself."
                : "The scenario chose \(NumberText.grouped(own)) of these itself.",
        ]
    }

    /// How often it was run, and what few runs cannot show.
    var runs: [Told] {
        let runs = forecast.manifest.replications
        if runs == 1 { return ["A single run shows neither chances nor how well a number is known."] }
        return runs < ChanceText.fewRuns ? ["With so few runs the chances are rough."] : []
    }
}
