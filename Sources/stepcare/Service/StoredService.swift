import ArgumentParser
import BookingService
import BookingStore
import CareModel
import Foundation
import ScenarioFiles
import ServiceSimulation

/// The scenario as a database keeps it: the text of its files, and the values from the command line, so that it can be
/// read again without them.
struct StoredScenario: Codable {
    /// The files' names and texts, the one that was asked for first.
    var files: [File]
    /// Keys and values from the command line, in their order.
    var overrides: [[String]]

    struct File: Codable {
        var name: String
        var text: String
    }

    /// The text of a scenario's files.
    init(_ loaded: LoadedScenario, _ overrides: [KeyValue]) throws {
        files = try loaded.files.map { path in
            File(name: (path as NSString).lastPathComponent, text: try String(contentsOfFile: path, encoding: .utf8))
        }
        self.overrides = overrides.map { [$0.key, $0.value] }
    }

    /// As the log keeps it.
    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// Reads a scenario that a database keeps: from a folder of its own that is removed again.
    static func load(_ text: String, _ further: [KeyValue]) throws -> LoadedScenario {
        let stored = try JSONDecoder().decode(StoredScenario.self, from: Data(text.utf8))
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stepcare-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in stored.files {
            try Data(file.text.utf8).write(to: folder.appendingPathComponent(file.name))
        }
        guard let first = stored.files.first else { throw BookingError.notInitialised }
        return try ScenarioLoader.load(
            path: folder.appendingPathComponent(first.name).path,
            overrides: stored.overrides.map { ($0[0], $0[1]) } + further.map { ($0.key, $0.value) })
    }
}

/// A service that is kept in a database, opened with the scenario that the database keeps.
enum StoredService {
    /// Opens it.
    static func open(_ path: String) throws -> BookingService {
        let store = try BookingStore.open(at: path)
        do {
            let scenario = try scenario(of: store)
            return BookingService(store, policy: ServicePolicy(scenario.scenario))
        } catch {
            try? store.close()
            throw error
        }
    }

    /// The scenario that a database keeps.
    /// - Parameter overrides: keys and values that are laid over its own.
    static func scenario(of store: BookingStore, _ overrides: [KeyValue] = []) throws -> LoadedScenario {
        guard let initialised = try store.read({ try $0.service() }) else { throw BookingError.notInitialised }
        return try StoredScenario.load(initialised.scenario, overrides)
    }
}

extension ServicePolicy {
    /// How a scenario's teams book.
    init(_ scenario: ServiceScenario) {
        self.init(
            rules: scenario.teams.map { $0.practice.bookingRules(openingHours: $0.openingHours) },
            releaseDays: scenario.teams.map(\.practice.diary.releaseDays), standards: scenario.standards,
            closedDays: scenario.closedDays)
        teamNames = scenario.teams.map(\.name)
    }
}
