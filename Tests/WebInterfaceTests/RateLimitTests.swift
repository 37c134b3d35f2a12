import BookingService
import BookingStore
import HTTPTypes
import Synchronization
import Testing

@testable import WebInterface

/// Whoever asks too often waits, and is told how long.
@Suite struct RateLimitTests {
    @Test func aBucketFillsAgain() {
        var settings = RateLimits.Settings()
        settings.machine = .init(burst: 3, perMinute: 6)
        let clock = Clock()
        let limits = RateLimits(settings, seconds: clock.read)
        func ask(_ whose: String, at seconds: Double) -> Int? {
            clock.set(seconds)
            return limits.secondsToWait(.machine, whose)
        }
        #expect([0.0, 0, 0, 0, 4, 10, 10].map { ask("a", at: $0) } == [nil, nil, nil, 10, 6, nil, 10])
        #expect(ask("b", at: 10) == nil, "another has a bucket of their own")
        #expect(ask("a", at: 1000) == nil)
        #expect([1000.0, 1000, 1000].map { ask("a", at: $0) } == [nil, nil, 10])
    }

    @Test func manyWhoAskDoNotFillTheMemory() {
        let clock = Clock()
        let limits = RateLimits(RateLimits.Settings(), seconds: clock.read)
        for number in 0..<50_000 {
            clock.set(Double(number) / 1000)
            #expect(limits.secondsToWait(.signIn, "\(number)") == nil)
        }
    }

    /// A clock that is set.
    private final class Clock: Sendable {
        private let seconds = Mutex(0.0)
        func set(_ now: Double) { seconds.withLock { $0 = now } }
        var read: @Sendable () -> Double { { self.seconds.withLock { $0 } } }
    }

    @Test func aMachineThatAsksTooOftenIsToldWhenToComeBack() async throws {
        let clinic = try ServedClinic { $0.limits.machine = .init(burst: 2, perMinute: 6) }
        let (token, other) = (try clinic.token([.seeTotals]), try clinic.token([.seeTotals]))
        var statuses: [Int] = []
        for _ in 0..<3 { statuses.append(try await clinic.ask(.get, "/api/v1/rooms", token: token).status) }
        #expect(statuses == [200, 200, 429])
        let refused = try await clinic.ask(.get, "/fhir/Slot", token: token)
        #expect(refused.status == 429)
        #expect(refused.headers[.retryAfter] == "10")
        #expect(refused.json["resourceType"] == "OperationOutcome")
        #expect(try await clinic.ask(.get, "/api/v1/rooms", token: other).status == 200)
    }

    @Test func whoeverTriesTokensOrPasswordsWaits() async throws {
        let clinic = try ServedClinic { $0.limits.signIn = .init(burst: 2, perMinute: 6) }
        var statuses: [Int] = []
        for number in 0..<3 {
            statuses.append(try await clinic.ask(.get, "/api/v1/rooms", token: "guess \(number)").status)
        }
        #expect(statuses == [401, 401, 429])
        statuses = []
        for number in 0..<3 {
            // A header of one's own does not help.
            statuses.append(try await clinic.ask(.post, "/welcome/guess", token: "guess \(number)").status)
        }
        #expect(statuses.last == 429)
    }
}
