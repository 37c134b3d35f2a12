import Forecasting
import Replications
import ScenarioFiles
import ServicePlanning

// How each command shares its work.

extension ForecastCommand: SharedCommand {
    var unshared: [String] {
        var words: [String] = []
        if from != nil { words.append("--from is not shared: a service's list is forecast by one process.") }
        if precision != nil {
            words.append("--precision is not shared: it looks at all runs together. Give --replications.")
        }
        if keep != nil { words.append("--keep is not shared.") }
        return words + results.unshared
    }

    func inputs() throws -> [String] {
        do { return [try request.prepare().loaded.sha256] } catch { throw ServiceFailure.report(error, "") }
    }

    func makeShare(of work: SharedWork) throws {
        let prepared = try prepare()
        try watched(nil) { watch throws(ForecastingError) in try prepared.makeShare(of: work, watch) }
    }
}

extension CompareCommand: SharedCommand {
    var unshared: [String] { results.unshared }

    func inputs() throws -> [String] {
        do { return try request.prepare().loaded.map(\.sha256) } catch { throw ServiceFailure.report(error, "") }
    }

    func makeShare(of work: SharedWork) throws {
        let prepared = try prepare()
        let bar = ProgressBar()
        defer { bar.clear() }
        do {
            try prepared.makeShare(
                of: work, RunWatch(progress: { bar.show($0) }, isCancelled: { Interruption.isAsked }))
        } catch {
            throw ServiceFailure.report(error, "")
        }
    }
}

extension PlanCommand: SharedCommand {
    var unshared: [String] {
        (resume == nil ? [] : ["--resume is not shared: parts that are joined are gone on from."]) + results.unshared
    }

    func inputs() throws -> [String] {
        do { return [try request.prepare().loaded.sha256] } catch { throw PlanFailure.report(error) }
    }

    func makeShare(of work: SharedWork) throws {
        let prepared = try prepare()
        let bar = ProgressBar()
        defer { bar.clear() }
        do {
            _ = try prepared.run(
                PlanWatch(progress: { bar.show($0) }, isCancelled: { Interruption.isAsked }), sharing: work)
        } catch {
            throw PlanFailure.report(error)
        }
        if Interruption.isAsked { throw Exit.interrupted }
    }
}

extension CalibrateCommand: SharedCommand {
    var unshared: [String] {
        [("--output", output), ("--report", report)].compactMap { option, value in
            value == nil ? nil : "\(option) belongs to 'merge'."
        }
    }

    func inputs() throws -> [String] {
        // A file that cannot be read is told by the command itself.
        [ShardFile.digest(ofFile: published) ?? ""]
    }

    func makeShare(of work: SharedWork) throws {
        do {
            _ = try request.prepare().run(sharing: work, isCancelled: { Interruption.isAsked })
        } catch {
            guard !work.isShort || Interruption.isAsked else { return }
            throw failure(error)
        }
    }
}

extension ResultOptions {
    /// What a shard has no use for.
    fileprivate var unshared: [String] { output == nil ? [] : ["--output belongs to 'merge'."] }
}
