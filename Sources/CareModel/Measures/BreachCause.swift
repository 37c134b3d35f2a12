/// What the time of a person who was not seen within the service's own promise went on (KP-1).
public enum BreachCause: CaseIterable, Sendable {
    /// More than half of the promise had passed before the person was reached.
    case slowToBook
    /// The person missed or moved an appointment.
    case movedByPerson
    /// The service cancelled an appointment.
    case movedByService
    /// No slot was free in time.
    case noFreeSlot

    /// The name in tables.
    public var name: String {
        switch self {
        case .slowToBook: "slow-to-book"
        case .movedByPerson: "missed-or-moved-by-person"
        case .movedByService: "cancelled-by-service"
        case .noFreeSlot: "no-free-slot"
        }
    }

    /// The end of a sentence that says why.
    public var words: String {
        switch self {
        case .slowToBook: "the booking itself took too long"
        case .movedByPerson: "the person missed or moved an earlier appointment"
        case .movedByService: "the service cancelled an earlier appointment"
        case .noFreeSlot: "no slot was free in time"
        }
    }

    /// What counts the people of it.
    public var counter: Counter {
        switch self {
        case .slowToBook: .breaches28SlowToBook
        case .movedByPerson: .breaches28MovedByPerson
        case .movedByService: .breaches28MovedByService
        case .noFreeSlot: .breaches28NoSlot
        }
    }
}
