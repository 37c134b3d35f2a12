public import BookingService
import BookingStore
import CareModel
public import Foundation

/// Everything that is kept of one person, to be handed over (IG-3): the cells of the tables, every entry of the log,
/// and every look.
struct PersonExport: Encodable {
    /// The row of `people.csv`, by column.
    var person: [String: String]
    /// The row of `episodes.csv`, by column.
    var episode: [String: String]
    /// The rows of `appointments.csv`, by column.
    var appointments: [[String: String]]
    /// What happened, and who wrote it.
    var entries: [Entry]
    /// Who looked.
    var looks: [Look]

    struct Entry: Encodable {
        var entry: Int64
        var at: CivilMinute
        var user: Int64
        /// Who that is, in words.
        var by: String
        var origin: String
        var kind: String
        /// What it says, in words.
        var words: String
        var content: Content
    }

    struct Look: Encodable {
        var at: CivilMinute
        var user: Int64
        var origin: String
        var what: String
        /// Why, where whoever looked said so.
        var reason: String?
    }

    /// What an entry says, of whatever kind it is.
    struct Content: Encodable {
        var event: ServiceEvent

        func encode(to encoder: any Encoder) throws { try event.payload.encode(to: encoder) }
    }

    init(_ record: WholeRecord) {
        let (known, names) = (record.person, record.names)
        person = PersonExport.cells(
            PersonRow(known, record.identity))
        episode = PersonExport.cells(
            EpisodeRow(known))
        appointments = record.appointments.map { PersonExport.cells(AppointmentRow(record: $0)) }
        entries = record.entries.map {
            Entry(
                entry: $0.sequence, at: $0.at, user: $0.by.user, by: names.user($0.by.user), origin: $0.by.origin,
                kind: $0.event.kind.rawValue, words: $0.event.words(names), content: Content(event: $0.event))
        }
        looks = record.accesses.map {
            Look(at: $0.at, user: $0.by.user, origin: $0.by.origin, what: $0.what, reason: $0.reason)
        }
    }

    /// The cells of a row that are not empty, by column.
    private static func cells<Row: TableRow>(_ row: Row) -> [String: String] {
        let cells = Row.columns.map { ($0.name, $0.text(row)) }.filter { !$0.1.isEmpty }
        return Dictionary(uniqueKeysWithValues: cells)  // written with its keys in order
    }
}

extension Interchange {
    /// Everything that is kept of one person as JSON, an object for each time that the person was in the service
    /// (IG-3).
    public static func personJSON(_ records: [WholeRecord]) throws -> Data {
        try JSONEncoder.readable.encode(records.map(PersonExport.init)) + Data("\n".utf8)
    }
}
