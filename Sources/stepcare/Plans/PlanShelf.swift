import Forecasting
import Foundation
import Planning
import ServicePlanning

/// A file that keeps what a search for a plan has tried, so that it can go on from there: one that the user names, or
/// the plan's own in the user's cache.
final class PlanShelf {
    let path: String
    /// Whether it is in the cache: what cannot be read or written there is made anew, and nobody is troubled.
    private let isOwn: Bool
    private var kept = ContinuousClock.now - PlanShelf.pause

    /// A file that the user names, which need not be there yet; its folder must.
    init(_ path: String) throws {
        self.path = path
        isOwn = false
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard !path.isEmpty, FileManager.default.isWritableFile(atPath: folder) else {
            Terminal.say("\(path): cannot be written: \(folder) is no folder that can be written to")
            throw Exit.inputOutput
        }
    }

    /// The file in the cache of a plan of this very program; nil for a user without a place for that.
    /// - Parameter isFresh: whether what is there is taken away first.
    init?(of prepared: PreparedPlan, seed: UInt64, isFresh: Bool) {
        guard let folder = UserCache.folder("plans") else { return nil }
        let name = ShardFile.digest([prepared.identity, "\(seed)", UserCache.program])
        path = folder.appending(path: name + ".json").path
        isOwn = true
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { return nil }
        UserCache.keepNewest(Self.mostPlans, in: folder)
        if isFresh { try? FileManager.default.removeItem(atPath: path) }
    }

    /// Plans of which the cache keeps what was tried: the newest.
    private static let mostPlans = 32
    /// How long after it was written a file is written again at the earliest.
    private static let pause = Duration.seconds(2)

    /// What was kept; nil if nothing was.
    func state() throws -> PlanState? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            return try JSONDecoder().decode(PlanState.self, from: Data(contentsOf: URL(filePath: path)))
        } catch {
            if isOwn { return nil }
            Terminal.say("\(path): is not what a plan has kept, or is damaged: take it away to begin anew")
            throw Exit.badData
        }
    }

    /// Keeps what was tried, whole or not at all, if it was not kept just now.
    func keep(_ state: PlanState) {
        guard ContinuousClock.now - kept >= Self.pause else { return }
        keepNow(state)
    }

    /// Keeps what was tried, whole or not at all.
    /// - Returns: whether it is kept.
    @discardableResult func keepNow(_ state: PlanState) -> Bool {
        guard let data = try? JSONEncoder().encode(state),
            (try? data.write(to: URL(filePath: path), options: .atomic)) != nil
        else { return false }
        kept = ContinuousClock.now
        return true
    }

    /// What somebody who stopped a search is told.
    /// - Parameter isKept: whether what was tried is kept.
    func wayOn(isKept: Bool) -> String {
        guard isKept else { return "Stopped; nothing was written: \(path) cannot be written to." }
        return isOwn ? "Stopped; the same command goes on from here." : "Stopped; --resume \(path) goes on from here."
    }

    /// Says that a search goes on, where nobody asked it to.
    func sayThatItGoesOn() {
        if isOwn { Terminal.say("Going on from what this plan tried before; --fresh begins anew.") }
    }
}
