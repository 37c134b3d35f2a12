import Allocation
import CareModel

/// What a batch found, in the words of a clerk (BK-3).
extension Wording {
    /// What stands between a person and a better place.
    static func obstacle(_ obstacle: BatchObstacle, names: [String]) -> String {
        let place = "\(obstacle.slot.start) with \(names[Int(obstacle.slot.clinician)])"
        return switch obstacle.limit {
        case .slot(let holder, let level?): "\(place) goes to person \(Int64(holder) + 1), \(better(level))"
        case .slot(let holder, nil): "\(place) goes to person \(Int64(holder) + 1), who stands before in the list"
        case .week: "\(place): the week of that clinician holds no more"
        case .caseload(_, 0): "\(place): the clinician takes nobody new"
        case .caseload(_, let openings):
            "\(place): the clinician's \(openings) opening\(openings == 1 ? " goes" : "s go") to others"
        }
    }

    /// Why somebody gets no place.
    static func unplaced(_ reason: UnplacedReason, names: [String]) -> String {
        switch reason {
        case .obstacle(let obstacle): Wording.obstacle(obstacle, names: names)
        case .nothingFits(let misfit): "no free time fits: \(words(misfit))"
        }
    }

    /// Why somebody else has a place: what it would cost if the two changed.
    private static func better(_ level: PlacementLevel) -> String {
        switch level {
        case .unplaced: "who could be seen nowhere else"
        case .breachClass: "whose promise would be broken otherwise"
        case .dueDate: "who is due sooner"
        case .priority: "who has priority"
        case .continuity: "whom the clinician knows"
        case .preference: "whose wishes it meets"
        case .travel: "who has less far to go"
        case .turn: "who stands before in the list"
        }
    }

    private static func words(_ misfit: MisfitReason) -> String {
        switch misfit {
        case .elsewhere: "there is none of this kind at this step"
        case .tooShort: "what is left is too short"
        case .outsideDates: "what is left is on other days"
        case .timeOfDay: "what is left is at another time of day"
        case .setAside: "what is left is set aside for other appointments"
        case .clinician: "those who have time will have left, or do not see people under 18"
        case .therapy: "those who have time and take people on are not trained in the agreed therapy"
        case .needs: "what is left does not meet the person's needs"
        }
    }
}
