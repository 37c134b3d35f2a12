import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Simulation {
    /// Everything that is pending, in order. Days and weeks begin by themselves.
    /// - Parameter pending: everything that is pending, in order.
    func comingSnapshot(_ pending: [EventCalendar<Int64, SimulationEvent>.Event]) -> ComingSnapshot {
        var coming = ComingSnapshot(
            seed: random.seed, replication: random.replication, scenario: Simulation.fingerprint(of: scenario))
        for person in desk.episodes.indices where desk.episodes[person].state.isOpen {
            coming.numbers.append(UInt32(person))
        }
        coming.numbersGiven = desk.episodes.count
        coming.freeNumbers = desk.numbersFree
        coming.employmentLasts = employment.map { $0.waiting.map(\.lasts) }
        coming.referrals = expected.map { ComingReferral(key: $0.key, referral: $0.referral) }
        let open = desk.groups.indices.filter { desk.groups[$0].isOpen }
        for event in pending {
            let payload = event.payload
            guard payload.kind.scope != .everybody else { continue }
            var subject = payload.subject
            if payload.kind.scope == .course {
                guard let place = open.firstIndex(of: Int(subject)) else { continue }
                subject = UInt32(place)
            }
            coming.events.append(
                ComingEvent(
                    kind: payload.kind.rawValue, subject: subject, minute: CivilMinute(minutes: event.time),
                    priority: event.priority.rawValue))
        }
        return coming
    }

    /// What will befall the holders of posts whatever luck comes, by clinician.
    func decidedEvents(
        _ pending: [EventCalendar<Int64, SimulationEvent>.Event]
    ) -> [[DecidedSnapshot]] {
        var decided = [[DecidedSnapshot]](repeating: [], count: posts.count)
        for event in pending where event.payload.kind.isDecided {
            decided[Int(event.payload.subject)].append(
                DecidedSnapshot(kind: event.payload.kind.rawValue, minute: CivilMinute(minutes: event.time)))
        }
        return decided
    }

    /// Whether a run goes on as the one from which a snapshot was taken: the same scenario, posts and luck.
    func goesOn(from snapshot: ServiceSnapshot) -> Bool {
        guard let coming = snapshot.coming, coming.seed == random.seed, coming.replication == random.replication,
            snapshot.posts.map(\.key) == posts.map(\.key)
        else { return false }
        return coming.scenario == Simulation.fingerprint(of: scenario)
    }

    /// Puts what is to come in the place of what was drawn for people in the order of their numbers.
    mutating func restoreComing(_ coming: ComingSnapshot, people known: [Person]) {
        events.cancelAll()
        for clinician in posts.indices { posts[clinician].holderEvents = [] }
        for person in people.indices {
            people[person].appointmentEvent = .none
            people[person].timer = .none
            people[person].withdrawal = .none
        }
        for (number, person) in zip(coming.numbers, known) {
            people[Int(number)].willCall = person.unseen?.willCall ?? false
        }
        expected = coming.referrals.map { ExpectedReferral(key: $0.key, referral: $0.referral) }
        for (team, lasts) in coming.employmentLasts.enumerated() {
            for (place, minutes) in lasts.enumerated() { employment[team].waiting[place].lasts = minutes }
        }
        let open = desk.groups.indices.filter { desk.groups[$0].isOpen }
        for event in coming.events { restore(event, courses: open) }
        desk.restoreFreeNumbers(coming.freeNumbers)
    }

    private mutating func restore(_ event: ComingEvent, courses: [Int]) {
        guard let kind = SimulationEvent.Kind(rawValue: event.kind) else {
            preconditionFailure("a snapshot with an event that nobody knows")
        }
        let subject = kind.scope == .course ? courses[Int(event.subject)] : Int(event.subject)
        let handle = schedule(kind, subject, at: event.minute, EventPriority(rawValue: event.priority))
        switch kind.scope {
        case .appointment: people[subject].appointmentEvent = handle
        case .withdrawal: people[subject].withdrawal = handle
        case .timer:
            people[subject].timer = handle
            people[subject].timerDue = event.minute
        case .holder: posts[subject].holderEvents.append(handle)
        case .post, .team, .course, .referral, .everybody: break
        }
    }

    /// What is decided already of holders of posts, whatever the luck: an illness that lasts, a leave that begins.
    /// - Parameter places: the clinician of each post, if there is one.
    mutating func restoreDecided(_ known: [PostSnapshot], places: [Int?]) {
        for (post, place) in zip(known, places) {
            guard let clinician = place, posts[clinician].vacantUntil == nil else { continue }
            for event in post.running?.decided ?? [] {
                guard let kind = SimulationEvent.Kind(rawValue: event.kind) else { continue }
                scheduleForHolder(kind, clinician, at: event.minute)
            }
        }
    }

    /// A number that two scenarios share only if they are the same but for their length.
    static func fingerprint(of scenario: ServiceScenario) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        add("\(scenario.starts) \(scenario.closedDays) \(scenario.standards) \(scenario.measuresGroups)")
        for team in scenario.teams { add("\(team)") }
        for lever in scenario.levers {
            add("\(lever.name) \(lever.teams) \(String(describing: lever.from)) \(String(describing: lever.until))")
        }
        return hash
    }
}

extension SimulationEvent.Kind {
    /// What an event belongs to.
    enum Scope { case appointment, withdrawal, timer, holder, post, team, course, referral, everybody }

    /// What the event belongs to.
    var scope: Scope {
        switch self {
        case .appointment, .personCancels, .serviceCancels, .notConfirmed: .appointment
        case .withdraws: .withdrawal
        case .screeningDone, .contactAttempt, .contactDeadline, .supervision, .holdEnds, .callDue: .timer
        case .sicknessStarts, .sicknessGoesOn, .absenceIsLong, .parentalLeaveAnnounced, .parentalLeaveStarts,
            .noticeGiven:
            .holder
        case .postFallsVacant, .postFilled, .trainingEnds: .post
        case .bookingRound, .backfill, .employmentEnds: .team
        case .groupDue: .course
        case .referralArrives: .referral
        case .weekStarts, .dayStarts: .everybody
        }
    }

    /// Whether it follows from what has befallen the holder of a post already.
    var isDecided: Bool {
        switch self {
        case .sicknessGoesOn, .absenceIsLong, .parentalLeaveStarts: true
        case .weekStarts, .dayStarts, .bookingRound, .backfill, .referralArrives, .screeningDone, .contactAttempt,
            .appointment, .personCancels, .serviceCancels, .notConfirmed, .contactDeadline, .supervision, .holdEnds,
            .withdraws, .callDue, .sicknessStarts, .parentalLeaveAnnounced, .noticeGiven, .postFallsVacant,
            .postFilled, .trainingEnds, .groupDue, .employmentEnds:
            false
        }
    }
}
