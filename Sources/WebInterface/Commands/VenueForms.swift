import BookingService
import BookingStore
import CareModel

/// Where an appointment takes place.
enum VenueForms {
    private static let ways: [(String, String, ConsultationChannel)] = [
        ("telephone", "By telephone", .telephone), ("video", "By video", .video),
    ]

    static let all: [CommandForm] = [
        CommandForm(
            name: "venue", title: "Give it another room, or none", subject: .appointment, right: .book,
            words: "It stays when it is, with the same clinician.",
            fields: { setting in
                let rooms = setting.rooms.map { ("\($0.room)", $0.name) }
                return [.select("where", "Where", ways.map { ($0.0, $0.1) } + rooms)]
            },
            make: { entered, setting in
                let known: [(String, NewVenue)] =
                    ways.map { ($0.0, .distance($0.2)) } + setting.rooms.map { ("\($0.room)", .room($0.room)) }
                return entered.choice("where", "where", known).map {
                    .changeVenue(ChangeVenue(appointment: setting.number, venue: $0))
                }
            })
    ]
}
