import CareModel

/// The key of one resource's five minutes: two bits of kind, then the day, the identity in 37 bits, and the place in
/// the day. It is the primary key of the table of quanta, so that two holders of one key cannot be stored (BK-1), and a
/// stretch of a day is a run of keys. What is booked in a day lies together, whoever it is for: so what is written
/// together touches few pages, and days that are past are not touched again.
enum QuantumKey {
    /// Minutes in a quantum.
    static let minutes = 5
    /// Quanta in a day, 06:00 … 22:00.
    static let perDay = 192
    /// The minute of the day at which the first one starts.
    static let dayStart = 360
    /// Seats that a session may have.
    static let seats = 64

    /// Days that can be kept, by number: to 2218. The largest key of one is less than the smallest of the next kind.
    static let days: ClosedRange<Int32> = 0...80_000

    private static let kindShift: Int64 = 61
    private static let identityBits: Int64 = 37

    /// The key of the first quantum of a resource's day; nil if its number or the day is too large to be kept.
    static func first(of resource: BookedResource, on day: CivilDay) -> Int64? {
        let (kind, identity): (Int64, Int64) =
            switch resource {
            case .clinician(let index): (0, Int64(index))
            case .person(let number): (1, number)
            case .room(let number): (2, number)
            case .seat(let seat): (3, seat.session * Int64(seats) + Int64(seat.number))
            }
        guard identity >= 0, identity < 1 << identityBits, days.contains(day.number) else { return nil }
        return kind << kindShift + (Int64(day.number) << identityBits + identity) * Int64(perDay)
    }

    /// The resource's day that a key is in, by its number and the day's, and the place in the day.
    private static func parts(_ key: Int64) -> (identity: Int64, day: Int32, quantum: Int) {
        let (place, quantum) = (key & (1 << kindShift - 1)).quotientAndRemainder(dividingBy: Int64(perDay))
        return (place & (1 << identityBits - 1), Int32(truncatingIfNeeded: place >> identityBits), Int(quantum))
    }

    /// The resource of a key.
    static func resource(of key: Int64) -> BookedResource {
        let identity = parts(key).identity
        return switch key >> kindShift {
        case 0: .clinician(Int32(truncatingIfNeeded: identity))
        case 1: .person(identity)
        case 2: .room(identity)
        default: .seat(GroupSeat(session: identity / Int64(seats), number: Int(identity) % seats))
        }
    }

    /// When the quantum of a key starts.
    static func start(of key: Int64) -> CivilMinute {
        let (_, day, quantum) = parts(key)
        return CivilMinute(day: CivilDay(number: day), minuteOfDay: dayStart + quantum * minutes)
    }
}

extension Placement {
    /// The quanta of the day that the placement takes: the first, and how many.
    /// - Throws: ``StoreError/invalidPlacement(detail:)`` if the time does not lie on quanta of one day.
    func quanta() throws(StoreError) -> (first: Int64, count: Int) {
        let minuteOfDay = start.minuteOfDay
        guard QuantumKey.days.contains(start.day.number) else {
            throw .invalidPlacement(detail: "\(start) is not between 2000 and 2218")
        }
        guard minuteOfDay >= QuantumKey.dayStart, minuteOfDay % QuantumKey.minutes == 0 else {
            throw .invalidPlacement(detail: "\(start) is not on a multiple of five minutes from 06:00")
        }
        guard minutes > 0, minuteOfDay + minutes <= QuantumKey.dayStart + QuantumKey.perDay * QuantumKey.minutes else {
            throw .invalidPlacement(detail: "\(minutes) minutes from \(start) do not end by 22:00")
        }
        let first = Int64((minuteOfDay - QuantumKey.dayStart) / QuantumKey.minutes)
        return (first, (minutes + QuantumKey.minutes - 1) / QuantumKey.minutes)
    }
}
