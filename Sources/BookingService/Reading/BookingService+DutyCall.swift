import BookingStore
public import CareModel

extension BookingService {
    /// When the duty worker is to call somebody in urgent need (RF-3, BK-11); nil if no call is to be made.
    public func dutyCall(of person: Int64, in context: Context) throws(BookingError) -> CivilMinute? {
        try look(context, .dutyCall) { step in
            try step.writer.tasks().first { $0.task.person == person && $0.task.kind == .dutyCall }?.task.due
        }
    }
}
