import CZlib
import CareModel
import Foundation
import TestSupport
import Testing

@testable import PublishedStatistics

/// A small made-up file in the layout of NHS England, in a folder of its own that goes when it does.
final class SampleFile {
    static let header =
        "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,MEASURE_ID,"
        + "MEASURE_NAME,MEASURE_VALUE_SUPPRESSED"

    let path: String
    private let folder: Folder

    /// Writes bytes under a name.
    init(_ bytes: [UInt8], name: String = "activity.csv") throws {
        folder = try Folder()
        try folder.write(name, bytes: bytes)
        path = folder.file(name)
    }

    convenience init(_ text: String, name: String = "activity.csv") throws {
        try self.init(Array(text.utf8), name: name)
    }

    /// Rows under the usual header.
    convenience init(rows: [String]) throws {
        try self.init(([Self.header] + rows).joined(separator: "\n") + "\n")
    }

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
        let folder = try Folder()
        let path = folder.file("bytes.gz")
        let file = try #require(gzopen(path, "wb"))
        #expect(gzwrite(file, bytes, UInt32(bytes.count)) == Int32(bytes.count))
        gzclose(file)
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// The file, read before it goes.
    func read() throws -> PublishedFile {
        try withExtendedLifetime(self) { try PublishedFile(path: path) }
    }

    /// The faults with which reading fails.
    func faults() throws -> [FileFault] {
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
