import Glibc

/// How many files and connections the process may have open.
enum OpenFiles {
    /// For the database, its readers, logs and whatever else is no connection.
    private static let kept = 256
    /// More than this is not asked for.
    private static let most: rlim_t = 65_536

    /// Lifts the limit as far as the system allows: a shell, and a manager of services, begin with a thousand.
    /// - Returns: how many connections there is room for, at most `wanted`.
    static func roomForConnections(wanted: Int) -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return min(wanted, kept) }
        let lifted = min(limit.rlim_max, most)
        if limit.rlim_cur < lifted {
            limit.rlim_cur = lifted
            _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            _ = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        }
        return max(1, min(wanted, Int(min(limit.rlim_cur, most)) - kept))
    }
}
