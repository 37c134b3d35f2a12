/// One check of what clinicians, users, rooms and supervisors are called, for every command that takes a name: there is
/// a letter or a digit in it, and it fits where names are shown.
enum NameCheck {
    /// A name without blanks at the ends.
    /// - Parameter whose: what is called so, in a sentence: "a room".
    /// - Throws: ``BookingError/invalid(_:)``.
    static func checked(_ name: String, of whose: String) throws(BookingError) -> String {
        let kept = String(name.trimmed)
        guard kept.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw BookingError.invalid(
                "\(whose) needs a name\(kept.isEmpty ? "" : ", and '\(kept)' is none") (a letter or a digit at least)")
        }
        let count = kept.unicodeScalars.count
        guard count <= IdentityCheck.longestName else {
            throw BookingError.invalid(
                "the name of \(whose) has \(count) characters (\(IdentityCheck.longestName) at most)")
        }
        guard !kept.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw BookingError.invalid("the name of \(whose) has signs in it that cannot be seen (one line of text)")
        }
        return kept
    }
}

extension String {
    /// Without blanks at the ends.
    fileprivate var trimmed: Substring {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}

extension DischargeAgreement {
    /// Who agrees, by a name; nil if nobody has.
    /// - Throws: ``BookingError/invalid(_:)``.
    func namedSupervisor() throws(BookingError) -> String? {
        guard let supervisor else { return nil }
        return try NameCheck.checked(supervisor, of: "a supervisor who agrees")
    }
}
