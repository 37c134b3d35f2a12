/// Receives a referral (RF-13). Somebody with the same NHS number who is in the service already is not received twice;
/// one who was before is linked (ST-6). Without the number, somebody of the same name of whom something else is alike
/// too is received only on the word that it is another person: else it is refused with ``BookingError/likelySame(_:)``.
public struct Refer: UseCase {
    /// The referral, and whose it is.
    public var referral: ToldReferral
    /// It is another person than those who are alike.
    public var isAnother: Bool

    /// The command.
    public init(referral: ToldReferral, isAnother: Bool = false) {
        self.referral = referral
        self.isAnother = isAnother
    }
}

extension Refer {
    package static let name = "refer"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .nobody }
    package var words: String { "refer" }
    package var formerParts: [Any?] { [referral.former, referral.identity, isAnother] }

    package func perform(in step: CommandStep) throws -> ReceivedReferral {
        let told = referral.referral(at: step.context.now)
        return try step.intake.receive(told, referral.identity, isAnother: isAnother)
    }
}
