import Allocation
import CareModel
import RandomStreams

extension Simulation {
    /// Somebody begins to wait for treatment: a seat in a course is offered to whoever is agreed on step 2,
    /// computerised CBT to whoever will wait long (PO-4, KT-6).
    mutating func offerReadierModes(_ person: Int) {
        let team = team(person)
        guard practices[team].groups.rule.isOn || practices[team].computerised.rule.isOn,
            desk.canTakeReadierMode(person)
        else { return }
        let key = desk.people[person].key
        if practices[team].groups.rule.isOn, desk.episodes[person].step == .low,
            random.happens(.seatAtFirst, of: key, share: practices[team].groups.takenUpAtFirst), takeSeat(person)
        {
            return
        }
        if practices[team].computerised.rule.isOn, desk.isToldOfLongWait(person),
            random.happens(.computerisedAtFirst, of: key, share: practices[team].computerised.takenUpAtFirst)
        {
            takeComputerised(person)
        }
    }

    /// At a call while waiting, something readier is offered (KT-4, KT-6).
    /// - Parameter wants: the person takes something readier than what was agreed, if there is anything.
    mutating func offerAtCall(_ person: Int, wants: Bool) {
        let team = team(person)
        guard practices[team].groups.rule.isOn || practices[team].computerised.rule.isOn,
            desk.canTakeReadierMode(person), !desk.people[person].flags.contains(.inGroup)
        else { return }
        let (key, occasion) = (desk.people[person].key, Int(desk.people[person].appointmentCount))
        if practices[team].groups.rule.isOn,
            wants || random.happens(.seatAtCall, of: key, occasion, share: practices[team].groups.takenUpAtCalls),
            takeSeat(person)
        {
            return
        }
        if practices[team].computerised.rule.isOn, !desk.people[person].flags.contains(.onComputerised),
            wants
                || random.happens(
                    .computerisedAtCall, of: key, occasion, share: practices[team].computerised.takenUpAtCalls)
        {
            takeComputerised(person)
        }
    }

    // Both are told to the desk and no more: whoever calls acts on what it decides.

    private mutating func takeSeat(_ person: Int) -> Bool {
        guard desk.seatOffer(person) != nil else { return false }
        hear(.seatTaken(UInt32(person)))
        return true
    }

    private mutating func takeComputerised(_ person: Int) {
        count(.computerisedStarts, of: person, team: team(person))
        hear(.computerisedTaken(UInt32(person)))
    }

    /// A contact that supports computerised CBT was attended (TX-5): scores, and whether anything more is needed.
    mutating func supportAttended(_ person: Int) {
        let team = team(person)
        let input = practices[team].computerised
        var falls = random.stream(.fallPerSupport, of: desk.people[person].key)
        let fall = falls.normal(
            mean: input.change, standardDeviation: abs(input.change) * practices[team].scores.changeVariation)
        people[person].depression -= Float(fall)
        people[person].anxiety -= Float(fall * practices[team].scores.anxietyShare)
        takeScores(person, isFirst: false)
        count(.supportContacts, of: person, team: team)
        let before = desk.episodes[person]
        hear(.sessionAttended(UInt32(person)))
        recordContact(person, before: before)
        settle()
        if desk.people[person].plannedSessions == 0, needsNoMore(person) { close(person, .noLongerNeeded) }
    }

    /// Whether somebody who worked with computerised CBT is found recovered, and needs no more (KT-6).
    mutating func needsNoMore(_ person: Int) -> Bool {
        guard desk.people[person].flags.contains(.onComputerised),
            desk.people[person].scores.isRecovery(since: desk.people[person].startScores)
        else { return false }
        return random.happens(
            .needsNoMore, of: desk.people[person].key, referredIn: people[person].origin,
            share: practices[team(person)].computerised.endsWhenRecovered)
    }

    /// What a psycho-educational course will do for somebody (TX-4, TX-10).
    mutating func planGroupCourse(_ person: Int) {
        guard let number = desk.group(of: person) else { return }
        let mean = practices[team(person)].groups.change
        var falls = random.stream(.fallInGroup, of: desk.people[person].key)
        people[person].fallPerSession = Float(
            falls.normal(
                mean: mean, standardDeviation: abs(mean) * practices[team(person)].scores.changeVariation))
        hear(
            .coursePlanned(
                UInt32(person), sessions: UInt8(clamping: desk.groups[number].days.count), supervisorAgrees: false))
    }

    /// A course is over: the case manager reviews with each person whether anything more is needed (TX-4, ST-1).
    mutating func reviewAfterGroup(_ person: Int) {
        guard desk.people[person].sessionsAtStep > 0 else { return close(person, .droppedOut) }
        let team = team(person)
        let key = desk.people[person].key
        guard desk.people[person].scores.isCase,
            random.happens(.furtherInput, of: key, share: practices[team].groups.furtherInput)
        else { return endCourse(person) }
        var needs = random.stream(.furtherSessions, of: key)
        let more = needs.gamma(derived[team].needs[0])
        // Whoever gained more than others from the course gains more than others from what follows.
        let change = practices[team].groups.change
        let relative = change == 0 ? 1 : Double(people[person].fallPerSession) / change
        people[person].fallPerSession = Float(practices[team].scores.lowChange * relative)
        let sessions = Int(desk.people[person].sessionsAtStep) + max(1, Int(more.rounded()))
        // What goes beyond the usual number was agreed with the course.
        hear(.coursePlanned(UInt32(person), sessions: UInt8(clamping: sessions), supervisorAgrees: true))
        hear(.courseGoesOn(UInt32(person)))
        settle()
    }
}
