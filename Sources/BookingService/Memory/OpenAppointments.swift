import BookingStore
import CareModel

/// Which appointment of whom it is: the person's index, and the start.
struct AppointmentKey: Hashable {
    var person: Int
    var start: CivilMinute
}

/// The numbers of the appointments that stand and have no outcome: a fold of the log's entries. The desk knows all else
/// of them.
struct OpenAppointments: Equatable {
    private var numbers: [AppointmentKey: Int64] = [:]  // lookup only
    private var keys: [Int64: AppointmentKey] = [:]  // lookup only

    /// How many there are.
    var count: Int { numbers.count }

    /// The number of a person's appointment by its start; nil if none stands.
    subscript(person: Int, start: CivilMinute) -> Int64? { numbers[AppointmentKey(person: person, start: start)] }

    /// Whose appointment it is, and when; nil if none with this number stands.
    func key(of number: Int64) -> AppointmentKey? { keys[number] }

    /// The numbers with whose they are, for comparing.
    var all: [(number: Int64, key: AppointmentKey)] {
        keys.map { (number: $0.key, key: $0.value) }.sorted { $0.number < $1.number }
    }

    /// Takes over what an entry says.
    mutating func note(_ event: ServiceEvent) {
        if case .booked(let booking) = event, let person = booking.placement.person {
            insert(booking.appointment, AppointmentKey(person: Int(person) - 1, start: booking.placement.start))
        }
        if case .appointmentCancelled(let cancelled) = event { remove(cancelled.appointment) }
        if case .attendanceRecorded(let recorded) = event { remove(recorded.appointment) }
    }

    /// An appointment stands.
    mutating func insert(_ number: Int64, _ key: AppointmentKey) {
        numbers[key] = number
        keys[number] = key
    }

    private mutating func remove(_ number: Int64) {
        guard let key = keys.removeValue(forKey: number), numbers[key] == number else { return }
        numbers.removeValue(forKey: key)
    }
}
