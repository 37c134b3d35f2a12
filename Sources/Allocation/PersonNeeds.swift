public import CareModel

/// What an appointment must have for one person beside time: whoever asks for it waits in a narrower queue (KT-10).
@frozen
public struct PersonNeeds: Hashable, Sendable, BitwiseCopyable {
    /// The language that the clinician must speak, unless an interpreter comes; 0 if any will do (EQ-2).
    public var language: UInt8 = 0
    /// By how many minutes an interpreter makes the appointment longer; -1 if no interpreter will do (EQ-2).
    public var interpreterMinutes: Int16 = -1
    /// The sex of the therapist; unknown if it does not matter.
    public var therapistSex: Sex = .unknown
    /// Face to face, so that a room is needed where the team has rooms (CL-9).
    public var isFaceToFace = false
    /// The venue; 0 if any will do. It matters only face to face.
    public var venue: UInt8 = 0
    /// The room must be accessible (EQ-5).
    public var needsAccess = false

    /// Nothing that time alone does not give.
    @inlinable
    public init() {}

    /// Whether time is all that is needed. O(1).
    @inlinable
    public var isNone: Bool { language == 0 && therapistSex == .unknown && !isFaceToFace }
}

extension Clinician {
    /// How long an appointment is with this clinician, minutes; nil if the clinician is not one whom the person asks
    /// for (EQ-2, KT-10). O(1).
    /// - Parameter minutes: how long it is for anybody.
    @inlinable
    public func minutes(_ minutes: Int, for needs: PersonNeeds) -> Int? {
        if needs.therapistSex != .unknown, sex != needs.therapistSex { return nil }
        if needs.language == 0 || languages.contains(needs.language) { return minutes }
        return needs.interpreterMinutes < 0 ? nil : minutes + Int(needs.interpreterMinutes)
    }
}
