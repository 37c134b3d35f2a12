public import Allocation

extension SeatRefusal {
    /// What stands against a seat, in words.
    public var words: String {
        switch self {
        case .notWaiting: "the person does not wait for a first course of treatment"
        case .hasSeat: "the person has a seat in a course already"
        case .under18: "courses in a group are for people of 18 and over"
        case .language: "the person asks for another language"
        case .anotherTeam: "the course is another team's"
        case .begun: "the course has begun, is over, or was cancelled"
        case .full: "every seat is taken"
        case .tooSoon: "the course starts before the notice is over that people need"
        case .beforeReady: "the person's treatment is put off until a later day"
        case .timeOfDay: "the person can come only at another time of day"
        }
    }
}
