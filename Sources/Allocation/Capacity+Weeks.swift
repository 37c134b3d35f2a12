import CareModel
public import Diaries

extension Capacity {
    /// A clinician's usual week, or the week while an assessment week is on (PO-1, PO-2). O(1).
    public func week(_ clinician: Int, isAssessment: Bool) -> WeekTemplate {
        var week = WeekTemplate()
        for weekday in Weekday.allCases {
            for purpose in SlotPurpose.allCases {
                let index = Capacity.weekIndex(clinician, weekday, Int(purpose.rawValue))
                week[weekday, purpose] = isAssessment ? assessmentWeeks[index] : usualWeeks[index]
            }
        }
        return week
    }
}
