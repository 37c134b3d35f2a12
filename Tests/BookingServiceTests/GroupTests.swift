import Allocation
import BookingAudit
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// Courses in a group in the booking service, by the rules of the simulator (TX-4, BK-1).
@Suite struct GroupTests {
    private let clinic: SmallClinic

    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws {
        // Enough people of the first team who wait for treatment at step 2.
        clinic = try SmallClinic()
    }

    /// A course of three sessions from the third Monday on, with three seats; it starts with two people.
    private func opened(_ change: (inout GroupOpening) -> Void = { _ in }) throws -> GroupEntry {
        var opening = GroupOpening(team: 0, first: clinic.monday + 14)
        opening.startMinute = 600
        opening.sessionMinutes = 60
        change(&opening)
        return try service.openGroup(opening, in: context)
    }

    private func at(_ minute: CivilMinute) -> BookingService.Context { BookingService.Context(now: minute) }

    /// When somebody is to decide whether courses start (BK-12).
    private func decisions(_ now: CivilMinute) throws -> [CivilMinute] {
        try service.tasks(in: at(now)).filter { $0.kind == .decideGroup }.map(\.due)
    }

    private func seatRefusal(_ person: Int64, _ group: Int64? = nil) -> SeatRefusal? {
        do {
            _ = try service.joinGroup(person: person, group: group, in: context)
        } catch BookingError.seatRefused(let refusal) {
            return refusal
        } catch {
            Issue.record("\(error)")
        }
        return nil
    }

    @Test func aCourseHoldsItsLeadersTime() throws {
        let group = try opened()
        #expect(group.stage == .planned && group.seats == 3 && group.free == 3 && group.leaders == ["Clinician 0"])
        let days = [14, 21, 28].map { CivilMinute(day: clinic.monday + $0, minuteOfDay: 600) }
        #expect(group.sessions == days && group.due == CivilMinute(day: clinic.monday + 7, minuteOfDay: 540))
        for start in group.sessions {
            // Preparation included.
            for early in [30, 0, -30] as [Int64] {
                let slot = SlotOffer(clinician: 0, start: start - early, minutes: 30, reasons: [])
                #expect(throws: BookingError.self) {
                    _ = try service.book(person: 5, slot: slot, reason: "agreed", in: context)
                }
            }
        }
        // Nobody else of step 2 works on Mondays: a second course at the time has no leader.
        #expect(throws: BookingError.self) { _ = try opened() }
        #expect(throws: BookingError.self) { _ = try opened { $0.leaders = [1] } }
        #expect(throws: BookingError.self) { _ = try opened { $0.leaders = [2] } }
        #expect(throws: BookingError.self) { _ = try opened { $0.first = clinic.monday } }
        #expect(throws: BookingError.self) { _ = try opened { $0.largest = 0 } }
        #expect(try service.groups(in: context).count == 1)
        #expect(try service.verify().isSound)
        #expect(try Auditor.faults(in: clinic.path).isEmpty)
    }

    @Test func seatsAreGivenOnceAndAsManyAsThereAre() throws {
        let group = try opened { $0.largest = 2 }
        let state = try service.joinGroup(person: 5, in: context)
        #expect(state.group == group.group && state.state == .waitingTreatment)
        #expect(seatRefusal(5) == .hasSeat)
        #expect(seatRefusal(8, group.group) == .anotherTeam)
        #expect(seatRefusal(1) == .notWaiting)
        #expect(try service.joinGroup(person: 7, group: group.group, in: context).group == group.group)
        #expect(seatRefusal(6) == .full)
        #expect(try service.groups(in: context).map(\.free) == [0])
        // Nobody offers them anything else, and nobody loses their place.
        #expect(throws: BookingError.self) { _ = try service.offer(person: 5, in: context) }
        #expect(try service.waitingList(in: context).contains { $0.person == 5 })
        // Two courses at a time are none.
        _ = try opened { $0.first = clinic.monday + 16 }
        #expect(seatRefusal(5, 2) == .hasSeat)
        #expect(try service.leaveGroup(person: 5, in: context).group == nil)
        #expect(try !service.offer(person: 5, in: context).slots.isEmpty)
        #expect(try service.joinGroup(person: 6, group: 1, in: context).group == 1)
        #expect(throws: BookingError.self) { _ = try service.leaveGroup(person: 5, in: context) }
        #expect(throws: BookingError.noSuchGroup(9)) { _ = try service.joinGroup(person: 5, group: 9, in: context) }
        #expect(try service.verify().isSound)
    }

    @Test func aCourseRunsFromItsDecisionToItsEnd() throws {
        let group = try opened()
        for person in [5, 7] as [Int64] { _ = try service.joinGroup(person: person, in: context) }
        #expect(throws: BookingError.self) { _ = try service.decideGroup(1, in: context) }
        let due = try #require(group.due)
        #expect(try service.tasks(in: context).contains { $0.kind == .decideGroup && $0.due == due })
        #expect(try service.decideGroup(1, in: at(due)).stage == .confirmed)
        #expect(try decisions(due) == [])
        #expect(throws: BookingError.self) { _ = try service.attendGroup(1, [], in: at(due)) }
        // Nobody completes a course by a session that was missed, unless it was the last.
        #expect(throws: BookingError.self) {
            let missed = SeatOutcome(person: 7, .didNotAttend, next: .completed)
            let seen = SeatOutcome(person: 5, .attendedOnTime)
            _ = try service.attendGroup(1, [seen, missed], in: at(group.sessions[0] + 90))
        }
        for (session, start) in group.sessions.enumerated() {
            let now = at(start + 90)
            #expect(throws: BookingError.self) {
                _ = try service.attendGroup(1, [SeatOutcome(person: 5, .attendedOnTime)], in: now)
            }
            service.memory.forget()
            let after = try service.attendGroup(
                1,
                [
                    SeatOutcome(person: 5, .attendedOnTime, scores: Scores(depression: 9, anxiety: 7)),
                    SeatOutcome(
                        person: 7, session == 1 ? .didNotAttend : .attendedLate, next: session == 2 ? .goesOn : nil),
                ], in: now)
            #expect(after.held == session + 1 && after.stage == (session == 2 ? .over : .running))
            #expect(try service.verify().differences.map(\.description) == [])
        }
        let end = at(group.sessions[2] + 100)
        let five = try service.record(of: 5, in: end)
        #expect(five.person.episode.state == .closed && five.person.episode.endReason == .completed)
        #expect(five.person.episode.lowContacts == 3 && five.person.facts.scores == Scores(depression: 9, anxiety: 7))
        let seven = try service.record(of: 7, in: end).person
        #expect(seven.episode.state == .inTreatment && seven.episode.modality == .guidedSelfHelp)
        #expect(seven.episode.lowContacts == 2 && seven.episode.clinician >= 0)
        #expect(try !service.offer(person: 7, in: end).slots.isEmpty)
        #expect(try Auditor.faults(in: clinic.path).isEmpty)
    }

    @Test func tooFewPeoplePutACourseOffAndThenCancelIt() throws {
        let group = try opened()
        _ = try service.joinGroup(person: 5, in: context)
        let due = try #require(group.due)
        let off = try service.decideGroup(1, in: at(due))
        #expect(off.stage == .planned && off.sessions.first == group.sessions[0] + 14 * 1440 && off.people == [5])
        #expect(try decisions(due) == [off.due])
        // The time of the days that are given up is free.
        let freed = SlotOffer(clinician: 0, start: group.sessions[0], minutes: 50, reasons: [])
        let one = try service.book(person: 1, slot: freed, reason: "agreed", in: at(due))
        #expect(one.start == group.sessions[0])
        let again = try #require(off.due)
        let over = try service.decideGroup(1, in: at(again))
        #expect(over.stage == .cancelled && over.people.isEmpty)
        #expect(try decisions(again) == [])
        #expect(try !service.offer(person: 5, in: at(again)).slots.isEmpty)
        #expect(try service.tasks(in: at(again)).contains { $0.kind == .tellByTelephone && $0.person == 5 })
        #expect(try service.verify().isSound)
    }

    @Test func aCancelledCourseGivesEverythingBack() throws {
        let group = try opened()
        for person in [5, 7] as [Int64] { _ = try service.joinGroup(person: person, in: context) }
        #expect(try decisions(context.now) == [group.due])
        #expect(try service.cancelGroup(1, in: context).stage == .cancelled)
        #expect(try decisions(context.now) == [])
        #expect(throws: BookingError.self) { _ = try service.cancelGroup(1, in: context) }
        #expect(seatRefusal(5, 1) == .begun)
        #expect(try opened().leaders == group.leaders)
        #expect(try service.verify().isSound)
    }

    /// Nobody at work to lead a session puts what is left of a course off by a week (AT-10).
    @Test func aLeaderWhoIsAwayPutsASessionOff() throws {
        let group = try opened()
        for person in [5, 7] as [Int64] { _ = try service.joinGroup(person: person, in: context) }
        _ = try service.decideGroup(1, in: at(try #require(group.due)))
        let first = group.sessions[0]
        _ = try service.absent(clinician: 0, first: first.day, last: first.day, .sickness, in: at(first - 60))
        let outcomes = [SeatOutcome(person: 5, .attendedOnTime), SeatOutcome(person: 7, .attendedOnTime)]
        #expect(throws: BookingError.self) { _ = try service.attendGroup(1, outcomes, in: at(first)) }
        let off = try service.attendGroup(1, [], in: at(first))
        #expect(off.held == 0 && off.sessions[0] == first + 7 * 1440 && off.people == [5, 7])
        #expect(try service.verify().isSound)
        service.memory.forget()
        #expect(try service.attendGroup(1, outcomes, in: at(off.sessions[0])).held == 1)
    }

    @Test func aForecastKnowsWhoHasASeat() throws {
        let group = try opened()
        _ = try service.joinGroup(person: 5, in: context)
        let known = try #require(service.snapshot(in: context).groups.first)
        #expect(known.members == [5] && known.facts.facilitators == [0])
        #expect(known.facts.days == group.sessions.map(\.day))
        // A session that nobody recorded is still to come.
        let late = try #require(service.snapshot(in: at(group.sessions[1] + 1440)).groups.first)
        #expect(late.facts.held == 0 && late.facts.days[0] == clinic.monday + 28 && late.members == [5])
    }
}
