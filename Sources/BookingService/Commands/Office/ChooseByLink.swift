import Allocation
import BookingStore
public import CareModel

/// Books a time by a link, once (BK-10). One that is not free any more is answered with the next best.
public struct ChooseByLink: UseCase {
    /// The link's secret.
    public var secret: String
    /// The time.
    public var start: CivilMinute

    /// The command.
    public init(secret: String, start: CivilMinute) {
        self.secret = secret
        self.start = start
    }
}

extension ChooseByLink {
    package static let name = "choose-by-link"
    package static let right: Permission? = nil
    package static let comesByLink = true
    package var subject: CommandSubject { .nobody }
    package var words: String { "choose by a link" }
    package var formerParts: [Any?] { [TextDigest.of(secret), start] }

    package func perform(in step: CommandStep) throws -> LinkReply {
        let link = try step.links.link(secret)
        let index = try step.index(of: link.link.person)
        guard let kind = step.box.desk.nextKind(of: index),
            let slot = step.links.slots(link, kind, index).first(where: { $0.start == start })
        else { return .nextBest(try step.links.view(link)) }
        let booked = try step.bookings.book(
            link.link.person, slot, hold: nil, reason: nil, channel: .unknown, byPerson: true)
        try step.decisions().append(.linkEnded(LinkEnded(link: link.link.link, outcome: .used)))
        return .booked(start: booked.start, room: booked.room)
    }
}
