public import Allocation
public import BookingStore
public import CareModel
public import Diaries

/// A clinician as the desk has them today.
public struct ClinicianAtDesk: Sendable {
    /// What the store keeps.
    public var details: ClinicianDetails
    /// What the policy sees: the cap, the therapies, the meter, the end of the post (CL-1, CL-7, CL-8).
    public var clinician: Clinician
    /// The usual week of that day, and the week while an assessment week is on (PO-1, PO-2).
    public var weeks: (usual: WeekTemplate, assessment: WeekTemplate)
    /// Hours that begin later (CL-3).
    public var hours: [DatedHours]
    /// Absences from the day that was asked for on (CL-6).
    public var absences: [Absence]
}

extension BookingService {
    /// Every room as the desk has it, by number less one (CL-9).
    public func rooms(in context: Context) throws(BookingError) -> [Room] {
        try look(context, .staff) { $0.box.desk.capacity.rooms }
    }

    /// Every clinician as the desk has them, by index, with absences from a day on.
    public func staff(absencesFrom day: CivilDay, in context: Context) throws(BookingError) -> [ClinicianAtDesk] {
        try look(context, .staff, keeping: .staff(day)) { step in
            step.box.clinicians.indices.map { index in
                ClinicianAtDesk(
                    details: step.box.clinicians[index], clinician: step.box.desk.capacity.clinicians[index],
                    weeks: (
                        step.box.desk.capacity.week(index, isAssessment: false, on: day),
                        step.box.desk.capacity.week(index, isAssessment: true, on: day)
                    ), hours: step.box.desk.capacity.hours(index, after: day),
                    absences: step.box.desk.capacity.absences(index, from: day))
            }
        }
    }
}
