import Allocation
import BookingStore
import CareModel

/// Issues a link with which a person may book the best slot, or the next best, without an account (BK-10). A link that
/// the person has already is withdrawn. The secret is made by chance by the caller (``BookingService/Context/secret``),
/// who hands it over, and nobody else has it: the store keeps its digest only, and the reply to the same key given
/// again is the link without it.
public struct IssueLink: UseCase {
    /// The person's number.
    public var person: Int64
    /// For how many days it is good, 1 … 28.
    public var days: Int

    /// The command.
    public init(person: Int64, days: Int = 3) {
        self.person = person
        self.days = days
    }
}

extension IssueLink {
    package static let name = "link"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .person(person) }
    package var words: String { "link" }

    package func perform(in step: CommandStep) throws -> IssuedLink {
        guard let secret = step.context.secret, secret.count >= 16 else {
            throw BookingError.invalid("the secret of a link is too short")
        }
        guard (1...28).contains(days) else {
            throw BookingError.invalid("a link is good for 1 to 28 days, not \(days)")
        }
        let index = try step.index(of: person)
        guard let kind = step.box.desk.nextKind(of: index) else { throw BookingError.refused([.notWaiting]) }
        guard let best = step.box.desk.offers(for: index, kind: kind, limit: 1).slots.first else {
            throw BookingError.invalid("there is no slot to offer to person \(person)")
        }
        for old in try step.writer.openLinks(ofPerson: person) {
            try step.decisions().append(.linkEnded(LinkEnded(link: old.link.link, outcome: .withdrawn)))
        }
        let issued = LinkIssued(
            link: try step.writer.nextNumber(of: .link), digest: TextDigest.of(secret), person: person,
            clinician: best.clinician, start: best.start, expires: step.context.now + Int64(days) * 1440)
        try step.decisions().append(.linkIssued(issued))
        try step.decisions().log.messages.tell(index, .bookingLink)
        return IssuedLink(
            link: issued.link, start: issued.start, expires: issued.expires, name: try step.name(of: person),
            secret: secret)
    }

    package static func kept(_ reply: IssuedLink) -> IssuedLink {
        var kept = reply
        kept.secret = nil
        return kept
    }
}
