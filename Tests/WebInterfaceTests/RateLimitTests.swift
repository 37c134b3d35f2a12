import BookingService
import BookingStore
import HTTPTypes
import Testing

@testable import WebInterface

/// Whoever asks too often waits, and is told how long.
@Suite struct RateLimitTests {
    @Test func aBucketFillsAgain() {
        var settings = RateLimits.Settings()
        settings.machine = .init(burst: 3, perMinute: 6)
        let limits = RateLimits(settings)
        let answers = [0.0, 0, 0, 0, 4, 10, 10].map { limits.secondsToWait(.machine, "a", now: $0) }
        #expect(answers == [nil, nil, nil, 10, 6, nil, 10])
        #expect(limits.secondsToWait(.machine, "b", now: 0) == nil, "another has a bucket of their own")
        #expect(limits.secondsToWait(.machine, "a", now: 1000) == nil)
        #expect([1000.0, 1000, 1000].map { limits.secondsToWait(.machine, "a", now: $0) } == [nil, nil, 10])
    }

    @Test func manyWhoAskDoNotFillTheMemory() {
        let limits = RateLimits(RateLimits.Settings())
        for number in 0..<50_000 {
            #expect(limits.secondsToWait(.signIn, "\(number)", now: Double(number) / 1000) == nil)
        }
    }

    @Test func aMachineThatAsksTooOftenIsToldWhenToComeBack() async throws {
        let clinic = try ServedClinic { $0.limits.machine = .init(burst: 2, perMinute: 6) }
        let (token, other) = (try clinic.token([.seeTotals]), try clinic.token([.seeTotals]))
        var statuses: [Int] = []
        for _ in 0..<3 { statuses.append(try await clinic.ask(.get, "/api/v1/rooms", token: token).status) }
        #expect(statuses == [200, 200, 429])
        let refused = try await clinic.ask(.get, "/fhir/Slot", token: token)
        #expect(refused.status == 429)
        #expect((1...10).contains(refused.headers[.retryAfter].flatMap { Int($0) } ?? 0))
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
