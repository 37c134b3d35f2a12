import BookingService
import BookingStore
import CareModel
import Testing

/// Who somebody is said to be, checked in one way at every door (RF-13).
@Suite struct IdentityTests {
    private static let today = CivilDay(year: 2027, month: 1, day: 11) ?? CivilDay(number: 0)

    private static func person(_ change: (inout Identity) -> Void) -> Identity {
        var identity = Identity(name: "Ann Invented")
        change(&identity)
        return identity
    }

    private static let wrong: [(IdentityField, Identity)] = [
        (.name, person { $0.name = "" }), (.name, person { $0.name = " \n" }), (.name, person { $0.name = "123" }),
        (.name, person { $0.name = String(repeating: "x", count: 201) }),
        (.nhsNumber, person { $0.nhsNumber = "9434765918" }), (.nhsNumber, person { $0.nhsNumber = "no" }),
        (.dateOfBirth, person { $0.dateOfBirth = today + 1 }),
        (.dateOfBirth, person { $0.dateOfBirth = today - 127 * 365 }),
        (.phone, person { $0.phone = "none" }), (.phone, person { $0.phone = "12345" }),
        (.email, person { $0.email = "nothing" }), (.email, person { $0.email = "a@b@c" }),
        (.email, person { $0.email = "@b" }), (.email, person { $0.email = "a b@c" }),
        (.address, person { $0.address = String(repeating: "x", count: 501) }),
        (.format, person { $0.format = String(repeating: "x", count: 501) }),
    ]

    @Test func eachPartThatCannotBeIsNamed() {
        for (field, identity) in Self.wrong {
            #expect(IdentityCheck.faults(of: identity, today: Self.today).map(\.field) == [field], "\(identity)")
        }
    }

    @Test func everyPartIsChecked() {
        #expect(Set(Self.wrong.map { $0.0 }) == Set(IdentityField.allCases))
    }

    @Test func everythingThatIsWrongIsSaidAtOnce() {
        let identity = Self.person {
            $0.name = ""
            $0.nhsNumber = "1"
            $0.email = "x"
        }
        #expect(IdentityCheck.faults(of: identity, today: Self.today).count == 3)
    }

    @Test(arguments: ["Zoë O'Nail-Example", "张伟 Invented", "Ng", "Ann\tInvented", "Sinéad Ní Éxample"])
    func namesOfEveryKindAreTaken(name: String) throws {
        let kept = try IdentityCheck.checked(Identity(name: "  \(name) "), today: Self.today)
        #expect(kept.identity.name == name)
    }

    @Test(arguments: ["0000000000", "000-000-0000", "1111111111", "999 999 9999", "0123456789", "4000000004"])
    func aNumberThatHoldsAPlaceIsNoIdentity(number: String) throws {
        let kept = try IdentityCheck.checked(Self.person { $0.nhsNumber = number }, today: Self.today)
        #expect(kept.identity.nhsNumber == nil)
        #expect(kept.notes.count == 1)
    }

    @Test func aNumberIsKeptAsItsDigits() throws {
        let kept = try IdentityCheck.checked(Self.person { $0.nhsNumber = "943 476 5919" }, today: Self.today)
        #expect(kept.identity.nhsNumber == "9434765919")
        #expect(kept.notes.isEmpty)
    }

    @Test(arguments: [
        ("Zoë O'Nail-Example", "zoe onail example", true), ("Ann Invented", "ANN  invented", true),
        ("Ann Invented", "Invented Ann", false), ("Ann Invented", "Anne Invented", false),
    ])
    func namesAreComparedByTheirWords(one: String, other: String, areAlike: Bool) {
        #expect((NameWords(one) == NameWords(other)) == areAlike)
    }

    @Test(arguments: [("ann", true), ("inv a", true), ("nn", false), ("ann b", false), ("", false), ("-", false)])
    func theBeginningsOfWordsFindAName(text: String, isFound: Bool) {
        #expect(NameWords("Ann Invented").matches(NameWords(text)) == isFound)
    }
}
