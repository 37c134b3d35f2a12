import CareModel
import RandomStreams
import Testing

@testable import ServiceSimulation

/// What a run leaves behind is kept in few bytes, and reads as it was recorded.
@Suite("Packed records")
struct PackedRecordTests {
    @Test("whatever was counted is read again", arguments: 0..<20)
    func counts(seed: UInt64) {
        var luck = RandomStream(seed: seed, purpose: 1)
        let values = (0..<luck.integer(below: 700)).map { place -> Int32 in
            switch luck.integer(below: 40) {
            case 0: Int32(truncatingIfNeeded: Int(luck.word()))
            case 1: [.min, .max, -1, 255, 256, 65_535, 65_536][place % 7]
            case 2..<6: Int32(luck.integer(below: 1000))
            default: place % 300 < 150 ? 0 : Int32(luck.integer(below: 9))
            }
        }
        let packed = PackedCounts(values)
        #expect(packed.count == values.count && packed.values == values)
        #expect(values.indices.allSatisfy { packed[$0] == values[$0] })
        if values.count > 70 { #expect(Array(packed[3...69]) == Array(values[3...69])) }
    }

    @Test("nothing, and what is nothing or small, takes next to nothing")
    func small() {
        #expect(PackedCounts([]).byteCount == 0 && PackedCounts().values.isEmpty)
        #expect(PackedCounts([Int32](repeating: 0, count: 6400)).byteCount == 400)
        #expect(PackedCounts([Int32](repeating: 255, count: 6400)).byteCount == 6800)
        #expect(PackedCounts([Int32](repeating: -1, count: 64)).byteCount == 260)
    }

    @Test("a record of a service reads the same, equals itself, and takes a third at most")
    func record() {
        var scenario = SampleService.scenario()
        scenario.measuresGroups = true
        let day = ServiceSnapshot(taken: scenario.starts.start)
        var record = SampleRun.records(scenario, from: day, seed: 3, replications: 1, weeks: 12)[0]
        let packed = record.packed()
        #expect(packed == record && packed.packed() == record && packed.unpacked().counts == record.counts)
        #expect(packed.byteCount * 3 < record.byteCount, "\(packed.byteCount) of \(record.byteCount)")
        #expect(packed.isByGroup && record.isByGroup)
        for team in 0..<record.teams {
            for week in 0..<record.weeks {
                for counter in Counter.allCases {
                    #expect(
                        packed.count(counter, week: week, team: team) == record.count(counter, week: week, team: team))
                }
                for role in Role.allCases {
                    for counter in RoleCounter.allCases {
                        #expect(
                            packed.count(counter, week: week, team: team, role: role)
                                == record.count(counter, week: week, team: team, role: role))
                    }
                }
            }
            for kind in WaitKind.allCases {
                #expect(Array(packed.waits(kind, team: team)) == Array(record.waits(kind, team: team)))
                #expect(Array(packed.waitsEntered(kind, team: team)) == Array(record.waitsEntered(kind, team: team)))
                #expect(Array(packed.waitsUnended(kind, team: team)) == Array(record.waitsUnended(kind, team: team)))
            }
            for group in EquityGroup.all {
                for counter in Counter.allCases {
                    #expect(
                        packed.total(counter, team: team, group: group)
                            == record.total(counter, team: team, group: group))
                }
            }
        }
        record.add(.referrals, week: 0, team: 0)
        #expect(record != packed && record.packed() != packed)
    }
}
