import PublishedStatistics
import TestSupport
import Testing

/// The laws of what is ordered.
@Suite struct LawTests {
    @Test func months() throws {
        Laws.expectOrder(try ["1900-01", "2025-12", "2026-01", "2026-11", "2200-12"].map { try #require(.init($0)) })
    }
}
