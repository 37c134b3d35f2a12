import Allocation
import BookingStore
import CareModel

extension BookingService {
    /// The assessment weeks of all teams from this week on, by team, then Monday (PO-1).
    public func assessmentWeeks(in context: Context) throws(BookingError) -> [AssessmentWeekEntry] {
        try look(context, .assessmentWeeks) { step in
            try step.writer.assessmentWeeks().filter { $0.monday + 6 >= step.context.now.day }
                .map { step.assessmentWeek(of: Int($0.team), $0.monday) }
        }
    }
}
