import Allocation
import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Hummingbird

/// Offering a time, holding it while one asks, and booking it.
enum OfferScreens {
    static let routes: [Route] = [
        .get("/people/:number/offer", .may(.book)) { asked in try await offer(asked) },
        .post("/people/:number/hold", .may(.book)) { asked in try await hold(asked) },
        .get("/people/:number/holds/:hold", .may(.book)) { asked in try await held(asked) },
        .post("/people/:number/holds/:hold/confirm", .may(.book)) { asked in try await confirm(asked) },
        .post("/people/:number/holds/:hold/release", .may(.book)) { asked in try await release(asked) },
    ]

    /// Whether somebody there may be offered a time.
    static func mayBeOffered(_ state: EpisodeState) -> Bool {
        switch state {
        case .waitingFirstAppointment, .firstAppointmentBooked, .waitingTreatment, .inTreatment, .missedSession,
            .missedFirstAppointment:
            true
        case .awaitingScreening, .awaitingContact, .onHold, .awaitingSupervision, .closed: false
        }
    }

    // MARK: Offers

    /// Why a time was not to be had.
    private struct Refused {
        var title: String
        var refusal: Refusal
    }

    private static func offer(
        _ asked: WebRequest, refused: Refused? = nil, _ entered: [Page.Fault] = []
    ) async throws -> Response {
        guard let number = asked.number("number") else { throw WebRefusal.nothingThere }
        let context = asked.context()
        let limit = min(max(asked.query.text("limit").flatMap { Int($0) } ?? 5, 1), 50)
        let query = asked.query
        let (offers, search, rooms, instead) = try await asked.desk.run { service in
            let rooms = try service.roomDetails(in: context)
            let search = OfferSearch(query, try service.clinicians(in: context), rooms)
            let offers = try service.offer(person: number, limit: limit, wish: search.wish(), in: context)
            let isInVain = offers.slots.isEmpty && !search.criteria.isEmpty && search.faults.isEmpty
            return (offers, search, rooms, isInVain ? try search.instead(of: number, service, context) : [])
        }
        var blocks: [Block] = []
        let named = refused?.refusal.fields.first(where: ownFields.contains)
        let faults = named.map { [Page.Fault(field: $0, words: refused?.refusal.words ?? "")] } ?? entered
        if let refused {
            blocks.append(.notice(refused.title, refused.refusal.words))
            if let next = refused.refusal.next { blocks.append(.links([next])) }
        }
        blocks.append(
            .paragraph("\(Words.capitalised(offers.kind.title)), due by \(offers.due.longText)."))
        blocks.append(.form(OfferSearch.form("/people/\(number)/offer", asked.query, rooms, search.faults)))
        blocks += times(offers, search, instead, limit, number, query)
        blocks += [.heading("Another time"), .form(ownTime(number, asked, faults))]
        let page = Page(
            title: "Offer a time", caption: offers.name, faults: search.faults + faults, blocks: blocks, section: .find,
            isLive: refused == nil && faults.isEmpty, concerns: concerns(number, offers.slots),
            back: Link("Back to the person", "/people/\(number)"))
        let status: HTTPResponse.Status = refused != nil ? .conflict : faults.isEmpty ? .ok : .unprocessableContent
        return asked.web.pages.response(page, asked, status: status)
    }

    /// The times, and why there are no others.
    private static func times(
        _ offers: Offers, _ search: OfferSearch, _ instead: [String], _ limit: Int, _ number: Int64, _ query: WebForm
    ) -> [Block] {
        var blocks: [Block] = []
        if offers.slots.isEmpty, search.criteria.isEmpty {
            blocks.append(
                .notice("Nothing is free", "No time fits within the diaries that are open. What stands against it:"))
        } else if offers.slots.isEmpty {
            let words = search.criteria.map(\.words).joined(separator: ", ")
            let rest = instead.isEmpty ? "Without it nothing is free either." : "What would be:"
            blocks.append(.notice("Nothing is free with all of it", "Asked for: \(words). \(rest)"))
            if !instead.isEmpty { blocks.append(.list(instead)) }
        } else {
            blocks.append(.slots(Slots(slots: offers.slots.map { slot(number, $0, offers.name ?? "") })))
        }
        if !offers.whyNotSooner.isEmpty, search.criteria.isEmpty {
            blocks += [.heading("Why not sooner"), .list(offers.whyNotSooner.map(Words.sentence))]
        }
        if offers.slots.count >= limit, limit < 50 {
            let rest = query.fields.filter { $0.name != "limit" && !$0.value.isEmpty }
                .map { ($0.name, $0.value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "") }
                .map { "\($0)=\($1)&" }.joined()
            let more = min(limit * 2, 50)
            blocks.append(.links([Link("More times", "/people/\(number)/offer?\(rest)limit=\(more)")]))
        }
        return blocks
    }

    /// The person, and the diaries in which times are offered; everything, where a time that becomes free is waited
    /// for.
    private static func concerns(_ number: Int64, _ slots: [RankedSlot]) -> [Concern] {
        slots.isEmpty ? [] : [.person(number)] + Set(slots.map(\.clinician)).sorted().map(Concern.clinician)
    }

    private static func slot(_ number: Int64, _ slot: RankedSlot, _ name: String) -> Slots.Slot {
        var fields: [Field] = [
            .hidden("clinician", "\(slot.clinician)"), .hidden("start", "\(slot.start.minutes)"),
            .hidden("minutes", "\(slot.minutes)"),
        ]
        if let room = slot.room { fields.append(.hidden("room", "\(room)")) }
        let place = slot.roomName.map { ", \($0)" } ?? ""
        return Slots.Slot(
            time: slot.start.longWords, with: "\(slot.minutes) minutes with \(slot.clinicianName)\(place)",
            slotReason: Words.sentence(slot.reason),
            hold: Form(
                action: "/people/\(number)/hold", fields: fields, button: "Hold",
                buttonHidden: "\(slot.start.shortWords) with \(slot.clinicianName)"))
    }

    private static let ownFields = ["with", "day", "time", "reason"]

    private static func ownTime(_ number: Int64, _ asked: WebRequest, _ faults: [Page.Fault]) -> Form {
        let fields: [Field] = [
            .text("with", "With", hint: "The name of a clinician"), .day("day", "Day"), .time("time", "Time"),
            Field.text("reason", "Reason against a rule", hint: "Only if the desk asks for one: it is kept").optional,
        ]
        return Form(
            action: "/people/\(number)/hold", fields: fields.map { $0.filled(from: asked.form, faults) },
            button: "Hold this time", isSecondary: true)
    }

    // MARK: Holding

    private static func hold(_ asked: WebRequest) async throws -> Response {
        guard let number = asked.number("number") else { throw WebRefusal.nothingThere }
        let (context, form) = (asked.formContext, asked.form)
        let entered = Entered(form)
        let offered = offered(form)
        let name = offered == nil ? entered.text("with", "the name of a clinician") : ""
        let day = offered == nil ? entered.day("day", "the day") : CivilDay(number: 0)
        let time = offered == nil ? entered.time("time", "the time") : 0
        guard entered.faults.isEmpty else { return try await offer(asked, entered.faults) }
        do {
            let held = try await asked.desk.run { service in
                let slot =
                    try offered
                    ?? WantedSlot(
                        clinician: try service.clinician(named: name), start: CivilMinute(day: day, minuteOfDay: time),
                        minutes: 0)
                return try service.perform(
                    Hold(person: number, slot: slot, reason: form.text("reason")), in: context)
            }
            return .redirect(to: "/people/\(number)/holds/\(held.hold)", type: .normal)
        } catch let error as BookingError {
            return try await offer(
                asked, refused: Refused(title: "That time was not held", refusal: Refusal(error)))
        }
    }

    /// The time of the list that was chosen.
    private static func offered(_ form: WebForm) -> WantedSlot? {
        guard let clinician = form["clinician"].flatMap({ Int32($0) }), let start = form["start"].flatMap({ Int64($0) })
        else { return nil }
        return WantedSlot(
            clinician: clinician, start: CivilMinute(minutes: start),
            minutes: form["minutes"].flatMap { Int($0) } ?? 0, room: form["room"].flatMap { Int64($0) })
    }

    private static func offer(_ asked: WebRequest, _ faults: [Page.Fault]) async throws -> Response {
        try await offer(asked, refused: nil, faults)
    }

    private static func held(_ asked: WebRequest) async throws -> Response {
        guard let number = asked.number("number"), let wanted = asked.number("hold") else {
            throw WebRefusal.nothingThere
        }
        let context = asked.context()
        do {
            let hold = try await asked.desk.run { try $0.keptTime(wanted, of: number, in: context) }
            let address = "/people/\(number)/holds/\(hold.hold)"
            let page = Page(
                title: "Is this time right?", caption: hold.name,
                blocks: [
                    .facts(
                        Facts([
                            ("When", hold.start.longWords), ("How long", "\(hold.minutes) minutes"),
                            ("With", hold.clinicianName), ("Where", hold.roomName),
                            ("Kept until", hold.expires.clockWords),
                        ])),
                    .form(
                        Form(
                            action: "\(address)/confirm",
                            fields: [
                                Field.radios(
                                    "channel", "How",
                                    [("1", "In person"), ("2", "By telephone"), ("11", "By video")]
                                ).choosing([how(hold)]).optional,
                                hold.reason.map { .hidden("reason", $0) } ?? .hidden("reason", ""),
                            ], button: "Book it",
                            leave: Link("Offer another time", "/people/\(number)/offer"))),
                    .form(
                        Form(action: "\(address)/release", button: "Give the time back", isSecondary: true)),
                ], section: .find, back: Link("Back to the times", "/people/\(number)/offer"))
            return asked.web.pages.response(page, asked)
        } catch let error as BookingError {
            return try await offer(asked, refused: Refused(title: "That hold is over", refusal: Refusal(error)))
        }
    }

    /// How somebody would be seen: in the room that is kept, else as they asked; nothing where they did not say.
    private static func how(_ hold: KeptTime) -> String {
        guard hold.roomName == nil else { return "\(ConsultationChannel.faceToFace.rawValue)" }
        let asked = hold.asked ?? .unknown
        return asked == .unknown ? "" : "\(asked.rawValue)"
    }

    // MARK: Booking

    private static func confirm(_ asked: WebRequest) async throws -> Response {
        guard let number = asked.number("number"), let hold = asked.number("hold") else {
            throw WebRefusal.nothingThere
        }
        let channel = asked.form.text("channel").flatMap { UInt8($0) }.flatMap { ConsultationChannel(rawValue: $0) }
        let reason = asked.form.text("reason")
        // The hold's number makes it happen once, from whichever page or tab it is confirmed.
        let context = asked.context(key: "web confirm \(hold)")
        do {
            let booked = try await asked.desk.run { service in
                try service.perform(Confirm(hold: hold, reason: reason, channel: channel ?? .unknown), in: context)
            }
            return .redirect(to: "/people/\(number)?booked=\(booked.appointment)", type: .normal)
        } catch let error as BookingError {
            return try await offer(asked, refused: Refused(title: "That was not booked", refusal: Refusal(error)))
        }
    }

    private static func release(_ asked: WebRequest) async throws -> Response {
        guard let number = asked.number("number"), let hold = asked.number("hold") else {
            throw WebRefusal.nothingThere
        }
        let context = asked.formContext
        _ = try await asked.desk.run { try $0.perform(Release(hold: hold), in: context) }
        return .redirect(to: "/people/\(number)/offer", type: .normal)
    }
}
