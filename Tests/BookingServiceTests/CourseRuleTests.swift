import Allocation
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// Courses of treatment, and the wait for them, at the desk.
@Suite struct CourseRuleTests {
    private func clinic(
        _ change: (inout BookingRules) -> Void = { _ in }, _ foundation: (inout ServiceFoundation) -> Void = { _ in }
    ) throws -> SmallClinic {
        var policy = ServiceFixture.policy
        for team in policy.rules.indices { change(&policy.rules[team]) }
        return try SmallClinic(policy: policy, foundation)
    }

    /// The next appointment of somebody, which is booked and had.
    private func session(
        _ person: Int64, _ clinic: SmallClinic, at now: CivilMinute? = nil,
        _ change: (inout ContactRecord) -> Void = { _ in }
    ) throws -> (state: PersonStanding, start: CivilMinute) {
        let before = now.map { BookingService.Context(now: $0) } ?? clinic.context
        let best = try #require(clinic.service.offer(person: person, in: before).slots.first)
        let booked = try clinic.service.book(person: person, slot: best.slot, in: before)
        var contact = ContactRecord(.attendedOnTime)
        change(&contact)
        let then = BookingService.Context(now: best.start)
        return (try clinic.service.attend(appointment: booked.appointment, contact, in: then), best.start)
    }

    private func tasks(_ kind: TaskKind, _ clinic: SmallClinic, at now: CivilMinute) throws -> [OpenTask] {
        try clinic.service.tasks(in: BookingService.Context(now: now)).filter { $0.kind == kind }
    }

    @Test("TX-1, TX-2: beyond the usual contacts a course goes on by a supervisor's word", arguments: [5, 3])
    func theUsualContacts(person: Int64) throws {
        let clinic = try clinic {
            $0.low.usualContacts = 2
            $0.high.usualContacts = 2
        }
        #expect(throws: BookingError.self) { _ = try session(person, clinic) }
        let context = clinic.context
        let booked = try #require(clinic.service.record(of: person, in: context).appointments.last)
        var contact = ContactRecord(.attendedOnTime)
        contact.exception = true
        let then = BookingService.Context(now: booked.placement.start)
        #expect(try clinic.service.attend(appointment: booked.appointment, contact, in: then).state == .inTreatment)
        #expect(try clinic.service.record(of: person, in: then).person.facts.supervisorAgrees)
    }

    @Test("TX-1, TX-2: sessions are as long as at their step", arguments: [(Int64(5), 30), (3, 60)])
    func theLength(person: Int64, minutes: Int) throws {
        let clinic = try clinic()
        let slots = try clinic.service.offer(person: person, in: clinic.context).slots
        #expect(!slots.isEmpty && slots.allSatisfy { $0.minutes == minutes })
    }

    @Test(
        "TX-3: a therapy is given by whoever is trained in it",
        arguments: Modality.individual.filter { $0.step == .high })
    func training(therapy: Modality) throws {
        let clinic = try clinic(
            { _ in },
            { foundation in
                var stored = StoredEpisode(foundation.people[2].known.episode)
                stored.modality = therapy
                foundation.people[2].known.episode = Episode(stored)
            })
        let (service, context) = (clinic.service, clinic.context)
        let isGiven = [.cognitiveBehaviouralTherapy, .counselling].contains(therapy)
        #expect(try service.offer(person: 3, in: context).slots.isEmpty != isGiven)
        let start = CivilMinute(day: clinic.monday + 4, minuteOfDay: 11 * 60)
        let slot = SlotOffer(clinician: 2, start: start, minutes: 60, reasons: [])
        guard !isGiven else {
            _ = try service.book(person: 3, slot: slot, in: context)
            return
        }
        #expect(throws: BookingError.refused([.notTrained])) {
            _ = try service.book(person: 3, slot: slot, reason: "nobody else", in: context)
        }
    }

    @Test("TX-6: who does not improve is discussed in supervision within the month", arguments: [true, false])
    func noImprovement(improves: Bool) throws {
        let clinic = try clinic { $0.low.improvementReview = 1 }
        let start = try #require(clinic.service.record(of: 5, in: clinic.context).person.facts.startScores)
        let now = try session(5, clinic) {
            $0.scores = improves ? Scores(depression: 4, anxiety: 3) : start
        }.start
        let found = try tasks(.reviewProgress, clinic, at: now)
        #expect(found.map(\.due) == (improves ? [] : [now + 28 * 1440]))
    }

    @Test("TX-7: after a block of sessions there is a review before more", arguments: [1, 2])
    func blocks(block: Int) throws {
        let clinic = try clinic { $0.low.blockSessions = block }
        let first = try session(5, clinic)
        #expect(try tasks(.reviewProgress, clinic, at: first.start).count == (block == 1 ? 1 : 0))
        let second = try session(5, clinic, at: first.start)
        let found = try tasks(.reviewProgress, clinic, at: second.start)
        #expect(found.count == (block == 1 ? 2 : 1))
        #expect(
            found.allSatisfy {
                $0.person == 5 && $0.about?.hasSuffix("sessions were had: a review before more") == true
            })
    }

    @Test("TX-8: the last sessions of a course are further apart")
    func lastSessions() throws {
        let clinic = try clinic {
            $0.low.intervalDays = 7
            $0.low.spacedSessions = 2
            $0.low.spacedIntervalDays = 28
        }
        let first = try #require(clinic.service.offer(person: 5, in: clinic.context).slots.first)
        _ = try clinic.service.book(person: 5, slot: first.slot, in: clinic.context)
        let days = try clinic.service.course(person: 5, sessions: 5, in: clinic.context).sessions.map(\.start.day)
        let gaps = zip(days.dropFirst(), days).map { $0 - $1 }
        #expect(days.count == 5 && gaps.prefix(2).allSatisfy { $0 < 28 } && gaps.suffix(2).allSatisfy { $0 >= 28 })
    }

    @Test(
        "AT-7: who comes too late is not seen, who comes late is",
        arguments: [Attendance.arrivedTooLate, .attendedLate])
    func lateness(attendance: Attendance) throws {
        let clinic = try clinic()
        let best = try #require(clinic.service.offer(person: 5, in: clinic.context).slots.first)
        let booked = try clinic.service.book(person: 5, slot: best.slot, in: clinic.context)
        let then = BookingService.Context(now: best.start)
        let state = try clinic.service.attend(appointment: booked.appointment, ContactRecord(attendance), in: then)
            .state
        #expect(state == (attendance == .attendedLate ? .inTreatment : .missedSession))
        let known = try clinic.service.record(of: 5, in: then)
        #expect(known.appointments.first?.attendance == attendance)
        #expect(known.person.episode.missedCount == (attendance == .attendedLate ? 0 : 1))
    }

    @Test(
        "PO-5, AT-3: at the limit of misses the rule ends a course, unless somebody lets it go on",
        arguments: LimitAnswer.allCases)
    func theLimit(answer: LimitAnswer) throws {
        let clinic = try clinic { $0.attendance.missesThatEnd = 1 }
        let best = try #require(clinic.service.offer(person: 5, in: clinic.context).slots.first)
        let booked = try clinic.service.book(person: 5, slot: best.slot, in: clinic.context)
        let then = BookingService.Context(now: best.start)
        var contact = ContactRecord(.didNotAttend)
        #expect(throws: BookingError.self) {
            _ = try clinic.service.attend(appointment: booked.appointment, contact, in: then)
        }
        contact.endsCourse = answer == .ends
        contact.exception = answer == .exception
        contact.asksException = answer == .asks
        let state = try clinic.service.attend(appointment: booked.appointment, contact, in: then).state
        #expect(state == (answer == .ends ? .closed : .missedSession))
        #expect(try tasks(.reviewException, clinic, at: then.now).count == (answer == .asks ? 1 : 0))
    }

    @Test("KT-1, PR-1: treatment is due within 28 days of the assessment", arguments: [true, false])
    func treatmentIsDue(isPerinatal: Bool) throws {
        let clinic = try clinic({ _ in }, { $0.people = [] })
        let person = try clinic.waiting { if isPerinatal { $0.perinatal = .yes } }
        let seen = try session(person, clinic) { $0.step = .low }
        let then = BookingService.Context(now: seen.start)
        #expect(try clinic.service.offer(person: person, in: then).due == seen.start.day + 28)
        let entry = try #require(clinic.service.waitingList(in: then).first { $0.person == person })
        #expect(entry.due == seen.start.day + 28 && entry.state == .waitingTreatment)
    }

    @Test("KT-3: a call is no treatment, and moves no date of it")
    func aCallIsReviewOnly() throws {
        let walk = try SituationWalk(to: .callToCome)
        let (service, context, person) = (walk.clinic.service, walk.context, walk.person)
        let before = try service.record(of: person, in: context).person.episode
        let call = try #require(service.record(of: person, in: context).appointments.last)
        let then = BookingService.Context(now: call.placement.start)
        _ = try service.attend(appointment: call.appointment, ContactRecord(.attendedOnTime), in: then)
        #expect(try service.record(of: person, in: then).person.episode == before)
    }

    @Test("KT-9, ST-1: a step-up waits from the last session at step 2 on, ahead of others")
    func aStepUpWaits() throws {
        let walk = try SituationWalk(to: .awaitingSupervision)
        let (service, person) = (walk.clinic.service, walk.person)
        let agreed = BookingService.Context(now: walk.context.now + 1440)
        _ = try service.agreeStepUp(person: person, in: agreed)
        let entry = try #require(service.waitingList(in: agreed).first { $0.person == person })
        #expect(entry.step == .high && entry.priority == .stepUp && entry.days == 1)
        #expect(entry.due == walk.context.now.day + 28)
        let later = BookingService.Context(now: agreed.now + 10 * 1440)
        #expect(try service.waitingList(in: later).first { $0.person == person }?.days == 11)
    }

    @Test("PO-4: who waits takes a seat in a course that is ready")
    func aReadierWay() throws {
        let walk = try SituationWalk(to: .waitingTreatment)
        let (service, context) = (walk.clinic.service, walk.context)
        #expect(try service.joinGroup(person: walk.person, in: context).group == 1)
        #expect(try service.record(of: walk.person, in: context).person.episode.state == .waitingTreatment)
        // There is nothing readier for whoever has a seat.
        #expect(throws: BookingError.self) { _ = try service.joinGroup(person: walk.person, in: context) }
    }
}
