import Allocation
import CareModel

extension ServiceScenario {
    /// The service of some of the teams alone: who works and is referred there, their rooms, what levers do there.
    /// - Parameter kept: indices of the teams, in the order in which the part has them.
    public func only(_ kept: [Int]) -> ServiceScenario {
        var part = self
        part.diaryDaysOfWhole = diaryDaysBeyondEnd
        part.teams = kept.map { teams[$0] }
        for index in levers.indices {
            part.levers[index].teams = levers[index].teams.compactMap { kept.firstIndex(of: $0) }
        }
        part.presentPosts = presentPosts.compactMap { known in
            guard let team = kept.firstIndex(of: known.team) else { return nil }
            var known = known
            known.team = team
            known.clinician.team = Int32(team)
            return known
        }
        part.presentRooms = presentRooms?.compactMap { room in
            guard let team = kept.firstIndex(of: Int(room.team)) else { return nil }
            var room = room
            room.team = Int32(team)
            return room
        }
        return part
    }

    /// Teams that can affect each other, together, each by its index; in the order of their first teams. What a
    /// scenario can say today joins no two teams: staff, rooms, people, courses and lists are a team's own, and a lever
    /// looks at each of its teams alone. Run by itself, a part gives what it gives in the whole, number by number.
    public var parts: [[Int]] {
        // Who a team is comes of its name; of two with one name the place says which is which.
        let names = Set(teams.map(\.name))  // lookup only
        guard names.count == teams.count else { return [Array(teams.indices)] }
        return teams.indices.map { [$0] }
    }

    /// Days of diary beyond the last week: bookings and planned leave reach past the end, and so does the longest
    /// course of a group that is planned on the last day, put off as often as may be (TX-4).
    var diaryDaysBeyondEnd: Int {
        let least = max(460, diaryDaysOfWhole)
        return teams.map(\.practice.groups.rule).filter(\.isOn).reduce(least) { days, rule in
            let first = (rule.planWeeksAhead + rule.mostPutOffs * rule.putOffWeeks) * 7
            return max(days, first + rule.sessions * (rule.intervalDays + 7))
        }
    }
}
