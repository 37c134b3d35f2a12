import Allocation
import BookingService
import BookingStore
import CareModel
import Hummingbird

/// One person: who they are, where they are, what is possible next, what is booked, and what happened.
enum PersonScreens {
    static let routes: [Route] = [
        .get("/people/:number", .may(.seePeople)) { asked in try await person(asked) },
        .post("/people/:number", .may(.seePeople)) { asked in try await person(asked) },
    ]

    private static func person(_ asked: WebRequest) async throws -> Response {
        guard let number = asked.number("number") else { throw WebRefusal.nothingThere }
        let context = asked.context()
        let record: WholeRecord
        do {
            record = try await asked.desk.run { try $0.record(of: number, in: context) }
        } catch {
            guard error as? BookingError == .noRelationship(person: number) else { throw error }
            return reasonPage(asked)
        }
        let page = Page(
            title: record.identity.name, caption: "Person \(number)", done: done(record, asked),
            blocks: alerts(record) + [
                .columns([standing(record, context.now)], next(number, record, asked))
            ] + appointments(record, context.now) + [who(number, record), story(record)],
            section: .find, isLive: true, concerns: [.person(number)])
        return asked.web.pages.response(page, asked)
    }

    /// What was just done here, by what the address says: no word of it stands there.
    private static func done(_ record: WholeRecord, _ asked: WebRequest) -> String? {
        if let number = asked.query["booked"].flatMap({ Int64($0) }),
            let booked = record.appointments.first(where: { $0.appointment == number })
        {
            return "Booked: \(booked.placement.start.longWords)."
        }
        return asked.query["done"] == nil ? nil : "That is kept."
    }

    /// A clinician who opens the record of somebody who is not one of their people says why (IG-1).
    private static func reasonPage(_ asked: WebRequest) -> Response {
        let form = Form(
            action: asked.path,
            fields: [
                .text("reason-to-look", "Why do you open this record?", hint: "It is kept, with your name and the time")
            ], button: "Open the record")
        let page = Page(title: "This person is not one of yours", blocks: [.form(form)], section: .find)
        return asked.web.pages.response(page, asked, status: .forbidden)
    }

    // MARK: Parts

    private static func alerts(_ record: WholeRecord) -> [Block] {
        var blocks: [Block] = []
        let facts = record.person.facts
        let referral = record.person.referral
        if referral.isUrgent || referral.matrix.risk == .high {
            blocks.append(.notice("Risk", "Risk is mentioned in the referral. Follow the risk protocol."))
        } else if referral.source == .selfWeb, referral.matrix.risk == .medium {
            blocks.append(
                .notice("Risk", "They wrote of thoughts of ending their life or of harming somebody: ask about it."))
        }
        var needs: [String] = []
        if referral.interpreter == .yes { needs.append("an interpreter") }
        if referral.accessibilityNeed == .yes { needs.append("a room without steps") }
        if let format = record.identity.format { needs.append("letters in \(format)") }
        if !needs.isEmpty {
            blocks.append(.notice("Needs", "Needs \(needs.joined(separator: ", ")).", isWarning: false))
        }
        if facts.rebooksFirst {
            blocks.append(
                .notice(
                    "Rebook first", "The service cancelled on this person: they are rebooked first.", isWarning: false))
        }
        return blocks
    }

    private static func standing(_ record: WholeRecord, _ now: CivilMinute) -> Block {
        let episode = record.person.episode
        let facts = record.person.facts
        func name(_ clinician: Int32?) -> String? {
            clinician.flatMap { index in
                record.clinicianNames.indices.contains(Int(index)) ? record.clinicianNames[Int(index)] : nil
            }
        }
        return .facts(
            Facts([
                ("Where they are", Words.capitalised(episode.state.title)),
                ("Step", episode.step == .low ? "2" : "3"),
                ("Therapy", Words.capitalised(episode.modality.title)),
                ("Clinician", episode.state.isOnCaseload ? name(episode.clinician) : name(facts.assessor)),
                ("Referred", record.person.referral.received.day.longText),
                ("Due", facts.dueOn.map { $0.longText }),
                ("Missed", episode.missedCount > 0 ? "\(episode.missedCount)" : nil),
                (
                    "Last scores",
                    facts.scores.map { "PHQ-9 \($0.depression), GAD-7 \($0.anxiety)" }
                ),
                ("Left because", episode.state == .closed ? episode.endReason.title : nil),
            ]))
    }

    /// What is possible next, the likeliest first.
    private static func next(_ number: Int64, _ record: WholeRecord, _ asked: WebRequest) -> [Block] {
        let forms = CommandForms.possible(for: record.person.episode.state).filter { form in
            form.right.map { asked.who?.may($0) == true } ?? true
        }
        var links = forms.map { Link($0.title, "/people/\(number)/do/\($0.name)") }
        if asked.who?.may(.book) == true, OfferScreens.mayBeOffered(record.person.episode.state) {
            links.insert(Link("Offer a time", "/people/\(number)/offer"), at: 0)
        }
        return links.isEmpty ? [] : [.heading("What is possible next"), .links(links)]
    }

    private static func appointments(_ record: WholeRecord, _ now: CivilMinute) -> [Block] {
        let latest = record.appointments.sorted {
            ($0.placement.start, $0.appointment) > ($1.placement.start, $1.appointment)
        }
        let rows = latest.map { appointment in
            let placement = appointment.placement
            let clinician = Int(placement.clinician)
            let isOpen = appointment.status == .standing && appointment.attendance == nil
            let what =
                appointment.attendance.map(\.title)
                ?? (isOpen ? (placement.start <= now ? "outcome to be recorded" : "booked") : "cancelled")
            return Table.Row([
                .init(placement.start.shortWords, href: "/appointments/\(appointment.appointment)"),
                .init(Words.capitalised(placement.kind.title)), .init("\(placement.minutes)"),
                .init(record.clinicianNames.indices.contains(clinician) ? record.clinicianNames[clinician] : ""),
                isOpen ? .tag(what, placement.start <= now ? "yellow" : "blue") : .init(what),
            ])
        }
        return [
            .table(
                Table(
                    "Appointments, the latest first",
                    [.init("When"), .init("What"), .init("Minutes", isNumber: true), .init("With"), .init("Outcome")],
                    rows, empty: "No appointment was ever booked."))
        ]
    }

    private static func who(_ number: Int64, _ record: WholeRecord) -> Block {
        let identity = record.identity
        let change = Link("Change", "/people/\(number)/do/change-person", hidden: "who they are and how to reach them")
        return .facts(
            Facts(
                [
                    ("Name", identity.name), ("NHS number", identity.nhsNumber ?? "not known"),
                    ("Date of birth", identity.dateOfBirth?.longText ?? "not known"),
                    ("Telephone", identity.phone ?? "not known"), ("Email", identity.email ?? "not known"),
                    ("Address", identity.address ?? "not known"), ("May be reached by", consents(identity.consents)),
                ], change: ["Name": change]))
    }

    private static func consents(_ consents: Consents) -> String {
        let ways = MessageChannel.allCases.filter { consents.contains($0.consent) }.map(\.title)
        return ways.isEmpty ? "nothing agreed yet" : ways.joined(separator: ", ")
    }

    private static func story(_ record: WholeRecord) -> Block {
        .table(
            Table(
                "What happened, the latest first", [.init("When"), .init("What"), .init("By")],
                record.entries.reversed().map { entry in
                    Table.Row([
                        .init(entry.at.shortWords), .init(Words.sentence(entry.event.words(record.names))),
                        .init(record.userNames[entry.by.user] ?? "the desk"),
                    ])
                }, empty: "Nothing yet."))
    }
}
