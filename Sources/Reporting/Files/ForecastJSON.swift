import CareModel

/// A forecast as one JSON document, the same bytes for the same forecast.
public enum ForecastJSON {
    /// The document: `manifest`, `measures` and `weekly`, then the arrays that explain them. Each row is a line, keys
    /// have a fixed order, doubles are the shortest text that reads back the same, what is no number is null. O(rows).
    public static func document(_ forecast: Forecast) -> String {
        let parts: [(String, [JSONValue])] = [
            ("measures", forecast.measures.map(measure)),
            ("weekly", forecast.weekly.map(week)),
            ("distributions", forecast.distributions.map(distribution)),
            ("waiting_list", forecast.waitingAtStart.map { waiting($0, days: forecast.standards.breachDays) }),
            ("assessment_weeks", forecast.assessmentWeeks.map(assessmentWeek)),
            ("assumptions", forecast.assumptions.map(assumption)),
        ]
        var text = "{\n  \"manifest\": " + manifest(forecast.manifest).line
        for (name, rows) in parts {
            text += ",\n  \"\(name)\": ["
            if !rows.isEmpty { text += "\n    " + rows.map(\.line).joined(separator: ",\n    ") + "\n  " }
            text += "]"
        }
        return text + "\n}\n"
    }

    private static func manifest(_ manifest: Manifest) -> JSONValue {
        .object([
            ("scenario", .text(manifest.scenario)), ("title", .text(manifest.title)),
            ("scenario_sha256", .text(manifest.scenarioSHA256)), ("seed", .large(manifest.seed)),
            ("replications", .integer(manifest.replications)), ("weeks", .integer(manifest.weeks)),
            ("starts", .text(manifest.starts.description)), ("version", .text(manifest.version)),
            ("events", .large(manifest.events)), ("start", .text(manifest.start)),
            ("changes", .list(manifest.changes.map { .object([("key", .text($0.key)), ("value", .text($0.value))]) })),
            ("command", .text(manifest.command)), ("warnings", .list(manifest.warnings.map { .text($0.text) })),
        ])
    }

    private static func group(_ group: MeasureGroup) -> JSONValue {
        .object(group.fields.map { ($0.name, .text($0.value)) })
    }

    private static func measure(_ row: MeasureSummary) -> JSONValue {
        .object(
            [
                ("measure", .text(row.measure)), ("unit", .text(row.unit)), ("group", group(row.group)),
                ("mean", .number(row.mean)),
                ("ci95", row.ci95.map { .list([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null),
                ("p05", .number(row.p05)), ("p50", .number(row.p50)), ("p95", .number(row.p95)),
            ] + (LongWaitWords.isCut(row) ? [("or_more", .flag(true))] : []))
    }

    private static func week(_ row: WeeklyBand) -> JSONValue {
        .object([
            ("week", .integer(row.week)), ("starts", .text(row.starts.description)), ("measure", .text(row.measure)),
            ("group", group(row.group)), ("mean", .number(row.mean)), ("p05", .number(row.p05)),
            ("p25", .number(row.p25)), ("p50", .number(row.p50)), ("p75", .number(row.p75)), ("p95", .number(row.p95)),
            ("probability_any", .number(row.probabilityAny)),
            ("probability_any_at_least", .number(row.probabilityAnyAtLeast)),
            ("probability_any_at_most", .number(row.probabilityAnyAtMost)),
        ])
    }

    private static func distribution(_ row: WaitDistribution) -> JSONValue {
        .object([
            ("measure", .text(row.measure)), ("group", group(row.group)),
            ("people_by_days", .list(row.people.map { .number($0) })),
            ("last_is_or_more", .flag((row.people.last ?? 0) > 0)),
        ])
    }

    private static func waiting(_ row: WaitingRow, days: [Int]) -> JSONValue {
        .object(
            [
                ("team", .text(row.team)), ("queue", .text(row.queue)), ("step", .text(row.step)),
                ("modality", row.modality.map { .text($0) } ?? .null), ("people", .integer(row.people)),
                ("mean_days", .number(row.meanDays)), ("longest_days", .integer(row.longestDays)),
            ] + zip(days, row.over).map { ("over_\($0)", .integer($1)) })
    }

    private static func assessmentWeek(_ row: AssessmentWeekChance) -> JSONValue {
        .object([
            ("team", .text(row.team)), ("starts", .text(row.starts.description)),
            ("probability", .number(row.probability)),
            ("probability_at_least", .number(row.probabilityAtLeast)),
            ("probability_at_most", .number(row.probabilityAtMost)),
        ])
    }

    private static func assumption(_ row: AssumptionRow) -> JSONValue {
        .object([
            ("key", .text(row.key)), ("value", .text(row.value)), ("unit", .text(row.unit)),
            ("source", .text(row.source)), ("rules", .text(row.rules)), ("meaning", .text(row.meaning)),
            ("note", .text(row.note)), ("default", .flag(row.isDefault)),
        ])
    }
}
