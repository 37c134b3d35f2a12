import BookingService
import BookingStore
import CareModel

/// How a self-referral comes to the desk (BK-11): by the command that a clerk gives, in the name of the desk itself.
///
/// A stranger learns nothing of who is in the service: who is there already gets the same answer, and the desk a task
/// to see to it. Nobody's record or booking is moved by a stranger's word: whoever says that it is urgent is on the
/// duty list as somebody new.
enum SelfReferralDoor {
    /// Receives it, once for each reference.
    /// - Returns: when the duty worker is to call; nil if it is not urgent.
    static func send(
        _ answers: SelfReferral, _ reference: ReferralReference, to service: BookingService
    ) throws -> CivilMinute? {
        var context = BookingService.Context(now: answers.now, author: .software, key: reference.key)
        context.rights = [.book]
        guard let person = try receive(answers, service, context), answers.need == .now else { return nil }
        return try service.dutyCall(of: person, in: context)
    }

    /// - Returns: who it is about; nil if the same form was sent before.
    private static func receive(
        _ answers: SelfReferral, _ service: BookingService, _ context: BookingService.Context
    ) throws -> Int64? {
        let known = ToldReferral(answers.referral, answers.identity, now: answers.now)
        do {
            return try service.receive(Refer(referral: known), in: context)
        } catch let error as BookingError {
            if case .store(.keyReused) = error { return nil }
            if answers.need != .now, let person = error.whoIsThere {
                let contact = ReceiveContact(person: person, about: .administration, said: said(answers))
                if (try? service.perform(.receiveContact(contact), in: context)) != nil { return person }
            }
            guard error.whoIsThere != nil else { throw error }
            var other = known
            other.identity.nhsNumber = nil
            return try service.receive(Refer(referral: other, isAnother: true), in: context)
        }
    }

    private static func said(_ answers: SelfReferral) -> String {
        let identity = answers.identity
        let details = [
            identity.phone.map { "telephone \($0)" }, identity.email.map { "email \($0)" },
            identity.address.map { "address \($0)" }, identity.format.map { "letters: \($0)" },
        ].compactMap { $0 }.joined(separator: ", ")
        let risk = answers.need == .thoughts ? ", with thoughts of ending their life or harming somebody" : ""
        return "referred themselves online, and seems to be here already\(risk)"
            + (details.isEmpty ? "" : "; what they entered: \(details)")
    }
}

extension BookingService {
    fileprivate func receive(_ command: Refer, in context: Context) throws -> Int64? {
        if case .received(let received) = try perform(.refer(command), in: context) { return received.person }
        return nil
    }
}

extension BookingError {
    /// Who is in the service already, as far as can be known.
    fileprivate var whoIsThere: Int64? {
        if case .duplicateReferral(let person) = self { return person }
        if case .likelySame(let alike) = self { return alike.first?.person }
        return nil
    }
}
