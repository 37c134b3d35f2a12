import BookingStore
import TestSupport
import Testing

/// The laws of sets of options that the log keeps.
@Suite struct LawTests {
    static let consents: [Consents] = [.email, .textMessage, .voicemail, .post, .practitionerLetter]

    @Test func consents() throws {
        Laws.expectOptions(Self.consents)
        try Laws.expectRoundTrip((0..<32).map(Consents.init(rawValue:)))
    }
}
