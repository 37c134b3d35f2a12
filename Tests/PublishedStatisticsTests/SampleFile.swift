import CZlib
import Foundation
import Testing

@testable import PublishedStatistics

/// A small made-up file in the layout of NHS England, in a folder of its own that goes when it does.
final class SampleFile {
    static let header =
        "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,MEASURE_ID,"
        + "MEASURE_NAME,MEASURE_VALUE_SUPPRESSED"

    let path: String
    private let folder: URL

    /// Writes bytes under a name.
    init(_ bytes: [UInt8], name: String = "activity.csv") throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "published-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let place = folder.appending(path: name)
        try Data(bytes).write(to: place)
        path = place.path
    }

    convenience init(_ text: String, name: String = "activity.csv") throws {
        try self.init(Array(text.utf8), name: name)
    }

    /// Rows under the usual header.
    convenience init(rows: [String]) throws {
        try self.init(([Self.header] + rows).joined(separator: "\n") + "\n")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A row of a provider; its name is its code and a word.
    static func row(_ code: String, _ month: String, _ measure: PublishedMeasure, _ value: String) -> String {
        "\(month)-01,\(month)-28,Provider,all,all SubICBs,\(code),\(code) SERVICE,\(measure.identifier),"
            + "\(measure.name),\(value)"
    }

    /// A row of England.
    static func england(_ month: String, _ measure: PublishedMeasure, _ value: String) -> String {
        "\(month)-01,\(month)-28,England,all,all SubICBs,all,all Providers,\(measure.identifier),"
            + "\(measure.name),\(value)"
    }

    /// The bytes as gzip.
    static func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appending(path: "gzip-\(UUID().uuidString)").path
        let file = try #require(gzopen(path, "wb"))
        #expect(gzwrite(file, bytes, UInt32(bytes.count)) == Int32(bytes.count))
        gzclose(file)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// The file, read before it goes.
    func read() throws -> PublishedFile {
        try withExtendedLifetime(self) { try PublishedFile(path: path) }
    }

    /// The faults with which reading fails.
    func faults() throws -> [PublishedFault] {
        do {
            _ = try read()
            Issue.record("the file was read")
            return []
        } catch PublishedError.faults(let faults) {
            return faults
        }
    }
}

/// Months from one on, as `YYYY-MM`.
func months(_ first: String, _ count: Int) throws -> [String] {
    let start = try #require(PublishedMonth(first))
    return (0..<count).map { (start + $0).description }
}

/// Splitmix64, for tests that want chance and the same chance each time.
struct Chance: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A standard normal, by Box and Muller.
    mutating func normal() -> Double {
        let u = Double.random(in: Double.ulpOfOne..<1, using: &self)
        return (-2 * log(u)).squareRoot() * cos(2 * .pi * Double.random(in: 0..<1, using: &self))
    }
}
