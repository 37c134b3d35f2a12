/// What a clinician is employed as. Caps, hours and sessions follow from it (CL-1, CL-2, CL-3).
@frozen
public enum Role: UInt8, CaseIterable, Sendable {
    /// Psychological wellbeing practitioner, step 2.
    case wellbeingPractitioner
    /// Senior psychological wellbeing practitioner: supervises, and carries a small caseload at step 2.
    case seniorWellbeingPractitioner
    /// Trainee psychological wellbeing practitioner, step 2, three days of practice a week.
    case traineeWellbeingPractitioner
    /// High-intensity therapist, step 3.
    case highIntensityTherapist
    /// Senior high-intensity therapist: supervises, screens, and carries a smaller caseload at step 3.
    case seniorHighIntensityTherapist
    /// Trainee high-intensity therapist, step 3, three days of practice a week.
    case traineeHighIntensityTherapist
    /// Assistant psychologist: low-intensity work with people and groups at step 2 (CL-15).
    case assistantPsychologist
    /// Support, time and recovery worker: supports computerised CBT and helps to lead groups at step 2 (CL-15).
    case supportWorker

    /// The step at which the role works.
    @inlinable
    public var step: Step { rawValue < 3 || rawValue > 5 ? .low : .high }

    /// Whether the role is in training (CL-3).
    @inlinable
    public var isTrainee: Bool {
        self == .traineeWellbeingPractitioner || self == .traineeHighIntensityTherapist
    }

    /// Whether the role supervises others (CL-4).
    @inlinable
    public var isSenior: Bool {
        self == .seniorWellbeingPractitioner || self == .seniorHighIntensityTherapist
    }

    /// The role that a trainee qualifies as; for others the role itself.
    @inlinable
    public var qualified: Role {
        switch self {
        case .traineeWellbeingPractitioner: .wellbeingPractitioner
        case .traineeHighIntensityTherapist: .highIntensityTherapist
        case .wellbeingPractitioner, .seniorWellbeingPractitioner, .highIntensityTherapist,
            .seniorHighIntensityTherapist, .assistantPsychologist, .supportWorker:
            self
        }
    }

    /// The name in scenario files and tables.
    public var name: String {
        switch self {
        case .wellbeingPractitioner: "pwp"
        case .seniorWellbeingPractitioner: "senior-pwp"
        case .traineeWellbeingPractitioner: "trainee-pwp"
        case .highIntensityTherapist: "hit"
        case .seniorHighIntensityTherapist: "senior-hit"
        case .traineeHighIntensityTherapist: "trainee-hit"
        case .assistantPsychologist: "assistant-psychologist"
        case .supportWorker: "support-worker"
        }
    }

    /// The name in sentences.
    public var title: String {
        switch self {
        case .wellbeingPractitioner: "PWP"
        case .seniorWellbeingPractitioner: "senior PWP"
        case .traineeWellbeingPractitioner: "trainee PWP"
        case .highIntensityTherapist: "high-intensity therapist"
        case .seniorHighIntensityTherapist: "senior high-intensity therapist"
        case .traineeHighIntensityTherapist: "trainee high-intensity therapist"
        case .assistantPsychologist: "assistant psychologist"
        case .supportWorker: "support worker"
        }
    }

    /// Default caseload cap per WTE (CL-1). The policy gives no figure for seniors; a "small caseload" is taken as a
    /// third of the qualified one, and every scenario may say otherwise. Nil where no rule caps the caseload: an
    /// assistant psychologist has as many people as the hours see, a support worker none (CL-15).
    public var defaultCaseloadPerWTE: Int? {
        switch self {
        case .wellbeingPractitioner: 70
        case .seniorWellbeingPractitioner: 24
        case .traineeWellbeingPractitioner: 42
        case .highIntensityTherapist: 40
        case .seniorHighIntensityTherapist: 20
        case .traineeHighIntensityTherapist: 24
        case .assistantPsychologist: nil
        case .supportWorker: 0
        }
    }

    /// Default target of completed clinical contact, hours a week per WTE (CL-2).
    public var defaultCompletedHoursPerWTE: Double {
        switch self {
        case .wellbeingPractitioner, .highIntensityTherapist, .assistantPsychologist, .supportWorker: 20
        case .seniorWellbeingPractitioner: 8
        case .seniorHighIntensityTherapist: 10
        case .traineeWellbeingPractitioner, .traineeHighIntensityTherapist: 12
        }
    }
}

extension Role: NamedCode {}
