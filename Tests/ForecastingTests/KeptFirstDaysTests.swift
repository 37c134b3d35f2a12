import Foundation
import ScenarioFiles
import Testing

@testable import Experiments
@testable import Forecasting

/// The folder of first days: whole files or none, bounded, and never a reason not to forecast.
@Suite struct KeptFirstDaysTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "stepcare-days-\(UUID())")

    private var text: String {
        """
        name: small
        title: Small
        starts: 2027-01-04
        weeks: 6
        start: { warm-up-weeks: 26, first-days: 2 }
        teams:
          - name: river
            title: River
            referrals: { per-week: 8 }
            staff: [{ role: pwp, count: 2 }, { role: hit, count: 2 }]
          - name: hill
            title: Hill
            referrals: { per-week: 6 }
            staff: [{ role: pwp, count: 2 }, { role: hit, count: 2 }]
        """
    }

    private func request(_ days: KeptFirstDays?, changes: [ScenarioChange] = [], seed: UInt64 = 3) -> ForecastRequest {
        var request = ForecastRequest(of: .scenario(.text(text)), changes: changes)
        request.length = .replications(4)
        request.settings.seed = seed
        request.firstDays = days
        return request
    }

    private var files: [URL] {
        let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (found ?? []).sorted { $0.path < $1.path }
    }

    @Test func eachScenarioAndSeedHasItsOwn() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let days = KeptFirstDays(in: folder)
        let plain = try request(nil).prepare().run().result.records
        #expect(try request(days).prepare().run().result.records == plain)
        #expect(files.count == 2)
        #expect(try request(days).prepare().run().result.records == plain && files.count == 2)
        _ = try request(days, seed: 4).prepare().run()
        #expect(files.count == 4)
        _ = try request(days, changes: [ScenarioChange(key: "teams.river.referrals.per-week", value: "9")]).prepare()
            .run()
        #expect(files.count == 6 && days.fault == nil)
    }

    @Test func whatIsDamagedIsMadeAnew() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let days = KeptFirstDays(in: folder)
        let plain = try request(days).prepare().run().result.records
        let whole = try files.map { try Data(contentsOf: $0) }
        for (file, data) in zip(files, whole) {
            for harm in [0, 30, 60, data.count / 2, data.count - 1] {
                var damaged = data
                damaged[harm] ^= 4
                try damaged.write(to: file)
                let other = KeptFirstDays(in: folder)
                #expect(try request(other).prepare().run().result.records == plain && other.fault == nil)
                #expect(try Data(contentsOf: file).count == data.count)
            }
            try Data().write(to: file)
            #expect(try request(KeptFirstDays(in: folder)).prepare().run().result.records == plain)
        }
        // What was mended is read again.
        let loaded = try ScenarioLoader.load(.text(text))
        #expect([0, 1].allSatisfy { KeptFirstDays(in: folder).keeper(for: loaded, seed: 3).kept($0) != nil })
    }

    @Test func whatWasMadeOrReadLatelyIsInMemory() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let loaded = try ScenarioLoader.load(.text(text))
        let plain = try request(nil).prepare().run().result.records
        let days = KeptFirstDays(in: folder, isFresh: true)
        #expect(try request(days).prepare().run().result.records == plain)
        let bytes = KeptFirstDays(in: folder).keeper(for: loaded, seed: 3).kept(0)
        try FileManager.default.removeItem(at: folder)
        #expect(bytes != nil && days.keeper(for: loaded, seed: 3).kept(0) == bytes, "made, and made no more")
        #expect(try request(days).prepare().run().result.records == plain && files.isEmpty)
        #expect(KeptFirstDays(in: folder).keeper(for: loaded, seed: 3).kept(0) == nil)
    }

    @Test func memoryIsBounded() {
        let recent = RecentlyUsed<String, Int>(most: 100)
        for name in ["a", "b", "c", "d"] { recent.keep(1, name, bytes: 25) }
        #expect(recent.value("a") == 1)
        recent.keep(2, "e", bytes: 20)
        #expect(recent.value("b") == nil && recent.value("a") != nil, "what was not used for longest went")
        recent.keep(3, "large", bytes: 26)
        #expect(recent.value("large") == nil && !recent.hasRoom(for: 26) && recent.value("c") != nil)
        recent.keep(4, "a", bytes: 3)
        #expect(recent.value("a") == 4)
    }

    @Test func freshMakesThemAnewAndKeepsThem() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try request(KeptFirstDays(in: folder)).prepare().run()
        for file in files {
            try FileManager.default.setAttributes([.modificationDate: Date.distantPast], ofItemAtPath: file.path)
        }
        _ = try request(KeptFirstDays(in: folder, isFresh: true)).prepare().run()
        for file in files {
            let facts = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect((facts[.modificationDate] as? Date ?? .distantPast) > Date(timeIntervalSince1970: 0))
        }
    }

    @Test func theFolderIsBounded() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try request(KeptFirstDays(in: folder)).prepare().run()
        let oldest = files[0].lastPathComponent
        func total() throws -> Int { try files.reduce(0) { try $0 + Data(contentsOf: $1).count } }
        let most = try total() * 7 / 4
        let bounded = KeptFirstDays(in: folder, most: most)
        try FileManager.default.setAttributes([.modificationDate: Date.distantPast], ofItemAtPath: files[0].path)
        _ = try request(bounded, seed: 9).prepare().run()
        #expect(try files.count == 3 && total() <= most)
        #expect(!files.contains { $0.lastPathComponent == oldest }, "what was not used for longest went")
        // Less than one fits: nothing is kept, nothing is lost.
        _ = try request(KeptFirstDays(in: folder, most: 10), seed: 10).prepare().run()
        #expect(files.count == 3)
    }

    @Test func aFolderThatCannotBeWrittenIsNoReasonNotToForecast() throws {
        let days = KeptFirstDays(in: URL(filePath: "/dev/null/first-days"))
        let plain = try request(nil).prepare().run().result.records
        let prepared = try request(days).prepare()
        #expect(try prepared.run().result.records == plain)
        #expect(prepared.unkept?.contains("/dev/null/first-days") == true)
    }

    @Test func theUsersFolder() {
        #expect(KeptFirstDays.ofUser(["XDG_CACHE_HOME": "/c", "HOME": "/h"])?.folder.path == "/c/stepcare/first-days")
        #expect(KeptFirstDays.ofUser(["HOME": "/h"])?.folder.path == "/h/.cache/stepcare/first-days")
        #expect(
            KeptFirstDays.ofUser(["XDG_CACHE_HOME": "not/absolute", "HOME": "/h"])?.folder.path.hasPrefix("/h") == true)
        #expect(KeptFirstDays.ofUser([:]) == nil)
    }
}
