import Allocation
import CareModel
import RandomStreams

extension Waiting {
    /// Somebody begins to wait for treatment: a seat in a course is offered to whoever is agreed on step 2,
    /// computerised CBT to whoever will wait long (PO-4, KT-6).
    static func offerReadierModes(_ person: Int, _ service: inout Simulation) {
        let team = service.team(person)
        guard
            service.inForce.practices[team].groups.rule.isOn || service.inForce.practices[team].computerised.rule.isOn,
            service.desk.canTakeReadierMode(person)
        else { return }
        let key = service.desk.people[person].key
        if service.inForce.practices[team].groups.rule.isOn, service.desk.episodes[person].step == .low,
            service.random.happens(.seatAtFirst, of: key, share: service.inForce.practices[team].groups.takenUpAtFirst),
            takeSeat(person, &service)
        {
            return
        }
        if service.inForce.practices[team].computerised.rule.isOn, service.desk.isToldOfLongWait(person),
            service.random.happens(
                .computerisedAtFirst, of: key, share: service.inForce.practices[team].computerised.takenUpAtFirst)
        {
            takeComputerised(person, &service)
        }
    }

    /// At a call while waiting, something readier is offered (KT-4, KT-6).
    /// - Parameter wants: the person takes something readier than what was agreed, if there is anything.
    static func offerAtCall(_ person: Int, wants: Bool, _ service: inout Simulation) {
        let team = service.team(person)
        guard
            service.inForce.practices[team].groups.rule.isOn || service.inForce.practices[team].computerised.rule.isOn,
            service.desk.canTakeReadierMode(person), !service.desk.people[person].flags.contains(.inGroup)
        else { return }
        let (key, occasion) = (service.desk.people[person].key, Int(service.desk.people[person].appointmentCount))
        if service.inForce.practices[team].groups.rule.isOn,
            wants
                || service.random.happens(
                    .seatAtCall, of: key, occasion, share: service.inForce.practices[team].groups.takenUpAtCalls),
            takeSeat(person, &service)
        {
            return
        }
        if service.inForce.practices[team].computerised.rule.isOn,
            !service.desk.people[person].flags.contains(.onComputerised),
            wants
                || service.random.happens(
                    .computerisedAtCall, of: key, occasion,
                    share: service.inForce.practices[team].computerised.takenUpAtCalls)
        {
            takeComputerised(person, &service)
        }
    }

    // Both are told to the desk and no more: whoever calls acts on what it decides.

    private static func takeSeat(_ person: Int, _ service: inout Simulation) -> Bool {
        guard service.desk.seatOffer(person) != nil else { return false }
        service.hear(.seatTaken(UInt32(person)))
        return true
    }

    private static func takeComputerised(_ person: Int, _ service: inout Simulation) {
        service.count(.computerisedStarts, of: person, team: service.team(person))
        service.hear(.computerisedTaken(UInt32(person)))
    }

    /// A contact that supports computerised CBT was attended (TX-5): scores, and whether anything more is needed.
    static func supportAttended(_ person: Int, _ service: inout Simulation) {
        let team = service.team(person)
        let mean =
            service.inForce.practices[team].computerised.change
            * service.inForce.practices[team].scores.changeShare(of: service.desk.referrals[person])
        var falls = service.random.stream(.fallPerSupport, of: service.desk.people[person].key)
        let fall = falls.normal(
            mean: mean, standardDeviation: abs(mean) * service.inForce.practices[team].scores.changeVariation)
        service.people[person].depression -= Float(fall)
        service.people[person].anxiety -= Float(fall * service.inForce.practices[team].scores.anxietyShare)
        Treatment.takeScores(person, isFirst: false, &service)
        service.count(.supportContacts, of: person, team: team)
        let before = service.desk.episodes[person]
        service.hear(.sessionAttended(UInt32(person)))
        Recording.recordContact(person, before: before, &service)
        service.settle()
        if service.desk.people[person].plannedSessions == 0, needsNoMore(person, &service) {
            service.close(person, .noLongerNeeded)
        }
    }

    /// Whether somebody who worked with computerised CBT is found recovered, and needs no more (KT-6).
    static func needsNoMore(_ person: Int, _ service: inout Simulation) -> Bool {
        guard service.desk.people[person].flags.contains(.onComputerised),
            service.desk.people[person].scores.isRecovery(since: service.desk.people[person].startScores)
        else { return false }
        return service.random.happens(
            .needsNoMore, of: service.desk.people[person].key, referredIn: service.people[person].origin,
            share: service.inForce.practices[service.team(person)].computerised.endsWhenRecovered)
    }

    /// What a psycho-educational course will do for somebody (TX-4, TX-10).
    static func planGroupCourse(_ person: Int, _ service: inout Simulation) {
        guard let number = service.desk.group(of: person) else { return }
        let team = service.team(person)
        let mean =
            service.inForce.practices[team].groups.change
            * service.inForce.practices[team].scores.changeShare(of: service.desk.referrals[person])
        var falls = service.random.stream(.fallInGroup, of: service.desk.people[person].key)
        service.people[person].fallPerSession = Float(
            falls.normal(
                mean: mean,
                standardDeviation: abs(mean) * service.inForce.practices[team].scores.changeVariation))
        service.hear(
            .coursePlanned(
                UInt32(person), sessions: UInt8(clamping: service.desk.groups[number].days.count),
                supervisorAgrees: false))
    }

    /// A course is over: the case manager reviews with each person whether anything more is needed (TX-4, ST-1).
    static func reviewAfterGroup(_ person: Int, _ service: inout Simulation) {
        guard service.desk.people[person].sessionsAtStep > 0 else { return service.close(person, .droppedOut) }
        let team = service.team(person)
        let key = service.desk.people[person].key
        guard service.desk.people[person].scores.isCase,
            service.random.happens(.furtherInput, of: key, share: service.inForce.practices[team].groups.furtherInput)
        else { return Treatment.endCourse(person, &service) }
        var needs = service.random.stream(.furtherSessions, of: key)
        let more = needs.gamma(service.inForce.derived[team].needs[0])
        // Whoever gained more than others from the course gains more than others from what follows.
        let change = service.inForce.practices[team].groups.change
        let relative = change == 0 ? 1 : Double(service.people[person].fallPerSession) / change
        service.people[person].fallPerSession = Float(service.inForce.practices[team].scores.lowChange * relative)
        let sessions = Int(service.desk.people[person].sessionsAtStep) + max(1, Int(more.rounded()))
        // What goes beyond the usual number was agreed with the course.
        service.hear(.coursePlanned(UInt32(person), sessions: UInt8(clamping: sessions), supervisorAgrees: true))
        service.hear(.courseGoesOn(UInt32(person)))
        service.settle()
    }
}
