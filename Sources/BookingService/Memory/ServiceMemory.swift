import Allocation
import BookingStore
import CareModel
import Diaries

/// The service in memory: the desk, and what the store knows of it. It is a fold of the store's log, and is confined to
/// the store's writing thread.
final class ServiceMemory: @unchecked Sendable {
    // Sendable: only bodies of `BookingStore.write` touch it, and they run one after another.

    /// The desk; nil until the service was read, or after a step of which it is not known what came of it.
    var desk: DeskBox?
    /// The last entry of the log that the desk has heard of.
    var sequence: Int64 = -1
    /// The store's generation when it was read.
    var generation: UInt64 = 0

    /// Forgets everything: the next step reads the service again.
    func forget() {
        desk = nil
        sequence = -1
    }
}

/// A hold that has not ended and is not past.
struct OpenHold {
    let hold: Int64
    let person: Int64?
    let expires: CivilMinute
    /// The time that it keeps; nil if that is beyond the days of the diaries.
    let slot: SlotOffer?
}

/// Scores that were taken at a contact of which nothing else is written yet (TX-10).
struct ScoresTaken {
    /// The person's index at the desk.
    var person: Int
    /// When they were told.
    var at: CivilMinute
    var scores: Scores
}

/// The desk and what stands beside it for each person, by the person's number less one.
final class DeskBox {
    /// Who waits, who is booked, who holds whom.
    var desk: BookingDesk
    /// The numbers of the appointments that stand.
    var appointments = OpenAppointments()
    /// The names of the rooms, by number (CL-9); for lookup only.
    var roomNames: [Int64: String] = [:]
    /// Holds that keep their time, by number; each keeps nothing from its minute on, whoever asks.
    private(set) var holds: [OpenHold] = []
    /// Something changed that the desk learns only when it is read anew.
    var isStale = false
    /// Everybody by the words of the name (RF-13); nil until somebody is looked for. For lookup only.
    var namesakes: [NameWords: [Int64]]?
    /// What everybody asks, as it was answered last.
    var kept = KeptAnswers()
    /// What the desk decided in the present step, or in the last one, in order.
    var decided: [DeskEffect] = []
    /// What the store knows of each clinician.
    var clinicians: [ClinicianDetails] = []
    /// The numbers that come next.
    var nextAppointment: Int64 = 1
    var nextTask: Int64 = 1
    var nextAbsence: Int64 = 1

    init(_ desk: consuming BookingDesk) { self.desk = desk }

    /// The number of a person's next appointment; 0 if none stands.
    func appointment(of person: Int) -> Int64 {
        desk.people[person].isBooked ? appointments[person, desk.people[person].slotStart] ?? 0 : 0
    }

    /// The clock goes on; with each new week the oldest of the recent waits is forgotten (KT-2, PO-1).
    func goOn(to now: CivilMinute) {
        var monday = desk.now.day.monday
        while monday < now.day.monday {
            desk.hear(.weekTurned)
            monday = monday + 7
        }
        desk.now = now
        for past in holds where past.expires <= now { letGo(past.hold) }
    }

    /// A hold keeps its time, if it is free.
    /// - Returns: whether it was.
    func keep(_ held: HoldPlaced) -> Bool {
        let slot = SlotOffer(held.placement)
        let isKept = desk.isPossible(.timeHeld(slot))
        if isKept { desk.hear(.timeHeld(slot)) }
        holds.append(
            OpenHold(
                hold: held.hold, person: held.placement.person, expires: held.expires, slot: isKept ? slot : nil))
        return isKept
    }

    /// A hold gives its time back.
    func letGo(_ hold: Int64) {
        for ended in holds where ended.hold == hold {
            if let slot = ended.slot { desk.hear(.timeGivenBack(slot)) }
        }
        holds.removeAll { $0.hold == hold }
    }

    /// What is known of a person beside the episode, as the store keeps it.
    func facts(_ index: Int) -> PersonFacts {
        var facts = desk.people[index].facts
        // Whoever has not said so may not have been asked.
        if facts.acceptsShortNotice == false { facts.acceptsShortNotice = nil }
        facts.nextActionDue = desk.nextDue(of: index)
        facts.dueOn = due(index)
        return facts
    }

    /// The day by which a waiting person is to be seen; nil for somebody who does not wait.
    private func due(_ index: Int) -> CivilDay? {
        switch desk.episodes[index].state {
        case .awaitingScreening, .awaitingContact, .waitingFirstAppointment, .firstAppointmentBooked,
            .missedFirstAppointment:
            desk.due(of: .firstAppointment, for: index)
        case .waitingTreatment: desk.due(of: .treatment, for: index)
        case .onHold, .inTreatment, .missedSession, .awaitingSupervision, .closed: nil
        }
    }
}
