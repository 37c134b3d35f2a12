import Allocation
import CareModel

/// Records that a referral was screened (RF-4, RF-5, RF-7, RF-9). Whoever is younger than the people whom the team sees
/// is sent elsewhere, whether or not somebody says so (PR-4).
public struct Screen: UseCase {
    /// The person's number.
    public var person: Int64
    /// Risk to self or others is mentioned.
    public var mentionsRisk: Bool
    /// An exclusion holds (RF-7).
    public var isExcluded: Bool
    /// It looks like step 3.
    public var looksLikeHighIntensity: Bool
    /// Younger than the team's age limit (PR-4).
    public var isUnderAge: Bool
    /// The person takes another kind of help instead (RF-9).
    public var isDiverted: Bool

    /// The command.
    public init(
        person: Int64, mentionsRisk: Bool = false, isExcluded: Bool = false, looksLikeHighIntensity: Bool = false,
        isUnderAge: Bool = false, isDiverted: Bool = false
    ) {
        self.person = person
        self.mentionsRisk = mentionsRisk
        self.isExcluded = isExcluded
        self.looksLikeHighIntensity = looksLikeHighIntensity
        self.isUnderAge = isUnderAge
        self.isDiverted = isDiverted
    }
}

extension Screen {
    package static let name = "screen"
    package static let right: Permission? = .recordContact
    package var subject: CommandSubject { .person(person) }
    package var words: String { "screening" }
    package var formerParts: [Any?] {
        [
            FormerForm(
                text:
                    "(screened:(.0:0,.1:(mentionsRisk:\(mentionsRisk),isExcluded:\(isExcluded),looksLikeHighIntensity:"
                    + "\(looksLikeHighIntensity),isUnderAge:\(isUnderAge)),isDiverted:\(isDiverted)))")
        ]
    }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        let index = try step.index(of: person)
        var found = facts
        let isTooYoung = try step.intake.isUnderAge(index)
        found.isUnderAge = isUnderAge || isTooYoung
        var standing = try step.tell(person, words) { .screened($0, found, isDiverted: isDiverted) }
        if isTooYoung, standing.state == .closed { standing.note = step.intake.underAge(index) }
        return standing
    }

    /// What was seen.
    private var facts: ScreeningFacts {
        var facts = ScreeningFacts()
        facts.mentionsRisk = mentionsRisk
        facts.isExcluded = isExcluded
        facts.looksLikeHighIntensity = looksLikeHighIntensity
        facts.isUnderAge = isUnderAge
        return facts
    }
}
