public import BookingStore
public import CareModel
import Foundation

/// A part of what is said of somebody, by the name that it has in tables and in the options of commands.
public enum IdentityField: String, CaseIterable, Sendable {
    case name
    case nhsNumber = "nhs-number"
    case dateOfBirth = "date-of-birth"
    case phone, email, address, format
}

/// What is wrong with what is said of somebody.
public struct IdentityFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// Which part.
    public let field: IdentityField
    /// What is wrong with it.
    public let what: String
    /// What would be allowed.
    public let allowed: String

    /// The fault in a sentence.
    public var description: String { "\(field.rawValue): \(what) (\(allowed))" }
}

/// One check of names, numbers, dates and contact details for every door: a command, a file of referrals, the tables
/// of a service, a change of details.
public enum IdentityCheck {
    /// Most characters of a name.
    public static let longestName = 200
    /// Most characters of any other detail.
    public static let longestDetail = 500
    /// Nobody is older, in years.
    public static let oldestYears = 125

    /// Who somebody is as it is kept: without blanks at the ends, the NHS number as ten digits, and nothing that is no
    /// NHS number but only holds the place of one.
    /// - Parameter today: nobody is born after it.
    /// - Returns: who it is, and what was left out, a sentence each.
    /// - Throws: ``IdentityFault`` for the first part that is wrong.
    public static func checked(
        _ identity: Identity, today: CivilDay
    ) throws(IdentityFault) -> (identity: Identity, notes: [String]) {
        let faults = faults(of: identity, today: today)
        if let first = faults.first { throw first }
        var kept = trimmed(identity)
        var notes: [String] = []
        if let given = kept.nhsNumber {
            let number = NHSNumber(given)
            kept.nhsNumber = number?.digits
            if number?.isPlaceholder == true {
                kept.nhsNumber = nil
                notes.append("\(given) only holds the place of an NHS number: it is not kept")
            }
        }
        return (kept, notes)
    }

    /// Everything that is wrong.
    public static func faults(of given: Identity, today: CivilDay) -> [IdentityFault] {
        let identity = trimmed(given)
        var faults = textFaults(identity)
        if let number = identity.nhsNumber, NHSNumber(number) == nil {
            faults.append(
                IdentityFault(
                    field: .nhsNumber, what: "\(number) is no NHS number",
                    allowed: "ten digits, of which the last one checks the others"))
        }
        if let born = identity.dateOfBirth {
            if born > today {
                faults.append(
                    IdentityFault(
                        field: .dateOfBirth, what: "\(born) is still to come", allowed: "a day up to \(today)"))
            } else if today.date.year - born.date.year > oldestYears {
                faults.append(
                    IdentityFault(
                        field: .dateOfBirth, what: "\(born) is more than \(oldestYears) years ago",
                        allowed: "\(oldestYears) years at most"))
            }
        }
        return faults
    }

    private static func textFaults(_ identity: Identity) -> [IdentityFault] {
        var faults: [IdentityFault] = []
        if !identity.name.contains(where: \.isLetter) {
            faults.append(
                IdentityFault(
                    field: .name, what: identity.name.isEmpty ? "is missing" : "has no letter in it",
                    allowed: "the name of somebody"))
        }
        let texts: [(IdentityField, String?, Int)] = [
            (.name, identity.name, longestName), (.phone, identity.phone, longestDetail),
            (.email, identity.email, longestDetail), (.address, identity.address, longestDetail),
            (.format, identity.format, longestDetail),
        ]
        for (field, text, longest) in texts {
            guard let text, text.unicodeScalars.count > longest else { continue }
            faults.append(
                IdentityFault(
                    field: field, what: "has \(text.unicodeScalars.count) characters",
                    allowed: "\(longest) at most"))
        }
        if let phone = identity.phone, PhoneDigits(phone) == nil {
            faults.append(
                IdentityFault(field: .phone, what: "'\(phone)' is no telephone number", allowed: "six digits or more"))
        }
        if let email = identity.email, !isAddress(email) {
            faults.append(
                IdentityFault(field: .email, what: "'\(email)' is no email address", allowed: "name@place"))
        }
        return faults
    }

    /// Whether a text can be an email address: one @ with something on both sides, and no blank.
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.contains(where: \.isWhitespace)
    }

    /// Without blanks at the ends; what is empty then is not known.
    private static func trimmed(_ identity: Identity) -> Identity {
        var kept = identity
        kept.name = identity.name.trimmingCharacters(in: .whitespacesAndNewlines)
        func known(_ text: String?) -> String? {
            text.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.flatMap { $0.isEmpty ? nil : $0 }
        }
        kept.nhsNumber = known(identity.nhsNumber)
        kept.phone = known(identity.phone)
        kept.email = known(identity.email)
        kept.address = known(identity.address)
        kept.format = known(identity.format)
        return kept
    }
}

extension NHSNumber {
    /// Whether the number only holds the place of one, as systems do that ask for one where none is known: two
    /// different digits at most, or the digits in a row. Such a number says nothing of who somebody is.
    public var isPlaceholder: Bool {
        Set(digits).count <= 2 || digits == "0123456789" || digits == "9876543210"
    }
}
