import BookingStore
import CareModel
import Testing

@testable import BookingService

/// A key knows every part of a command.
@Suite struct KeyedCommandTests {
    private let clinic: SmallClinic
    init() throws { clinic = try SmallClinic() }

    /// Each change of one part of a referral or an identity.
    private static let changes: [@Sendable (inout Referral, inout Identity) -> Void] = [
        { referral, _ in referral.team = 1 }, { referral, _ in referral.source = .generalPractitioner },
        { referral, _ in referral.perinatal = .yes }, { referral, _ in referral.veteran = .yes },
        { referral, _ in referral.language = 3 }, { referral, _ in referral.interpreter = .no },
        { referral, _ in referral.channel = .faceToFace }, { referral, _ in referral.venue = 2 },
        { referral, _ in referral.timeOfDay = .evening }, { referral, _ in referral.isUrgent = true },
        { referral, _ in referral.therapistSex = .female }, { referral, _ in referral.accessibilityNeed = .yes },
        { referral, _ in referral.received = referral.received - 1 }, { _, identity in identity.name += "x" },
        { _, identity in identity.phone = "07700900112" }, { _, identity in identity.consents = .post },
        { _, identity in identity.preferredChannel = .post }, { _, identity in identity.address = "1 Made Up Road" },
    ]

    @Test(arguments: changes.indices) func anyOtherPartIsAnotherCommand(_ place: Int) throws {
        var context = clinic.context
        context.key = "k"
        var (referral, identity) = (
            Referral(received: context.now, source: .selfWeb, team: 0), Identity(name: "Kim Key")
        )
        let first = try clinic.service.refer(referral, identity, in: context)
        // The same a minute later is the same command, and happens once.
        var later = context
        later.now = context.now + 1
        referral.received = later.now
        #expect(try clinic.service.refer(referral, identity, in: later).person == first.person)
        Self.changes[place](&referral, &identity)
        #expect(throws: BookingError.store(.keyReused(key: "k"))) {
            _ = try clinic.service.refer(referral, identity, in: later)
        }
        var other = later
        other.author = Author(user: 7, origin: "test")
        #expect(throws: BookingError.store(.keyReused(key: "k"))) {
            _ = try clinic.service.refer(referral, identity, in: other)
        }
    }

    @Test func partsDoNotRunTogether() throws {
        func key(_ person: Int64, _ name: String?, _ phone: String?, _ email: String? = nil) throws -> String {
            var change = PersonChange()
            (change.name, change.phone, change.email) = (name, phone, email)
            return try CommandKey.fingerprint(of: ChangePerson(person: person, change: change), by: .software)
        }
        let one = try key(1, "a b", "c")
        for other in [
            try key(1, "a", "b c"), try key(1, "a b c", nil), try key(2, "a b", "c"), try key(1, "a b", nil, "c"),
            try key(1, "a b", "c", ""),
        ] { #expect(one != other) }
    }

    @Test func aReasonIsAPartOfAHoldAndOfItsConfirmation() throws {
        var context = clinic.context
        let slot = try #require(clinic.service.offer(person: 1, in: context).slots.first).slot
        context.key = "hold"
        let held = try clinic.service.hold(person: 1, slot: slot, in: context)
        #expect(throws: BookingError.store(.keyReused(key: "hold"))) {
            _ = try clinic.service.hold(person: 1, slot: slot, reason: "why", in: context)
        }
        context.key = "confirm"
        _ = try clinic.service.confirm(hold: held.hold, in: context)
        #expect(throws: BookingError.store(.keyReused(key: "confirm"))) {
            _ = try clinic.service.confirm(hold: held.hold, reason: "why", in: context)
        }
    }
}
