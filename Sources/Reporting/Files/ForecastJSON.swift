import CareModel

/// A forecast as one JSON document, the same bytes for the same forecast.
public enum ForecastJSON {
    /// The document: `manifest`, `measures` and `weekly`, then the arrays that explain them. Each row is a line, keys
    /// have a fixed order, doubles are the shortest text that reads back the same and have a point, what is no number
    /// is null. O(rows).
    public static func document(_ forecast: Forecast) -> String {
        var text = ""
        each(forecast) { text += $0 }
        return text
    }

    /// The document, a piece after the other: a country's weeks need not be in memory as text. O(rows).
    public static func each(_ forecast: Forecast, _ take: (_ piece: String) throws -> Void) rethrows {
        let shapes = ForecastShapes(forecast: forecast)
        try take("{\n  \"manifest\": " + ForecastShapes.manifest.object(forecast.manifest).line)
        try rows("measures", forecast.measures, shapes.measures, take)
        try rows("weekly", forecast.weekly, shapes.weekly, take)
        try rows("distributions", forecast.distributions, ForecastShapes.distributions, take)
        try rows("waiting_list", forecast.waitingAtStart, shapes.waitingList, take)
        try rows("assessment_weeks", forecast.assessmentWeeks, ForecastShapes.assessmentWeeks, take)
        try rows("promised", forecast.trusted.rows, shapes.trusted, take)
        try rows("levers", LeverLine.all(forecast.help), shapes.levers, take)
        try rows("assumptions", forecast.assumptions, ForecastShapes.assumptions, take)
        try take("\n}\n")
    }

    /// Bytes that are handed on together, at least.
    private static let piece = 1 << 16

    private static func rows<Row>(
        _ name: String, _ rows: [Row], _ shape: JSONShape<Row>, _ take: (String) throws -> Void
    ) rethrows {
        var text = ",\n  \"\(name)\": ["
        for (place, row) in rows.enumerated() {
            text += (place == 0 ? "\n    " : ",\n    ") + shape.object(row).line
            guard text.utf8.count >= piece else { continue }
            try take(text)
            text = ""
        }
        try take(text + (rows.isEmpty ? "]" : "\n  ]"))
    }

    /// What such a document is: its schema, made of the rows that made it (JSON Schema, draft 2020-12).
    public static func schema(_ forecast: Forecast) -> String {
        let shapes = ForecastShapes(forecast: forecast)
        return JSONSchema.document(
            "A forecast of stepcare",
            [
                ("manifest", ForecastShapes.manifest.schema), ("measures", shapes.measures.listSchema),
                ("weekly", shapes.weekly.listSchema), ("distributions", ForecastShapes.distributions.listSchema),
                ("waiting_list", shapes.waitingList.listSchema),
                ("assessment_weeks", ForecastShapes.assessmentWeeks.listSchema),
                ("promised", shapes.trusted.listSchema), ("levers", shapes.levers.listSchema),
                ("assumptions", ForecastShapes.assumptions.listSchema),
            ])
    }
}
