/// What a ``Station`` asks the calendar to tell it.
@frozen
public struct StationEvent: Hashable, BitwiseCopyable, Sendable {
    /// What happens at a station.
    @frozen
    @usableFromInline
    enum Kind: UInt8, BitwiseCopyable, Sendable {
        case serviceEnds
        case givesUp
    }

    /// The number of the station, by which a model with several knows whom to tell.
    public let station: UInt16
    @usableFromInline let kind: Kind
    @usableFromInline let visit: UInt32

    @inlinable
    init(station: UInt16, kind: Kind, visit: UInt32) {
        self.station = station
        self.kind = kind
        self.visit = visit
    }
}

/// A payload that can carry what a station asks for: an enum that has a case for it conforms by that case.
///
///     enum Payload: StationPayload {
///         case arrival
///         case station(StationEvent)
///     }
public protocol StationPayload: BitwiseCopyable {
    /// The payload of an event of a station.
    static func station(_ event: StationEvent) -> Self
}

/// How somebody left a station.
@frozen
public enum StationDeparture<Customer: BitwiseCopyable>: BitwiseCopyable {
    /// After their service.
    case served(Customer)
    /// Before it: their patience was over.
    case gaveUp(Customer)
}

extension StationDeparture: Sendable where Customer: Sendable {}
extension StationDeparture: Equatable where Customer: Equatable {}
