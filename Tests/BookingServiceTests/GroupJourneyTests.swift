import Allocation
import BookingStore
import CareModel
import FieldTables
import Foundation
import TestSupport
import Testing

@testable import BookingService

/// One course in a group, in every form: what the desk knows is in the log, in the store, in a snapshot and at the desk
/// again, all of it (TX-4).
@Suite struct GroupJourneyTests {
    static let course: GroupFacts = {
        var facts = EveryProperty.filled(GroupFacts.self)
        facts.team = 0
        facts.held = 1
        return facts
    }()

    @Test func deskAndBack() throws {
        let now = CivilMinute(minutes: 14_000_500)
        var desk = BookingDesk(
            clinicians: [
                Clinician(
                    team: 0, role: .wellbeingPractitioner, trainedIn: ModalitySet([.guidedSelfHelp]),
                    seesUnder18: true, caseloadCap: 9)
            ], rules: [BookingRules()], standards: Standards(),
            calendar: WorkingCalendar(first: now.day.monday, dayCount: 70, closedDays: []), rooms: [], now: now)
        let person = desk.add(Person(key: 7, referral: Referral(received: now, source: .selfWeb, team: 0)))
        let number = desk.restoreGroup(Self.course, members: [UInt32(person)], isTimeBooked: true)
        let details = GroupDetails(desk.groups[number], number: number)
        #expect(EveryProperty.differences(details.facts, Self.course) == [])
        #expect(details == GroupDetails(group: 1, facts: Self.course))
        #expect(desk.groups[number].members == [UInt32(person)])
        // In a snapshot it is the same but for what is the desk's own.
        let known = desk.groups[number].snapshot(today: CivilDay(number: 0), keys: [7])
        #expect(EveryProperty.differences(known.facts, Self.course) == ["asked", "leaders"])
        #expect(known.members == [7])
    }

    @Test func logAndBack() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let details = GroupDetails(group: 3, facts: Self.course)
        let text = try encoder.encode(details)
        let read = try JSONDecoder().decode(GroupDetails.self, from: text)
        #expect(EveryProperty.differences(read.facts, Self.course) == [])
        #expect(read == details)
        // Nothing may be missing: what a course is may not change because a default does.
        let whole = try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
        #expect(whole.count == 12)
        for name in whole.keys.sorted() {
            var less = whole
            less[name] = nil
            let data = try JSONSerialization.data(withJSONObject: less)
            #expect(throws: DecodingError.self, "without \(name)") {
                _ = try JSONDecoder().decode(GroupDetails.self, from: data)
            }
        }
    }
}
