public import CareModel

/// Where an appointment takes place that stays when it is.
public enum NewVenue: Codable, Hashable, Sendable {
    /// In the room with this number (CL-9).
    case room(Int64)
    /// By telephone or video (AT-6).
    case distance(ConsultationChannel)
}
