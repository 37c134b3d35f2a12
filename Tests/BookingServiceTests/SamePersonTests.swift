import BookingService
import BookingStore
import CareModel
import Testing

/// The same person is not received twice without a word (RF-13, ST-6), whichever the door.
@Suite struct SamePersonTests {
    private let clinic: SmallClinic
    private let born = CivilDay(year: 1990, month: 2, day: 3) ?? CivilDay(number: 0)

    init() throws { clinic = try SmallClinic() }

    private func identity(_ name: String, _ change: (inout Identity) -> Void = { _ in }) -> Identity {
        var identity = Identity(name: name)
        change(&identity)
        return identity
    }

    private func refer(_ identity: Identity, isAnother: Bool = false, daysAgo: Int64 = 0) throws -> ReceivedReferral {
        let referral = ServiceFixture.referral(0, traits: 1, at: clinic.context.now - daysAgo * 1440)
        return try clinic.service.refer(referral, identity, isAnother: isAnother, in: clinic.context)
    }

    private func isRefused(_ identity: Identity) throws -> Bool {
        do {
            _ = try refer(identity)
            return false
        } catch BookingError.likelySame(let alike) {
            #expect(alike.allSatisfy { $0.isSure })
            return true
        }
    }

    @Test func theSameNameAndSomethingElseTakesAWord() throws {
        let known = identity("Zoë Invented") {
            $0.dateOfBirth = born
            $0.phone = "07700 900123"
            $0.email = "zoe@example.invalid"
        }
        let first = try refer(known).person
        #expect(try isRefused(identity("zoe invented") { $0.dateOfBirth = born }))
        #expect(try isRefused(identity("Zoe  INVENTED") { $0.phone = "+44 7700 900123" }))
        #expect(try isRefused(identity("Zoë Invented") { $0.email = "Zoe@Example.invalid" }))
        #expect(try refer(known, isAnother: true).person > first)
    }

    @Test func theNameAloneIsOnlyWarnedOf() throws {
        let first = try refer(identity("Ann Invented") { $0.dateOfBirth = born }).person
        let second = try refer(identity("ann invented"))
        #expect(second.couldBe.map(\.person) == [first])
        #expect(second.couldBe.allSatisfy { !$0.isSure })
    }

    @Test func anotherDateOfBirthOrNumberIsSomebodyElse() throws {
        _ = try refer(
            identity("Ann Invented") {
                $0.dateOfBirth = born
                $0.nhsNumber = "9434765919"
                $0.phone = "07700 900123"
            })
        let younger = try refer(identity("Ann Invented") { $0.dateOfBirth = born + 1 })
        #expect(younger.couldBe.isEmpty)
        let other = try refer(
            identity("Ann Invented") {
                $0.nhsNumber = "4010232137"
                $0.phone = "07700 900123"
            })
        #expect(!other.couldBe.contains { $0.person == 9 })
    }

    @Test func twoWithTheSamePlaceholderAreTwoPeople() throws {
        _ = try refer(identity("Ann Invented") { $0.nhsNumber = "9999999999" })
        let other = try refer(identity("Ben Invented") { $0.nhsNumber = "9999999999" })
        #expect(other.notes.count == 1)
        #expect(other.earlier == nil)
    }

    @Test func aFileGivenTwiceIsNoticedAndNothingOfItReceived() throws {
        let rows = (0..<3).map { row in
            (
                referral: ServiceFixture.referral(0, traits: 1, at: clinic.context.now - Int64(row + 1) * 1440),
                identity: Identity(name: "Row \(["One", "Two", "Three"][row]) Invented")
            )
        }
        let first = try clinic.service.refer(rows, in: clinic.context)
        #expect(first.count == 3)
        #expect {
            try clinic.service.refer(rows, in: clinic.context)
        } throws: { error in
            guard case BookingError.refusedReferrals(let refused) = error else { return false }
            return refused.map(\.index) == [0, 1, 2]
        }
        #expect {
            try clinic.service.refer(
                [rows[0], rows[0]].map { ($0.referral, identity("New Invented")) }, in: clinic.context)
        } throws: { error in
            guard case BookingError.refusedReferrals(let refused) = error, refused.map(\.index) == [1],
                case .likelySame(let alike) = refused[0].reason
            else { return false }
            return alike.map(\.place) == [0]
        }
        let again = try clinic.service.refer(rows, isAnother: true, in: clinic.context)
        #expect(again.map(\.person) == [12, 13, 14])
    }

    @Test func aChangeToSomebodyElsesNumberIsRefused() throws {
        let first = try refer(identity("Ann Invented") { $0.nhsNumber = "9434765919" }).person
        let second = try refer(identity("Ben Invented")).person
        var change = PersonChange()
        change.nhsNumber = "943 476 5919"
        #expect(throws: BookingError.duplicateReferral(person: first)) {
            try clinic.service.change(person: second, change, in: clinic.context)
        }
    }

    @Test func whoeverIsRenamedIsComparedByTheNewName() throws {
        let first = try refer(identity("Ann Invented") { $0.dateOfBirth = born }).person
        var change = PersonChange()
        change.name = "Ann Renamed"
        #expect(try clinic.service.change(person: first, change, in: clinic.context).isChanged)
        #expect(try !clinic.service.change(person: first, change, in: clinic.context).isChanged)
        #expect(try isRefused(identity("ann renamed") { $0.dateOfBirth = born }))
        #expect(try refer(identity("Ann Invented") { $0.dateOfBirth = born }).couldBe.isEmpty)
        #expect(try clinic.service.verify().isSound)
    }

    @Test func peopleAreFoundByWhatAClerkHas() throws {
        let person = try refer(
            identity("Zoë O'Nail-Invented") {
                $0.dateOfBirth = born
                $0.phone = "07700 900123"
                $0.nhsNumber = "9434765919"
            }
        ).person
        for text in [
            "zoe", "onail z", "943 476 5919", "07700900123", "+447700900123", "900123", "1990-02-03", "\(person)",
        ] {
            let found = try clinic.service.find(text, limit: 5, in: clinic.context)
            #expect(found.people.map(\.person) == [person], "\(text)")
        }
        for text in ["zoo", "943 476 5918", "999999", "1990-02-04", "77"] {
            #expect(try clinic.service.find(text, limit: 5, in: clinic.context).people.isEmpty, "\(text)")
        }
        let looks = try clinic.service.audit(person: person, in: clinic.context)
        #expect(looks.count { $0.what == "found by a search" } == 8)
    }

    @Test func theLastAdministratorStays() throws {
        let first = try clinic.service.addUser("Ada Invented", .administrator, in: clinic.context)
        var context = clinic.context
        context.author = Author(user: first, origin: "test")
        let second = try clinic.service.addUser("Ben Invented", .administrator, in: context)
        let clerk = try clinic.service.addUser("Cay Invented", .scheduler, in: context)
        #expect(try clinic.service.removeUser(clerk, in: context) == "Cay Invented")
        #expect(throws: BookingError.self) { try clinic.service.removeUser(clerk, in: context) }
        #expect(try clinic.service.removeUser(second, in: context) == "Ben Invented")
        #expect(throws: BookingError.self) { try clinic.service.removeUser(first, in: context) }
        context.author = Author(user: clerk, origin: "test")
        #expect(throws: BookingError.self) { try clinic.service.find("a", limit: 5, in: context) }
    }
}
