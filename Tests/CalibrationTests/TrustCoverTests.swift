import Foundation
import Testing

@testable import Calibration

@Suite("What ranges have held")
struct TrustCoverTests {
    /// What reports say of the ranges' past is what the study of them found.
    @Test(
        "The program's own is that of the study",
        arguments: [(Trust.Way.published, "trusted"), (.level, "last-months")])
    func ofTheStudy(way: Trust.Way, method: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "Results/trust/trust.csv"), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }
        let own = lines.dropFirst().filter { $0[2] == method }
        let cover = try #require(TrustCover.ofProgram(way))
        #expect(cover.years == Set(own.map { $0[0] }).count && cover.services > 90)
        for kind in SpanAhead.Kind.allCases {
            let within = try #require(lines[0].firstIndex(of: "\(kind)s_within_90"))
            let all = try #require(lines[0].firstIndex(of: "\(kind)s"))
            let sums = own.reduce((0, 0)) { ($0.0 + (Int($1[within]) ?? 0), $0.1 + (Int($1[all]) ?? 0)) }
            #expect(abs(Double(sums.0) / Double(sums.1) - (cover.shares[kind] ?? 0)) < 0.0001)
        }
    }

    @Test("A line is read as it was written, and a broken one is not")
    func lines() throws {
        let cover = try #require(TrustCover.ofProgram(.published))
        #expect(TrustCover(cover.line(of: .level), way: .level) == cover)
        for line in [
            "", "published,9", "published,0,3,0.9,0.9,0.9", "published,9,3,0.9,1.9,0.9", "level,9,3,0.9,0.9,0.9",
        ] {
            #expect(TrustCover(line, way: .published) == nil, "\(line)")
        }
    }
}
