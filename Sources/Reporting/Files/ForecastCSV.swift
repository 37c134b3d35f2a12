import CareModel

/// A forecast as comma-separated files, one table each, for spreadsheets.
public enum ForecastCSV {
    /// A file's name and text.
    public struct File: Sendable, Equatable {
        /// Such as `measures.csv`.
        public var name: String
        /// Its text (RFC 4180).
        public var text: String
    }

    /// All files, in a fixed order.
    public static func files(_ forecast: Forecast) -> [File] {
        [
            File(name: "measures.csv", text: measures(forecast)),
            File(name: "weekly.csv", text: weekly(forecast)),
            File(name: "distributions.csv", text: distributions(forecast)),
            File(name: "waiting-list.csv", text: waitingList(forecast)),
            File(name: "assessment-weeks.csv", text: assessmentWeeks(forecast)),
            File(name: "assumptions.csv", text: assumptions(forecast)),
        ]
    }

    private static let groupHeading = ["team", "role", "step", "cause", "reason"]

    private static func group(_ group: MeasureGroup) -> [String] {
        [group.team, group.role, group.step, group.cause, group.reason].map { $0 ?? "" }
    }

    /// Measures over the whole horizon.
    public static func measures(_ forecast: Forecast) -> String {
        // A column more where something was changed for the run, two where measures are taken by group (EQ-1).
        let changes =
            forecast.manifest.changes.isEmpty ? [] : [forecast.manifest.changes.map(\.text).joined(separator: "; ")]
        let byGroup = forecast.measures.contains { $0.group.people != nil }
        let more = byGroup ? ["characteristic", "value"] : []
        // A column more where a number is the longest wait that is told apart, or more.
        let isCut = forecast.measures.contains { LongWaitWords.isCut($0) }
        var file = CSVFile(
            heading: ["measure", "unit"] + groupHeading + more
                + ["mean", "ci95_low", "ci95_high", "p05", "p50", "p95"] + (isCut ? ["or_more"] : [])
                + (changes.isEmpty ? [] : ["changes"]))
        for row in forecast.measures {
            let interval = [row.ci95?.lowerBound ?? .nan, row.ci95?.upperBound ?? .nan]
            let numbers = [row.mean] + interval + [row.p05, row.p50, row.p95]
            let people = byGroup ? [row.group.people?.characteristic ?? "", row.group.people?.value ?? ""] : []
            let orMore = isCut ? [LongWaitWords.isCut(row) ? "yes" : "no"] : []
            file.add(
                [row.measure, row.unit] + group(row.group) + people + numbers.map(CSVFile.number) + orMore + changes)
        }
        return file.text
    }

    /// Measures week by week.
    public static func weekly(_ forecast: Forecast) -> String {
        var file = CSVFile(
            heading: ["week", "starts", "measure"] + groupHeading
                + ["mean", "p05", "p25", "p50", "p75", "p95"]
                + ["probability_any", "probability_any_at_least", "probability_any_at_most"])
        for row in forecast.weekly {
            let numbers =
                [row.mean, row.p05, row.p25, row.p50, row.p75, row.p95]
                + [row.probabilityAny, row.probabilityAnyAtLeast, row.probabilityAnyAtMost]
            file.add(
                [String(row.week), row.starts.description, row.measure] + group(row.group)
                    + numbers.map(CSVFile.number))
        }
        return file.text
    }

    /// People by whole days waited, a line a day; days on which nobody ends a wait are left out.
    public static func distributions(_ forecast: Forecast) -> String {
        var file = CSVFile(heading: ["measure"] + groupHeading + ["days", "or_more", "people"])
        for row in forecast.distributions {
            for (days, people) in row.people.enumerated() where people != 0 {
                let last = days == row.people.count - 1
                file.add(
                    [row.measure] + group(row.group) + [String(days), last ? "yes" : "no", CSVFile.number(people)])
            }
        }
        return file.text
    }

    /// Who waits on the first day (KT-8).
    public static func waitingList(_ forecast: Forecast) -> String {
        var file = CSVFile(
            heading: [
                "team", "queue", "step", "modality", "people", "mean_days", "longest_days",
            ] + forecast.standards.breachDays.map { "over_\($0)" })
        for row in forecast.waitingAtStart {
            file.add(
                [row.team, row.queue, row.step, row.modality ?? "", String(row.people), CSVFile.number(row.meanDays)]
                    + ([row.longestDays] + row.over).map { String($0) })
        }
        return file.text
    }

    /// How likely each week is to be an assessment week (PO-1).
    public static func assessmentWeeks(_ forecast: Forecast) -> String {
        var file = CSVFile(heading: ["team", "starts", "probability", "probability_at_least", "probability_at_most"])
        for row in forecast.assessmentWeeks {
            let numbers = [row.probability, row.probabilityAtLeast, row.probabilityAtMost]
            file.add([row.team, row.starts.description] + numbers.map(CSVFile.number))
        }
        return file.text
    }

    /// Every number in force, with its source.
    public static func assumptions(_ forecast: Forecast) -> String {
        var file = CSVFile(heading: ["key", "value", "unit", "source", "rules", "meaning", "note", "default"])
        for row in forecast.assumptions {
            let isDefault = row.isDefault ? "yes" : "no"
            file.add([row.key, row.value, row.unit, row.source, row.rules, row.meaning, row.note, isDefault])
        }
        return file.text
    }
}
