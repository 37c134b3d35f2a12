import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel
import TestSupport

/// The small service on a new file, on the morning of its first Monday.
struct SmallClinic {
    let folder: Folder
    let path: String
    let monday: CivilDay
    let service: BookingService
    let context: BookingService.Context

    /// - Parameters:
    ///   - policy: how its teams work.
    ///   - change: what is otherwise than in the fixture.
    init(
        policy: ServicePolicy = ServiceFixture.policy, _ change: (inout ServiceFoundation) -> Void = { _ in }
    ) throws {
        folder = try Folder()
        path = folder.file("service.db")
        monday = ServiceFixture.mondays[0]
        context = BookingService.Context(now: CivilMinute(day: monday, minuteOfDay: 540))
        service = BookingService(try BookingStore.create(at: path), policy: policy)
        var foundation = ServiceFixture.foundation(monday)
        change(&foundation)
        try service.found(foundation, in: context)
    }

    /// Somebody new of the first team who waits for a first appointment at step 2.
    /// - Parameters:
    ///   - daysAgo: when they were referred.
    ///   - change: what the referral asks for.
    func waiting(
        _ name: String = "Somebody Invented", daysAgo: Int64 = 0, _ change: (inout Referral) -> Void = { _ in }
    ) throws -> Int64 {
        var referral = ServiceFixture.referral(0, traits: 1, at: context.now - daysAgo * 1440)
        change(&referral)
        let person = try service.refer(referral, Identity(name: name), in: context).person
        _ = try service.screen(person: person, ScreeningFacts(), in: context)
        _ = try service.contact(person: person, .wantsAppointment, in: context)
        return person
    }
}
