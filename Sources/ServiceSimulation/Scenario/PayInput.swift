public import CareModel

/// What staff cost (KP-9): pay of a year for a whole-time post, the middle of the band of 2024/25, in pounds.
public struct PayInput: Sendable, Equatable {
    /// Band 5.
    public var wellbeingPractitioner = 33_227.0
    /// Band 6.
    public var seniorWellbeingPractitioner = 41_150.0
    /// Band 4.
    public var traineeWellbeingPractitioner = 27_822.0
    /// Band 7.
    public var highIntensityTherapist = 49_481.0
    /// The top of band 7.
    public var seniorHighIntensityTherapist = 52_809.0
    /// Band 6.
    public var traineeHighIntensityTherapist = 41_150.0
    /// Band 4.
    public var assistantPsychologist = 27_822.0
    /// Band 3.
    public var supportWorker = 24_873.0
    /// What the employer pays on top, national insurance and pension, as a share of pay, 0 … 1.
    public var onCosts = 0.30
    /// Everything else of a service, rooms, software, management, as a share of pay with what is paid on top, 0 … 2.
    public var overheads = 0.0

    /// The pay of 2024/25.
    public init() {}

    /// What a whole-time post costs in a year, pounds.
    public func yearly(_ role: Role) -> Double {
        let pay =
            switch role {
            case .wellbeingPractitioner: wellbeingPractitioner
            case .seniorWellbeingPractitioner: seniorWellbeingPractitioner
            case .traineeWellbeingPractitioner: traineeWellbeingPractitioner
            case .highIntensityTherapist: highIntensityTherapist
            case .seniorHighIntensityTherapist: seniorHighIntensityTherapist
            case .traineeHighIntensityTherapist: traineeHighIntensityTherapist
            case .assistantPsychologist: assistantPsychologist
            case .supportWorker: supportWorker
            }
        return pay * (1 + onCosts) * (1 + overheads)
    }
}
