import Allocation
import BookingStore
import CareModel

/// Changes who somebody is said to be, how to reach them, or what they agreed to. It is refused if the NHS number is
/// somebody else's.
public struct ChangePerson: UseCase {
    /// The person's number.
    public var person: Int64
    /// What is to be changed.
    public var change: PersonChange

    /// The command.
    public init(person: Int64, change: PersonChange) {
        self.person = person
        self.change = change
    }
}

extension ChangePerson {
    package static let name = "change-person"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "change person" }

    package func perform(in step: CommandStep) throws -> ChangedPerson {
        let index = try step.index(of: person)
        guard let known = try step.writer.identity(ofPerson: person) else {
            throw BookingError.noSuchPerson(person)
        }
        let (identity, notes) = try step.intake.checked(change.applied(to: known))
        if let number = identity.nhsNumber, number != known.nhsNumber {
            for other in try step.writer.people(withNHSNumber: number)
            where other != person && step.box.desk.episodes[Int(other) - 1].state.isOpen {
                throw BookingError.duplicateReferral(person: other)
            }
        }
        var decisions = step.decisions()
        if identity.name != known.name { step.box.namesakes = nil }
        if identity != known { try decisions.append(.personChanged(.init(person: person, identity: identity))) }
        let referral = step.box.desk.referrals[index]
        let ofAge = step.intake.withAge(referral, of: identity)
        if identity.dateOfBirth != known.dateOfBirth, ofAge != referral {
            // The desk learns of it with the next step.
            try decisions.append(.referralChanged(ReferralChanged(person: person, referral: ofAge)))
            step.box.isStale = true
        }
        let isShort = step.box.desk.people[index].flags.contains(.shortNotice)
        let short = change.acceptsShortNotice ?? isShort
        if short != isShort { try decisions.hear(.shortNotice(UInt32(index), short)) }
        return ChangedPerson(
            person: person, name: identity.name, isChanged: identity != known || short != isShort, notes: notes)
    }
}
