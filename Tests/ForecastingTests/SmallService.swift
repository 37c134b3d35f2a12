import BookingService
import BookingStore
import CareModel
import Forecasting
import Foundation
import ScenarioFiles
import ServiceSimulation
import TestSupport

/// A service so small that a test can run it, as a text.
enum SmallService {
    static let text = SmallScenario(weeks: 4).text

    static var source: ScenarioSource { .text(text, name: "small.yaml") }

    static let author = Author(user: 0, origin: "test")

    /// A request for a few runs.
    static func request(_ subject: ForecastRequest.Subject = .scenario(source)) -> ForecastRequest {
        var request = ForecastRequest(of: subject)
        request.length = .replications(3)
        return request
    }
}

/// A database of the small service that is removed at the end of a test.
final class SmallDatabase {
    let path: String
    let now: CivilMinute

    init(_ changes: [ScenarioChange] = []) throws {
        path = NSTemporaryDirectory() + "forecasting-\(UUID().uuidString).sqlite"
        let loaded = try ScenarioLoader.load(SmallService.source, changes: changes)
        let founding = ServiceFounding(loaded, changes)
        let snapshot = founding.inventedFirstDay()
        now = snapshot.taken
        let foundation = try founding.foundation(snapshot)
        let context = BookingService.Context(now: now, author: SmallService.author)
        try BookingStore.create(at: path) { store in
            try BookingService(store, policy: ServicePolicy(loaded.scenario)).found(foundation, in: context)
        }
    }

    deinit {
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }

    func source(_ scenario: ScenarioSource? = nil) -> TodaySource {
        TodaySource(database: path, now: now, by: SmallService.author, scenario: scenario)
    }
}

/// Something that several threads write down.
final class Notebook<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var written: [Value] = []

    func add(_ value: Value) { lock.withLock { written.append(value) } }

    var values: [Value] { lock.withLock { written } }
}

/// An error that is another than the one that was expected.
struct WrongError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
