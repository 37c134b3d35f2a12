import Allocation
import BookingService
import CareModel

extension ServiceRunner {
    /// What changes who works when, and where.
    func staffAction(_ command: ServiceCommand, _ service: BookingService) throws -> Action? {
        switch command {
        case .hours(let clinician, let first, let shape):
            let change = HoursChange(from: now.day + Int32(first), ServiceRunner.hours(shape))
            return { "\(try service.changeHours(clinician: Int32(clinician), change, in: context))" }
        case .room(let room, let first, let days, let opens):
            let day = now.day + Int32(first)
            let last = days == 19 ? nil : day + Int32(days)
            let number = Int64(room)
            guard opens else {
                return { "\(try service.closeRoom(number, from: day, until: last, in: context))" }
            }
            return { "\(try service.openRoom(number, from: day, until: last, in: context))" }
        default: return nil
        }
    }

    /// Hours of a week: as they were, shorter, longer, of another day.
    private static func hours(_ shape: Int) -> [MinutesOfDay?] {
        let (off, morning) = (MinutesOfDay(start: 0, end: 0), MinutesOfDay(start: 540, end: 660))
        let long = MinutesOfDay(start: 480, end: 1200)
        return [
            [], [morning, nil, morning, nil, morning], [off, nil, nil, nil, off], [long, long, long, nil, nil],
            [nil, nil, off, morning, long], [nil, off, nil, off, nil],
        ][shape]
    }
}
