import Allocation
import BookingStore
import CareModel

extension CommandStep {
    /// Whether a task is to see that the appointment which stands for a person is confirmed.
    func isConfirmation(_ record: TaskRecord, of index: Int) throws -> Bool {
        let known = box.desk.people[index]
        guard record.task.kind == .confirmedOrCancel, record.task.person == Int64(index + 1),
            known.isBooked
        else { return false }
        let policy = box.desk.rules[box.desk.team(index)].attendance
        return policy.confirmBy(start: known.slotStart, bookedAt: known.bookedAt) == record.task.due
    }
}
