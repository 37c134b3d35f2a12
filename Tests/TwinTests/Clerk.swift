import Allocation
import BookingStore
import CareModel
import ServiceSimulation
import Testing

@testable import BookingService

/// Somebody at a booking service who gives the commands for what the simulation told its desk as facts.
///
/// These have no command, and are told as they are: how long a course will be (TX-1), that somebody opts out at the
/// first appointment, a session broken off at its first minute (AT-7), a case that is referred on after a session
/// (TX-6), a treatment put off at the first appointment, an urgent self-referral, courses that a plan opens and their
/// last sessions (TX-4), and who works when. The simulation never moves an appointment: nobody reschedules.
struct Clerk {
    typealias Entry = DeskRecorder.Entry

    /// What is done for some entries of the log.
    enum Deed {
        /// A command says what the entries say.
        case command(BookingCommand, entries: Int)
        /// A command, after which a slot is held and confirmed that the simulation's clerk booked by itself.
        case commandThenBooking(BookingCommand, person: Int64, slot: WantedSlot)
        /// There is no command: the entries are told.
        case facts(Int)
    }

    let service: BookingService
    /// How often each command was given.
    private(set) var given: [String: Int] = [:]
    /// Extensions that a supervisor agreed to, and that were refused without (TX-11).
    private(set) var extensions = 0
    /// Contacts at which risk was found (ST-7).
    private(set) var risks = 0

    init(_ service: BookingService) { self.service = service }

    /// Does what the first entries of a log say.
    /// - Returns: how many entries, and what the desk decided.
    mutating func act(on log: ArraySlice<Entry>) throws -> (entries: Int, decided: [DeskEffect]) {
        let now = log[log.startIndex].at
        let box = try ready(now)
        box.books(true)
        switch withCalls(deed(log, box), log, box) {
        case .facts(let count):
            try tell(log.prefix(count), now)
            let decided = box.decided
            if log.prefix(count).contains(where: { $0.told.isOfRisk }) { try callThoseAtRisk(now) }
            return (count, decided)
        case .command(let command, let count):
            if case .attend(let attend) = command { try tryAlone(attend, now) }
            let present = try ready(now)
            present.books(true)
            _ = try perform(command, now)
            let decided = present.decided
            if command.isOfRisk { try callThoseAtRisk(now) }
            return (count, decided)
        case .commandThenBooking(let command, let person, let slot):
            box.books(false)
            _ = try perform(command, now)
            var decided = box.decided
            guard case .held(let held) = try perform(.hold(Hold(person: person, slot: slot)), now) else {
                return (1, decided)
            }
            _ = try perform(.confirm(Confirm(hold: held.hold)), now)
            decided += box.decided
            return (1, decided)
        }
    }

    /// The desk plans calls of whoever begins to wait for treatment by itself (KT-2): what the simulation says of them
    /// apart is in the command. Whoever opts out then is told of as it is (KT-5).
    private func withCalls(_ deed: Deed, _ log: ArraySlice<Entry>, _ box: DeskBox) -> Deed {
        guard case .command(let command, let count) = deed, log.startIndex + count < log.endIndex,
            case .fact(.askedAboutCalls(let person, let optsOut)) = log[log.startIndex + count].told
        else { return deed }
        let isSo = box.desk.people[Int(person)].flags.contains(.optedOut) == optsOut
        return isSo ? .command(command, entries: count + 1) : .facts(count + 1)
    }

    /// The desk in memory, as it is at a minute.
    private func ready(_ now: CivilMinute) throws -> DeskBox {
        while true {
            _ = try service.runUnanswered(BookingService.Context(now: now)) { _ in true }
            if let box = service.memory.desk { return box }
        }
    }

    private mutating func perform(_ command: BookingCommand, _ now: CivilMinute) throws -> BookingReply {
        given[command.name, default: 0] += 1
        return try service.perform(command, in: BookingService.Context(now: now))
    }

    /// Whoever is at risk is called before anything else: nobody is discharged before that (ST-8).
    private func callThoseAtRisk(_ now: CivilMinute) throws {
        let context = BookingService.Context(now: now)
        for task in try service.tasks(in: context) where task.kind == .dutyCall {
            guard let number = task.task else { continue }
            _ = try service.perform(FinishTask(task: number, note: "called"), in: context)
        }
    }

    /// Without a supervisor's word nobody goes on where it is needed (TX-11).
    private mutating func tryAlone(_ attend: Attend, _ now: CivilMinute) throws {
        if attend.contact.riskFound { risks += 1 }
        guard attend.contact.exception, attend.contact.attendance.wasSeen else { return }
        var alone = attend
        alone.contact.exception = false
        #expect(throws: BookingError.self, "an extension was given without a supervisor's word") {
            _ = try service.perform(alone, in: BookingService.Context(now: now))
        }
        extensions += 1
    }

    private func tell(_ log: ArraySlice<Entry>, _ now: CivilMinute) throws {
        _ = try service.runUnanswered(BookingService.Context(now: now)) { step in
            var decisions = step.decisions()
            decisions.isReplay = true
            for entry in log {
                switch entry.told {
                case .change(let change): try decisions.hear(change)
                case .fact(.weekTurned): break
                case .fact(.received(let referral, _)): try decisions.receive(referral, Identity(name: ""))
                case .fact(let fact):
                    try step.require(fact, "a fact of the log")
                    try decisions.hear(fact)
                }
            }
            return true
        }
    }
}

extension DeskRecorder.Told {
    fileprivate var isOfRisk: Bool {
        if case .fact(.riskFound) = self { return true }
        return false
    }
}

extension BookingCommand {
    fileprivate var isOfRisk: Bool {
        if case .recordRisk = self { return true }
        if case .attend(let attend) = self { return attend.contact.riskFound }
        return false
    }
}

extension DeskBox {
    /// Whether the desk books whatever fits, as the simulation's clerks do. Nobody comes back for freed time.
    func books(_ byItself: Bool) {
        if desk.booksByItself != byItself { desk.booksByItself = byItself }
        desk.heedsTimesGivenUp = false
    }
}
