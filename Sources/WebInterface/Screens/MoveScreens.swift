import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Hummingbird

/// Moving an appointment in one step (BK-4): to a time that is offered, to one that was found in a diary, or to one's
/// own; the person has the old one or the new one, never both.
enum MoveScreens {
    static let routes: [Route] = [
        .get("/appointments/:number/move", .may(.book)) { asked in try await show(asked) },
        .post("/appointments/:number/move", .may(.book)) { asked in try await move(asked) },
    ]

    private struct Moving: Sendable {
        var appointment: AppointmentRecord
        var person: Int64
        var name: String
        var offers: Offers?
        var clinicians: [ClinicianDetails]
    }

    private static func moving(_ asked: WebRequest) async throws -> Moving {
        guard let number = asked.number("number") else { throw WebRefusal.nothingThere }
        let context = asked.context()
        return try await asked.desk.run { service in
            let appointment = try service.appointment(number, in: context)
            guard let person = appointment.placement.person, appointment.status == .standing else {
                throw BookingError.noSuchAppointment(number)
            }
            let record = try service.record(of: person, in: context)
            // What the next best are: of a session beyond the next one there may be none to offer.
            let offers = try? service.offer(person: person, limit: 5, in: context)
            return Moving(
                appointment: appointment, person: person, name: record.identity.name, offers: offers,
                clinicians: try service.clinicians(in: context))
        }
    }

    private static func show(
        _ asked: WebRequest, refused: Refusal? = nil, _ faults: [Page.Fault] = []
    ) async throws -> Response {
        let moving = try await moving(asked)
        let number = moving.appointment.appointment
        let now = [
            ("Now", moving.appointment.placement.start.longWords),
            ("With", name(moving.appointment.placement.clinician, moving)),
        ]
        var blocks: [Block] = []
        let named = refused?.fields.first(where: ownFields.contains)
        let faults = named.map { [Page.Fault(field: $0, words: refused?.words ?? "")] } ?? faults
        if let refused {
            blocks.append(.notice("It was not moved", refused.words))
            if let next = refused.next { blocks.append(.links([next])) }
        }
        if refused == nil, faults.isEmpty, let wanted = wanted(asked.query) {
            let to = [("To", wanted.start.longWords), ("There with", name(wanted.clinician, moving))]
            blocks += [.facts(Facts((now + to).map { ($0, $1) })), .form(form(asked.query, moving, asked))]
        } else {
            blocks.append(.facts(Facts(now.map { ($0, $1) })))
            if let offers = moving.offers, !offers.slots.isEmpty {
                blocks += [.heading("Next best times"), .slots(Slots(slots: offers.slots.map { slot(number, $0) }))]
            } else {
                blocks.append(
                    .paragraph(
                        "No other time is free that fits. Of one that you enter the desk says what is against it."))
            }
            blocks += [.heading("Another time"), .form(ownTime(asked, moving, faults))]
        }
        let page = Page(
            title: "Move the appointment", caption: moving.name, faults: faults, blocks: blocks, section: .find,
            back: Link("Back to the person", "/people/\(moving.person)"))
        let status: HTTPResponse.Status = refused != nil ? .conflict : faults.isEmpty ? .ok : .unprocessableContent
        return asked.web.pages.response(page, asked, status: status)
    }

    private static func name(_ clinician: Int32, _ moving: Moving) -> String {
        moving.clinicians.first { $0.clinician == clinician }?.name ?? "–"
    }

    /// A time that was found: with whom, when, and where if in a room.
    private static func wanted(_ form: WebForm) -> WantedSlot? {
        guard let clinician = form["clinician"].flatMap({ Int32($0) }), let start = form["start"].flatMap({ Int64($0) })
        else { return nil }
        return WantedSlot(
            clinician: clinician, start: CivilMinute(minutes: start), minutes: 0,
            room: form["room"].flatMap { Int64($0) })
    }

    private static func slot(_ number: Int64, _ slot: RankedSlot) -> Slots.Slot {
        let place = slot.roomName.map { ", \($0)" } ?? ""
        let room = slot.room.map { "&room=\($0)" } ?? ""
        return Slots.Slot(
            time: slot.start.longWords, with: "\(slot.minutes) minutes with \(slot.clinicianName)\(place)",
            slotReason: Words.sentence(slot.reason), hold: nil,
            choose: Link(
                "Move here",
                "/appointments/\(number)/move?clinician=\(slot.clinician)&start=\(slot.start.minutes)\(room)",
                hidden: "\(slot.start.shortWords) with \(slot.clinicianName)"))
    }

    private static let sides: [(String, String)] = [("person", "The person"), ("service", "The service")]

    /// The form that moves it: what was found goes with it.
    private static func form(_ found: WebForm, _ moving: Moving, _ asked: WebRequest) -> Form {
        let hidden = ["clinician", "start", "room", "from"].compactMap { name in
            found[name].map { Field.hidden(name, $0) }
        }
        return Form(
            action: "/appointments/\(moving.appointment.appointment)/move",
            fields: hidden + [Field.radios("by", "Who asks for it", sides).choosing(["person"])],
            button: "Move it", leave: Link("Leave it as it is", "/people/\(moving.person)"))
    }

    private static let ownFields = ["with", "day", "time", "reason"]

    private static func ownTime(_ asked: WebRequest, _ moving: Moving, _ faults: [Page.Fault]) -> Form {
        let usual = name(moving.appointment.placement.clinician, moving)
        let fields: [Field] = [
            Field.text("with", "With", hint: "The name of a clinician").with(value: usual), .day("day", "Day"),
            .time("time", "Time"), Field.radios("by", "Who asks for it", sides).choosing(["person"]),
            Field.text("reason", "Reason against a rule", hint: "Only if the desk asks for one: it is kept").optional,
        ]
        return Form(
            action: "/appointments/\(moving.appointment.appointment)/move",
            fields: asked.form.fields.isEmpty ? fields : fields.map { $0.filled(from: asked.form, faults) },
            button: "Move it", isSecondary: true)
    }

    // MARK: Doing it

    private static func move(_ asked: WebRequest) async throws -> Response {
        guard let number = asked.number("number") else { throw WebRefusal.nothingThere }
        let entered = Entered(asked.form)
        let byPerson = entered.choice("by", "who asks for it", [("person", true), ("service", false)])
        let found = wanted(asked.form)
        let name = found == nil ? entered.text("with", "the name of a clinician") : ""
        let day = found == nil ? entered.day("day", "the day") : CivilDay(number: 0)
        let time = found == nil ? entered.time("time", "the time") : 0
        guard entered.faults.isEmpty, let byPerson else { return try await show(asked, entered.faults) }
        let (context, reason) = (asked.formContext, asked.form.text("reason"))
        do {
            let booked = try await asked.desk.run { service in
                let slot =
                    try found
                    ?? WantedSlot(
                        clinician: try service.clinician(named: name),
                        start: CivilMinute(day: day, minuteOfDay: time))
                return try service.perform(
                    Reschedule(appointment: number, slot: slot, byPerson: byPerson, reason: reason), in: context)
            }
            // Whoever came from a diary goes back to it, to the day to which it was moved.
            let place =
                asked.form["from"] == "diary"
                ? "/diaries/\(booked.clinician)?view=week&from=\(booked.start.day)&moved=\(booked.appointment)"
                : "/people/\(booked.person ?? 0)?booked=\(booked.appointment)"
            return .redirect(to: place, type: .normal)
        } catch let error as BookingError {
            if case .forbidden = error { throw error }
            return try await show(asked, refused: Refusal(error))
        }
    }

    private static func show(_ asked: WebRequest, _ faults: [Page.Fault]) async throws -> Response {
        try await show(asked, refused: nil, faults)
    }
}
