public import CareModel

/// What may be promised of the year after the months that a team was fitted to: levels and ranges as they have held for
/// forecasts that were made this way. It changes nothing that happens.
public struct TrustedInput: Sendable, Equatable {
    /// A figure over the spans of the year: twelve months, then four quarters, then the year; all lists are empty where
    /// nothing is known.
    public struct Figure: Sendable, Equatable {
        /// Spans that are spoken of.
        public static let spans = 17

        /// The level of each.
        public var level: [Double] = []
        /// The lower end of the range within which nine in ten lay.
        public var low: [Double] = []
        /// The upper end.
        public var high: [Double] = []
        /// What the fitted service does itself: a scenario that was changed is forecast as a change of it.
        public var simulated: [Double] = []
        /// What was published of each month of the year before, in order; empty where a month is not known.
        public var yearBefore: [Double] = []
        /// What it rests on, in a sentence; nil if nothing is said.
        public var words: String?

        /// A figure of which nothing is known.
        public init() {}

        /// Whether every span is spoken of.
        public var isKnown: Bool {
            [level, low, high, simulated].allSatisfy { $0.count == Figure.spans }
        }
    }

    /// The first day of the first month; nil if the team was fitted to nothing.
    public var from: CivilDay?
    /// A fingerprint of what the scenario said of the service when this was written; nil if none was kept.
    public var said: String?
    /// Referrals received.
    public var referrals = Figure()
    /// First treatments.
    public var firstTreatments = Figure()
    /// Second treatments.
    public var secondTreatments = Figure()
    /// Finished courses.
    public var finishedCourses = Figure()
    /// Appointments attended.
    public var attended = Figure()
    /// The mean wait to the first treatment, days.
    public var firstWait = Figure()
    /// People waiting for a first appointment.
    public var stock = Figure()
    /// The mean wait for a step-up, days.
    public var stepUpWait = Figure()
    /// The mean wait from assessment to high intensity, days.
    public var assessmentToHigh = Figure()
    /// Recovery, percent.
    public var recovery = Figure()

    /// Nothing to promise.
    public init() {}
}
