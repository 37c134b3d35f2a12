import BookingStore

extension Identity {
    /// Somebody invented, to try a service out: the address leads nowhere, and the telephone number is of those that
    /// are kept for drama. Two of three agreed to be written to.
    static func invented(_ number: Int) -> Identity {
        var identity = Identity(name: "Invented Person \(number)")
        identity.email = "person-\(number)@example.invalid"
        let digits = String(number % 1000)
        identity.phone = "07700 900" + String(repeating: "0", count: 3 - digits.count) + digits
        switch number % 3 {
        case 0: identity.consents = [.textMessage, .email, .practitionerLetter]
        case 1: identity.consents = [.email]
        default: identity.consents = []
        }
        return identity
    }
}
