import BookingService
import BookingStore
import CareModel

/// Commands about rooms (CL-9).
enum RoomForms {
    static let all: [CommandForm] = [
        CommandForm(
            name: "add-room", title: "Add a room", subject: .service, right: .changeStaff, button: "Add the room",
            words: "From its first room on, people of a team who ask to be seen face to face need one.", back: "/staff",
            fields: { setting in
                [
                    .text("name", "Name", width: 20), TeamForms.team(setting),
                    Field.select(
                        "venue", "In which building",
                        [("", "It does not matter"), ("new", "In a building that has no room yet")]
                            + Venues(setting.rooms).choices
                    ).optional,
                    .boxes("accessible", "Access", [("yes", "It has no steps")]).optional,
                    .text("hours", "Open", hint: "For example 9:00 to 17:00; empty if it always is", width: 20)
                        .optional,
                ]
            },
            make: { entered, setting in
                let name = entered.text("name", "the name", most: 100)
                let house = entered.form.text("venue")
                let venue = house == "new" ? Venues(setting.rooms).unused : house.flatMap { UInt8($0) } ?? 0
                let hours = entered.optionalHours("hours", "when it is open")
                return TeamForms.chosen(entered, setting).map { team in
                    .addRoom(
                        AddRoom(
                            room: RoomAdded(
                                room: 0, team: UInt8(team), name: name, venue: venue,
                                isAccessible: entered.isTicked("accessible"), hours: hours)))
                }
            }),
        CommandForm(
            name: "close", title: "Close the room", subject: .room, right: .changeStaff, button: "Close the room",
            words: "Whoever is booked there is listed with other times.", isWarning: true,
            fields: { _ in [.day("first", "First day"), .day("last", "Last day", hint: "Empty: for good").optional] },
            make: { entered, setting in
                .closeRoom(
                    CloseRoom(
                        room: setting.number, first: entered.day("first", "the first day"),
                        last: entered.optionalDay("last", "the last day")))
            }),
        CommandForm(
            name: "open", title: "Open the room again", subject: .room, right: .changeStaff,
            fields: { _ in [.day("first", "From"), .day("last", "Until").optional] },
            make: { entered, setting in
                .openRoom(
                    OpenRoom(
                        room: setting.number, first: entered.day("first", "the first day"),
                        last: entered.optionalDay("last", "the last day")))
            }),
    ]
}
