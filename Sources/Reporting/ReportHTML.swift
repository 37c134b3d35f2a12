/// placeholder until the page lands
public enum ReportHTML {
    /// The page.
    public static func page(_ forecast: Forecast, chartScript: String) -> String { "" }
}
