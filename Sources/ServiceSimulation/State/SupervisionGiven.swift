import CareModel

/// Minutes of individual supervision a week that those who work at a step of a team give (CL-4). What is received is
/// given by the seniors of the step, or, where there are none, by its qualified staff.
struct SupervisionGiven {
    private let bySeniors: Bool
    private let each: Int

    /// The supervision of a step.
    /// - Parameter roles: who works there, and how many of each.
    init(roles: [(role: Role, count: Int)], _ workforce: WorkforceInput) {
        let seniors = roles.reduce(0) { $0 + ($1.role.isSenior ? $1.count : 0) }
        let qualified = roles.reduce(0) { $0 + (SupervisionGiven.isQualified($1.role) ? $1.count : 0) }
        let asked = roles.reduce(0) { $0 + workforce.supervisionReceived($1.role) * $1.count }
        bySeniors = seniors > 0
        each = asked / max(1, bySeniors ? seniors : qualified)
    }

    /// What one holder of a role gives.
    func given(by role: Role) -> Int { (bySeniors ? role.isSenior : SupervisionGiven.isQualified(role)) ? each : 0 }

    /// Whether somebody may supervise where there are no seniors: neither a trainee nor an assistant (CL-15).
    private static func isQualified(_ role: Role) -> Bool { !role.isTrainee && role.isPractitioner }
}

extension WorkforceInput {
    /// Minutes of individual supervision a week that the holder of a role receives (CL-4).
    func supervisionReceived(_ role: Role) -> Int {
        switch role {
        case .wellbeingPractitioner, .traineeWellbeingPractitioner, .traineeHighIntensityTherapist,
            .assistantPsychologist, .supportWorker:
            supervisionMinutesPerWeek
        case .highIntensityTherapist: therapistSupervisionMinutesPerWeek
        case .seniorWellbeingPractitioner, .seniorHighIntensityTherapist: 0
        }
    }
}
