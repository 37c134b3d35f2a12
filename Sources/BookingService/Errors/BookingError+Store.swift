import BookingStore

extension BookingError {
    /// Any error of a step as one of the service's.
    init(_ error: any Error) {
        switch error {
        case let error as BookingError: self = error
        case let error as StoreError: self = .store(error)
        default: self = .store(.database(detail: "\(error)"))
        }
    }
}
