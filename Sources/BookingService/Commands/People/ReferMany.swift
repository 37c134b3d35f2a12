import Allocation

/// Receives several referrals in one step: all of them, or none. The reply has what became of each, in their order; a
/// refusal is ``BookingError/refusedReferrals(_:)``, with everything that stands against them.
public struct ReferMany: UseCase {
    /// The referrals, and whose they are.
    public var referrals: [ToldReferral]
    /// Those who are alike are other people.
    public var isAnother: Bool

    /// The command.
    public init(referrals: [ToldReferral], isAnother: Bool = false) {
        self.referrals = referrals
        self.isAnother = isAnother
    }
}

extension ReferMany {
    package static let name = "refer-many"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .nobody }
    package var words: String { "refer many" }
    package var formerParts: [Any?] { [referrals.map { ($0.former, $0.identity) }, isAnother] }

    package func perform(in step: CommandStep) throws -> [ReceivedReferral] {
        var people: [ReceivedReferral] = []
        var refused: [RefusedReferral] = []
        let before = step.box.desk.episodes.count
        for (index, one) in referrals.enumerated() {
            do {
                let told = one.referral(at: step.context.now)
                people.append(try step.intake.receive(told, one.identity, isAnother: isAnother, before: before))
            } catch let reason as BookingError {
                refused.append(RefusedReferral(index: index, reason: reason))
            }
        }
        guard refused.isEmpty else { throw BookingError.refusedReferrals(refused) }
        return people
    }
}
