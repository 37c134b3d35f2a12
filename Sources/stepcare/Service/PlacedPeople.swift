import BookingService
import CareModel

extension [BookedSlot] {
    /// Who was placed where, and how many.
    var words: String {
        guard !isEmpty else { return "Nobody was booked." }
        let rows = map { slot in
            [
                String(slot.appointment), slot.person.map(String.init) ?? "", slot.name ?? "", slot.start.description,
                String(slot.clinician), slot.clinicianName ?? "", slot.room ?? "",
            ]
        }
        let heading = ["appointment", "person", "name", "start", "number", "clinician", "room"]
        return TextTable.lines([heading] + rows) + "\n\(count) booked."
    }
}
