import ArgumentParser
import Foundation
import Glibc

/// The folder of a service that is served: it is there or is made, can be written to, and no other server has it. The
/// system keeps who has it for as long as the process lives, and forgets it however the process ends.
struct ServedFolder {
    /// The service's database.
    static let database = "service.db"
    /// Minutes by which the clock of a service to try things out is ahead.
    private static let clock = "clock-ahead-minutes.txt"

    let path: String
    private let folder: OutputFolder
    private let held: Int32

    /// Where the database is, or will be.
    var database: String { path + "/" + Self.database }

    /// Makes or finds the folder, and takes it.
    init(_ path: String) throws {
        self.path = path
        do {
            folder = try OutputFolder(path)
        } catch {
            let advice = "name a folder that the user of the server may write"
            Terminal.say("\(error.path): cannot be written: \(error.reason); \(advice)")
            throw Exit.inputOutput
        }
        held = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // A file system that cannot keep who has a folder is one on which nobody else is known to have it.
        if flock(held, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
            close(held)
            Terminal.say("\(path): another server has it open; stop that one first, or name another folder")
            throw Exit.inputOutput
        }
    }

    /// Lets others have it.
    func release() { close(held) }

    /// Takes away the folders that were made, for a service that came to nothing.
    func discard() { folder.discard() }

    /// Minutes by which the service's clock is ahead; nil for one that goes by the machine's.
    var minutesAhead: Int64? {
        let text = try? String(contentsOfFile: "\(path)/\(Self.clock)", encoding: .utf8)
        return text.flatMap { Int64($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }

    /// Keeps by how much the clock is ahead.
    func keep(minutesAhead: Int64) throws {
        do { try folder.write([OutputFile(Self.clock, "\(minutesAhead)\n")]) } catch {
            throw OutputFolder.refusal(error)
        }
    }

    /// Takes the clock away again.
    func forgetClock() { unlink("\(path)/\(Self.clock)") }
}
