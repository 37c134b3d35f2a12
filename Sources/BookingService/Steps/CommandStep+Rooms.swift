import Allocation
import CareModel

extension CommandStep {
    /// The index of a room at the desk.
    func index(ofRoom room: Int64) throws -> Int {
        guard box.roomNames[room] != nil, let number = Int(exactly: room),
            box.desk.capacity.rooms.indices.contains(number - 1)
        else { throw BookingError.invalid("there is no room \(room)") }
        return number - 1
    }

    func checkDays(_ first: CivilDay, _ last: CivilDay?) throws {
        guard first >= context.now.day, first - context.now.day < FarDays.longestAbsence, first <= last ?? first
        else {
            let until = last.map { "\($0)" } ?? "for good"
            throw BookingError.invalid(
                "\(first) … \(until) is no stretch of days that begins today or within "
                    + "\(FarDays.longestAbsence) days")
        }
    }
}
