import Allocation
import CareModel
import EventKernel
import RandomStreams

extension Restoring {
    /// Everything that is pending, in order. Days and weeks begin by themselves.
    /// - Parameter pending: everything that is pending, in order.
    static func comingSnapshot(
        _ pending: [EventCalendar<Int64, SimulationEvent>.Event], _ service: borrowing Simulation
    ) -> ComingSnapshot {
        var coming = ComingSnapshot(
            seed: service.random.seed, replication: service.random.replication,
            scenario: Restoring.fingerprint(of: service.scenario))
        for person in service.desk.episodes.indices where service.desk.episodes[person].state.isOpen {
            coming.numbers.append(UInt32(person))
        }
        coming.numbersGiven = service.desk.episodes.count
        coming.freeNumbers = service.desk.numbersFree
        coming.employmentLasts = service.employment.teams.map { $0.waiting.map(\.lasts) }
        coming.referrals = service.arrivals.expected.map { ComingReferral(key: $0.key, referral: $0.referral) }
        let open = service.desk.groups.indices.filter { service.desk.groups[$0].isOpen }
        var former = [UInt32](repeating: 0, count: service.returns.former.count)
        for (number, place) in service.returns.places.enumerated() { former[place] = UInt32(number) }
        for event in pending {
            let payload = event.payload
            guard payload.kind.scope != .everybody else { continue }
            var subject = payload.subject
            if payload.kind.scope == .course {
                guard let place = open.firstIndex(of: Int(subject)) else { continue }
                subject = UInt32(place)
            }
            if payload.kind.scope == .former { subject = former[Int(subject)] }
            coming.events.append(
                ComingEvent(
                    kind: payload.kind.rawValue, subject: subject, minute: CivilMinute(minutes: event.time),
                    priority: event.priority.rawValue))
        }
        return coming
    }

    /// What will befall the holders of posts whatever luck comes, by clinician.
    static func decidedEvents(
        _ pending: [EventCalendar<Int64, SimulationEvent>.Event], _ service: borrowing Simulation
    ) -> [[DecidedSnapshot]] {
        var decided = [[DecidedSnapshot]](repeating: [], count: service.workforce.posts.count)
        for event in pending where event.payload.kind.isDecided {
            decided[Int(event.payload.subject)].append(
                DecidedSnapshot(kind: event.payload.kind.rawValue, minute: CivilMinute(minutes: event.time)))
        }
        return decided
    }

    /// Whether a run goes on as the one from which a snapshot was taken: the same scenario, posts and luck.
    static func goesOn(from snapshot: ServiceSnapshot, _ service: borrowing Simulation) -> Bool {
        guard let coming = snapshot.coming, coming.seed == service.random.seed,
            coming.replication == service.random.replication,
            snapshot.posts.map(\.key) == service.workforce.posts.map(\.key)
        else { return false }
        return coming.scenario == Restoring.fingerprint(of: service.scenario)
    }

    /// Puts what is to come in the place of what was drawn for people in the order of their numbers.
    static func restoreComing(_ coming: ComingSnapshot, people known: [Person], _ service: inout Simulation) {
        service.events.cancelAll()
        for clinician in service.workforce.posts.indices { service.workforce.posts[clinician].holderEvents = [] }
        for person in service.people.indices {
            service.people[person].appointmentEvent = .none
            service.people[person].timer = .none
            service.people[person].withdrawal = .none
        }
        for (number, person) in zip(coming.numbers, known) {
            service.people[Int(number)].willCall = person.unseen?.willCall ?? false
        }
        service.arrivals.expected = coming.referrals.map { ExpectedReferral(key: $0.key, referral: $0.referral) }
        for (team, lasts) in coming.employmentLasts.enumerated() {
            for (place, minutes) in lasts.enumerated() { service.employment.teams[team].waiting[place].lasts = minutes }
        }
        let open = service.desk.groups.indices.filter { service.desk.groups[$0].isOpen }
        for event in coming.events { restore(event, courses: open, &service) }
        service.desk.restoreFreeNumbers(coming.freeNumbers)
    }

    private static func restore(_ event: ComingEvent, courses: [Int], _ service: inout Simulation) {
        guard let kind = SimulationEvent.Kind(rawValue: event.kind) else {
            preconditionFailure("a snapshot with an event that nobody knows")
        }
        let subject = kind.scope == .course ? courses[Int(event.subject)] : Int(event.subject)
        let handle = service.schedule(kind, subject, at: event.minute, EventPriority(rawValue: event.priority))
        switch kind.scope {
        case .appointment: service.people[subject].appointmentEvent = handle
        case .withdrawal: service.people[subject].withdrawal = handle
        case .timer:
            service.people[subject].timer = handle
            service.people[subject].timerDue = event.minute
        case .holder: service.workforce.posts[subject].holderEvents.append(handle)
        case .post, .team, .course, .referral, .former, .everybody: break
        }
    }

    /// What is decided already of holders of posts, whatever the luck: an illness that lasts, a leave that begins.
    /// - Parameter places: the clinician of each post, if there is one.
    static func restoreDecided(_ known: [PostSnapshot], places: [Int?], _ service: inout Simulation) {
        for (post, place) in zip(known, places) {
            guard let clinician = place, service.workforce.posts[clinician].vacantUntil == nil else { continue }
            for event in post.running?.decided ?? [] {
                guard let kind = SimulationEvent.Kind(rawValue: event.kind) else { continue }
                Workforce.scheduleForHolder(kind, clinician, at: event.minute, &service)
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
    enum Scope { case appointment, withdrawal, timer, holder, post, team, course, referral, former, everybody }

    /// What the event belongs to.
    var scope: Scope {
        switch self {
        case .appointment, .personCancels, .serviceCancels, .notConfirmed: .appointment
        case .withdraws: .withdrawal
        case .screeningDone, .contactDue, .contactAttempt, .contactDeadline, .supervision, .holdEnds, .callDue: .timer
        case .sicknessStarts, .sicknessGoesOn, .absenceIsLong, .parentalLeaveAnnounced, .parentalLeaveStarts,
            .noticeGiven:
            .holder
        case .postFallsVacant, .postFilled, .trainingEnds: .post
        case .bookingRound, .backfill, .employmentEnds: .team
        case .groupDue: .course
        case .referralArrives: .referral
        case .comesBack: .former
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
            .postFilled, .trainingEnds, .groupDue, .employmentEnds, .comesBack, .contactDue:
            false
        }
    }
}
