import CareModel

extension EpisodeEvent {
    /// What happened, in words, without whom it happened to.
    /// - Parameter episode: the episode after it.
    func words(in episode: Episode, _ names: LogNames) -> String {
        switch self {
        case .accepted(let step, let priority):
            "accepted for a first appointment at \(step.words)" + (priority == .routine ? "" : ", \(priority.words)")
        case .contacted: "reached, and wants an appointment"
        case .firstAppointmentBooked: "a first appointment was booked"
        case .firstAppointmentCancelled: "the first appointment was cancelled"
        case .firstAppointmentMissed: "the first appointment was missed"
        case .assessed(let outcome, let treatmentBegan):
            "assessed: \(outcome.words)" + (treatmentBegan ? ", and treatment began" : "")
        case .putOnHold: "treatment was put off"
        case .holdEnded: "the time on hold is over"
        case .allocated(let clinician): "taken on by \(names.clinician(clinician))"
        case .sessionAttended: "a session was attended"
        case .sessionCancelled: "a session was cancelled"
        case .sessionMissed: "a session was missed"
        case .madeContact: "in touch again in time"
        case .stepUpProposed: "a step-up was proposed"
        case .stepUpAgreed: "supervision agreed the step-up"
        case .stepUpDeclined: "supervision did not agree the step-up"
        case .handedOver: "handed over to another clinician"
        case .planAmended(let step, let priority):
            "the plan was changed to \(step.words)" + (priority == .routine ? "" : ", \(priority.words)")
        case .therapyChanged(let modality): "the therapy was changed to \(modality.words)"
        case .missCounted:
            "a missed or cancelled appointment counts, the \(ordinal(Int(episode.missedCount)))"
        case .closed(let reason): "closed: \(reason.name.replacing("-", with: " "))"
        }
    }

    private func ordinal(_ number: Int) -> String {
        let ends = ["th", "st", "nd", "rd"]
        let isTeen = (11...13).contains(number % 100)
        return "\(number)" + (isTeen || number % 10 > 3 ? ends[0] : ends[number % 10])
    }
}

extension AssessmentOutcome {
    /// What was agreed, in words.
    fileprivate var words: String {
        switch self {
        case .treatment(let step, let modality): "\(modality.words) at \(step.words)"
        case .hold(let step, let modality): "\(modality.words) at \(step.words) after the birth"
        case .end(let reason): reason.name.replacing("-", with: " ")
        }
    }
}

extension Step {
    /// The step in words.
    fileprivate var words: String {
        switch self {
        case .low: "step 2"
        case .high: "step 3"
        }
    }
}

extension PriorityClass {
    /// Why somebody moves ahead, in words.
    fileprivate var words: String { name.replacing("-", with: " ") }
}

extension Modality {
    /// The therapy in words. Of a kind of help "self-help" is one word.
    fileprivate var words: String { name.replacing("-", with: " ").replacing("self help", with: "self-help") }
}
