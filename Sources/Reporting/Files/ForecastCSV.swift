public import CareModel

/// A forecast as comma-separated files, one table each, for spreadsheets.
public enum ForecastCSV {
    /// All tables, in a fixed order.
    public static func files(_ forecast: Forecast) -> [DataTable] {
        let tables = ForecastTables(forecast: forecast)
        return [
            measures(forecast), DataTable("weekly.csv", tables.weekly, forecast.weekly),
            DataTable("distributions.csv", ForecastTables.distributions, WaitedDay.all(forecast)),
            DataTable("waiting-list.csv", tables.waitingList, forecast.waitingAtStart),
            DataTable("assessment-weeks.csv", ForecastTables.assessmentWeeks, forecast.assessmentWeeks),
            DataTable("promised.csv", tables.trusted, forecast.trusted.rows),
            DataTable("levers.csv", tables.levers, LeverLine.all(forecast.help)),
            DataTable("assumptions.csv", ForecastTables.assumptions, forecast.assumptions),
        ]
    }

    /// Measures over the whole horizon.
    public static func measures(_ forecast: Forecast) -> DataTable {
        DataTable("measures.csv", ForecastTables(forecast: forecast).measures, forecast.measures)
    }

    /// What goes beside a folder's tables: what each measure is, and what each column of every table is, the manifest's
    /// too.
    public static func dictionaries(_ forecast: Forecast, of tables: [DataTable]) -> [DataTable] {
        let measures = DataTable.measures([forecast.standards])
        return [measures, .dictionary(of: tables + [measures, ManifestFile.columns])]
    }
}
