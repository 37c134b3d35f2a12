/// Somebody or something that can be in one place only at a time (BK-1).
public enum BookedResource: Hashable, Sendable {
    /// The clinician with this index.
    case clinician(Int32)
    /// The person with this number.
    case person(Int64)
    /// The room with this number.
    case room(Int64)
    /// A seat in a session of a group.
    case seat(GroupSeat)
}

extension BookedResource: CustomStringConvertible {
    /// The resource in words.
    public var description: String {
        switch self {
        case .clinician(let index): "clinician \(index)"
        case .person(let number): "person \(number)"
        case .room(let number): "room \(number)"
        case .seat(let seat): "seat \(seat.number) of session \(seat.session)"
        }
    }
}

extension Placement {
    /// What the placement takes: the clinician, the room and the person; for a seat of a group the person and the seat,
    /// because the session has taken the clinician and the room.
    public var resources: [BookedResource] {
        var resources: [BookedResource] = []
        if let seat {
            resources.append(.seat(seat))
        } else {
            resources.append(.clinician(clinician))
            if let room { resources.append(.room(room)) }
        }
        if let person { resources.append(.person(person)) }
        return resources
    }
}
