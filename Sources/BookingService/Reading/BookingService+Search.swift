import Allocation
import BookingStore
public import CareModel
import Foundation

/// Somebody who was found.
public struct FoundPerson: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The name.
    public var name: String
    /// Date of birth, if it is known.
    public var dateOfBirth: CivilDay?
    /// Telephone number, if it is known.
    public var phone: String?
    /// The team.
    public var team: String
    /// Where the person is.
    public var state: EpisodeState
    /// When the referral was received.
    public var received: CivilMinute
    /// The next appointment that stands and is to come; nil if there is none.
    public var nextAppointment: CivilMinute?
}

extension BookingService {
    /// Finds people by what a clerk has at hand: a name or the beginnings of its words, an NHS number, a telephone
    /// number, a date of birth, the person's own number, or the reference of a self-referral (BK-11). Those in the
    /// service come first, then by name and number.
    /// Each who is found is in the access log (IG-1).
    /// - Parameter limit: people at most; 0 is all.
    /// - Returns: those found, and how many there are in all.
    /// Complexity: O(n) in everybody who was ever referred.
    public func find(
        _ text: String, limit: Int, in context: Context
    ) throws(BookingError) -> (people: [FoundPerson], count: Int) {
        try look(context, .search) { try FoundPeople(step: $0).found(SoughtPerson(text), limit: limit) }
    }
}

/// People who are found, as they are read.
private struct FoundPeople: StepPart {
    let step: CommandStep

    /// Those who may be meant, and how many there are in all; each who is shown is entered in the access log.
    func found(_ sought: SoughtPerson, limit: Int) throws -> (people: [FoundPerson], count: Int) {
        let teams = try writer.teams().map(\.name)
        let referred = try sought.reference.flatMap { try person(of: $0) }
        let found = try writer.identities { $0 == referred || sought.matches($0, $1) }
        let ranked = found.map { known in
            (known, box.desk.episodes[Int(known.person) - 1].state.isOpen ? 0 : 1)
        }.sorted {
            ($0.1, $0.0.identity.name, $0.0.person) < ($1.1, $1.0.identity.name, $1.0.person)
        }
        let shown = limit > 0 ? Array(ranked.prefix(limit)) : ranked
        let people = try shown.map { known, _ in
            try AccessRules.notice(.person(known.person), "found by a search", context, writer)
            return try entry(known.person, known.identity, teams)
        }
        return (people, found.count)
    }

    /// Whom a self-referral was about.
    private func person(of reference: ReferralReference) throws -> Int64? {
        guard let reply = try writer.keptReply(forKey: reference.key) else { return nil }
        return try JSONDecoder().decode(ReferredPerson.self, from: reply).person
    }

    private func entry(_ person: Int64, _ identity: Identity, _ teams: [String]) throws -> FoundPerson {
        let index = Int(person) - 1
        let next = try writer.appointments(ofPerson: person).first {
            $0.status == .standing && $0.attendance == nil && $0.placement.start >= context.now
        }
        return FoundPerson(
            person: person, name: identity.name, dateOfBirth: identity.dateOfBirth, phone: identity.phone,
            team: teams[box.desk.team(index)], state: box.desk.episodes[index].state,
            received: box.desk.referrals[index].received, nextAppointment: next?.placement.start)
    }
}

/// Whom the reply to a self-referral is about, whether a referral was received or a contact.
private struct ReferredPerson: Decodable { var person: Int64 }

/// What somebody is sought by.
struct SoughtPerson: Sendable {
    private let name: NameWords
    private let number: Int64?
    private let nhsNumber: String?
    private let phone: PhoneDigits?
    private let born: CivilDay?
    let reference: ReferralReference?

    /// What a clerk typed: it is taken for everything that it can be.
    init(_ text: String) {
        let isOfDigits = text.contains(where: \.isNumber) && !text.contains(where: \.isLetter)
        name = isOfDigits ? NameWords("") : NameWords(text)
        number = Int64(text)
        nhsNumber = NHSNumber(text)?.digits
        phone = isOfDigits ? PhoneDigits(text) : nil
        born = CivilDay(text)
        reference = ReferralReference(text)
    }

    /// Whether somebody may be meant.
    func matches(_ person: Int64, _ identity: Identity) -> Bool {
        if person == number || (nhsNumber != nil && identity.nhsNumber == nhsNumber) { return true }
        if let born, identity.dateOfBirth == born { return true }
        if let phone, let theirs = identity.phone.flatMap({ PhoneDigits($0) }) {
            if theirs == phone || theirs.digits.hasSuffix(phone.digits) { return true }
        }
        return !name.words.isEmpty && NameWords(identity.name).matches(name)
    }
}
