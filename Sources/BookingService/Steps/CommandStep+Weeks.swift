import Allocation
import BookingStore
import CareModel
import Diaries

extension CommandStep {
    /// The Mondays of the assessment weeks of a team, those that were held too.
    func assessmentWeeks(of team: Int) throws -> [CivilDay] {
        try writer.assessmentWeeks().filter { Int($0.team) == team }.map(\.monday)
    }

    /// What an assessment week of a team gives to first appointments.
    func assessmentWeek(of team: Int, _ monday: CivilDay) -> AssessmentWeekEntry {
        func minutes(_ purpose: SlotPurpose, isAssessment: Bool) -> Int {
            box.desk.capacity.range(team: team).reduce(0) { sum, clinician in
                let week =
                    isAssessment
                    ? box.desk.capacity.assessmentWeek(clinician, from: monday)
                    : box.desk.capacity.week(clinician, isAssessment: false, on: monday)
                return sum + week.minutes(purpose)
            }
        }
        return AssessmentWeekEntry(
            team: team + 1, monday: monday,
            firstMinutes: minutes(.firstAppointment, isAssessment: true),
            usualFirstMinutes: minutes(.firstAppointment, isAssessment: false),
            treatmentMinutes: minutes(.treatment, isAssessment: true),
            usualTreatmentMinutes: minutes(.treatment, isAssessment: false))
    }
}
