import CareModel

/// What a comparison shows, in order.
enum ComparisonSections {
    /// The short sections of a forecast, with those that do not leave out who still waits, and costs.
    static func all(_ report: ComparisonReport) -> [HeadlineSection] {
        HeadlineSection.all(anyOf: report.scenarios.map(\.standards)).flatMap { section -> [HeadlineSection] in
            var shown = section
            shown.lines = section.lines.filter { $0.isBrief || $0.isCompared }
            return section.section == .withWaiting ? [shown] + waiting(report) : [shown]
        }
    }

    /// The queues at both ends, and who passes a day.
    private static func waiting(_ report: ComparisonReport) -> [HeadlineSection] {
        func queues(_ end: String) -> [Headline] {
            WaitingQueue.all.map { Headline($0.name + end, TextTools.capitalised($0.words)) }
        }
        let service = ComparedPair(report: report, place: 1, group: MeasureGroup())
        let passed = [
            (PromisedMeasure.allBreaches, "No first appt by day "),
            (PromisedMeasure.allSecondBreaches, "No second treatment by day "),
        ].flatMap { promises, words in
            service.measures(promises).map { Headline($0.measure, words + $0.limit) }
        }
        return [
            HeadlineSection(title: "People who wait on the first day", lines: queues(WaitingQueue.atStart)),
            HeadlineSection(title: "People who wait at the end", lines: queues(WaitingQueue.atEnd)),
            HeadlineSection(title: "People who pass the day", lines: passed),
        ]
    }
}
