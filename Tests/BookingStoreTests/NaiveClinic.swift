import BookingStore
import CareModel

/// One thing that a scheduler may do. Appointments and holds are named by their place among those made so far, so that
/// a sequence stays meaningful when some of it is left out.
enum Command: Hashable {
    case book(Placement)
    case hold(Placement, minutes: Int64)
    case confirm(Int)
    case release(Int)
    case cancel(Int)
    case reschedule(Int, Placement)
    case attend(Int)
    case undoCancel(Int)
    case undoBooking(Int)
    /// The clock goes on, or back.
    case clock(Int64)
}

/// What should come of a command.
enum Expected: Hashable {
    case done
    case refused
}

/// What a clinic should be, in the plainest way: lists of stretches of time, compared one by one. It shares nothing
/// with the store but the words of the field.
struct NaiveClinic {
    struct Appointment {
        var placement: Placement
        var isCancelled = false
        var isUndone = false
        var isAttended = false
    }

    struct Hold {
        var placement: Placement
        var expires: CivilMinute
        var isOpen = true
    }

    var now = Clinic.now
    var appointments: [Appointment] = []
    var holds: [Hold] = []

    /// Whether two placements need the same person or thing at the same time.
    static func collide(_ one: Placement, _ other: Placement) -> Bool {
        func end(_ placement: Placement) -> Int64 {
            // Time is booked in fives.
            placement.start.minutes + Int64((placement.minutes + 4) / 5 * 5)
        }
        guard one.start.minutes < end(other), other.start.minutes < end(one) else { return false }
        return one.clinician == other.clinician || one.person == other.person
            || (one.room != nil && one.room == other.room)
    }

    func isFree(_ placement: Placement) -> Bool {
        for appointment in appointments where !appointment.isCancelled && !appointment.isUndone {
            if NaiveClinic.collide(appointment.placement, placement) { return false }
        }
        for hold in holds where hold.isOpen && hold.expires > now {
            if NaiveClinic.collide(hold.placement, placement) { return false }
        }
        return true
    }

    /// Ends the holds that are past, as anything does that takes time.
    private mutating func expire() {
        for index in holds.indices where holds[index].isOpen && holds[index].expires <= now {
            holds[index].isOpen = false
        }
    }

    mutating func perform(_ command: Command) -> Expected {
        switch command {
        case .clock(let minutes):
            now = now + minutes
            return .done
        case .book(let placement):
            guard isFree(placement) else { return .refused }
            expire()
            appointments.append(Appointment(placement: placement))
        case .hold(let placement, let minutes):
            guard isFree(placement) else { return .refused }
            expire()
            holds.append(Hold(placement: placement, expires: now + minutes))
        case .confirm(let place):
            guard !holds.isEmpty else { return .refused }
            let index = place % holds.count
            guard holds[index].isOpen, holds[index].expires > now else { return .refused }
            holds[index].isOpen = false
            expire()
            appointments.append(Appointment(placement: holds[index].placement))
        case .release(let place):
            guard !holds.isEmpty, holds[place % holds.count].isOpen else { return .refused }
            holds[place % holds.count].isOpen = false
        default: return performOnAppointment(command)
        }
        return .done
    }

    private mutating func performOnAppointment(_ command: Command) -> Expected {
        guard !appointments.isEmpty else { return .refused }
        switch command {
        case .cancel(let place):
            return cancel(place % appointments.count)
        case .reschedule(let place, let placement):
            let before = self
            guard cancel(place % appointments.count) == .done, isFree(placement) else {
                self = before
                return .refused
            }
            expire()
            appointments.append(Appointment(placement: placement))
        case .attend(let place):
            let index = place % appointments.count
            guard isStanding(index), !appointments[index].isAttended else { return .refused }
            appointments[index].isAttended = true
        case .undoCancel(let place):
            let index = place % appointments.count
            guard appointments[index].isCancelled, isFree(appointments[index].placement) else { return .refused }
            expire()
            appointments[index].isCancelled = false
        case .undoBooking(let place):
            let index = place % appointments.count
            guard isStanding(index), !appointments[index].isAttended else { return .refused }
            expire()
            appointments[index].isUndone = true
        default: return .refused
        }
        return .done
    }

    private mutating func cancel(_ index: Int) -> Expected {
        guard isStanding(index), !appointments[index].isAttended else { return .refused }
        appointments[index].isCancelled = true
        return .done
    }

    private func isStanding(_ index: Int) -> Bool {
        !appointments[index].isCancelled && !appointments[index].isUndone
    }
}
