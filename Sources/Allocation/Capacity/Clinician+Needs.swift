public import CareModel

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
