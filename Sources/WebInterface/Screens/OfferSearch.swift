import Allocation
import BookingService
import BookingStore
import CareModel

/// What a time is to be, all at once, as a clerk asks for it: with whom, where, when in the day and in the week,
/// between which days. What the referral asks for holds all the same.
struct OfferSearch: Sendable {
    /// Something that is asked for, in words, and how it is said to the desk.
    struct Criterion: Sendable {
        var words: String
        var add: @Sendable (inout SlotWish) -> Void
    }

    private(set) var criteria: [Criterion] = []
    private(set) var faults: [Page.Fault] = []

    private static let parts: [(String, String, TimeOfDayPreference)] = [
        ("morning", "in the morning", .morning), ("afternoon", "in the afternoon", .afternoon),
        ("evening", "in the evening", .evening),
    ]
    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let access: [(String, String)] = [
        ("room", "in a room"), ("accessible", "in a room without steps"), ("speaks", "without an interpreter"),
    ]

    /// Reads what was asked for.
    init(_ query: WebForm, _ clinicians: [ClinicianDetails], _ rooms: [RoomAdded]) {
        let entered = Entered(query)
        if let name = query.text("who") {
            let key = TeamNames.key(name)
            let found = clinicians.filter { TeamNames.key($0.name).contains(key) || "\($0.clinician)" == name }
                .map(\.clinician)
            if key.isEmpty || found.isEmpty {
                entered.fault("who", "Enter the name or the number of somebody who works here")
            }
            criteria.append(Criterion(words: "with \(name)") { $0.clinicians = found })
        }
        if let part = Self.parts.first(where: { $0.0 == query.text("part") }) {
            criteria.append(Criterion(words: part.1) { $0.timeOfDay = part.2 })
        }
        if let day = query.text("weekday").flatMap({ UInt8($0) }).flatMap({ Weekday(rawValue: $0) }) {
            criteria.append(Criterion(words: "on a \(Self.weekdays[Int(day.rawValue)])") { $0.weekday = day })
        }
        if let venue = query.text("venue").flatMap({ UInt8($0) }), venue > 0 {
            let words = Venues(rooms).known.first { $0.number == venue }?.words ?? "where there is no room"
            criteria.append(Criterion(words: words.prefix(1).lowercased() + words.dropFirst()) { $0.venue = venue })
        }
        for (name, words) in Self.access where query.all("needs").contains(name) {
            criteria.append(
                Criterion(words: words) { wish in
                    if name == "room" { wish.isFaceToFace = true }
                    if name == "accessible" { wish.needsAccess = true }
                    if name == "speaks" { wish.isWithoutInterpreter = true }
                })
        }
        if let first = entered.optionalDay("after", "the first day") {
            criteria.append(Criterion(words: "from \(first.shortWords) on") { $0.first = first })
        }
        if let last = entered.optionalDay("before", "the last day") {
            criteria.append(Criterion(words: "until \(last.shortWords)") { $0.last = last })
        }
        faults = entered.faults
    }

    /// Everything that is asked for, but for one thing if it is left out.
    func wish(without place: Int? = nil) -> SlotWish {
        var wish = SlotWish()
        for (index, criterion) in criteria.enumerated() where index != place { criterion.add(&wish) }
        return wish
    }

    /// The form, with what was asked for.
    static func form(_ address: String, _ query: WebForm, _ rooms: [RoomAdded], _ faults: [Page.Fault]) -> Form {
        let days = weekdays.enumerated().map { ("\($0.offset)", $0.element) }
        let venues = Venues(rooms).choices
        var fields: [Field] = [
            .text("who", "With", width: 20),
            .select("part", "Time of day", [("", "Any time")] + parts.map { ($0.0, Words.capitalised($0.1)) }),
            .select("weekday", "Day of the week", [("", "Any day")] + days), .day("after", "From", hint: nil),
            .day("before", "Until", hint: nil),
        ]
        if !venues.isEmpty { fields.append(.select("venue", "Venue", [("", "Any")] + venues)) }
        fields.append(.boxes("needs", "And", access.map { ($0.0, Words.capitalised($0.1)) }))
        return Form(
            action: address, fields: fields.map { $0.filled(from: query, faults) }, button: "Search",
            isSecondary: true, isQuestion: true)
    }

    /// Where nothing has everything: what would be free if one thing were given up.
    func instead(of number: Int64, _ service: BookingService, _ context: BookingService.Context) throws -> [String] {
        func soonest(_ wish: SlotWish) throws -> String? {
            let slots = try service.offer(person: number, limit: 50, wish: wish, in: context).slots
            return slots.min { ($0.start, $0.clinician) < ($1.start, $1.clinician) }.map {
                "\($0.start.longWords) with \($0.clinicianName)\($0.roomName.map { ", \($0)" } ?? "")"
            }
        }
        let without = try criteria.indices.compactMap { place in
            try soonest(wish(without: place)).map { "If not \(criteria[place].words): \($0)" }
        }
        guard without.isEmpty else { return without }
        return try soonest(SlotWish()).map { ["With none of it: \($0)"] } ?? []
    }
}
