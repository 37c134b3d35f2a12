import Allocation
import BookingStore
public import CareModel
import Crypto
import Foundation

/// A link that was issued (BK-10).
public struct IssuedLink: Codable, Hashable, Sendable {
    /// Its number.
    public var link: Int64
    /// When the offered slot starts.
    public var start: CivilMinute
    /// From this minute the link is worth nothing.
    public var expires: CivilMinute
    /// The name of the person whose it is.
    public var name: String?
}

/// What somebody with a link sees: times, and nothing that says who they are or why they come (BK-10).
public struct LinkView: Codable, Hashable, Sendable {
    /// A time that may be booked.
    public struct Choice: Codable, Hashable, Sendable {
        /// When it starts.
        public var start: CivilMinute
        /// How long, in minutes.
        public var minutes: Int
        /// The room, if one is needed.
        public var room: String?
    }

    /// Until when the link is good.
    public var expires: CivilMinute
    /// The offered time first, if it is still free; then the next best.
    public var choices: [Choice]
    /// Whether the time that was offered is still free.
    public var isStillFree: Bool
}

/// What came of choosing a time by a link.
public enum LinkReply: Codable, Hashable, Sendable {
    /// It is booked; the link is used up.
    case booked(start: CivilMinute, room: String?)
    /// It is not free any more: what is; the link is still good.
    case nextBest(LinkView)
}

extension BookingService {
    /// Issues a link with which a person may book the best slot, or the next best, without an account (BK-10). A link
    /// that the person has already is withdrawn. The caller hands the secret over, and nobody else has it.
    /// - Parameters:
    ///   - secret: made by chance, 16 characters or more; the store keeps its digest only.
    ///   - days: for how many days it is good, 1 … 28.
    public func issueLink(person: Int64, secret: String, days: Int, in context: Context) throws -> IssuedLink {
        guard secret.count >= 16 else { throw BookingError.invalid("the secret of a link is too short") }
        guard (1...28).contains(days) else {
            throw BookingError.invalid("a link is good for 1 to 28 days, not \(days)")
        }
        let command = KeyedCommand("link", .person(person), days, BookingService.digest(secret))
        return try run(context, .book, command) { step in
            let index = try step.index(of: person)
            guard let kind = step.box.desk.nextKind(of: index) else { throw BookingError.refused([.notWaiting]) }
            guard let best = step.box.desk.offers(for: index, kind: kind, limit: 1).slots.first else {
                throw BookingError.invalid("there is no slot to offer to person \(person)")
            }
            for old in try step.writer.openLinks(ofPerson: person) {
                try step.decisions().append(.linkEnded(LinkEnded(link: old.link.link, outcome: .withdrawn)))
            }
            let issued = LinkIssued(
                link: try step.writer.nextNumber(of: .link), digest: BookingService.digest(secret), person: person,
                clinician: best.clinician, start: best.start, expires: step.context.now + Int64(days) * 1440)
            try step.decisions().append(.linkIssued(issued))
            try step.decisions().tell(index, .bookingLink)
            return IssuedLink(
                link: issued.link, start: issued.start, expires: issued.expires, name: try step.name(of: person))
        }
    }

    /// What somebody with a link may choose from. Whoever has the secret may ask; it is in the access log.
    public func open(link secret: String, in context: Context) throws -> LinkView {
        try look(BookingService.stranger(context), nil, KeyedCommand("link")) { step in
            let link = try step.link(secret)
            try step.writer.recordAccess(
                toPerson: link.link.person, what: "link", at: step.context.now, by: step.context.author)
            return try step.view(link)
        }
    }

    /// Books a time by a link, once (BK-10). One that is not free any more is answered with the next best.
    public func choose(link secret: String, start: CivilMinute, in context: Context) throws -> LinkReply {
        let command = KeyedCommand("choose by a link", .nobody, BookingService.digest(secret), start)
        return try run(BookingService.stranger(context), nil, command) { step in
            let link = try step.link(secret)
            let index = try step.index(of: link.link.person)
            guard let kind = step.box.desk.nextKind(of: index),
                let slot = step.slots(link, kind, index).first(where: { $0.start == start })
            else { return .nextBest(try step.view(link)) }
            let booked = try step.book(
                link.link.person, slot, hold: nil, reason: nil, channel: .unknown, byPerson: true)
            try step.decisions().append(.linkEnded(LinkEnded(link: link.link.link, outcome: .used)))
            return .booked(start: booked.start, room: booked.room)
        }
    }

    /// The digest of a secret, as the store keeps it.
    static func digest(_ secret: String) -> String {
        SHA256.hash(data: Data(secret.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Whoever comes by a link is no user.
    private static func stranger(_ context: Context) -> Context {
        var stranger = context
        stranger.author = Author(user: 0, origin: "link")
        return stranger
    }
}

extension BookingService.CommandStep {
    /// How many times a link shows.
    private static var mostChoices: Int { 5 }

    /// The link with a secret, if it is good.
    fileprivate func link(_ secret: String) throws -> LinkRecord {
        guard let link = try writer.link(withDigest: BookingService.digest(secret)), link.outcome == nil,
            link.link.expires > context.now
        else { throw BookingError.noSuchLink }
        return link
    }

    /// The offered slot first, if it is still free, then the best of the others.
    fileprivate func slots(_ link: LinkRecord, _ kind: AppointmentKind, _ index: Int) -> [SlotOffer] {
        let offered = box.desk.fitted(
            SlotOffer(clinician: link.link.clinician, start: link.link.start, minutes: 0, reasons: []), for: index,
            kind: kind)
        let isFree = box.desk.refusals(of: offered, for: index, kind: kind).isEmpty
        var starts: [CivilMinute] = isFree ? [offered.start] : []
        var slots = isFree ? [offered] : []
        // Two clinicians at one time are one choice: the person chooses a time.
        for slot in box.desk.offers(for: index, kind: kind, limit: 20).slots where !starts.contains(slot.start) {
            starts.append(slot.start)
            slots.append(slot)
        }
        return Array(slots.prefix(Self.mostChoices))
    }

    fileprivate func view(_ link: LinkRecord) throws -> LinkView {
        let index = try self.index(of: link.link.person)
        guard let kind = box.desk.nextKind(of: index) else { throw BookingError.noSuchLink }
        let slots = slots(link, kind, index)
        return LinkView(
            expires: link.link.expires,
            choices: slots.map { slot in
                LinkView.Choice(
                    start: slot.start, minutes: slot.minutes, room: slot.roomNumber.flatMap { box.roomNames[$0] })
            }, isStillFree: slots.first?.start == link.link.start)
    }
}
