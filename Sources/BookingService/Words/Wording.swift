import Allocation
import CareModel

/// Reasons in the words of a clerk (BK-3).
enum Wording {
    /// Why a slot is offered.
    static func reason(_ slot: SlotOffer, due: CivilDay, priority: PriorityClass, today: CivilDay) -> String {
        var parts = [Wording.due(due, today: today, priority: priority)]
        if slot.reasons.contains(.continuity) { parts.append("with the clinician who knows the person") }
        if slot.reasons.contains(.firstThatFits) { parts.append("first slot that fits") }
        if slot.reasons.contains(.assessmentWeek) { parts.append("in an assessment week") }
        if slot.reasons.contains(.released) { parts.append("time that was set aside and not used") }
        let late = slot.start.day - due
        if late > 0 { parts.append("\(late) day\(late == 1 ? "" : "s") after the promise") }
        return parts.joined(separator: ", ")
    }

    /// How a person stands to the promise.
    static func due(_ due: CivilDay, today: CivilDay, priority: PriorityClass) -> String {
        let days = Int(due - today)
        let standing =
            switch days {
            case ..<0: "overdue by \(-days) day\(days == -1 ? "" : "s")"
            case 0: "due today"
            default: "due in \(days) day\(days == 1 ? "" : "s")"  // not ours
            }
        return priority == .routine ? standing : "\(standing), \(priority.title)"
    }

    /// Where a session of a course is, against where the interval puts it (BK-2).
    static func series(_ session: SeriesSession) -> String {
        guard !session.isBooked else { return "booked before" }
        guard let obstacle = session.obstacle else { return "as planned" }
        let reason =
            switch obstacle {
            case .closed: "the service is closed on \(session.wanted)"
            case .away: "the clinician is away on \(session.wanted)"
            case .taken: "the usual time on \(session.wanted) is not free"
            }
        let weeks = Int(session.slot.start.day.monday - session.wanted.monday) / 7
        guard weeks > 0 else { return "at another time that week: \(reason)" }
        return "moved by \(weeks) week\(weeks == 1 ? "" : "s"): \(reason)"
    }

    /// Who acts on risk, and why they do (ST-7).
    static func urgent(_ name: String, _ start: CivilMinute, isDuty: Bool, displaced: Int) -> String {
        if isDuty { return "risk was found: \(name) is on duty, and keeps the urgent slot at \(start) for it" }
        let others = displaced == 1 ? "1 appointment gives" : "\(displaced) appointments give"
        return "risk was found, and nobody on duty has time left today: \(name) acts on it from \(start)"
            + (displaced == 0 ? "" : "; \(others) way, and those people are rebooked first")
    }

    /// Nobody can act on risk by the rule.
    static let noUrgentSlot =
        "risk was found, and nobody on duty has time left today: call the person now, or name the clinician who acts"

    /// What stands in the way of something sooner.
    static func delay(_ delay: OfferDelay, _ list: OfferList) -> String {
        let sooner = delay.without.map { " (else \($0))" } ?? ""
        return switch delay.cause {
        case .notice: "people need notice\(sooner)"
        case .timeOfDay: "the person wishes another time of day\(sooner)"
        case .setAside: "sooner time is set aside for other appointments\(sooner)"
        case .caseload: "those who have sooner time have full caseloads, or take nobody new\(sooner)"
        case .continuity: "the course stays with one clinician\(sooner)"
        case .spacing: "sessions of the course are spaced, or treatment is put off\(sooner)"
        case .needs: "it must be with the language, therapist, venue or room that the person asks for\(sooner)"
        case .booked:
            list.slots.isEmpty
                ? "everybody who could is booked or away as far ahead as appointments are booked"
                : "everybody who could is booked or away before"
        }
    }
}
