import CareModel

/// The sections that are made of charts.
extension ReportHTML {
    /// What the bands of a fan chart are; a single run has none.
    static func fanKey(_ index: ForecastIndex) -> String {
        let runs = index.forecast.manifest.replications
        if runs < 2 { return "<span class=\"keys\"><span class=\"key\"><i class=\"line\"></i>the run</span></span>" }
        return """
            <span class="keys"><span class="key"><i class="line"></i>middle of the runs</span> \
            <span class="key"><i class="half"></i>half of the runs</span> \
            <span class="key"><i class="most"></i>\(ChanceText.range(runs: runs))</span></span>
            """
    }

    static func queues(_ index: ForecastIndex) -> Section? {
        Section.figures(
            key: "queues", title: "Waiting lists", lead: "People waiting at the end of each week. \(fanKey(index))",
            index: index
        ) { maker in
            let figures = WaitingQueue.all.compactMap { queue in
                maker.fan(queue.measure, title: "Waiting for \(queue.words)")
            }
            return ("", figures)
        }
    }

    static func waits(_ index: ForecastIndex) -> Section? {
        Section.figures(
            key: "waits", title: "How long people wait",
            lead: "People by days waited, mean of the runs over the whole period. Dashed lines are the promises.",
            index: index
        ) { ("", $0.waits) }
    }

    static func stepUps(_ index: ForecastIndex) -> Section? {
        Section.figures(
            key: "step-up", title: "Stepping up",
            lead:
                "From low to high intensity: how many a week, and how long those who start have waited. "
                + fanKey(index),
            index: index
        ) { maker in
            ("", maker.fans(.stepUp))
        }
    }

    static func assessmentWeeks(_ index: ForecastIndex) -> Section? {
        Section.figures(
            key: "assessment-weeks", title: "Assessment weeks and what follows",
            lead: """
                In an assessment week most appointments become first appointments. Watch the second treatment and the \
                treatment queue in the weeks after. \
                <span class="keys"><span class="key"><i class="shade"></i>assessment week: the darker, the \
                likelier</span></span>
                """, index: index
        ) { ("", [$0.assessmentWeeks].compactMap { $0 }) }
    }

    static func keepingInTouch(_ index: ForecastIndex) -> Section? {
        Section.figures(
            key: "keeping-in-touch", title: "Keeping in touch",
            lead: "Calls to people who wait for treatment, and people who opt out of them. \(fanKey(index))",
            index: index
        ) { maker in
            ("", maker.fans(.keepingInTouch))
        }
    }

    static func attendance(_ index: ForecastIndex) -> Section? {
        Section.figures(key: "attendance", title: "Attendance", index: index) {
            ("", [$0.attendance].compactMap { $0 })
        }
    }

    static func flow(_ index: ForecastIndex) -> Section? {
        Section.figures(
            key: "flow", title: "People through the service",
            lead: """
                Everybody who is referred is counted in exactly one place. Each week of each run, those who came in \
                equal \
                those who left plus those still here; a run in which they do not is stopped.
                """, index: index
        ) { ("", [$0.flow].compactMap { $0 }) }
    }
}
