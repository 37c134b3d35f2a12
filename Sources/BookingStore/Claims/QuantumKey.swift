import CareModel

/// The key of one resource's five minutes: two bits of kind, 37 of identity, 24 of time. It is the primary key of the
/// table of quanta, so that two holders of one key cannot be stored (BK-1), and a stretch of time is a run of keys.
enum QuantumKey {
    /// Minutes in a quantum.
    static let minutes = 5
    /// Quanta in a day, 06:00 … 22:00.
    static let perDay = 192
    /// The minute of the day at which the first one starts.
    static let dayStart = 360
    /// Seats that a session may have.
    static let seats = 64

    private static let timeBits: Int64 = 24
    private static let identityBits: Int64 = 37

    /// The part of the key that says whose five minutes they are; nil if the number is too large to be kept.
    static func base(of resource: Resource) -> Int64? {
        let (kind, identity): (Int64, Int64) =
            switch resource {
            case .clinician(let index): (0, Int64(index))
            case .person(let number): (1, number)
            case .room(let number): (2, number)
            case .seat(let seat): (3, seat.session * Int64(seats) + Int64(seat.number))
            }
        guard identity >= 0, identity < 1 << identityBits else { return nil }
        return kind << (timeBits + identityBits) | identity << timeBits
    }

    /// The resource of a key.
    static func resource(of key: Int64) -> Resource {
        let identity = key >> timeBits & (1 << identityBits - 1)
        return switch key >> (timeBits + identityBits) {
        case 0: .clinician(Int32(truncatingIfNeeded: identity))
        case 1: .person(identity)
        case 2: .room(identity)
        default: .seat(GroupSeat(session: identity / Int64(seats), number: Int(identity) % seats))
        }
    }

    /// When the quantum of a key starts.
    static func start(of key: Int64) -> CivilMinute {
        let quantum = Int(key & (1 << timeBits - 1))
        let day = CivilDay(number: Int32(quantum / perDay))
        return CivilMinute(day: day, minuteOfDay: dayStart + quantum % perDay * minutes)
    }

    /// The number of the quantum that starts at a minute, which lies between 06:00 and 22:00 of a day from 2000 on.
    static func quantum(startingAt start: CivilMinute) -> Int64 {
        Int64(start.day.number) * Int64(perDay) + Int64((start.minuteOfDay - dayStart) / minutes)
    }
}

extension Placement {
    /// The quanta that the placement takes: the first, and how many.
    /// - Throws: ``StoreError/invalidPlacement(detail:)`` if the time does not lie on quanta of one day.
    func quanta() throws(StoreError) -> (first: Int64, count: Int) {
        let minuteOfDay = start.minuteOfDay
        guard (0...80_000).contains(start.day.number) else {
            throw .invalidPlacement(detail: "\(start) is not between 2000 and 2218")
        }
        guard minuteOfDay >= QuantumKey.dayStart, minuteOfDay % QuantumKey.minutes == 0 else {
            throw .invalidPlacement(detail: "\(start) is not on a multiple of five minutes from 06:00")
        }
        guard minutes > 0, minuteOfDay + minutes <= QuantumKey.dayStart + QuantumKey.perDay * QuantumKey.minutes else {
            throw .invalidPlacement(detail: "\(minutes) minutes from \(start) do not end by 22:00")
        }
        return (QuantumKey.quantum(startingAt: start), (minutes + QuantumKey.minutes - 1) / QuantumKey.minutes)
    }
}
