import CareModel
import RuleEvidence
import Testing

/// Every state and every event: what is legal moves as the table says, what is not throws and changes nothing.
@Suite("Moves of an episode")
struct EpisodeMoveTests {
    static let received = CivilMinute(day: CivilDay(number: 9_700), minuteOfDay: 615)

    /// An episode brought on its way by events a day apart.
    static func episode(_ events: [EpisodeEvent]) throws -> Episode {
        var episode = Episode(received: received)
        for (index, event) in events.enumerated() { try episode.apply(event, at: received + Int64(index + 1) * 1440) }
        return episode
    }

    private static let later = received + 100 * 1440

    @Test("KP-10: the ways lead to all states")
    func allStates() throws {
        for way in EpisodeTable.ways {
            let episode = try Self.episode(way.events)
            #expect(episode.state == way.state && episode.step == way.step)
        }
        #expect(Set(EpisodeTable.ways.map(\.state)) == Set(EpisodeState.allCases))
    }

    @Test("KP-10: state by event", arguments: EpisodeTable.ways.indices)
    func stateByEvent(index: Int) throws {
        let way = EpisodeTable.ways[index]
        let before = try Self.episode(way.events)
        for event in EpisodeTable.events {
            var episode = before
            guard let next = EpisodeTable.next(way.state, way.step, event) else {
                #expect(throws: IllegalMove(state: way.state, event: event)) {
                    try episode.apply(event, at: Self.later)
                }
                #expect(episode == before, "\(event) was refused in \(way.state) and left a trace")
                continue
            }
            try episode.apply(event, at: Self.later)
            #expect(episode.state == next, "\(event) in \(way.state)")
            if next != way.state { #expect(episode.stateSince == Self.later, "\(event) in \(way.state)") }
            if next == way.state { #expect(episode.stateSince == before.stateSince, "\(event) in \(way.state)") }
            if case .closed(let reason) = event { #expect(episode.endReason == reason && episode.clinician == -1) }
        }
    }

    @Test("RF-4, CL-1: screening sets step and class, allocation the clinician")
    func payloads() throws {
        var episode = try Self.episode([.accepted(.high, .perinatal)])
        #expect(episode.step == .high && episode.priority == .perinatal)
        try episode.apply(.contacted, at: Self.later)
        try episode.apply(.firstAppointmentBooked, at: Self.later)
        try episode.apply(
            .assessed(.treatment(.high, .interpersonalTherapy), treatmentBegan: true), at: Self.later)
        #expect(episode.contactsAtStep == 1 && episode.highContacts == 1 && episode.waitingSince == Self.later)
        try episode.apply(.allocated(clinician: 11), at: Self.later)
        #expect(episode.clinician == 11 && episode.priority == .perinatal && episode.modality == .interpersonalTherapy)
    }

    @Test("FA-3: a first appointment at the other step counts where it was held")
    func assessedElsewhere() throws {
        let episode = try Self.episode([
            .accepted(.low, .routine), .contacted, .firstAppointmentBooked,
            .assessed(.treatment(.high, .counselling), treatmentBegan: true),
        ])
        #expect(episode.lowContacts == 1 && episode.highContacts == 0 && episode.contactsAtStep == 0)
    }

    @Test("ST-1: a step-up leads the step-3 list, and its wait counts from the last low-intensity session")
    func stepUp() throws {
        var episode = try Self.episode([
            .accepted(.low, .routine), .contacted, .firstAppointmentBooked,
            .assessed(.treatment(.low, .guidedSelfHelp), treatmentBegan: true), .allocated(clinician: 5),
            .sessionAttended, .sessionAttended,
        ])
        let last = episode.lastTreatment
        try episode.apply(.missCounted, at: episode.stateSince)
        try episode.apply(.stepUpProposed, at: last + 60)
        #expect(episode.clinician == -1 && !episode.wasSteppedUp && episode.step == .low)
        try episode.apply(.stepUpAgreed, at: last + 4 * 1440)
        #expect(episode.step == .high && episode.priority == .stepUp && episode.wasSteppedUp)
        #expect(episode.modality == .cognitiveBehaviouralTherapy && episode.waitingSince == last)
        #expect(episode.contactsAtStep == 0 && episode.lowContacts == 3 && episode.highContacts == 0)
        #expect(episode.missedCount == 0)
    }

    @Test("ST-1, KT-9: a step-up before any contact waits from the agreement")
    func stepUpWithoutContact() throws {
        var episode = try Self.episode([
            .accepted(.low, .routine), .contacted, .firstAppointmentBooked,
            .assessed(.treatment(.low, .guidedSelfHelp), treatmentBegan: false), .allocated(clinician: 5),
            .stepUpProposed,
        ])
        try episode.apply(.stepUpAgreed, at: Self.later)
        #expect(episode.waitingSince == Self.later && !episode.hasEnteredTreatment)
    }

    @Test("ST-5: a good assessment sends people straight to step 3")
    func straightToHigh() throws {
        let way = try #require(EpisodeTable.ways.first { $0.state == .waitingTreatment && $0.step == .high })
        let episode = try Self.episode(way.events)
        #expect(episode.step == .high && episode.modality == .counselling && !episode.wasSteppedUp)
    }

    @Test("TX-12: somebody handed over leads the list, and waits from then")
    func handover() throws {
        for way in EpisodeTable.ways where way.state == .inTreatment || way.state == .missedSession {
            var episode = try Self.episode(way.events)
            let before = episode
            try episode.apply(.handedOver, at: Self.later)
            #expect(episode.priority == .rebooking && episode.clinician == -1 && episode.waitingSince == Self.later)
            #expect(episode.treatmentContacts == before.treatmentContacts && episode.step == before.step)
        }
    }

    @Test("PR-3: a hold keeps the plan, and the wait begins when it ends")
    func hold() throws {
        let way = try #require(EpisodeTable.ways.first { $0.state == .onHold })
        var episode = try Self.episode(way.events)
        #expect(episode.waitingSince == Episode.never)
        try episode.apply(.holdEnded, at: Self.later)
        #expect(episode.waitingSince == Self.later && episode.modality == .guidedSelfHelp && episode.step == .low)
    }

    @Test(
        "KT-3, KT-4: a call may change the plan, never a date or a count of sessions",
        arguments: [
            (Step.low, Modality.guidedSelfHelp, Step.low, Modality.guidedSelfHelp),
            (.low, .guidedSelfHelp, .high, .cognitiveBehaviouralTherapy),
            (.high, .counselling, .low, .guidedSelfHelp), (.high, .counselling, .high, .counselling),
        ])
    func planAmended(from: Step, by: Modality, to: Step, becomes: Modality) throws {
        for began in [false, true] {
            let before = try Self.episode([
                .accepted(.low, .routine), .contacted, .firstAppointmentBooked,
                .assessed(.treatment(from, by), treatmentBegan: began),
            ])
            var episode = before
            try episode.apply(.planAmended(to, .risk), at: Self.later)
            #expect(episode.step == to && episode.modality == becomes && episode.priority == .risk)
            #expect(EpisodeMilestones(episode) == EpisodeMilestones(before))
            #expect(episode.contactsAtStep <= (to == .low ? episode.lowContacts : episode.highContacts))
        }
        RuleEvidence.record(
            ["KT-3"], test: "EpisodeMoveTests.planAmended",
            effect: "exactly zero: no date of treatment and no count of sessions moves at a call")
    }

    @Test("AT-3: misses are counted, and stop at the top of the count")
    func missed() throws {
        let way = try #require(EpisodeTable.ways.first { $0.state == .inTreatment })
        var episode = try Self.episode(way.events)
        for _ in 0..<300 { try episode.apply(.missCounted, at: episode.stateSince) }
        #expect(episode.missedCount == 255)
    }

    @Test("KP-5: entered treatment is one contact, a finished course is two and discharge")
    func enteredAndFinished() throws {
        for sessions in 0...3 {
            for began in [false, true] {
                var events: [EpisodeEvent] = [
                    .accepted(.low, .routine), .contacted, .firstAppointmentBooked,
                    .assessed(.treatment(.low, .guidedSelfHelp), treatmentBegan: began), .allocated(clinician: 1),
                ]
                events += [EpisodeEvent](repeating: .sessionAttended, count: sessions)
                var episode = try Self.episode(events)
                let contacts = sessions + (began ? 1 : 0)
                #expect(episode.treatmentContacts == contacts && !episode.isFinishedCourse)
                #expect(episode.hasEnteredTreatment == (contacts >= 1))
                try episode.apply(.closed(.stoppedEarly), at: Self.later)
                #expect(episode.isFinishedCourse == (contacts >= 2))
            }
        }
    }

    @Test("States: who is on a caseload, who is before the first appointment")
    func states() {
        #expect(EpisodeState.allCases.filter(\.isOnCaseload) == [.inTreatment, .missedSession])
        #expect(EpisodeState.allCases.filter { !$0.isOpen } == [.closed])
        #expect(
            EpisodeState.allCases.filter(\.isBeforeFirstAppointment) == [
                .awaitingScreening, .awaitingContact, .waitingFirstAppointment, .firstAppointmentBooked,
                .missedFirstAppointment,
            ])
    }
}
