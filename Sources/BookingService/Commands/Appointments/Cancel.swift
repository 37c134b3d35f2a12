import Allocation
import BookingStore
public import CareModel

/// Cancels a standing appointment (AT-1, AT-3, AT-10, FA-5).
///
/// It is refused with ``BookingError/endsEpisode(person:misses:)`` if the rule would end the episode, and nobody said
/// so; with ``BookingError/begun(person:appointment:start:)`` if its outcome is to be recorded.
public struct Cancel: UseCase {
    /// The appointment's number.
    public var appointment: Int64
    /// The person cancels; else the service does, and the person is rebooked first.
    public var byPerson: Bool
    /// The person wants another.
    public var rebooks: Bool
    /// What is said for the case that the rule ends the episode (AT-3); nil asks.
    public var atLimit: LimitAnswer?
    /// When it was said, before the appointment began, if it is recorded only now (BK-4); nil is now.
    public var saidAt: CivilMinute?
    /// Why.
    public var why: String

    /// The command.
    public init(
        appointment: Int64, byPerson: Bool = true, rebooks: Bool = true, atLimit: LimitAnswer? = nil,
        saidAt: CivilMinute? = nil, why: String = ""
    ) {
        self.appointment = appointment
        self.byPerson = byPerson
        self.rebooks = rebooks
        self.atLimit = atLimit
        self.saidAt = saidAt
        self.why = why
    }
}

extension Cancel {
    package static let name = "cancel"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .appointment(appointment) }
    package var words: String { "cancel" }
    package var formerParts: [Any?] { [byPerson, rebooks, atLimit, why] + (saidAt.map { [$0] } ?? []) }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        var decisions = step.decisions()
        decisions.why = why
        let later = try step.bookings.laterSession(appointment)
        let index = try later?.person ?? Int(step.person(with: appointment) - 1)
        let start = later?.start ?? step.box.desk.people[index].slotStart
        if let saidAt, start <= step.context.now, later == nil {
            try step.checkSaid(saidAt, appointment, start)
            decisions.saidAt = saidAt
            step.box.desk.tookPlace = saidAt
        } else {
            guard start > step.context.now else {
                throw BookingError.begun(person: Int64(index) + 1, appointment: appointment, start: start)
            }
            guard saidAt == nil else {
                throw BookingError.invalid("appointment \(appointment) is still to come: it is cancelled as of now")
            }
        }
        defer { step.box.desk.tookPlace = nil }
        if later != nil, byPerson, !rebooks {
            throw BookingError.invalid(
                "appointment \(appointment) is not the next one of its course: a person who stops cancels the next "
                    + "one, \(step.box.appointment(of: index)), --without-another, or is discharged")
        }
        guard byPerson else {
            try decisions.hear(
                later.map { .laterCancelled(UInt32($0.person), $0.start, .byService) }
                    ?? .cancelledByService(UInt32(index)))
            return try step.state(of: Int64(index) + 1)
        }
        let goesOn =
            try rebooks
            && step.limits.isExcepted(
                index, .cancelledByPatient, notice: later.map { $0.start - step.context.now }, atLimit, &decisions)
        try decisions.hear(
            later.map { .laterCancelled(UInt32($0.person), $0.start, .byPerson(exception: goesOn)) }
                ?? .cancelledByPerson(UInt32(index), rebooks: rebooks, exception: goesOn))
        return try step.state(of: Int64(index) + 1)
    }
}

extension CommandStep {
    /// That an appointment was cancelled can be recorded late, if it was said between its booking and its beginning.
    fileprivate func checkSaid(_ said: CivilMinute, _ appointment: Int64, _ start: CivilMinute) throws {
        guard said < start else {
            throw BookingError.invalid(
                "appointment \(appointment) began at \(start): what was said then or later cancels nothing, and its "
                    + "outcome is recorded with 'attend'")
        }
        guard let booked = try writer.appointment(appointment)?.bookedAt, said >= booked else {
            throw BookingError.invalid("appointment \(appointment) was not booked yet at \(said)")
        }
    }
}
