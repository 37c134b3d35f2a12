import CareModel
import FieldTables
import Testing

@testable import Allocation
@testable import ServiceSimulation

// The tables are never changed.

/// Everything that a simulation keeps, and whether one that goes on from its snapshot has the same. A property that is
/// added needs a row: nothing is forgotten in a snapshot in silence.
@Suite struct SimulationFieldTests {
    @Test func everyPropertyHasARow() {
        #expect(Self.simulation.faults == [])
        #expect(Self.inForce.faults == [] && Self.arrivals.faults == [] && Self.workforce.faults == [])
        #expect(Self.recording.faults == [] && Self.others.0.faults == [] && Self.others.1.faults == [])
        #expect(Self.others.2.faults == [] && Self.others.3.faults == [])
        #expect(Self.person.faults == [])
        #expect(Self.post.faults == [])
    }

    @Test("A restored simulation has all that the one before had", arguments: [15 * 7 + 2, 20 * 7, 26 * 7 + 5])
    func restored(day: Int) {
        let scenario = EveryRule.scenario()
        let weeks = 40
        let first = scenario.starts - Int32(weeks * 7)
        var whole = Simulation(
            scenario, from: ServiceSnapshot(taken: first.start), seed: 4, replication: 3, weeks: weeks)
        whole.run(before: CivilMinute(day: first + Int32(day), minuteOfDay: 10 * 60 + 37))
        let rest = Simulation(
            scenario, from: whole.snapshot(), seed: 4, replication: 3, weeks: weeks - day / 7)
        let (before, after) = (Self.simulation.lines(of: whole), Self.simulation.lines(of: rest))
        for (one, other) in zip(before, after) where one != other {
            let place = zip(one, other).prefix { $0 == $1 }.count
            let (was, now) = (
                one.dropFirst(max(0, place - 60)).prefix(200), other.dropFirst(max(0, place - 60)).prefix(200)
            )
            Issue.record("\(one.prefix { $0 != ":" }): …\(was)… is …\(now)…")
        }
        #expect(
            whole.workforce.posts.indices.allSatisfy {
                Self.post.lines(of: whole.workforce.posts[$0]) == Self.post.lines(of: rest.workforce.posts[$0])
            })
    }

    /// Until when desks have work that is not done yet.
    private static func busy(_ desks: [Desk], _ simulation: borrowing Simulation) -> String {
        "\(desks.map { max($0.busyUntil, simulation.now) })"
    }

    nonisolated(unsafe) private static let simulation = FieldTable<Simulation>([
        .other("scenario", "is given"),
        .other("calendar", "covers the days from the first on"),
        .other("firstDay", "is that of the snapshot"), .other("lastDay", "follows from the weeks that are asked for"),
        .other("events", "their handles and order are new; what is to come is compared by going on"),
        .other("random", "is given: every stream begins anew"),
        .other("desk", "its people, lists and diaries are compared by going on to the end"),
        .other("recorder", "is given"), .other("turns", "counts what began in this run"),
        .same("inForce") { inForce.lines(of: $0.inForce).joined(separator: "\n") },
        .same("teamKeys") { "\($0.teamKeys)" },
        .same("people") { simulation in
            var lines: [String] = []
            for number in simulation.desk.episodes.indices where simulation.desk.episodes[number].state.isOpen {
                lines.append("\(number) \(person.lines(of: simulation.people[number]))")
            }
            return lines.joined(separator: "\n")
        },
        .same("arrivals") { simulation in
            simulation.arrivals.expected.filter { $0.referral.received > simulation.now }
                .sorted { ($0.referral.received, $0.key) < ($1.referral.received, $1.key) }
                .map { "\($0.key) \($0.referral.received)" }.joined(separator: " ")
                + " \(simulation.arrivals.scale)"
        },
        .same("screening") { busy($0.screening.desks, $0) + busy($0.screening.seniorDesks, $0) },
        .same("contact") { simulation in "\(simulation.contact.clerks.map { busy($0, simulation) })" },
        .other("groupSessions", "stand for courses that the desk of the run before still knows"),
        .same("employment") { "\($0.employment.teams)" },
        .same("returns") { simulation in
            simulation.returns.places.map { "\(simulation.returns.former[$0] as Any)" }.joined(separator: "\n")
        },
        .same("workforce") { workforce.lines(of: $0.workforce).joined(separator: "\n") },
        .same("recording") { recording.lines(of: $0.recording).joined(separator: "\n") },
        .same("turnedWeek") { "\($0.turnedWeek)" },
        .same("startedDay") { "\($0.startedDay)" }, .other("checksInvariants", "is given"),
    ])

    nonisolated(unsafe) private static let inForce = FieldTable<PracticeInForce>([
        .same("practices") { "\($0.practices)" }, .same("derived") { "\($0.derived)" },
        .same("levers") { "\($0.levers)" }, .same("splits") { "\($0.splits)" },
    ])

    nonisolated(unsafe) private static let arrivals = FieldTable<Arrivals>([
        .other("expected", "is compared as far as it is to come"), .other("referred", "follows from the scenario"),
        .other("scale", "is compared with what is to come"),
    ])

    nonisolated(unsafe) private static let workforce = FieldTable<Workforce>([
        .same("posts") { workforce in workforce.posts.map { "\(post.lines(of: $0))" }.joined(separator: "\n") },
        .other("teamsByChange", "is made of the posts"),
    ])

    nonisolated(unsafe) private static let recording = FieldTable<Recording>([
        .other("record", "begins with the first day"), .other("week", "is counted from the first day"),
        .other("completedThisWeek", "is of the week of the record, which begins with the first day"),
        .same("completedToday") { "\($0.completedToday)" },
    ])

    nonisolated(unsafe) private static let others = (
        FieldTable<Screening>([
            .other("desks", "is compared as far as it is to come"),
            .other("seniorDesks", "is compared as far as it is to come"),
        ]),
        FieldTable<Contact>([.other("clerks", "is compared as far as it is to come")]),
        FieldTable<GroupSessions>([.other("givenUp", "stands for courses that the desk knows")]),
        FieldTable<Employment>([.other("teams", "is compared with the simulation")])
    )

    nonisolated(unsafe) private static let person = FieldTable<PersonState>([
        .other("appointmentEvent", "names an event"), .other("timer", "names an event"),
        .other("withdrawal", "names an event"),
        .other("timerDue", "stands on when the timer has gone off; what is to come is compared by going on"),
        .other("queueSince", "is measured from the first day of the record"),
        .same("depression") { "\($0.depression)" }, .same("anxiety") { "\($0.anxiety)" },
        .same("fallPerSession") { "\($0.fallPerSession)" }, .same("screeningTask") { "\($0.screeningTask)" },
        .same("facts") { "\($0.facts)" }, .same("isDiverted") { "\($0.isDiverted)" },
        .same("willCall") { "\($0.willCall)" }, .same("hasClerk") { "\($0.hasClerk)" },
        .same("attemptsInVain") { "\($0.attemptsInVain)" },
        .same("origin") { "\($0.origin)" },
        .same("depressionAtReferral") { "\($0.depressionAtReferral)" },
        .same("anxietyAtReferral") { "\($0.anxietyAtReferral)" },
        .same("contactMinutes") { "\($0.contactMinutes)" }, .same("earlierEpisodes") { "\($0.earlierEpisodes)" },
        .same("earlierCourses") { "\($0.earlierCourses)" },
        .same("unhelpfulCourses") { "\($0.unhelpfulCourses)" },
        .same("isHistoryKnown") { "\($0.isHistoryKnown)" },
    ])

    nonisolated(unsafe) private static let post = FieldTable<PostState>([
        .same("key") { "\($0.key)" }, .same("staff") { "\($0.staff)" }, .same("known") { "\($0.known as Any)" },
        .same("team") { "\($0.team)" }, .same("member") { "\($0.member)" }, .same("number") { "\($0.number)" },
        .same("isGone") { "\($0.isGone)" }, .same("holder") { "\($0.holder)" },
        .same("startedOn") { "\($0.startedOn)" }, .same("leavesOn") { "\($0.leavesOn as Any)" },
        .same("vacantUntil") { "\($0.vacantUntil as Any)" }, .same("sickUntil") { "\($0.sickUntil)" },
        .same("spells") { "\($0.spells)" }, .same("hadParentalLeave") { "\($0.hadParentalLeave)" },
        .other("holderEvents", "name events"), .same("leavePlannedThrough") { "\($0.leavePlannedThrough)" },
        .same("declared") { "\($0.declared)" }, .same("lateNotes") { "\($0.lateNotes)" },
    ])
}
