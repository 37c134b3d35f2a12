import Allocation
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// People who wait make contact outside the calls, to report a change (KT-11).
@Suite struct ReceiveContactTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws { clinic = try SmallClinic() }

    private func receive(
        _ person: Int64, _ about: ReportedMatter, _ said: String = "", _ outcome: CallOutcome? = nil
    ) throws -> PersonStanding {
        try service.perform(
            ReceiveContact(person: person, about: about, said: said, outcome: outcome), in: context)
    }

    private func open(_ kind: TaskKind) throws -> [OpenTask] {
        try service.tasks(in: context).filter { $0.kind == kind }
    }

    /// Somebody of the first morning who waits for treatment at a step.
    private func waiting(_ step: Step) throws -> Int64 {
        let list = try service.waitingList(team: 0, in: context)
        return try #require(list.first { $0.state == .waitingTreatment && $0.step == step }).person
    }

    @Test("What it is about decides to whom it goes, and the words go with it")
    func passedOn() throws {
        let person = try waiting(.low)
        _ = try receive(person, .administration, "has moved house")
        #expect(try open(.seeToRequest).map(\.about) == ["has moved house"])
        let state = try receive(person, .state, "sleeps badly")
        #expect(state.state == .waitingTreatment)
        let call = try #require(open(.callAboutChange).first)
        #expect(call.about == "sleeps badly" && call.person == person && call.due.day == context.now.day + 1)
        let story = try service.record(of: person, in: context).entries.map(\.event.words)
        #expect(story.contains("made contact about how they are: sleeps badly"))
        #expect(try service.verify().isSound)
    }

    @Test("Risk has the urgent slot of the day (ST-7)")
    func risk() throws {
        let state = try receive(waiting(.low), .risk, "has thoughts of ending it")
        #expect(state.urgent != nil && state.state == .waitingTreatment)
        #expect(try open(.dutyCall).count == 1)
        #expect(try service.verify().isSound)
    }

    @Test(
        "A clinician amends the plan as after a call, and the task to call is done (KT-4)",
        arguments: [
            CallOutcome.keepsWaiting, .quicker, .noLongerNeeded, .riskRisen,
        ])
    func amended(outcome: CallOutcome) throws {
        let person = try waiting(.high)
        _ = try receive(person, .state, "worse")
        let state = try receive(person, .state, "talked it over", outcome)
        #expect(try open(.callAboutChange).isEmpty)
        let episode = try service.record(of: person, in: context).person.episode
        #expect((state.state == .closed) == outcome.endsEpisode)
        if outcome == .quicker { #expect(episode.priority == .risk && episode.state == .waitingTreatment) }
        if outcome == .noLongerNeeded { #expect(episode.endReason == .noLongerNeeded) }
        if outcome == .riskRisen { #expect(episode.endReason == .referredOn) }
        #expect(try service.verify().isSound)
    }

    @Test("A readier intervention is at step 2, for somebody who waits for step 3")
    func readier() throws {
        let person = try waiting(.high)
        _ = try receive(person, .state, "cannot wait", .readier)
        #expect(try service.record(of: person, in: context).person.episode.step == .low)
        #expect(throws: BookingError.self) { try receive(person, .state, "", .readier) }
    }

    @Test("The calls go on as they were to: it is no call")
    func callsGoOn() throws {
        let person = try waiting(.low)
        let far = context.now.day + 90
        let before = try service.callsDue(by: far, in: context)
        _ = try receive(person, .state, "", .keepsWaiting)
        #expect(try service.callsDue(by: far, in: context) == before)
    }

    @Test("What cannot be is refused: no plan to amend, an outcome of a request, nobody there")
    func refused() throws {
        let first = try clinic.waiting()
        #expect(throws: BookingError.self) { try receive(first, .state, "", .quicker) }
        #expect(throws: BookingError.self) { try receive(waiting(.low), .administration, "", .quicker) }
        #expect(throws: BookingError.self) { try receive(999, .state) }
        // Passed on, it is taken of anybody who is still here.
        _ = try receive(first, .state, "is anxious")
        _ = try service.perform(Discharge(person: first, reason: .notSuitable), in: context)
        #expect(throws: BookingError.self) { try receive(first, .state) }
    }
}
