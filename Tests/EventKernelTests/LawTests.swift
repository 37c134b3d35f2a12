import EventKernel
import TestSupport
import Testing

/// The laws of what is ordered.
@Suite struct LawTests {
    @Test func priorities() { Laws.expectOrder([0, 1, 128, 255].map(EventPriority.init(rawValue:))) }
}
