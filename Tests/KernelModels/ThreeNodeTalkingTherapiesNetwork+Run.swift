import EventKernel
import RandomStreams

extension ThreeNodeTalkingTherapiesNetwork {
    enum Place: Int, CaseIterable, BitwiseCopyable {
        case practice
        case assessment
        case therapy

        /// How many can be in service at once.
        var capacity: Int {
            switch self {
            case .practice: 2500
            case .assessment: 30
            case .therapy: 500
            }
        }
    }

    enum Payload: BitwiseCopyable {
        case newPeriod
        case serviceEnds(Place, UInt32)
        case startServices
        case givesUp(Place, UInt32)
        case arrivals
        case joins(Place, UInt32)
    }

    struct Visitor: BitwiseCopyable {
        var place = QueuePlace.none
        var patience = EventHandle.none
    }

    /// What changes while one replication runs.
    struct Run: ~Copyable {
        var calendar = EventCalendar<Int64, Payload>(startingAt: 0, minimumCapacity: 1 << 14)
        var rooms: InlineArray<3, Resource<UInt32>>
        var queues = [TimeWeightedMonitor<Int64>](repeating: TimeWeightedMonitor(at: 0), count: 3)
        var people: [Visitor] = []
        var random: RandomStream

        init(seed: UInt64, replication: UInt32) {
            rooms = InlineArray { _ in Resource(capacity: 0) }
            random = RandomStream(seed: seed, replication: replication, purpose: 0)
        }

        mutating func newPerson() -> UInt32 {
            people.append(Visitor())
            return UInt32(people.count - 1)
        }

        mutating func record(_ place: Place) {
            queues[place.rawValue].update(to: Double(rooms[place.rawValue].waiting), at: calendar.now)
        }

        /// The mean queue of the period that ends, and a fresh start for the next.
        mutating func endPeriod(_ place: Place) -> Double {
            defer { queues[place.rawValue].reset(at: calendar.now) }
            return queues[place.rawValue].mean(at: calendar.now) ?? queues[place.rawValue].value
        }
    }
}
