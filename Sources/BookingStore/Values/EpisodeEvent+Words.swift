import CareModel

extension EpisodeEvent {
    /// What happened, in words, without whom it happened to.
    /// - Parameter episode: the episode after it.
    func words(in episode: Episode, _ names: LogNames) -> String {
        switch self {
        case .accepted(let step, let priority):
            "accepted for a first appointment at \(step.title)" + (priority == .routine ? "" : ", \(priority.title)")
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
            "the plan was changed to \(step.title)" + (priority == .routine ? "" : ", \(priority.title)")
        case .therapyChanged(let modality): "the therapy was changed to \(modality.title)"
        case .missCounted:
            "a missed or cancelled appointment counts, the \(ordinal(Int(episode.missedCount)))"
        case .closed(let reason): "closed: \(reason.title)"
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
        case .treatment(let step, let modality): "\(modality.title) at \(step.title)"
        case .hold(let step, let modality): "\(modality.title) at \(step.title) after the birth"
        case .end(let reason): reason.title
        }
    }
}
