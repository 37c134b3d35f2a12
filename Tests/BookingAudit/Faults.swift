import CFaultyDisk

/// The disk of this process, which fails when it is told to. Installed once, before any file is opened through it.
public enum Faults {
    /// What fails.
    public enum Kind: Sendable {
        /// A write.
        case write
        /// A flush.
        case sync
        /// Every write from then on: the disk is full.
        case full
    }

    /// Whether the disk is in place. In this process, whose power is not cut, it does not wait for flushes.
    public static let isInstalled: Bool = {
        faulty_disk_skip_flushes()
        return faulty_disk_install() == 0
    }()

    /// The n-th operation on the files of a database will fail.
    public static func arm(_ path: String, _ kind: Kind, at n: Int) {
        let fault =
            switch kind {
            case .write: FAULTY_DISK_WRITE
            case .sync: FAULTY_DISK_SYNC
            case .full: FAULTY_DISK_FULL
            }
        precondition(faulty_disk_arm(path, fault, n, 1) == 0, "too many faults are armed")
    }

    /// Nothing fails any more; gives how many operations were counted.
    @discardableResult
    public static func disarm(_ path: String) -> Int { faulty_disk_disarm(path) }
}
