import Allocation
import BookingStore
import CareModel

extension CommandStep {
    /// Whose standing appointment this is.
    func person(with appointment: Int64) throws -> Int64 {
        guard let key = box.appointments.key(of: appointment), box.desk.people[key.person].isBooked,
            box.desk.people[key.person].slotStart == key.start
        else {
            if let attendance = try writer.appointment(appointment)?.attendance {
                throw BookingError.hasOutcome(appointment, attendance)
            }
            throw BookingError.noSuchAppointment(appointment)
        }
        return Int64(key.person + 1)
    }

    /// Where a person is now.
    func state(of person: Int64) throws -> PersonStanding {
        let index = Int(person - 1)
        return PersonStanding(
            person: person, state: box.desk.episodes[index].state, appointment: box.appointment(of: index),
            nextActionDue: box.desk.nextDue(of: index), group: box.desk.group(of: index).map { Int64($0 + 1) },
            name: try name(of: person), allocatedTo: allocatedTo(index))
    }

    /// The name of the clinician who has a person from the referral on, and whose course has not begun (CL-18).
    func allocatedTo(_ index: Int) -> String? {
        let known = box.desk.people[index]
        guard known.flags.contains(.allocated) else { return nil }
        return box.clinicians[Int(known.assessor)].name
    }

    /// The name of a person, which every reply has, so that nobody is taken for another.
    func name(of person: Int64) throws -> String? { try writer.identity(ofPerson: person)?.name }
}
