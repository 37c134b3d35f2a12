import Allocation
import BookingStore
import CareModel
import Foundation
import Testing

@testable import BookingService

/// Wherever a reply names somebody by number, the name stands beside it: a clerk never takes one person for another.
@Suite struct NamesInListsTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }

    init() throws { clinic = try SmallClinic() }

    private func at(_ minute: CivilMinute) -> BookingService.Context {
        var context = clinic.context
        context.now = minute
        return context
    }

    /// Checks every object of a reply that has a person's number; returns how many there are.
    private func check(_ reply: some Encodable, _ what: String) throws -> Int {
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode([reply]))
        var found = 0
        func walk(_ value: Any) throws {
            if let list = value as? [Any] { for one in list { try walk(one) } }
            guard let object = value as? [String: Any] else { return }
            if let person = (object["person"] as? NSNumber)?.int64Value, person > 0 {
                found += 1
                let known = try service.store.read { try $0.identity(ofPerson: person)?.name }
                #expect(object["name"] as? String == known, "\(what): person \(person)")
            }
            for (_, part) in object { try walk(part) }
        }
        try walk(json)
        return found
    }

    @Test func everyReplyWithAPersonHasTheName() throws {
        let context = clinic.context
        let people = try (0..<4).map { try clinic.waiting("Invented \($0)", daysAgo: Int64(5 + $0)) }
        for person in people.prefix(2) {
            var agrees = PersonChange()
            agrees.consents = .post
            _ = try service.change(person: person, agrees, in: context)
        }
        let day = context.now.day + 4
        var found: [(what: String, count: Int)] = []
        func note(_ what: String, _ reply: some Encodable) throws { found.append((what, try check(reply, what))) }

        let proposal = try service.propose(team: 0, in: context)
        #expect(proposal.names.count == proposal.places.count && !proposal.places.isEmpty)
        for (place, name) in zip(proposal.places, proposal.names) {
            #expect(try service.store.read { try $0.identity(ofPerson: place.person)?.name } == name)
        }
        try note("left", proposal.left)
        for (place, person) in people.enumerated() {
            let start = CivilMinute(day: day, minuteOfDay: 540 + place * 60)
            let slot = SlotOffer(clinician: 0, start: start, minutes: 0, reasons: [])
            let booked = try service.book(person: person, slot: slot, reason: "agreed", in: context)
            #expect(booked.clinicianName == "\(try service.clinicians(in: context)[0].name)")
            try note("booked", booked)
        }
        try note("accept", try service.accept(Array(proposal.places.prefix(3)), in: context))
        try note("absent", try service.absent(clinician: 0, first: day, last: day, .sickness, in: context))
        try note("tasks", try service.tasks(in: context))
        try note("outbox", try service.outbox(all: true, in: context))
        try note("back", try service.back(clinician: 0, first: day, last: day, in: context))
        try note("calls", try service.callsDue(by: context.now.day + 60, in: context))
        try note("allocate", try service.allocate(team: 0, in: context))
        try note("waiting list", try service.waitingList(in: context))
        var leaves = ClinicianChange()
        leaves.lastDay = context.now.day + 1
        try note("last day", try service.change(clinician: 0, leaves, in: context))
        try note("risk", try service.recordRisk(person: people[0], in: context))
        _ = try service.records(of: people[0], "record", in: context)
        try note("access log", try service.audit(in: context))
        let empty = found.filter { $0.count == 0 }.map(\.what)
        #expect(Set(empty).isSubset(of: ["left", "calls"]), "nobody in \(empty)")
    }

    @Test func manyPeopleAreNamedByParts() throws {
        let known = try service.store.read { try $0.names(ofPeople: (1...2500).map { Int64($0) } + [1, 1]) }
        let everybody = try service.store.read { reader in
            try reader.identities(ofPeople: (1...2500).map { Int64($0) }).map(\.person)
        }
        #expect(known.keys.sorted() == everybody && !everybody.isEmpty)
    }
}
