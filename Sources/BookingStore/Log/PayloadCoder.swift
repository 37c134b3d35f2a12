import Foundation

/// Writes and reads the JSON of a log entry.
struct PayloadCoder {
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    init() { encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes] }

    /// The payload of an event as JSON with keys in order.
    func payload(of event: ServiceEvent) throws -> Data { try encoder.encode(event.stored) }

    /// The event of a log entry.
    /// - Throws: ``StoreError/unreadableEntry(sequence:detail:)`` for a kind or version that this build does not know.
    func event(sequence: Int64, kind: String, version: Int, payload: Data) throws -> ServiceEvent {
        guard let known = EventKind(rawValue: kind) else {
            throw StoreError.unreadableEntry(sequence: sequence, detail: "kind \(kind) is not known")
        }
        guard (1...ServiceEvent.payloadVersion).contains(version) else {
            throw StoreError.unreadableEntry(sequence: sequence, detail: "payload version \(version) is not known")
        }
        do {
            return try known.reader.event(decoder, payload)
        } catch let error as DecodingError {
            throw StoreError.unreadableEntry(sequence: sequence, detail: "\(kind): \(error)")
        }
    }
}

/// Reads events of one kind.
struct EventReader {
    /// The event in the payload of an entry.
    let event: (JSONDecoder, Data) throws -> ServiceEvent

    /// What a payload says, as an event.
    init<Event: StoredEvent>(_ make: @escaping (Event) -> ServiceEvent) {
        event = { make(try $0.decode(Event.self, from: $1)) }
    }
}
