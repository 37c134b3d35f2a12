import Allocation
import BookingStore
import CareModel
import FieldTables
import Foundation
import TestSupport
import Testing

@testable import Interchange

/// One person, in every form: what the desk knows is in the store, in the tables and at the desk again, all of it.
@Suite struct PersonJourneyTests {
    /// What the desk does not keep: whoever keeps the clock does, or the list.
    private static let besideTheDesk = ["nextActionDue", "screeningTask", "dueOn"]

    private static func person(_ change: (inout PersonFacts) -> Void) -> Person {
        var person = Person(key: 1, referral: EveryProperty.filled(Referral.self))
        person.facts = EveryProperty.filled(PersonFacts.self)
        change(&person.facts)
        var episode = EveryProperty.filled(StoredEpisode.self)
        episode.state = .inTreatment
        episode.endReason = nil
        episode.clinician = 2
        person.episode = Episode(episode)
        return person
    }

    /// Somebody with a plan for the course, and somebody who works with computerised CBT: nobody is both (TX-5).
    static let people = [person { $0.supportContactsLeft = nil }, person { $0.plannedSessions = nil }]

    private func desk() -> BookingDesk {
        let now = CivilMinute(minutes: 14_000_500)
        return BookingDesk(
            clinicians: [0, 1, 1].map {
                Clinician(
                    team: $0, role: .wellbeingPractitioner, trainedIn: ModalitySet([.guidedSelfHelp]),
                    seesUnder18: true, caseloadCap: 9)
            },
            rules: [BookingRules(), BookingRules()], standards: Standards(),
            calendar: WorkingCalendar(first: now.day.monday, dayCount: 70, closedDays: []), rooms: [], now: now)
    }

    @Test(arguments: people.indices) func deskAndBack(place: Int) throws {
        let person = Self.people[place]
        var desk = desk()
        let number = desk.add(person)
        desk.restoreToSessionList(number, since: try #require(person.facts.listedAt))
        var known = desk.snapshot(of: number)
        #expect(EveryProperty.differences(known.facts, person.facts) == Self.besideTheDesk)
        known.facts.nextActionDue = person.facts.nextActionDue
        known.facts.screeningTask = person.facts.screeningTask
        known.facts.dueOn = person.facts.dueOn
        #expect(known == person)
    }

    @Test(arguments: people.indices) func storeAndBack(place: Int) throws {
        let person = Self.people[place]
        let folder = try Folder()
        let store = try Clinic.store(Clinic.tables(), in: folder)
        let (number, at) = (try store.read { try $0.nextNumber(of: .person) }, Clinic.now)
        try store.writeBlocking { writer in
            let received = ReferralReceived(
                person: number, earlier: 2, identity: Identity(name: "Person Invented"), referral: person.referral,
                facts: person.facts)
            try writer.append(.referralReceived(received), at: at, by: .software)
            try writer.append(
                .episodeMoved(EpisodeMoved(person: number, event: nil, episode: person.episode)), at: at, by: .software)
        }
        var known = try #require(try store.read { try $0.person(number) })
        #expect(known.earlier == 2)
        (known.key, known.earlier) = (1, nil)
        #expect(EveryProperty.differences(known.facts, person.facts) == [])
        #expect(EveryProperty.differences(known.referral, person.referral) == [])
        #expect(known == person)
        // From the log, which is the truth.
        let entries = try store.read { try $0.events(ofPerson: number) }
        guard case .referralReceived(let told) = entries[0].event, case .episodeMoved(let moved) = entries[1].event
        else {
            Issue.record("\(entries)")
            return
        }
        #expect(told.facts == person.facts && told.referral == person.referral && moved.episode == person.episode)
        #expect(try store.verify().isSound)
        try store.close()
    }

    @Test(arguments: people.indices) func tablesAndBack(place: Int) throws {
        let person = Self.people[place]
        let teams = TeamNames(["one", "two"].map { TeamNames.Team(name: $0, title: $0) })
        let rows = (
            TableFile<PersonRow>.text([PersonRow(person, Identity(name: "Person Invented"))], teams),
            TableFile<EpisodeRow>.text([EpisodeRow(person)])
        )
        let people = TableFile<PersonRow>(path: "people.csv", bytes: Array(rows.0.utf8), teams: teams)
        let episodes = TableFile<EpisodeRow>(path: "episodes.csv", bytes: Array(rows.1.utf8))
        #expect(people.allFaults.isEmpty && episodes.allFaults.isEmpty)
        let read = Person(try #require(people.good.first), try #require(episodes.good.first))
        #expect(EveryProperty.differences(read.facts, person.facts) == [])
        #expect(EveryProperty.differences(read.referral, person.referral) == [])
        #expect(read == person)
    }

    /// Nothing in a table is a number or a sign for nothing: a blank person has empty cells.
    @Test func whatIsNotKnownIsEmpty() {
        let blank = EpisodeRow(person: 1, episode: .blank, facts: .blank)
        let filled = EpisodeRow.columns.filter { !$0.text(blank).isEmpty }
        #expect(
            filled.map(\.name) == [
                "person", "state", "step", "priority", "therapy", "stepped-up", "missed", "contacts-at-step",
                "low-contacts", "high-contacts", "received", "state-since", "sessions-at-step", "screening-task",
                "contact-attempts", "appointments-offered",
            ])
        #expect(filled.allSatisfy { $0.isRequired && $0.text(blank) != "-1" })
    }

    /// Tables of earlier releases: bits that only the desk could read, and no column for contacts that are left.
    @Test func earlierTablesAreBroughtForward() throws {
        let names = EpisodeRow.columns.map(\.name).filter { $0 != "support-contacts-left" }
        func read(_ agreed: String, planned: String) throws -> PersonFacts {
            var row = EpisodeRow(person: 1, episode: .blank, facts: .blank)
            row.facts.contactAttempts = 3
            let cells = names.map { name -> String in
                switch name {
                case "agreed": return agreed
                case "planned-sessions": return planned
                default: return EpisodeRow.columns.first { $0.name == name }?.text(row) ?? ""
                }
            }
            let text = CSVText.line(names) + CSVText.line(cells)
            let file = TableFile<EpisodeRow>(path: "episodes.csv", bytes: Array(text.utf8))
            #expect(file.allFaults.isEmpty, "\(file.allFaults)")
            return try #require(file.good.first).facts
        }
        let computerised = try read("no-keeping-in-touch bit-8 bit-9", planned: "4")
        #expect(computerised.supportContactsLeft == 4 && computerised.plannedSessions == nil)
        #expect(computerised.keepingInTouchOptOut && computerised.acceptsShortNotice == nil)
        let none = try read("short-notice told-of-wait", planned: "0")
        #expect(none.plannedSessions == nil && none.acceptsShortNotice == true && none.toldOfWait)
        #expect(none.contactAttempts == 3)
    }
}
