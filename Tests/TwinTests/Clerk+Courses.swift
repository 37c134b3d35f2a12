import Allocation
import BookingStore
import CareModel
import ServiceSimulation

@testable import BookingService

extension Clerk {
    /// A session of a course, and what became of everybody who has a seat (TX-4): the simulation tells one after
    /// another, whoever leads the course records them in one. What follows the last session is told as it is.
    func session(of group: UInt32, _ log: ArraySlice<Entry>, _ box: DeskBox) -> Deed {
        let course = box.desk.groups[Int(group)]
        guard course.held + 1 < course.days.count else { return .facts(1) }
        var rest = Rest(log)
        rest.skip()
        var outcomes: [SeatOutcome] = []
        var scores: Scores?
        reading: while let fact = rest.fact, let entry = rest.entry {
            switch fact {
            case .coursePlanned(let person, _, _):
                guard course.members.contains(person) else { break reading }
            case .scores(let person, let taken, _):
                guard course.members.contains(person) else { break reading }
                scores = taken
            case .groupAttended(let person):
                outcomes.append(SeatOutcome(person: number(person), .attendedOnTime, scores: scores))
                scores = nil
            case .groupMissed(let person, let attendance, let exception):
                var outcome = SeatOutcome(person: number(person), attendance)
                outcome.atLimit = exception ? .exception : ends(entry) ? .ends : nil
                outcomes.append(outcome)
            case .closed(let person, .stoppedEarly):
                guard outcomes.last?.person == number(person) else { break reading }
                outcomes[outcomes.count - 1].next = .stops
            default: break reading
            }
            rest.skip()
        }
        guard !outcomes.isEmpty, outcomes.map(\.person) == course.members.map({ number($0) }) else { return .facts(1) }
        return .command(.attendGroup(AttendGroup(group: Int64(group) + 1, outcomes: outcomes)), entries: rest.count)
    }
}
