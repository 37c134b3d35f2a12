import Glibc

/// Threads that have what others leave.
enum LowPriority {
    /// Lowers the priority of the thread that asks; threads of the desk, which book, go before it.
    /// - Parameter niceness: how much lower, of 19.
    /// - Returns: whether the system allowed it.
    static func lower(by niceness: Int32) -> Bool { setpriority(__priority_which_t(0), 0, niceness) == 0 }
}
