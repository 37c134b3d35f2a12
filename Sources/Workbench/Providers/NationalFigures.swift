import Calibration
import CareModel
import Foundation
import PublishedStatistics
public import Reporting
import Synchronization

/// A provider of NHS England's monthly file.
public struct ProviderEntry: Hashable, Sendable {
    /// Its code.
    public let code: String
    /// Its present name.
    public let name: String
    /// Referrals of its last twelve months; nil where some are kept back.
    public let referrals: Int?
}

/// NHS England's monthly file, read once on a thread of its own, and what it says of each provider.
public final class NationalFigures: Sendable {
    /// Whether it can be asked.
    public enum State: Sendable {
        /// It is being read.
        case reading
        /// It is there, with so many providers, until a month.
        case ready(providers: Int, until: String)
        /// It cannot be read; why.
        case failed(String)
    }

    private enum Held: Sendable {
        case reading
        case ready(PublishedFile, [ProviderEntry])
        case failed(String)
    }

    /// The file's path.
    let path: String
    private let held = Mutex<Held>(.reading)

    /// Begins to read a file, plain or gzip.
    public init(path: String) {
        self.path = path
        Thread { self.read() }.start()
    }

    private func read() {
        _ = LowPriority.lower(by: 10)
        let found: Held
        do throws(PublishedError) {
            let file = try PublishedFile(path: path)
            found = .ready(file, Self.entries(of: file))
        } catch {
            found = .failed(error.description)
        }
        held.withLock { $0 = found }
    }

    /// Whether it can be asked.
    public var state: State {
        held.withLock { held in
            switch held {
            case .reading: .reading
            case .ready(let file, let entries): .ready(providers: entries.count, until: "\(file.lastMonth)")
            case .failed(let why): .failed(why)
            }
        }
    }

    private var ready: (file: PublishedFile, entries: [ProviderEntry])? {
        held.withLock { held in
            switch held {
            case .ready(let file, let entries): (file, entries)
            case .reading, .failed: nil
            }
        }
    }

    /// Providers with referrals of late, by name; those that ended, or went on under another code, are left out.
    private static func entries(of file: PublishedFile) -> [ProviderEntry] {
        let gone = ProviderSuccession.known.map(\.predecessor)
        return file.codes.filter { !gone.contains($0) }.compactMap { code -> ProviderEntry? in
            guard let series = try? file.series(of: code) else { return nil }
            let year = (0..<12).map { series.value(.referrals, in: file.lastMonth - $0) }
            let known = year.compactMap { $0 }
            guard !known.isEmpty else { return nil }
            return ProviderEntry(
                code: code, name: PublishedFit.title(series.name),
                referrals: known.count == 12 ? Int(known.reduce(0, +)) : nil)
        }.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
    }

    /// Providers whose name or code has a text in it, by name; all of them for an empty text.
    public func providers(with text: String) -> [ProviderEntry] {
        guard let ready else { return [] }
        let wanted = text.lowercased().split(separator: " ")
        return ready.entries.filter { entry in
            let words = "\(entry.name) \(entry.code)".lowercased()
            return wanted.allSatisfy { words.contains($0) }
        }
    }

    /// Providers that somebody may have meant of whom nothing was found.
    public func suggestions(for text: String) -> [ProviderEntry] {
        guard let ready else { return [] }
        let codes = ready.file.suggestions(for: text).map(\.code)
        return ready.entries.filter { codes.contains($0.code) }
    }

    /// A provider; nil if there is none of this code.
    public func provider(_ code: String) -> ProviderEntry? {
        ready?.entries.first { $0.code.lowercased() == code.lowercased() }
    }

    /// What was published of a provider; nil if there is none of this code.
    public func history(of code: String) -> PublishedHistory? {
        guard let ready, let entry = provider(code), let series = try? ready.file.series(of: entry.code) else {
            return nil
        }
        let months = series.months
        let lines = MonthlyFigures.Figure.allCases.map { figure in
            let standards = Standards()
            let scale = figure.measure.unit == .share ? 0.01 : 1
            return PublishedHistory.Line(
                measure: figure.measure.name(standards), title: figure.measure.title(standards),
                unit: figure.measure.unit,
                values: months.map { month in figure.published.month(month, in: series).map { $0 * scale } })
        }
        return PublishedHistory(
            title: "\(entry.name) (\(entry.code))",
            months: months.compactMap { CivilDay(year: $0.year, month: $0.month, day: 1) }, lines: lines)
    }

    /// Months that a fit can end with, the latest first, as `YYYY-MM`.
    public var ends: [String] {
        guard let ready else { return [] }
        return ready.file.months.dropFirst(12).reversed().map { "\($0)" }
    }

    /// What keeps a provider from being fitted until a month; nil if nothing does.
    public func fault(of wish: FitWish) -> String? {
        guard let ready else { return "The national file is not there yet: try again in a moment" }
        guard let until = PublishedMonth(wish.until) else { return "Choose a month of the list" }
        do throws(PublishedError) {
            _ = try ready.file.series(of: wish.code, until: until)
            return nil
        } catch {
            switch error {
            case .faults(let faults):
                return faults.map { "\($0.message); allowed is \($0.allowed)" }.joined(separator: "; ")
            case .cannotRead: return error.description
            }
        }
    }
}
