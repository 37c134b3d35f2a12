/// What a supervisor says of the discharge of somebody who has not recovered (ST-8).
public enum DischargeAgreement: Codable, Hashable, Sendable {
    /// A supervisor agrees: who, as it is kept.
    case agreed(by: String)
    /// A supervisor is asked: the person stays until they have decided.
    case asked

    /// Who agrees; nil if nobody has.
    var supervisor: String? {
        if case .agreed(let supervisor) = self { return supervisor }
        return nil
    }
}
