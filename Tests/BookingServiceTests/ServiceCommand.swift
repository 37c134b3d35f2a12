import Allocation
import BookingAudit
import CareModel
import TestSupport

/// One thing that somebody may do to a service. People, holds and slots are named by their place among those there are,
/// so that a sequence stays meaningful when some of it is left out.
enum ServiceCommand: Hashable {
    case refer(team: Int, traits: Int)
    case screen(Int, facts: Int)
    case contact(Int, Int)
    /// Holds one of the slots that are offered.
    case hold(Int, slot: Int)
    case confirm(Int)
    case release(Int)
    /// Books one of the slots that are offered.
    case book(Int, slot: Int)
    /// Books any time of a working day with any clinician, as a clerk may try to.
    case bookAnywhere(Int, clinician: Int, quarter: Int, hasReason: Bool)
    case reschedule(Int, slot: Int, byPerson: Bool)
    case cancel(Int, byPerson: Bool, rebooks: Bool)
    /// The clock goes on to the person's appointment, and what became of it is recorded.
    case attend(Int, outcome: Int)
    case answer(Int, Bool)
    case supervise(Int, agrees: Bool)
    case endHold(Int)
    case putOnHold(Int, days: Int)
    case absent(clinician: Int, first: Int, days: Int)
    case discharge(Int, Int)
    case allocate(Int)
    case backfill(Int)
    case course(Int, sessions: Int)
    case call(Int)
    case openGroup(team: Int, days: Int)
    case joinGroup(Int, group: Int)
    case leaveGroup(Int)
    /// The clock goes on to what is due of a course, and it is done.
    case groupDue(Int, outcomes: Int)
    case cancelGroup(Int)
    case risk(Int, clinician: Int)
    /// Other hours of a clinician from a day on; none takes them back.
    case hours(clinician: Int, first: Int, shape: Int)
    /// A room is closed on some days, or opened again.
    case room(Int, first: Int, days: Int, opens: Bool)
    /// An appointment takes place elsewhere.
    case venue(Int, Int)
    /// What became of a person at a session of a course is put right.
    case correctSeat(Int, outcomes: Int)
    /// Something of the office's: about a person, an appointment or a clinician.
    case office(OfficeCommand, Int, Int)
    /// The clock goes on, in minutes.
    case clock(Int64)

    /// Whether it takes back what was a mistake.
    var takesBack: Bool {
        if case .office(let command, _, _) = self { command == .reopen || command == .correct } else { false }
    }

    /// A command at random; those that bring people forward are frequent.
    init(_ random: inout SplitMix) {
        let person = random.below(1 << 16)
        let other = random.below(1 << 16)
        switch random.below(68) {
        case 0..<2: self = .refer(team: other % 4 == 0 ? 1 : 0, traits: random.below(1 << 15))
        case 2..<6: self = .screen(person, facts: random.below(16))
        case 6..<9: self = .contact(person, other % 6)
        case 9..<12: self = .hold(person, slot: other)
        case 12..<15: self = .confirm(other)
        case 15: self = .release(other)
        case 16..<23: self = .book(person, slot: other)
        case 23..<29:
            self = .bookAnywhere(
                person, clinician: other % 7, quarter: random.below(96 * 10), hasReason: random.below(2) == 0)
        case 29: self = .reschedule(person, slot: other, byPerson: random.below(2) == 0)
        case 30: self = .cancel(person, byPerson: random.below(2) == 0, rebooks: random.below(4) > 0)
        case 31..<37: self = .attend(person, outcome: other)
        case 37..<45: self = .office(OfficeCommand.allCases[random.below(OfficeCommand.allCases.count)], person, other)
        default: self = ServiceCommand(rare: random.below(31), person, other, &random)
        }
    }

    private init(rare: Int, _ person: Int, _ other: Int, _ random: inout SplitMix) {
        switch rare {
        case 0: self = .answer(person, random.below(3) > 0)
        case 1: self = .supervise(person, agrees: other % 3 > 0)
        case 2: self = other % 2 == 0 ? .endHold(person) : .putOnHold(person, days: other % 60)
        case 3: self = .absent(clinician: other % 7, first: random.below(12), days: 1 + random.below(6))
        case 4: self = .discharge(person, other)
        case 5: self = .allocate(other % 3)
        case 6: self = .backfill(other % 3)
        case 7...9: self = .course(person, sessions: random.below(8))
        case 10: self = .call(person)
        case 14: self = .openGroup(team: other % 4 == 0 ? 1 : 0, days: random.below(12))
        case 15...18: self = .joinGroup(person, group: other)
        case 19: self = .leaveGroup(person)
        case 20...23: self = .groupDue(other, outcomes: random.below(1 << 16))
        case 24: self = .risk(person, clinician: other % 7 - 1)
        case 25: self = .cancelGroup(other)
        case 26: self = .hours(clinician: other % 7, first: random.below(20), shape: random.below(6))
        case 27:
            self = .room(other % 3, first: random.below(12), days: random.below(20), opens: random.below(3) == 0)
        case 28...29: self = .venue(person, other)
        case 30: self = .correctSeat(person, outcomes: random.below(1 << 16))
        default: self = .clock([3, 12, 55, 1440, 4 * 1440, 9 * 1440][random.below(6)])
        }
    }
}

/// What is done about people, appointments and clinicians beside booking.
enum OfficeCommand: CaseIterable {
    /// An outcome is put right, or undone; the end of an episode is taken back.
    case correct, reopen
    /// Details of a person: consents, short notice.
    case change
    /// A case goes to another clinician; an appointment is kept by telephone.
    case moveCase, atADistance
    /// A link is made for a person, and used.
    case link, chooseLink
    /// Places of a proposal are accepted.
    case accept
    /// An appointment is confirmed; what was not confirmed is cancelled.
    case confirmed, unconfirmed
    /// A task was done, a message sent.
    case done, sent
    /// A clinician is back sooner, has a last day, another cap; a room is added.
    case back, lastDay, cap, room
}

/// What happens on purpose while a command is given.
enum Disturbance: Int, CaseIterable {
    /// Nothing.
    case none
    /// The reply is lost, and the command is given again with the same key.
    case lostReply
    /// Another process of the same service gives it.
    case otherProcess
    /// The process forgets what it knew, as after a restart.
    case restart
    /// A write fails when the step is committed; the command is given again.
    case failedWrite
    /// A flush fails when the step is committed; the command is given again.
    case failedFlush
}
