import CareModel
import ServiceSimulation

/// A kind of change that a service could try.
enum LeverKind: String, CaseIterable, Sendable {
    case practitioner = "one-more-pwp"
    case therapist = "one-more-hit"
    case moreTreatment = "more-treatment-time"
    case moreFirst = "more-first-appointment-time"
    case followsDemand = "split-follows-the-list"
    case assessmentWeeks = "assessment-weeks"
    case noAssessmentWeeks = "no-assessment-weeks"
    case fewerMissed = "fewer-missed"
    case reminders = "text-reminders"
    case groups = "groups"
    case largerGroups = "larger-groups"
    case computerised = "computerised-cbt"
    case shorterCourses = "shorter-courses"
    case missesRule = "rule-on-misses"
    case caseReviews = "monthly-case-review"
    case lessAdministration = "less-administration"
    case fasterHiring = "faster-hiring"

    /// Whether one team tries it alone: a post goes to one team, and each team divides its own diary. All else is tried
    /// by all teams together.
    var isOfOneTeam: Bool {
        switch self {
        case .practitioner, .therapist, .moreTreatment, .moreFirst: true
        case .followsDemand, .assessmentWeeks, .noAssessmentWeeks, .fewerMissed, .reminders, .groups, .largerGroups,
            .computerised, .shorterCourses, .missesRule, .caseReviews, .lessAdministration, .fasterHiring:
            false
        }
    }

    /// Whether it is somebody more, whose pay can be told beforehand.
    var isPost: Bool { self == .practitioner || self == .therapist }

    /// What it is, in a few words.
    var title: String {
        switch self {
        case .practitioner: "One more PWP"
        case .therapist: "One more high-intensity therapist"
        case .moreTreatment: "More time for treatment"
        case .moreFirst: "More time for first appointments"
        case .followsDemand: "A split that follows the list"
        case .assessmentWeeks: "Assessment weeks"
        case .noAssessmentWeeks: "No assessment weeks"
        case .fewerMissed: "2 points fewer missed appointments"
        case .reminders: "Text reminders"
        case .groups: "Courses in groups"
        case .largerGroups: "Larger groups, more often"
        case .computerised: "Computerised CBT while people wait"
        case .shorterCourses: "Shorter courses"
        case .missesRule: "The rule on missed appointments kept"
        case .caseReviews: "A monthly case review"
        case .lessAdministration: "5% less administration"
        case .fasterHiring: "Posts filled in half the time"
        }
    }
}

/// What a kind of change sets in one team.
struct TeamChange: Equatable, Sendable {
    /// Keys below the team, and their values.
    var keys: [(key: String, value: String)]
    /// What that is, in a sentence.
    var meaning: String

    static func == (one: TeamChange, other: TeamChange) -> Bool {
        one.meaning == other.meaning && one.keys.elementsEqual(other.keys, by: ==)
    }
}
