import BookingService
import BookingStore
import CareModel
import HTTPTypes
import Hummingbird

/// Every form of a command on a page of its own, and the page of an appointment.
enum CommandScreens {
    static let routes: [Route] =
        [
            .get("/appointments/:number", .may(.seePeople)) { asked in try await appointment(asked) }
        ]
        + CommandForms.all.flatMap { form in
            let path = address(form, ":number")
            let right = form.right.map { RouteRight.may($0) } ?? .signedIn
            return [
                Route.get(path, right) { asked in try await show(form, asked) },
                Route.post(path, right) { asked in try await perform(form, asked) },
            ]
        }

    static func address(_ form: CommandForm, _ number: String) -> String {
        form.subject == .service ? "/do/\(form.name)" : "/\(form.subject.rawValue)/\(number)/do/\(form.name)"
    }

    // MARK: The form

    private static func setting(_ form: CommandForm, _ asked: WebRequest) async throws -> CommandForm.Setting {
        let number = asked.number("number") ?? 0
        guard form.subject == .service || asked.number("number") != nil else { throw WebRefusal.nothingThere }
        let context = asked.context()
        return try await asked.desk.run { service in
            var setting = CommandForm.Setting(number: number, now: context.now)
            setting.teams = try service.teamNames().teams.map(\.title)
            setting.clinicians = try service.clinicians(in: context)
            setting.rooms = try service.roomDetails(in: context)
            switch form.subject {
            case .person:
                setting.record = try service.record(of: number, in: context)
                if ["join-group", "correct-seat"].contains(form.name) {
                    setting.courses = try service.groups(all: form.name == "correct-seat", in: context)
                }
            case .appointment:
                setting.appointment = try service.appointment(number, in: context)
                if let person = setting.appointment?.placement.person {
                    setting.record = try service.record(of: person, in: context)
                }
            case .group:
                setting.atLimit = asked.form.fields.compactMap { field in
                    field.name.hasPrefix("limit-") ? Int64(field.name.dropFirst(6)) : nil
                }
                setting.group = try service.groups(all: true, in: context).first { $0.group == number }
                guard setting.group != nil else { throw BookingError.noSuchGroup(number) }
            case .clinician: guard setting.clinician != nil else { throw WebRefusal.nothingThere }
            case .room:
                guard setting.rooms.contains(where: { $0.room == number }) else { throw WebRefusal.nothingThere }
            case .task, .service: break
            }
            return setting
        }
    }

    private static func show(
        _ form: CommandForm, _ asked: WebRequest
    ) async throws -> Response {
        let setting = try await setting(form, asked)
        return page(form, setting, asked, [])
    }

    private static func page(
        _ form: CommandForm, _ setting: CommandForm.Setting, _ asked: WebRequest, _ faults: [Page.Fault],
        refused: Refusal? = nil
    ) -> Response {
        var fields = form.fields(setting)
        if !asked.form.fields.isEmpty { fields = fields.map { $0.isHidden ? $0 : $0.filled(from: asked.form, faults) } }
        var blocks: [Block] = []
        if let refused, faults.isEmpty { blocks.append(.notice("That was not done", refused.words)) }
        if let next = refused?.next { blocks.append(.links([next])) }
        if let words = form.words { blocks.append(.paragraph(words)) }
        let back = whence(form, setting)
        blocks.append(
            .form(
                Form(
                    action: address(form, "\(setting.number)"), fields: fields, button: form.button,
                    isWarningButton: form.isWarning, leave: Link("Leave it as it is", back))))
        let page = Page(
            title: form.title, caption: about(form, setting), faults: faults, blocks: blocks,
            back: Link("Back", back))
        let status: HTTPResponse.Status = !faults.isEmpty ? .unprocessableContent : refused == nil ? .ok : .conflict
        return asked.web.pages.response(page, asked, status: status)
    }

    /// What the desk refuses stands at the field that it is about, or above the form.
    private static func page(
        _ form: CommandForm, _ setting: CommandForm.Setting, _ asked: WebRequest, _ error: BookingError
    ) -> Response {
        var setting = setting
        if case .endsEpisode(let person, _) = error { setting.atLimit.append(person) }
        let refusal = Refusal(error)
        let names = form.fields(setting).flatMap(\.single).map(\.name)
        let faults = refusal.fields.first(where: names.contains).map { [Page.Fault(field: $0, words: refusal.words)] }
        return page(form, setting, asked, faults ?? [], refused: refusal)
    }

    private static func about(_ form: CommandForm, _ setting: CommandForm.Setting) -> String? {
        switch form.subject {
        case .person: setting.record?.identity.name
        case .appointment:
            setting.appointment.map { appointment in
                "\(setting.record?.identity.name ?? ""), \(appointment.placement.start.longWords)"
            }
        case .clinician: setting.clinician?.name
        case .task: "Task \(setting.number)"
        case .group: "Course \(setting.number)"
        case .room: setting.rooms.first { $0.room == setting.number }?.name ?? "Room \(setting.number)"
        case .service: nil
        }
    }

    /// Where one came from, and goes when it is done.
    private static func whence(_ form: CommandForm, _ setting: CommandForm.Setting) -> String {
        switch form.subject {
        case .person: "/people/\(setting.number)"
        case .appointment: setting.appointment?.placement.person.map { "/people/\($0)" } ?? "/"
        case .clinician: "/diaries/\(setting.number)"
        case .task: "/tasks"
        case .group: "/groups/\(setting.number)"
        case .room: "/rooms/\(setting.number)"
        case .service: form.back
        }
    }

    // MARK: Doing it

    private static func perform(_ form: CommandForm, _ asked: WebRequest) async throws -> Response {
        let setting = try await setting(form, asked)
        let entered = Entered(asked.form)
        let command = form.make(entered, setting)
        guard entered.faults.isEmpty, let command else { return page(form, setting, asked, entered.faults) }
        let context = asked.formContext
        do {
            let reply = try await asked.desk.run { try $0.perform(command, in: context) }
            return answer(form, setting, command, reply, asked)
        } catch let error as BookingError {
            if case .forbidden = error { throw error }
            if case .noSuchPerson = error { throw error }
            return page(form, setting, asked, error)
        }
    }

    /// What a command answers: shown on a page where it says more than that it was done.
    private static func answer(
        _ form: CommandForm, _ setting: CommandForm.Setting, _ command: BookingCommand, _ reply: BookingReply,
        _ asked: WebRequest
    ) -> Response {
        let blocks = ReplyBlocks.of(reply, asked) + SeatForms.summary(of: command, setting)
        let back = whence(form, setting)
        if case .received(let received) = reply {
            return .redirect(to: "/people/\(received.person)?done=kept", type: .normal)
        }
        guard !blocks.isEmpty else { return .redirect(to: "\(back)?done=kept", type: .normal) }
        let page = Page(
            title: form.title, caption: about(form, setting), done: "That is kept.",
            blocks: blocks + [.links([Link("Go on", back)])])
        return asked.web.pages.response(page, asked)
    }

    // MARK: An appointment

    private static func appointment(_ asked: WebRequest) async throws -> Response {
        guard let number = asked.number("number") else { throw WebRefusal.nothingThere }
        let context = asked.context()
        let (appointment, record) = try await asked.desk.run { service in
            let appointment = try service.appointment(number, in: context)
            return (appointment, try appointment.placement.person.map { try service.record(of: $0, in: context) })
        }
        let placement = appointment.placement
        let names = record?.clinicianNames ?? []
        let clinician = Int(placement.clinician)
        var links = AppointmentForms.possible(appointment, now: context.now).compactMap { name -> Link? in
            guard let form = CommandForms.form(name, .appointment),
                form.right.map({ asked.who?.may($0) == true }) ?? true
            else { return nil }
            return Link(form.title, "/appointments/\(number)/do/\(form.name)")
        }
        let mayMove =
            asked.who?.may(.book) == true && appointment.status == .standing && appointment.attendance == nil
            && placement.start > context.now && placement.person != nil && placement.seat == nil
        if mayMove { links.insert(Link("Move it", "/appointments/\(number)/move"), at: 0) }
        var blocks: [Block] = [
            .facts(
                Facts([
                    ("When", placement.start.longWords), ("What", Words.capitalised(placement.kind.title)),
                    ("How long", "\(placement.minutes) minutes"),
                    ("With", names.indices.contains(clinician) ? names[clinician] : nil),
                    ("Outcome", appointment.attendance.map(\.title)),
                    ("Cancelled", appointment.cancelledAt?.longWords), ("Why", appointment.why),
                ]))
        ]
        if !links.isEmpty { blocks += [.heading("What is possible"), .links(links)] }
        let page = Page(
            title: Words.capitalised(placement.kind.title), caption: record?.identity.name, blocks: blocks,
            section: .find, isLive: true,
            concerns: placement.person.map { [.person($0)] } ?? [.clinician(placement.clinician)],
            back: placement.person.map { Link("Back to the person", "/people/\($0)") })
        return asked.web.pages.response(page, asked)
    }
}
