import Allocation
import BookingStore
import CareModel

/// Somebody who waits for treatment wants keeping-in-touch calls, or wants none (KT-5). Whoever wants none is written
/// to, and is on no list of calls; a call that is booked is cancelled first.
public struct ChooseCalls: UseCase {
    /// The person's number.
    public var person: Int64
    /// Whether the person wants to be called.
    public var wantsCalls: Bool

    /// The command.
    public init(person: Int64, wantsCalls: Bool) {
        self.person = person
        self.wantsCalls = wantsCalls
    }
}

extension ChooseCalls {
    package static let name = "choose-calls"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { wantsCalls ? "choosing calls" : "choosing no calls" }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        let index = try step.index(of: person)
        let state = step.box.desk.episodes[index].state
        guard state == .waitingTreatment, var facts = try step.writer.person(person)?.facts else {
            throw BookingError.impossible(person: person, state: state, command: words)
        }
        guard facts.keepingInTouchOptOut == wantsCalls else { return try step.state(of: person) }
        let known = step.box.desk.people[index]
        guard wantsCalls || !known.isBooked || known.slotKind != .keepingInTouch else {
            let call = step.box.appointments[index, known.slotStart] ?? 0
            throw BookingError.invalid("appointment \(call) is a call: cancel it first")
        }
        facts.keepingInTouchOptOut = !wantsCalls
        facts.lastKeptInTouch = step.context.now.day
        facts.nextActionDue = wantsCalls ? nextCall(index, step).start : nil
        let decisions = step.decisions()
        try decisions.append(.callsChosen(CallsChosen(person: person, wantsCalls: wantsCalls)))
        try decisions.append(.personFactsChanged(PersonFactsChanged(person: person, facts: facts)))
        if !wantsCalls {
            let due = (step.context.now.day + 2).start
            try decisions.log.tasks.add(.keepingInTouchLetter, due: due, person: index)
        }
        // The desk learns of it with the next step.
        step.box.isStale = true
        var reply = try step.state(of: person)
        reply.nextActionDue = facts.nextActionDue
        return reply
    }

    /// The day on which the next call is to be booked: a week ahead of when it is due (KT-2).
    private func nextCall(_ index: Int, _ step: CommandStep) -> CivilDay {
        let (today, rule) = (step.context.now.day, step.box.desk.rules[step.box.desk.team(index)].keepingInTouch)
        let bookOn = max(rule.nextDue(after: today) - 7, today + 1)
        return step.box.desk.calendar.day(0, workingDaysAfter: bookOn)
    }
}
