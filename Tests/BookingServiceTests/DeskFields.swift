import BookingStore
import CareModel
import Diaries
import FieldTables
import Testing

@testable import Allocation
@testable import BookingService

// The tables are never changed.

/// Everything that a desk keeps, and whether a desk that is read again from the store has the same.
enum DeskFields {
    /// What stands beside the desk.
    nonisolated(unsafe) static let box = FieldTable<DeskBox>([
        .other("desk", "has a table of its own"),
        .same("appointments") { "\($0.appointments.all)" },
        .same("roomNames") { box in box.roomNames.map { "\($0.key) \($0.value)" }.sorted().joined(separator: " ") },
        .same("holds") { box in "\(box.holds.sorted { $0.hold < $1.hold })" },
        .other("isStale", "says that the desk is to be read again"),
        .other("decided", "is what the step at hand decided, for tests"),
        .other("namesakes", "is made when somebody is looked for"),
        .other("kept", "only saves time: answers of this state of the service, forgotten with the next step"),
        .same("clinicians") { "\($0.clinicians)" },
        .same("nextAppointment") { "\($0.nextAppointment)" }, .same("nextTask") { "\($0.nextTask)" },
        .same("nextAbsence") { "\($0.nextAbsence)" },
    ])

    nonisolated(unsafe) static let desk = FieldTable<BookingDesk>([.other("state", "has tables of its own")])

    nonisolated(unsafe) static let state = FieldTable<DeskState>([
        .other("factsHeard", "counts what was heard since the desk was read, to see whether a refused step changed it"),
        .same("now") { "\($0.now)" }, .same("tookPlace") { "\(String(describing: $0.tookPlace))" },
        .other("capacity", "has a table of its own"), .other("people", "has a table of its own"),
        .other("appointments", "has a table of its own"),
        .other("calendar", "begins with the oldest appointment that is open when the service is read"),
        .same("standards") { "\($0.standards)" }, .same("rules") { "\($0.rules)" },
        .same("effects") { "\($0.effects.all)" },
        .same("lists") { state in
            [state.lists.first, state.lists.treatment, state.lists.session].map { lists in
                lists.map(words).joined(separator: "; ")
            }.joined(separator: "\n  ")
        },
        .same("caseloads") { "\($0.caseloads.members.map { $0.sorted() })" },
        .same("groups") { "\($0.groups.all)" },
        .same("backfillPending") { "\($0.backfillPending)" },
        .same("assessmentShares") { desk in
            "\(desk.assessmentShares.map { weeks in weeks.sorted { $0.monday < $1.monday } })"
        },
        .same("lastAssessmentWeek") { "\($0.lastAssessmentWeek)" },
        .same("recentWaits") { recent($0) },
        .same("booksByItself") { "\($0.booksByItself)" }, .same("keepsOffice") { "\($0.keepsOffice)" },
        .same("givenUp") { state in
            state.givenUp.byPerson.sorted { $0.key < $1.key }.compactMap { person, times in
                let coming = times.filter { $0.start > state.now }.map { "\($0)" }.sorted()
                return coming.isEmpty || !state.people.episodes[person].state.isOpen ? nil : "\(person): \(coming)"
            }.joined(separator: " ") + " \(state.givenUp.isOn)"
        },
    ])

    nonisolated(unsafe) static let people = FieldTable<PeopleRegister>([
        .same("episodes") { people in open(people) { "\(StoredEpisode(people.episodes[$0]))" } },
        .same("referrals") { people in open(people) { "\(people.referrals[$0])" } },
        .same("known") { people in open(people) { "\(meaning(of: people.known[$0]))" } },
        .same("nextDues") { people in open(people) { "\(people.nextDues[$0])" } },
        .same("stateCounts") { people in
            people.everyoneByTeam.indices.map { team in
                "\(EpisodeState.allCases.filter(\.isOpen).map { people.people(in: $0, team: team) })"
            }.joined(separator: " ")
        },
        .other("everyoneByTeam", "counts those who left too; that it adds up is tested with each desk"),
        .same("freeNumbers") { "\($0.freeNumbers)" },
        .same("keepsEveryone") { "\($0.keepsEveryone)" },
        .other("newest", "is used within the step in which somebody is received"),
    ])

    nonisolated(unsafe) static let appointments = FieldTable<Appointments>([
        .other("heads", "says who is booked on each day, which is compared for the desk as a whole"),
        .other("links", "says who is booked on each day, which is compared for the desk as a whole"),
        .same("later") { "\($0.later)" },
        .same("held") { appointments in
            appointments.held.map { "\($0.clinician) \($0.start) \($0.minutes) \($0.room)" }.sorted()
                .joined(separator: "; ")
        },
        .other("firstDay", "is the calendar's"), .other("dayCount", "is the calendar's"),
    ])

    /// The table of a capacity, of which sixty days are looked at: what is over today concerns nobody.
    static func capacity(from today: CivilDay) -> FieldTable<Capacity> {
        func pages(_ capacity: borrowing Capacity, _ words: (CivilDay) -> String) -> String {
            var lines: [String] = []
            for day in (1...Int32(60)).map({ today + $0 }) where capacity.diary.hasPage(for: day) {
                lines.append("\(day) \(words(day))")
            }
            return lines.joined(separator: "\n  ")
        }
        return FieldTable<Capacity>([
            .same("clinicians") { capacity in capacity.clinicians.map { "\($0)" }.joined(separator: "; ") },
            .same("diary") { capacity in
                pages(capacity) { day in
                    "\(capacity.clinicians.indices.map { capacity.diary.booked($0, on: day).runs })"
                }
            },
            .same("roomBook") { capacity in
                pages(capacity) { day in
                    let booked = capacity.rooms.indices.map { capacity.roomBook.diary.booked($0, on: day).runs }
                    let closed = capacity.rooms.indices.map { capacity.isClosed(room: $0, on: day) }
                    return "\(booked) \(closed) \(capacity.clinicians.indices.map { capacity.venue($0, on: day) })"
                } + " \(capacity.rooms) \(capacity.roomBook.openHours) \(capacity.roomBook.teamHasRooms)"
            },
            .same("ranges") { "\($0.ranges)" },
            .same("weeks") { capacity in
                pages(capacity) { day in
                    let isAssessing = (0..<capacity.teamCount).map { capacity.isAssessmentWeek(team: $0, day) }
                    return "\(weeks(capacity, isAssessment: false, on: day)) "
                        + "\(weeks(capacity, isAssessment: true, on: day)) \(isAssessing)"
                        + "\(capacity.clinicians.indices.map { capacity.weeks.ownGrid($0, on: day, 0)?.runs })"
                }
                    + capacity.clinicians.indices.map { clinician in
                        "\(capacity.hoursChange(clinician).filter { $0 > today })"
                    }.joined(separator: " ")
            },
            .same("absences") { capacity in
                pages(capacity) { day in "\(capacity.clinicians.indices.map { capacity.absence($0, on: day).rawValue })"
                }
            },
            .other("fullPages", "only saves time"), .other("calendar", "is the desk's"),
            .same("releaseDays") { "\($0.releaseDays)" }, .other("fullDays", "only saves time"),
            .other("fullDiaries", "only saves time"), .other("learnedMinutes", "only saves time"),
        ])
    }

    /// Everything that is to be the same.
    static func lines(of box: DeskBox) -> [String] {
        let state = box.desk.state
        let meters = state.pointee.capacity.clinicians
        // Who was taken on this week is counted for everybody, but matters to a starter only (CL-8).
        for clinician in meters.indices where box.desk.now.day >= meters[clinician].meteredUntil {
            state.pointee.capacity.clinicians[clinician].takenThisWeek = 0
            state.pointee.capacity.clinicians[clinician].meteredWeek = CivilDay(number: 0)
        }
        defer { state.pointee.capacity.clinicians = meters }
        return Self.box.lines(of: box) + Self.state.lines(of: state.pointee) + people.lines(of: state.pointee.people)
            + appointments.lines(of: state.pointee.appointments) + ["who is booked: " + booked(box.desk)]
            + capacity(from: box.desk.now.day).lines(of: box.desk.capacity)
    }

    private static func open(_ people: borrowing PeopleRegister, _ words: (Int) -> String) -> String {
        var lines: [String] = []
        for person in people.episodes.indices where people.episodes[person].state.isOpen {
            lines.append("person \(person + 1) \(words(person))")
        }
        return lines.joined(separator: "\n  ")
    }

    private static func open(_ desk: borrowing BookingDesk, _ words: (Int) -> String) -> String {
        var lines: [String] = []
        for person in desk.episodes.indices where desk.episodes[person].state.isOpen {
            lines.append("person \(person + 1) \(words(person))")
        }
        return lines.joined(separator: "\n  ")
    }

    /// What is of no meaning is left out: the place in a list of somebody who is on none, and of an appointment that
    /// nobody has all but that there is none.
    private static func meaning(of known: DeskPerson) -> DeskPerson {
        var person = known
        let now = CivilMinute(minutes: 0)
        let key = WaitingKey(person: 0, rank: 0, since: now, due: now.day, under: .priorityClasses)
        let blank = DeskPerson(key: 0, listKey: key)
        if person.list == .none { person.listKey = blank.listKey }
        if person.list != .nextSession { person.listedAt = blank.listedAt }
        guard !person.isBooked else { return person }
        person.slotStart = blank.slotStart
        person.bookedAt = blank.bookedAt
        person.slotMinutes = blank.slotMinutes
        person.slotKind = blank.slotKind
        person.slotRoom = blank.slotRoom
        return person
    }

    private static func words(_ list: WaitingList) -> String {
        (0..<list.count).map { "\(list[$0])" }.joined(separator: ", ")
    }

    /// What everybody's day is laid out for.
    private static func weeks(_ capacity: borrowing Capacity, isAssessment: Bool, on day: CivilDay) -> String {
        var words: [String] = []
        for clinician in 0..<capacity.clinicians.count {
            let week = capacity.week(clinician, isAssessment: isAssessment, on: day)
            words.append("\(SlotPurpose.allCases.map { week[day.weekday, $0].runs })")
        }
        return words.joined(separator: " ")
    }

    private static func booked(_ desk: borrowing BookingDesk) -> String {
        var lines: [String] = []
        for day in (1...Int32(60)).map({ desk.now.day + $0 }) where desk.capacity.diary.hasPage(for: day) {
            for clinician in 0..<desk.capacity.clinicians.count {
                lines.append("\(day) \(clinician) \(desk.booked(with: clinician, on: day).sorted())")
            }
        }
        return lines.joined(separator: "\n  ")
    }

    private static func recent(_ desk: borrowing DeskState) -> String {
        var lines: [String] = []
        for team in desk.rules.indices {
            var numbers: [Double] = []
            for step in Step.allCases { numbers.append(desk.recentWaits.takenOnPerWeek(team: team, step: step)) }
            let waits = [0.5, 0.9].map { String(describing: desk.recentWaits.firstWait(centile: $0, team: team)) }
            lines.append("\(team) \(numbers) \(desk.recentWaits.firstAppointmentsPerWeek(team: team)) \(waits)")
        }
        return lines.joined(separator: "\n  ")
    }
}

/// A property that is added to the desk has a row: whether it is the same after a reload, or why not.
@Suite struct DeskFieldTests {
    @Test func everyPropertyHasARow() {
        #expect(DeskFields.box.faults == [])
        #expect(DeskFields.desk.faults == [])
        #expect(DeskFields.state.faults == [])
        #expect(DeskFields.people.faults == [])
        #expect(DeskFields.appointments.faults == [])
        #expect(DeskFields.capacity(from: CivilDay(number: 0)).faults == [])
        let weeks = ["usual", "assessment", "dated", "own", "assessmentDays", "teamCount", "first", "clinicianCount"]
        #expect(StoredProperties.names(of: WorkingWeeks.self) == weeks)
        let rooms = ["rooms", "diary", "openHours", "teamHasRooms", "boundVenues", "closed"]
        #expect(StoredProperties.names(of: RoomBook.self) == rooms)
    }

    /// What a person, a course and a clinician are to the desk is compared whole: nothing of it can be forgotten.
    @Test func whatIsComparedWholeSaysAllOfItself() {
        let names = StoredProperties.names(of: DeskPerson.self)
        let key = WaitingKey(
            person: 1, rank: 1, since: CivilMinute(minutes: 0), due: CivilDay(number: 0), under: .priorityClasses)
        let person = "\(DeskPerson(key: 1, listKey: key))"
        #expect(names.count > 15 && names.allSatisfy { person.contains("\($0): ") })
    }
}
