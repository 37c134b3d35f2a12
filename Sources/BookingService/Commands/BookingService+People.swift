public import Allocation
public import BookingStore
public import CareModel

extension BookingService {
    /// Receives a referral (RF-13). Somebody with the same NHS number who is in the service already is not received
    /// twice; one who was before is linked (ST-6). Without the number, somebody of the same name of whom something else
    /// is alike too is received only on the word that it is another person.
    /// - Parameter isAnother: it is another person than those who are alike.
    /// - Throws: ``BookingError/likelySame(_:)``; ``BookingError/wrongIdentity(_:)``.
    public func refer(
        _ referral: Referral, _ identity: Identity, isAnother: Bool = false, in context: Context
    ) throws -> ReceivedReferral {
        let command = KeyedCommand("refer", .nobody, told(referral, context), identity, isAnother)
        return try run(context, .book, command) { step in
            try step.receive(referral, identity, isAnother: isAnother)
        }
    }

    /// Receives several referrals in one step: all of them, or none.
    /// - Parameter isAnother: those who are alike are other people.
    /// - Returns: what became of each, in the order of the referrals.
    /// - Throws: ``BookingError/refusedReferrals(_:)`` with everything that stands against them.
    public func refer(
        _ received: [(referral: Referral, identity: Identity)], isAnother: Bool = false, in context: Context
    ) throws -> [ReceivedReferral] {
        let all = received.map { (told($0.referral, context), $0.identity) }
        return try run(context, .book, KeyedCommand("refer many", .nobody, all, isAnother)) { step in
            var people: [ReceivedReferral] = []
            var refused: [RefusedReferral] = []
            let before = step.box.desk.episodes.count
            for (index, one) in received.enumerated() {
                do {
                    people.append(try step.receive(one.referral, one.identity, isAnother: isAnother, before: before))
                } catch let reason as BookingError {
                    refused.append(RefusedReferral(index: index, reason: reason))
                }
            }
            guard refused.isEmpty else { throw BookingError.refusedReferrals(refused) }
            return people
        }
    }

    /// A referral as a key knows it: given again a minute later, one of the present minute is still the same command.
    private func told(_ referral: Referral, _ context: Context) -> [Any] {
        guard referral.received == context.now else { return [referral] }
        var told = referral
        told.received = CivilMinute(minutes: 0)
        return [told, "now"]
    }

    /// Records that a referral was screened (RF-4, RF-5, RF-7, RF-9).
    public func screen(
        person: Int64, _ facts: ScreeningFacts, isDiverted: Bool = false, in context: Context
    ) throws -> PersonStanding {
        try tell(person, "screening", .recordContact, context) { .screened($0, facts, isDiverted: isDiverted) }
    }

    /// Records an attempt of the clerk's to reach a person (RF-10).
    public func contact(
        person: Int64, _ answer: ContactAnswer, in context: Context
    ) throws -> PersonStanding {
        try tell(person, "an attempt to make contact", .book, context) { .contactAttempted($0, answer) }
    }

    /// Records that somebody who missed an appointment was in touch, or was not in time (AT-4).
    /// - Parameter atLimit: what is said for the case that the episode ends for want of contact; nil asks.
    /// - Throws: ``BookingError/endsWithoutContact(person:)`` if it would end, and nobody said so.
    public func answered(
        person: Int64, madeContact: Bool, atLimit: LimitAnswer? = nil, in context: Context
    ) throws -> PersonStanding {
        guard !madeContact else { return try tell(person, "making contact", .book, context) { .madeContact($0) } }
        let command = KeyedCommand("no contact", .person(person), atLimit)
        return try run(context, .book, command) { step in
            let index = try step.index(of: person)
            try step.require(.madeNoContact(UInt32(index)), "recording that nobody was in touch")
            var decisions = step.decisions()
            switch atLimit {
            case .ends: try decisions.hear(.madeNoContact(UInt32(index)))
            case .asks: try step.askForException(index, &decisions)
            case .exception: throw BookingError.invalid("a supervisor's exception is that the person was in touch")
            case nil: throw BookingError.endsWithoutContact(person: person)
            }
            return try step.state(of: person)
        }
    }

    /// Records that supervision agreed a step-up (ST-1).
    public func agreeStepUp(person: Int64, in context: Context) throws -> PersonStanding {
        try tell(person, "agreeing a step-up", .recordContact, context) { .stepUpAgreed($0) }
    }

    /// Moves a case from its clinician to whoever has room (PO-8): the person is first in line for treatment.
    public func moveCase(person: Int64, in context: Context) throws -> PersonStanding {
        try tell(person, "moving a case", .book, context) { .caseMoved($0) }
    }

    /// Records that a hold is over: treatment can start (PR-3).
    public func endHold(person: Int64, in context: Context) throws -> PersonStanding {
        try tell(person, "ending a hold", .book, context) { .holdEnded($0) }
    }

    /// Ends an episode (ST-6).
    public func discharge(person: Int64, _ reason: EndReason, in context: Context) throws -> PersonStanding {
        try tell(person, "discharge as \(reason.name)", .recordContact, context) { .closed($0, reason) }
    }

    /// Tells the desk one fact about a person.
    func tell(
        _ person: Int64, _ command: String, _ permission: Permission, _ context: Context,
        _ fact: @escaping @Sendable (UInt32) -> DeskFact
    ) throws -> PersonStanding {
        // What the fact says beside whom it is about.
        let told = KeyedCommand(command, .person(person), fact(0))
        return try run(context, permission, told) { step in
            let index = UInt32(try step.index(of: person))
            try step.require(fact(index), command)
            var decisions = step.decisions()
            try decisions.hear(fact(index))
            return try step.state(of: person)
        }
    }
}
