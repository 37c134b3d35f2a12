public import CareModel

/// What the world, or another user, did so that the store could not do as it was asked. Nothing was changed.
public enum StoreError: Error, Hashable, Sendable {
    /// There is a file or folder already where a new one was to be made.
    case exists(path: String)
    /// Files of a database that was at this path before lie beside it: SQLite would take them for the new one's.
    case leftBeside(path: String, files: [String])
    /// There is no such file, or no such folder to put it in.
    case missing(path: String)
    /// The file is no SQLite database: a folder, an empty file, or something else.
    case notADatabase(path: String, detail: String)
    /// The file is an SQLite database of another program.
    case notABookingStore(path: String)
    /// The file is damaged.
    case corrupted(path: String, detail: String)
    /// The file was written by a later version of this program.
    case newerSchema(path: String)
    /// The file was written by an earlier version, and cannot be brought forward because it was opened to read only.
    case olderSchema(path: String)
    /// The file, or its disk, can only be read.
    case readOnly(path: String)
    /// The disk is full.
    case diskFull(path: String)
    /// The disk failed.
    case disk(path: String, detail: String)
    /// Another process held the file for longer than the time limit.
    case busy(path: String)
    /// The store was closed.
    case closed
    /// Somebody or something is taken at that time (BK-1).
    case doubleBooking(DoubleBooking)
    /// The placement cannot be: its time is not within a day's quanta, or it needs nobody.
    case invalidPlacement(detail: String)
    /// What the event speaks of is not there, or is not in a state in which it can happen.
    case refused(kind: EventKind, detail: String)
    /// The key was used for another command.
    case keyReused(key: String)
    /// An entry of the log cannot be read.
    case unreadableEntry(sequence: Int64, detail: String)
    /// SQLite refused for a reason that has no case of its own.
    case database(detail: String)
}

/// Somebody or something that is taken, by what, and from when (BK-1).
public struct DoubleBooking: Hashable, Sendable {
    /// Who or what is taken.
    public var resource: BookedResource
    /// The first five minutes of the request that are taken.
    public var from: CivilMinute
    /// By what.
    public var holder: TimeHolder

    /// Something taken.
    public init(resource: BookedResource, from: CivilMinute, holder: TimeHolder) {
        self.resource = resource
        self.from = from
        self.holder = holder
    }
}

/// What holds a stretch of time: an appointment, or a hold that has not ended.
public enum TimeHolder: Hashable, Sendable {
    /// The appointment with this number.
    case appointment(Int64)
    /// The hold with this number.
    case hold(Int64)

    /// As the table of quanta has it: the number, negative for a hold.
    var code: Int64 {
        switch self {
        case .appointment(let number): number
        case .hold(let number): -number
        }
    }

    init(code: Int64) { self = code < 0 ? .hold(-code) : .appointment(code) }
}

extension StoreError: CustomStringConvertible {
    /// What happened, and what to do.
    public var description: String {
        switch self {
        case .exists(let path): "\(path): exists already; choose another name, or remove it"
        case .leftBeside(let path, let files):
            "\(path): \(files.joined(separator: " and ")) \(files.count == 1 ? "lies" : "lie") there and belong"
                + "\(files.count == 1 ? "s" : "") to a database that was here before: move "
                + "\(files.count == 1 ? "it" : "them") to where that database is now, under its name, or remove "
                + "\(files.count == 1 ? "it" : "them")"
        case .missing(let path): "\(path): no such file or folder"
        case .notADatabase(let path, let detail): "\(path): not a database (\(detail))"
        case .notABookingStore(let path): "\(path): a database, but not one of stepcare"
        case .corrupted(let path, let detail): "\(path): damaged; restore a backup (\(detail))"
        case .newerSchema(let path): "\(path): written by a later version of stepcare; use that version"
        case .olderSchema(let path): "\(path): written by an earlier version of stepcare; open it for writing once"
        case .readOnly(let path): "\(path): can only be read"
        case .diskFull(let path): "\(path): the disk is full"
        case .disk(let path, let detail): "\(path): the disk failed (\(detail))"
        case .busy(let path): "\(path): in use by another process for too long; try again"
        case .closed: "the database was closed"
        case .doubleBooking(let taken): taken.description
        case .invalidPlacement(let detail): "this cannot be booked: \(detail)"
        case .refused(let kind, let detail): "\(kind.rawValue): \(detail)"
        case .keyReused(let key): "the key \(key) was used for another command"
        case .unreadableEntry(let sequence, let detail): "log entry \(sequence) cannot be read: \(detail)"
        case .database(let detail): "the database refused: \(detail)"
        }
    }
}

extension DoubleBooking: CustomStringConvertible {
    /// Who or what is taken from when, and by what.
    public var description: String {
        switch holder {
        case .appointment(let number): "\(resource) is taken from \(from) by appointment \(number)"
        case .hold(let number): "\(resource) is taken from \(from) by hold \(number)"
        }
    }
}
