import Allocation
import BookingStore
import CareModel

// Who is under 18, and who is younger than the people whom a team sees (PR-4).

extension CommandStep {
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
