import Allocation
import BookingStore
public import CareModel

/// A time that is kept for somebody for some minutes, as it is shown before it is booked (BK-4).
public struct KeptTime: Codable, Hashable, Sendable {
    /// The number of the hold.
    public var hold: Int64
    /// The person's number.
    public var person: Int64
    /// The person's name.
    public var name: String?
    /// When the appointment would start.
    public var start: CivilMinute
    /// How long it would be, in minutes.
    public var minutes: Int
    /// What the clinician is called.
    public var clinicianName: String
    /// What the room is called, if there is one (CL-9).
    public var roomName: String?
    /// Until when it is kept.
    public var expires: CivilMinute
    /// Why a rule is overridden, if one is (CL-1).
    public var reason: String?
    /// How the person asked to be seen; unknown if they did not say (RF-13).
    public var asked: ConsultationChannel?
}

extension BookingService {
    /// The time that is held for a person.
    /// - Throws: ``BookingError/noSuchHold(_:)`` if it is another person's;
    ///   ``BookingError/holdEnded(_:_:)`` if it is kept no longer.
    public func keptTime(_ hold: Int64, of person: Int64, in context: Context) throws(BookingError) -> KeptTime {
        try look(context, .offer(person: person)) { step in
            let record = try step.holds.open(hold)
            let placement = record.held.placement
            guard placement.person == person else { throw BookingError.noSuchHold(hold) }
            let rooms = try step.writer.rooms()
            return KeptTime(
                hold: hold, person: person, name: try step.name(of: person), start: placement.start,
                minutes: placement.minutes, clinicianName: step.box.clinicians[Int(placement.clinician)].name,
                roomName: placement.room.flatMap { room in rooms.first { $0.room == room }?.name },
                expires: record.held.expires, reason: record.held.overrideReason,
                asked: step.box.desk.referrals[try step.index(of: person)].channel)
        }
    }
}
