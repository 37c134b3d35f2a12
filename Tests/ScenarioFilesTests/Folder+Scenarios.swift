import CareModel
import Foundation
import ScenarioFiles
import ServiceSimulation
import TestSupport
import Testing

extension Folder {
    func load(_ name: String = "service.yaml", set: [(key: String, value: String)] = []) throws(ScenarioErrors)
        -> LoadedScenario
    {
        try ScenarioLoader.load(path: path + "/" + name, overrides: set)
    }

    /// What is wrong with a file, one line each, without the folder's name.
    func faults(_ name: String = "service.yaml", set: [(key: String, value: String)] = []) -> [String] {
        do {
            _ = try load(name, set: set)
            return []
        } catch {
            return error.diagnostics.map { $0.description.replacingOccurrences(of: path + "/", with: "") }
        }
    }
}

/// A small service that is sound.
let sound = """
    name: north-essex
    starts: 2026-11-23
    weeks: 104
    attendance:
      did-not-attend-first: !measured 0.1
    teams:
      - name: mid-essex
        population: { registered: 390000, adults: 0.79, prevalence: 0.16 }
        referrals: { per-week: !published 222, sources: { self: 0.68, gp: 0.09, other: 0.23 }, months: published }
        staff:
          - { role: pwp, wte: 1.0, count: 14, caseload: 70, completed-hours: 20 }
          - { role: hit, wte: 0.8, count: 12, modalities: [cbt, emdr] }
          - { role: trainee-pwp, count: 4, qualifies: 2027-03-01 }
        diary: { low-first-share: 0.3 }
    levers:
      - name: surge
        teams: [mid-essex]
        from: 2027-01-04
        until: 2027-03-01
        when: { measure: first-appointment-wait-p90, above: 28 }
        set: { diary.low-first-share: 0.6 }

    """

/// Expects exactly these faults of the sound file with one text replaced.
func expect(
    _ old: String, _ new: String, says lines: [String], sourceLocation: SourceLocation = #_sourceLocation
) throws {
    #expect(sound.contains(old), "the sound file has no '\(old)'", sourceLocation: sourceLocation)
    let found = faults(ofText: sound.replacingOccurrences(of: old, with: new))
    #expect(found == lines, sourceLocation: sourceLocation)
}

/// What is wrong with a text, one line each.
func faults(ofText text: String, set: [ScenarioChange] = []) -> [String] {
    do {
        _ = try ScenarioLoader.load(.text(text, name: "service.yaml"), changes: set)
        return []
    } catch {
        return error.diagnostics.map(\.description)
    }
}
