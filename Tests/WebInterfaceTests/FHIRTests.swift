import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Testing

@testable import WebInterface

/// Diaries and appointments in FHIR R4 over the wire.
@Suite struct FHIRTests {
    private let clinic: ServedClinic

    init() async throws {
        clinic = try ServedClinic()
        let token = try clinic.token([.book])
        for (person, minute) in [(1, "09:00"), (2, "10:00"), (3, "11:00")] {
            let slot: AnyJSON = ["clinician": 0, "start": .text("2027-03-23T\(minute)")]
            let body: AnyJSON = ["person": .whole(Int64(person)), "slot": slot]
            let answer = try await clinic.ask(.post, "/api/v1/commands/book", token: token, body: body)
            try #require(answer.status == 200, "\(answer.text)")
        }
    }

    private func resources(_ path: String, _ token: String) async throws -> [AnyJSON] {
        let answer = try await clinic.ask(.get, path, token: token)
        #expect(answer.status == 200, "\(answer.text)")
        #expect(answer.type == "application/fhir+json")
        #expect(answer.json["type"] == "searchset")
        return (answer.json["entry"]?.entries ?? []).compactMap { $0["resource"] }
    }

    @Test(arguments: ["Slot", "Schedule", "Appointment"])
    func aSearchComesInPartsThatLeadToOneAnother(_ kind: String) async throws {
        let token = try clinic.token([.seeTotals, .book])
        let whole = try await resources("/fhir/\(kind)?_count=500", token)
        #expect(whole.count >= 3)
        var (found, next): ([AnyJSON], String?) = ([], "/fhir/\(kind)?_count=2")
        while let path = next, found.count < 1000 {
            let answer = try await clinic.ask(.get, path, token: token)
            #expect(answer.json["total"] == .whole(Int64(whole.count)))
            found += (answer.json["entry"]?.entries ?? []).compactMap { $0["resource"] }
            let link = answer.json["link"]?.entries.first { $0["relation"] == "next" }
            next = nil
            if case .text(let address) = link?["url"], let parts = URLComponents(string: address) {
                next = parts.path + "?" + (parts.percentEncodedQuery ?? "")
            }
        }
        #expect(found == whole)
        for resource in whole.prefix(20) {
            guard case .text(let id) = resource["id"] else { continue }
            let one = try await clinic.ask(.get, "/fhir/\(kind)/\(id)", token: token)
            #expect(one.status == 200)
            #expect(one.json == resource)
        }
    }

    @Test func aSearchFindsWhatItIsAskedFor() async throws {
        let token = try clinic.token([.seeTotals, .book])
        func count(_ path: String) async throws -> Int { try await resources(path, token).count }
        #expect(try await count("/fhir/Appointment") == 3)
        #expect(try await count("/fhir/Appointment?date=2027-03-23") == 3)
        #expect(try await count("/fhir/Appointment?date=2027-03-24") == 0)
        #expect(try await count("/fhir/Appointment?date=ge2027-03-23T10:00&date=lt2027-03-23T11:00") == 1)
        #expect(try await count("/fhir/Appointment?date=gt2027-03-23T10:00:00Z&date=le2027-03-23") == 1)
        #expect(try await count("/fhir/Appointment?date=2027-03") == 3)
        #expect(try await count("/fhir/Appointment?date=2027-03-23T12:00:00.000+02:00") == 1, "nobody escaped the plus")
        #expect(try await count("/fhir/Appointment?date=2027-03-23T12:00:00%2B02:00") == 1)
        #expect(try await count("/fhir/Appointment?_offset=2") == 1)
        #expect(try await count("/fhir/Appointment?_count=0") == 0)
        #expect(try await count("/fhir/Appointment?status=cancelled,noshow") == 0)
        #expect(try await count("/fhir/Appointment?actor=Schedule/clinician-1") == 0)
        #expect(try await count("/fhir/Appointment?actor:identifier=urn:stepcare:clinician%7C0") == 3)
        #expect(try await count("/fhir/Appointment?patient:identifier=urn:stepcare:person%7C2") == 1)
        #expect(try await count("/fhir/Slot?schedule=Schedule/clinician-0&status=busy&start=2027-03-23") == 3)
        #expect(try await count("/fhir/Schedule?actor=2") == 1)
        #expect(try await count("/fhir/Slot?colour=red&_count=1") == 1, "what is not known is passed over")
    }

    @Test func namesAreOnlyForWhoeverMaySeePeople() async throws {
        let without = try clinic.token([.seeTotals, .book])
        for kind in ["Slot", "Schedule", "Appointment"] {
            let answer = try await clinic.ask(.get, "/fhir/\(kind)?_count=500", token: without)
            #expect(!answer.text.contains("Zebedee") && !answer.text.contains("display\":\"Clinician"))
        }
        let with = try clinic.token([.book, .seePeople])
        let answer = try await clinic.ask(.get, "/fhir/Appointment?_count=1", token: with)
        #expect(answer.text.contains("Zebedee 1"))
        let context = BookingService.Context(now: ServedClinic.now)
        let looks = try clinic.service.audit(in: context).filter { $0.what == "diaries with names" }.map(\.person)
        #expect(looks.sorted() == [0, 1], "who was shown, and nobody else")
    }

    @Test(arguments: [
        ("Slot?start=yesterday", 400), ("Slot?start=ap2027", 400), ("Slot?start=2027", 400), ("Slot?_count=501", 400),
        ("Slot?status=open", 400), ("Slot?schedule=Schedule/x", 400), ("Slot/nothing", 404),
        ("Slot/clinician-0-209913990900", 404), ("Appointment/99", 404), ("Schedule/clinician-99", 404),
        ("Patient/1", 404),
    ])
    func aFaultIsAnOutcome(_ path: String, _ status: Int) async throws {
        let answer = try await clinic.ask(.get, "/fhir/\(path)", token: try clinic.token([.seeTotals, .book]))
        #expect(answer.status == status)
        #expect(answer.json["resourceType"] == "OperationOutcome")
        #expect(answer.type == "application/fhir+json")
    }

    @Test func whatIsKnownIsSaid() async throws {
        let answer = try await clinic.ask(.get, "/fhir/metadata")
        #expect(answer.json["resourceType"] == "CapabilityStatement")
        #expect(answer.json["rest"]?.entries.first?["resource"]?.entries.count == 3)
    }
}
