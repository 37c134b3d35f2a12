import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel

extension ServiceRunner {
    /// What is done about courses in a group (TX-4).
    func groupAction(_ command: ServiceCommand, _ service: BookingService) throws -> Action? {
        switch command {
        case .openGroup(let team, let days):
            var opening = GroupOpening(team: team, first: now.day + 8 + Int32(days))
            opening.startMinute = 600
            opening.sessionMinutes = 60
            let course = opening
            return { "\(try service.openGroup(course, in: context))" }
        case .cancelGroup(let place):
            guard let group = try group(place, service) else { return nil }
            return { "\(try service.cancelGroup(group.group, in: context))" }
        case .groupDue(let place, let outcomes):
            guard let group = try group(place, service) else { return nil }
            guard group.stage != .planned else { return { "\(try service.decideGroup(group.group, in: context))" } }
            let told = outcomes % 11 == 0 ? [] : ServiceRunner.outcomes(of: group, outcomes)
            return { "\(try service.attendGroup(group.group, told, in: context))" }
        default: return nil
        }
    }

    /// One of the courses that are planned or running.
    func group(_ place: Int, _ service: BookingService) throws -> GroupEntry? {
        let groups = try service.groups(in: context).filter { $0.due != nil }
        return groups.isEmpty ? nil : groups[place % groups.count]
    }

    /// What became of somebody at the last session that is recorded of them, put right, undone or told again.
    func correction(_ person: Int64, _ chance: Int, _ service: BookingService) throws -> Action? {
        let courses = try file.numbers(
            "SELECT group_number FROM group_contacts WHERE person = \(person) ORDER BY entry DESC")
        let course = courses.first?[0] ?? Int64(chance % 3) + 1
        let group = try service.groups(all: true, in: context).first { $0.group == course }
        guard var group else { return nil }
        group.people = [person]
        let right = chance % 4 == 0 ? nil : ServiceRunner.outcomes(of: group, chance).first
        return { "\(try service.correctSeat(group: course, person: person, right, in: context))" }
    }

    private static func outcomes(of group: GroupEntry, _ chance: Int) -> [SeatOutcome] {
        group.people.enumerated().map { place, person in
            let number = chance >> place
            var outcome = SeatOutcome(
                person: person,
                [.attendedOnTime, .attendedLate, .attendedOnTime, .didNotAttend, .cancelledByPatient][number % 5])
            if number & 3 == 0, outcome.attendance.wasSeen {
                outcome.scores = Scores(depression: UInt8(number % 20), anxiety: 8)
            }
            if number % 7 == 0 { outcome.next = [.stops, .stepUp, .completed, .goesOn][number / 7 % 4] }
            if !outcome.attendance.wasSeen, outcome.next == .stepUp { outcome.next = nil }
            if !outcome.attendance.wasSeen { outcome.atLimit = [.ends, .asks, .exception, nil][number / 16 % 4] }
            return outcome
        }
    }
}
