import CareModel

/// A forecast as one JSON document, the same bytes for the same forecast.
public enum ForecastJSON {
    /// The document: `manifest`, `measures` and `weekly`, then the arrays that explain them. Each row is a line, keys
    /// have a fixed order, doubles are the shortest text that reads back the same and have a point, what is no number
    /// is null. O(rows).
    public static func document(_ forecast: Forecast) -> String {
        let shapes = ForecastShapes(forecast: forecast)
        let parts: [(String, [JSONValue])] = [
            ("measures", forecast.measures.map(shapes.measures.object)),
            ("weekly", forecast.weekly.map(shapes.weekly.object)),
            ("distributions", forecast.distributions.map(ForecastShapes.distributions.object)),
            ("waiting_list", forecast.waitingAtStart.map(shapes.waitingList.object)),
            ("assessment_weeks", forecast.assessmentWeeks.map(ForecastShapes.assessmentWeeks.object)),
            ("promised", forecast.trusted.rows.map(shapes.trusted.object)),
            ("levers", LeverLine.all(forecast.help).map(shapes.levers.object)),
            ("assumptions", forecast.assumptions.map(ForecastShapes.assumptions.object)),
        ]
        var text = "{\n  \"manifest\": " + ForecastShapes.manifest.object(forecast.manifest).line
        for (name, rows) in parts {
            text += ",\n  \"\(name)\": ["
            if !rows.isEmpty { text += "\n    " + rows.map(\.line).joined(separator: ",\n    ") + "\n  " }
            text += "]"
        }
        return text + "\n}\n"
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
