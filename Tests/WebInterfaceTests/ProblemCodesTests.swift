import Foundation
import HTTPTypes
import Testing

@testable import WebInterface

/// The type of every problem leads to a place that is there.
@Suite struct ProblemCodesTests {
    /// Codes as the sources have them: where a problem is made, the code is followed by its title.
    private static let written: Set<String> = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/WebInterface/Machines")
        let texts = ["Problem.swift", "Problem+Errors.swift", "MachineCall.swift"].compactMap {
            try? String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
        }
        return Set(
            texts.flatMap { text in
                text.matches(of: #/"([a-z]+(?:-[a-z]+)*)",\s*(?:"[A-Z]|refusal\.title)/#).map { String($0.1) }
            })
    }()

    @Test func eachHasAPlaceOnThePage() async throws {
        let known = ProblemCodes.all.map(\.term)
        #expect(Self.written.count > 40 && Set(known).count == known.count)
        #expect(Self.written.subtracting(known).isEmpty, "\(Self.written.subtracting(known))")
        #expect(Set(known).subtracting(Self.written).isEmpty, "\(Set(known).subtracting(Self.written))")
        let clinic = try ServedClinic()
        let page = try await clinic.ask(.get, "/api")
        for code in known { #expect(page.text.contains("<dt id=\"\(code)\">"), "\(code)") }
    }
}
