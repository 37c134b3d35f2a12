public import Allocation
import BookingStore
public import CareModel

/// A slot that can be offered, and why (BK-3).
public struct RankedSlot: Codable, Hashable, Sendable {
    /// Index of the clinician.
    public var clinician: Int32
    /// The clinician's name.
    public var clinicianName: String
    /// When it starts.
    public var start: CivilMinute
    /// How long, in minutes.
    public var minutes: Int
    /// Why this one, in words.
    public var reason: String
    /// The number of the room, if the person is seen face to face in one (CL-9).
    public var room: Int64?
    /// The room's name.
    public var roomName: String?

    /// The slot, as somebody asks for it.
    public var wanted: WantedSlot { WantedSlot(clinician: clinician, start: start, minutes: minutes, room: room) }

    /// The slot, as the desk has it.
    public var slot: SlotOffer {
        var slot = SlotOffer(clinician: clinician, start: start, minutes: minutes, reasons: [])
        slot.room = room.map { Int32($0 - 1) } ?? -1
        return slot
    }

    /// A slot in the words of a clerk.
    init(_ slot: SlotOffer, in box: DeskBox, reason: String) {
        clinician = slot.clinician
        clinicianName = box.clinicians[Int(slot.clinician)].name
        start = slot.start
        minutes = slot.minutes
        self.reason = reason
        room = slot.roomNumber
        roomName = room.flatMap { box.roomNames[$0] }
    }
}
