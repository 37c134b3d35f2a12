import Allocation
import CareModel
import RandomStreams

// Contacts that people who wait make outside the calls, to report a change (KT-11).

extension Waiting {
    /// Working days of a month, by which a monthly number of contacts is spread.
    private static var workingDaysPerMonth: Double { 21 }

    /// Who of a team's waiting people makes contact this morning, and what comes of it.
    static func hearFromPeople(team: Int, _ service: inout Simulation) {
        let input = service.inForce.practices[team].keepingInTouch
        guard input.rule.isOn, input.contactsPerMonth > 0 else { return }
        let share = input.contactsPerMonth / workingDaysPerMonth
        let day = Int(service.now.day - CivilDay(number: 0))
        var callers: [Int] = []
        for step in Step.allCases {
            let list = team * 2 + Int(step.rawValue)
            for place in 0..<service.desk.treatmentLists[list].count {
                let person = Int(service.desk.treatmentLists[list][place].person)
                let key = service.desk.people[person].key
                if service.random.happens(.reportsChange, of: key, day, share: share) { callers.append(person) }
            }
        }
        for person in callers where service.desk.episodes[person].state == .waitingTreatment {
            hear(from: person, on: day, input, &service)
        }
    }

    /// Somebody makes contact: the office sees to it, or a clinician, who may amend the plan as after a call (KT-4).
    private static func hear(
        from person: Int, on day: Int, _ input: KeepingInTouchInput, _ service: inout Simulation
    ) {
        let (key, team) = (service.desk.people[person].key, service.team(person))
        if service.random.happens(.reportedMatter, of: key, day, share: input.contactsForOffice) {
            if service.inForce.practices[team].contact.clerks > 0 {
                Contact.takeClerk(team, minutes: input.contactClerkMinutes, at: service.now, &service)
            }
            service.hear(.contactReceived(UInt32(person), .administration, nil))
            return service.settle()
        }
        let drawn = service.random.category(
            .reportedOutcome, of: key, day, among: service.inForce.derived[team].callOutcome)
        var outcome = Derived.callOutcomes[drawn]
        if outcome == .readier, !service.desk.canTakeReadier(person) { outcome = .keepsWaiting }
        if outcome == .riskRisen {
            service.count(.onwardReferrals, of: person, team: team)
            service.hear(.riskFound(UInt32(person), clinician: -1, from: service.now))
            service.settle()
        } else {
            takeClinician(person, minutes: input.contactMinutes, &service)
        }
        service.hear(.contactReceived(UInt32(person), outcome == .riskRisen ? .risk : .state, outcome))
        service.settle()
    }

    /// The clinician who assessed takes time for it; whoever has none free does it beside other work.
    private static func takeClinician(_ person: Int, minutes: Int, _ service: inout Simulation) {
        let clinician = Int(service.desk.people[person].assessor)
        guard clinician >= 0 else { return }
        Workforce.takeTime(of: clinician, minutes: minutes, &service)
    }
}
