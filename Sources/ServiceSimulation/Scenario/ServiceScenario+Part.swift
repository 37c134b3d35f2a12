import Allocation
import CareModel

extension ServiceScenario {
    /// The service of some of the teams alone: who works and is referred there, their rooms, what levers do there.
    /// - Parameter kept: indices of the teams, in the order in which the part has them.
    public func only(_ kept: [Int]) -> ServiceScenario {
        var part = self
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
}
