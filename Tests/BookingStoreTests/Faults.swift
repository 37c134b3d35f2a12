import CFaultyDisk

/// The disk of this process, which fails when it is told to. Installed once, before any file is opened through it.
enum Faults {
    enum Kind {
        case write
        case sync
        case full
    }

    static let isInstalled: Bool = faulty_disk_install() == 0

    static func arm(_ path: String, _ kind: Kind, at n: Int) {
        let fault =
            switch kind {
            case .write: FAULTY_DISK_WRITE
            case .sync: FAULTY_DISK_SYNC
            case .full: FAULTY_DISK_FULL
            }
        precondition(faulty_disk_arm(path, fault, n, 1) == 0, "too many faults are armed")
    }

    @discardableResult
    static func disarm(_ path: String) -> Int { faulty_disk_disarm(path) }
}
