public import BookingStore

extension BookingService {
    /// One appointment, whatever became of it. The look is entered in the access log of whoever it is of (IG-1).
    /// - Throws: ``BookingError/noSuchAppointment(_:)``.
    public func appointment(_ number: Int64, in context: Context) throws(BookingError) -> AppointmentRecord {
        guard let record = try stored({ try $0.appointment(number) }) else {
            throw BookingError.noSuchAppointment(number)
        }
        guard let person = record.placement.person else {
            return try look(context, .search) { _ in record }
        }
        return try look(context, .record(person: person)) { _ in record }
    }
}
