import ArgumentParser
import BookingService
import CareModel

/// `stepcare service close-room`.
struct ServiceCloseRoom: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close-room",
        abstract: "A room cannot be used: bookings in it are cancelled and listed with new slots (CL-9, BK-6).",
        discussion: """
            Where the same time can be had in another room, that slot is shown first. An appointment that is to stay \
            at its time is moved to another room, or kept by telephone, with 'venue' before the room is closed.
            """)

    @OptionGroup var options: ServiceOptions

    @Option(help: "The room: its name, or its number.")
    var room: String

    @Option(help: "The first day.")
    var from: Day

    @Option(help: "The last day (default: for good).")
    var until: Day?

    func run() throws {
        let closed = try options.perform {
            CloseRoom(room: try $0.room(named: room), first: from.day, last: until?.day)
        }
        try options.print(closed, closed.words("closed") + "\n" + closed.affected.words)
    }
}

/// `stepcare service open-room`.
struct ServiceOpenRoom: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open-room", abstract: "A room that was closed can be used again (CL-9).")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The room: its name, or its number.")
    var room: String

    @Option(help: "The first day on which it can be used again.")
    var from: Day

    @Option(help: "The last day (default: as long as it was closed).")
    var until: Day?

    func run() throws {
        let opened = try options.perform {
            OpenRoom(room: try $0.room(named: room), first: from.day, last: until?.day)
        }
        try options.print(opened, opened.words("open again"))
    }
}

extension RoomChanged {
    /// The room and the days in a sentence.
    func words(_ what: String) -> String {
        let last = until.map { " until \($0)" } ?? " on"
        return "Room \(room), \(name): \(what) from \(from)\(last)."
    }
}

/// `stepcare service venue`.
struct ServiceVenue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "venue",
        abstract: "An appointment stays at its time, in another room, or by telephone or video (CL-9, AT-6).")

    enum Distance: String, ExpressibleByArgument, CaseIterable { case telephone, video }

    @OptionGroup var options: ServiceOptions

    @Option(help: "The appointment's number.")
    var appointment: Int64

    @Option(help: "The room: its name, or its number.")
    var room: String?

    @Option(help: "telephone or video: without a room.")
    var by: Distance?

    func validate() throws {
        guard (room == nil) != (by == nil) else {
            throw ValidationError("Give --room, or --by telephone or video.")
        }
    }

    func run() throws {
        let booked = try options.perform { service in
            let venue: NewVenue =
                if let room { .room(try service.room(named: room)) } else {
                    .distance(by == .video ? .video : .telephone)
                }
            return ChangeVenue(appointment: appointment, venue: venue)
        }
        let instead = booked.isUnchanged == true ? ". It is there already." : "."
        try options.print(booked, booked.words + instead)
    }
}
