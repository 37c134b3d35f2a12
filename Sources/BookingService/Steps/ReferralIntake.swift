import Allocation
import BookingStore
import CareModel

/// A referral that was received.
public struct ReceivedReferral: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The number that the person had in an earlier episode (ST-6); nil if none is known.
    public var earlier: Int64?
    /// The episodes of the same person that have ended, in order (TX-14); nil in answers of earlier releases.
    public var before: [EarlierEpisode]?
    /// People of the same name, of whom nothing else is known to be alike.
    public var couldBe: [PersonMatch]
    /// What was left out of what was given, a sentence each.
    public var notes: [String]
}

/// Referrals as they come in: who it is, whether they are known, and whether they are old enough (RF-8, ST-6, PR-4).
struct ReferralIntake: StepPart {
    let step: CommandStep

    /// Receives a referral.
    /// - Parameters:
    ///   - isAnother: it is another person than those who are alike.
    ///   - before: so many people were there before those who are received together; nil if it comes alone.
    func receive(
        _ referral: Referral, _ given: Identity, isAnother: Bool, before: Int? = nil
    ) throws -> ReceivedReferral {
        _ = try step.index(ofTeam: Int(referral.team))
        try checkDate(of: referral)
        let (identity, notes) = try checked(given)
        let earlier = try earlierEpisode(identity)
        let alike = try matches(
            of: identity, received: before == nil ? nil : referral.received, before: before ?? box.desk.episodes.count
        )
        .filter { $0.person != earlier }
        let sure = alike.filter { $0.isSure && $0.isOpen }
        guard isAnother || sure.isEmpty else { throw BookingError.likelySame(sure) }
        let episodes = try earlier.map { try step.earlier.ended(step.earlier.numbers(of: $0)) } ?? []
        var decisions = decisions()
        let known = ReferralIntake.referral(withAge(referral, of: identity), after: episodes)
        try decisions.receive(known, identity, earlier: earlier)
        let number = box.desk.episodes.count
        let tooYoung =
            try isUnderAge(number - 1)
            ? ["the person is \(underAge(number - 1)): screening sends them elsewhere"] : []
        box.namesakes?[NameWords(identity.name), default: []].append(Int64(number))
        // Somebody in urgent need is called by the duty worker on the same day (RF-3, ST-7, BK-11).
        if referral.isUrgent {
            try decisions.hear(.riskFound(UInt32(number - 1), clinician: -1, from: context.now))
        }
        return ReceivedReferral(
            person: Int64(number), earlier: earlier, before: episodes, couldBe: isAnother ? [] : alike,
            notes: notes + tooYoung)
    }

    /// A referral as it is known of somebody who was there before: where it says nothing of earlier interventions that
    /// did not help, those of this service are counted (RF-8, TX-14).
    private static func referral(_ told: Referral, after before: [EarlierEpisode]) -> Referral {
        guard told.matrix.earlierInterventions == .unknown, !before.isEmpty else { return told }
        var referral = told
        referral.matrix.earlierInterventions = .earlierInterventions(before.count { $0.isUnhelpfulCourse })
        return referral
    }

    private func checkDate(of referral: Referral) throws {
        guard referral.received <= context.now else {
            throw BookingError.invalid("the referral is dated \(referral.received), after now")
        }
        // Nobody waits for ten years: it is a slip of the pen.
        guard referral.received > context.now - 3653 * 1440 else {
            throw BookingError.invalid("the referral is dated \(referral.received), more than ten years ago")
        }
    }

    /// The latest episode of whoever has the NHS number; nil if there is none, or no number.
    /// - Throws: ``BookingError/duplicateReferral(person:)`` if one is open.
    private func earlierEpisode(_ identity: Identity) throws -> Int64? {
        guard let number = identity.nhsNumber else { return nil }
        let known = try writer.people(withNHSNumber: number)
        for person in known where box.desk.episodes[Int(person) - 1].state.isOpen {
            throw BookingError.duplicateReferral(person: person)
        }
        return known.max()
    }
}

extension ReferralIntake {
    /// Who somebody is as it is kept, and what was left out.
    /// - Throws: ``BookingError/wrongIdentity(_:)``.
    func checked(_ identity: Identity) throws -> (identity: Identity, notes: [String]) {
        do { return try IdentityCheck.checked(identity, today: context.now.day) } catch {
            throw BookingError.wrongIdentity(error)
        }
    }
}

// Who is under 18, and who is younger than the people whom a team sees (PR-4).

extension ReferralIntake {
    /// A referral with the age band that the date of birth says, if one is known.
    func withAge(_ referral: Referral, of identity: Identity) -> Referral {
        guard let born = identity.dateOfBirth else { return referral }
        var known = referral
        known.ageBand = AgeBand(years: born.wholeYears(until: referral.received.day))
        return known
    }

    /// Whether somebody is younger than the people whom their team sees: today by the date of birth, else by the age
    /// band of the referral.
    func isUnderAge(_ index: Int) throws -> Bool {
        let born = try writer.identity(ofPerson: Int64(index) + 1)?.dateOfBirth
        return box.desk.rules[box.desk.team(index)].isUnderAge(
            box.desk.referrals[index].ageBand, years: born?.wholeYears(until: context.now.day))
    }

    /// Why somebody is sent elsewhere, in a sentence.
    func underAge(_ index: Int) -> String {
        "younger than \(box.desk.rules[box.desk.team(index)].youngestAge), "
            + "the age from which the team sees people (PR-4)"
    }
}

extension CommandStep {
    /// Referrals as they come in.
    var intake: ReferralIntake { ReferralIntake(step: self) }
}
