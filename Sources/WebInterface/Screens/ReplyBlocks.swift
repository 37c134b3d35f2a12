import BookingService
import CareModel

/// What a command answers, as blocks of a page; none where it only says that it was done.
enum ReplyBlocks {
    static func of(_ reply: BookingReply, _ asked: WebRequest) -> [Block] {
        switch reply {
        case .person(let standing): standing.note.map { [.paragraph("\(Words.sentence($0)).")] } ?? []
        case .urgent(let urgent): [.paragraph("The urgent slot is at \(urgent.start.longWords).")]
        case .course(let course): self.course(course)
        case .affected(let affected): self.affected(affected)
        case .clinician(let changed): self.affected(changed.affected) + handOver(changed.toHandOver ?? [])
        case .hours(let changed): affected(changed.affected)
        case .room(let changed): affected(changed.affected)
        case .link(let link): self.link(link, asked)
        case .corrected(let correction): corrected(correction)
        case .changedPerson(let changed): changed.notes.isEmpty ? [] : [.list(changed.notes.map(Words.capitalised))]
        case .accepted(let places):
            [
                .table(
                    Table(
                        "What became of each", [.init("Person"), .init("Outcome")],
                        places.map { place in
                            Table.Row([
                                .init(place.name ?? "Person \(place.person)", href: "/people/\(place.person)"),
                                .init(place.appointment == nil ? place.refusal : "booked"),
                            ])
                        }, empty: "Nobody."))
            ]
        case .bookedAll(let booked): [bookedAll(booked)]
        case .people(let people): [standing(people)]
        case .weeks(let weeks): [self.weeks(weeks)]
        case .received, .receivedAll, .held, .booked, .group, .number, .done, .name, .chosen:
            []
        }
    }

    private static func bookedAll(_ booked: [BookedSlot]) -> Block {
        .table(
            Table(
                counted(booked.count, "appointment booked", "appointments booked"),
                [.init("Person"), .init("When"), .init("With"), .init("Where")],
                booked.map { slot in
                    let who = slot.name ?? slot.person.map { "Person \($0)" } ?? ""
                    return Table.Row([
                        .init(who, href: "/appointments/\(slot.appointment)"),
                        .init(slot.start.longWords), .init(slot.clinicianName ?? ""), .init(slot.room ?? ""),
                    ])
                }, empty: "No free time fits anybody."))
    }

    private static func standing(_ people: [PersonStanding]) -> Block {
        .table(
            Table(
                counted(people.count, "appointment cancelled", "appointments cancelled"),
                [.init("Person"), .init("Where they are")],
                people.map { one in
                    Table.Row([
                        .init(one.name ?? "Person \(one.person)", href: "/people/\(one.person)"),
                        .init(one.state.title),
                    ])
                }, empty: "Everything was confirmed in time."))
    }

    private static func weeks(_ weeks: [AssessmentWeekEntry]) -> Block {
        .table(
            Table(
                counted(weeks.count, "assessment week", "assessment weeks"),
                [
                    .init("Week from"), .init("For first appointments", isNumber: true),
                    .init("Usually", isNumber: true), .init("For sessions", isNumber: true),
                    .init("Usually", isNumber: true),
                ],
                weeks.map { week in
                    Table.Row([
                        .init(week.monday.longText), .init(hours(week.firstMinutes)),
                        .init(hours(week.usualFirstMinutes)), .init(hours(week.treatmentMinutes)),
                        .init(hours(week.usualTreatmentMinutes)),
                    ])
                }, empty: "No assessment week is to come."))
    }

    private static func hours(_ minutes: Int) -> String {
        minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    }

    private static func course(_ course: CourseReply) -> [Block] {
        var blocks: [Block] = [
            .table(
                Table(
                    counted(course.sessions.count, "session booked", "sessions booked"),
                    [.init("Session", isNumber: true), .init("When"), .init("With"), .init("Why then")],
                    course.sessions.map { session in
                        Table.Row([
                            .init("\(session.session)"), .init(session.start.longWords), .init(session.clinicianName),
                            .init(Words.sentence(session.why)),
                        ])
                    }, empty: "No session could be booked."))
        ]
        if course.missing > 0 {
            blocks.append(
                .notice(
                    "Not the whole course",
                    "\(counted(course.missing, "session", "sessions")) are not booked: the diaries are not open so far."
                ))
        }
        return blocks
    }

    private static func affected(_ affected: [AffectedBooking]) -> [Block] {
        [
            .table(
                Table(
                    counted(affected.count, "person to rebook", "people to rebook"),
                    [.init("Person"), .init("Was booked"), .init("Next times")],
                    affected.map { booking in
                        let times = booking.slots.map { "\($0.start.shortWords) with \($0.clinicianName)" }
                        return Table.Row([
                            .init(booking.name ?? "Person \(booking.person)", href: "/people/\(booking.person)/offer"),
                            .init(booking.start.shortWords),
                            .init(times.isEmpty ? booking.advice ?? "nothing is free" : times.joined(separator: "; ")),
                        ])
                    }, empty: "Nobody is affected."))
        ]
    }

    private static func handOver(_ people: [PersonToHandOver]) -> [Block] {
        guard !people.isEmpty else { return [] }
        return [
            .table(
                Table(
                    counted(people.count, "person to hand over", "people to hand over"), [.init("Person")],
                    people.map { Table.Row([.init($0.name ?? "Person \($0.person)", href: "/people/\($0.person)")]) },
                    empty: "Nobody."))
        ]
    }

    private static func link(_ link: IssuedLink, _ asked: WebRequest) -> [Block] {
        guard let secret = link.secret else {
            return [.paragraph("The link was made before. For another, withdraw it and make a new one.")]
        }
        return [
            .paragraph(
                "Send this address to the person. It is shown once, and is good until \(link.expires.longWords)."),
            .facts(Facts([("Address", "/book/\(secret)")])),
        ]
    }

    private static func corrected(_ correction: CorrectionReply) -> [Block] {
        let lines =
            correction.restored.map { "Appointment \($0) stands again." }
            + correction.lost.map { "Appointment \($0) could not be given back: its time is taken." }
            + correction.givenUp.map { "Appointment \($0) is given up." }
        return lines.isEmpty ? [] : [.list(lines)]
    }
}
