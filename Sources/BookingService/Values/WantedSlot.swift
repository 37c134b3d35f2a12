public import Allocation
public import CareModel

/// A slot that somebody asks for: with whom, when, and where if in a room.
public struct WantedSlot: Codable, Hashable, Sendable {
    /// Index of the clinician.
    public var clinician: Int32
    /// When it starts.
    public var start: CivilMinute
    /// How long, in minutes; 0 is as long as the kind of appointment.
    public var minutes: Int
    /// The number of the room (CL-9); nil leaves the choice to the service.
    public var room: Int64?

    /// A slot.
    public init(clinician: Int32, start: CivilMinute, minutes: Int = 0, room: Int64? = nil) {
        self.clinician = clinician
        self.start = start
        self.minutes = minutes
        self.room = room
    }

    /// The slot that the desk offers.
    public init(_ offer: SlotOffer) {
        self.init(clinician: offer.clinician, start: offer.start, minutes: offer.minutes, room: offer.roomNumber)
    }

    /// The slot, as the desk has it.
    var offer: SlotOffer {
        var slot = SlotOffer(clinician: clinician, start: start, minutes: minutes, reasons: [])
        slot.room = room.map { Int32(truncatingIfNeeded: $0 - 1) } ?? -1
        return slot
    }
}

extension WantedSlot: FormerlyOtherwise {
    var former: FormerForm {
        FormerForm(
            text: "(clinician:\(clinician),room:\(offer.room),start:\(FormerForm.form(of: start)),minutes:\(minutes),"
                + "reasons:(rawValue:0))")
    }
}
