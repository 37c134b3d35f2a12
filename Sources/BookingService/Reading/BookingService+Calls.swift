import Allocation
import BookingStore
public import CareModel

extension BookingService {
    /// The keeping-in-touch calls that are due to be booked by a day, first due first (KT-2).
    public func callsDue(by day: CivilDay, in context: Context) throws(BookingError) -> [RankedPerson] {
        try look(context, .calls, keeping: .calls(day)) { step in
            var due: [RankedPerson] = []
            for index in step.box.desk.episodes.indices
            where step.box.desk.episodes[index].state == .waitingTreatment && !step.box.desk.people[index].isBooked {
                guard let bookOn = step.box.desk.nextDue(of: index), bookOn.day <= day else { continue }
                let call = step.box.desk.due(of: .keepingInTouch, for: index)
                due.append(
                    RankedPerson(
                        person: Int64(index + 1), kind: .keepingInTouch, due: call,
                        reason: Wording.due(call, today: context.now.day, priority: .routine)))
            }
            return try step.writer.named(due.sorted { ($0.due, $0.person) < ($1.due, $1.person) })
        }
    }
}
