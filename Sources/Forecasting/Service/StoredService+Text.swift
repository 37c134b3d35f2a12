import BookingStore
public import ScenarioFiles

extension StoredService {
    /// The scenario that a database keeps, with what was laid over it, as one text that stands by itself: for whoever
    /// tries changes of it out.
    /// - Throws: ``ForecastingError``.
    public static func scenarioText(at path: String) throws(ForecastingError) -> ScenarioSource {
        try ForecastingError.wrapping {
            let store = try BookingStore.open(at: path)
            defer { try? store.close() }
            return .text(ScenarioDraft(try scenario(of: store)).text, name: "this-service.yaml")
        }
    }
}
