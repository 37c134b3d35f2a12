import BookingStore
import CareModel

/// What a row of a waiting list says of a person.
struct ListPerson {
    var identity = Identity(name: "")
    var team = 0
    var step: Step?
    var received: CivilDay?
    var since: CivilDay?
    var source: ReferralSource?
    var state: EpisodeState?
    var clinician: Int32?
    var appointment: CivilMinute?
    /// Whether the list says the day of the appointment alone.
    var isTimeAssumed = false
    var priority: PriorityClass?
    var therapy: Modality?
    var scores: Scores?
    /// What the list says that this software does not know, a word for each kind.
    var unknown: [Unknown] = []

    /// Something that is not known, and is left out.
    enum Unknown: CaseIterable {
        case step, state, priority, therapy, source, clinician, number
        var words: String {
            switch self {
            case .step: "a step that is not known"
            case .state: "a state that is not known"
            case .priority: "a priority that is not known (taken as routine)"
            case .therapy: "a therapy that is not known"
            case .source: "a source that is not known (taken as other)"
            case .clinician: "a clinician whom the scenario does not have"
            case .number: "no NHS number but a word or a placeholder"
            }
        }
    }
}
