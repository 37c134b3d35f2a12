import BookingStore
import CareModel
import Foundation
import RuleEvidence
import TestSupport
import Testing

@testable import Interchange

/// FHIR, iCalendar and the national data set, of one store.
@Suite struct StandardsTests {
    private func withReader<Value>(_ body: (StoreReader) throws -> Value) throws -> Value {
        let folder = try Folder()
        let store = try Clinic.store(Clinic.tables(), in: folder)
        defer { try? store.close() }
        return try store.read(body)
    }

    private var options: FHIROptions {
        FHIROptions(days: Clinic.monday...Clinic.monday + 13, now: Clinic.now)
    }

    private func entries(_ options: FHIROptions, _ type: String) throws -> [[String: Any]] {
        let data = try withReader { try Interchange.fhirBundle($0, options) }
        let bundle = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let entries = try #require(bundle["entry"] as? [[String: Any]])
        return entries.compactMap { $0["resource"] as? [String: Any] }.filter { $0["resourceType"] as? String == type }
    }

    @Test func eachAppointmentHasItsStatus() throws {
        let found = try entries(options, "Appointment")
        let statuses = found.map { "\($0["id"] ?? "") \($0["status"] ?? "")" }.sorted()
        #expect(
            statuses == [
                "1 fulfilled", "2 noshow", "3 noshow", "4 cancelled", "5 entered-in-error", "6 cancelled", "7 booked",
                "8 booked",
            ])
        #expect(found.allSatisfy { ($0["start"] == nil) == ($0["end"] == nil) && $0["start"] != nil })
    }

    /// The clocks go forward between appointments 7 and 8, both at nine.
    @Test func instantsFollowTheClockChange() throws {
        let starts = try entries(options, "Appointment").compactMap { $0["start"] as? String }
        #expect(starts.contains("2027-03-26T09:00:00+00:00"))
        #expect(starts.contains("2027-03-29T09:00:00+01:00"))
        let time = try LondonTime()
        #expect(time.universal(Clinic.at(4, 9)) == "20270326T090000Z")
        #expect(time.universal(Clinic.at(7, 9)) == "20270329T080000Z")
        let autumn = try #require(CivilDay("2027-10-30"))
        #expect(time.text(CivilMinute(day: autumn, minuteOfDay: 540)) == "2027-10-30T09:00:00+01:00")
        #expect(time.text(CivilMinute(day: autumn + 1, minuteOfDay: 360)) == "2027-10-31T06:00:00+00:00")
        #expect(time.universal(CivilMinute(day: autumn, minuteOfDay: 0)) == "20271029T230000Z")
        #expect(time.universal(CivilMinute(day: autumn + 2, minuteOfDay: 540)) == "20271101T090000Z")
    }

    @Test func slotsSayWhatIsTakenFreeAndAway() throws {
        let slots = try entries(options, "Slot")
        func status(_ id: String) -> String? { slots.first { $0["id"] as? String == id }?["status"] as? String }
        #expect(status("clinician-0-202703220900") == "busy")
        #expect(status("clinician-0-202703221000-first-appointment") == "free")
        // The cancelled and the undone have given their time back.
        #expect(status("clinician-0-202703221300-treatment") == "free")
        #expect(status("clinician-1-202703300900-first-appointment") == "busy-unavailable")
        // Good Friday and Easter Monday are holidays.
        let free = slots.filter { $0["status"] as? String == "free" }.compactMap { $0["start"] as? String }
        #expect(!free.contains { $0.hasPrefix("2027-03-26") || $0.hasPrefix("2027-03-29") })
        #expect(Set(slots.compactMap { $0["id"] as? String }).count == slots.count)
    }

    @Test func holdsAreTentativeUntilTheyExpire() throws {
        let folder = try Folder()
        let store = try Clinic.store(Clinic.tables(), in: folder)
        defer { try? store.close() }
        let placement = Placement(person: 3, clinician: 0, kind: .treatment, start: Clinic.at(2, 11), minutes: 60)
        let hold = HoldPlaced(hold: 1, placement: placement, expires: Clinic.now + 10)
        _ = try store.writeBlocking { try $0.append(.held(hold), at: Clinic.now, by: .software) }
        func bundle(_ now: CivilMinute) throws -> String {
            var options = options
            options.now = now
            return try store.read { String(decoding: try Interchange.fhirBundle($0, options), as: UTF8.self) }
        }
        #expect(try bundle(Clinic.now).contains("busy-tentative"))
        #expect(try !bundle(Clinic.now + 10).contains("busy-tentative"))
        let feed = try store.read {
            try Interchange.calendar(clinician: 0, $0, days: options.days, now: Clinic.now)
        }
        #expect(feed.contains("STATUS:TENTATIVE"))
    }

    @Test func namesAreThereOnlyWhenAskedFor() throws {
        var asked = options
        asked.includesNames = true
        for (options, expected) in [(options, false), (asked, true)] {
            let text = try withReader { String(decoding: try Interchange.fhirBundle($0, options), as: UTF8.self) }
            #expect(text.contains("invented") == expected)
            let feed = try withReader {
                try Interchange.calendar(
                    clinician: 0, $0, days: options.days, includesNames: options.includesNames, now: Clinic.now)
            }
            #expect(feed.replacing("\r\n ", with: "").contains("invented") == expected)
            #expect(!text.contains("9434765919") && !feed.contains("9434765919"))
        }
    }

    @Test func feedsAreFoldedAndEscaped() throws {
        let feed = try withReader {
            try Interchange.calendar(clinician: 0, $0, days: options.days, includesNames: true, now: Clinic.now)
        }
        let lines = feed.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
        let unfolded = feed.replacing("\r\n ", with: "")
        #expect(unfolded.contains("SUMMARY:First appointment: Person 1\\, the \"invented\"\\nSecond line\r\n"))
        for event in [
            "UID:appointment-8@test\r\nDTSTAMP:20270319T090000Z\r\nSEQUENCE:0\r\nSTATUS:CONFIRMED",
            "UID:appointment-4@test\r\nDTSTAMP:20270321T090000Z\r\nSEQUENCE:1\r\nSTATUS:CANCELLED",
        ] {
            #expect(unfolded.contains(event))
        }
        var long = CalendarLines()
        long.addText("SUMMARY", String(repeating: "é;", count: 100))
        #expect(long.text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(long.text.replacing("\r\n ", with: "") == "SUMMARY:" + String(repeating: "é\\;", count: 100) + "\r\n")
    }

    @Test func absencesSayNotWhy() throws {
        let feed = try withReader {
            try Interchange.calendar(clinician: 1, $0, days: options.days, now: Clinic.now)
        }
        #expect(feed.contains("DTSTART;VALUE=DATE:20270330\r\nDTEND;VALUE=DATE:20270401\r\nSUMMARY:Away"))
        #expect(throws: InterchangeError.self) {
            try withReader { try Interchange.calendar(clinician: 9, $0, days: options.days, now: Clinic.now) }
        }
    }

    @Test func theMonthHasTheNationalCodes() throws {
        let month = try #require(ReportingMonth("2027-03"))
        let extract = try withReader { try Interchange.nationalExtract(month: month, $0, prefix: "SC", site: "RX001") }
        let texts = extract.files.map { $0.text.split(separator: "\r\n").map(String.init) }
        #expect(extract.files.map(\.name) == ["001.csv", "101.csv", "201.csv", "202.csv", "607.csv"])
        #expect(texts[0].count == 7 && texts[0][1] == "SC1,9434765919,1980-02-29,2")
        #expect(texts[1][1] == "SCR1,SC1,2027-02-10,B1,,")
        #expect(texts[1][6] == "SCR6,SC6,2027-02-10,B1,46,2027-03-22")
        #expect(
            texts[2].dropFirst() == [
                "SCC1,SCR1,2027-03-22,09:00:00,5,60,03,11,Y,RX001,en,Y",
                "SCC2,SCR2,2027-03-22,11:00:00,3,0,02,11,Y,RX001,en,Y",
                "SCC3,SCR3,2027-03-22,12:00:00,7,0,02,11,Y,RX001,en,Y",
                "SCC4,SCR4,2027-03-22,13:00:00,2,0,02,11,Y,RX001,en,Y",
                "SCC6,SCR6,2027-03-23,09:00:00,4,0,02,11,Y,RX001,en,Y",
            ])
        #expect(texts[3].dropFirst() == ["SCA1,SCC1,SCS0"])
        #expect(texts[4].dropFirst() == ["SCA1,720433000,10", "SCA1,445455005,7"])
        #expect(extract.withoutOutcome == [7, 8])
        RuleEvidence.record(
            ["IG-5"], test: "StandardsTests.theMonthHasTheNationalCodes",
            effect: "a month of five tables with the national codes, and what has no outcome yet")
    }

    @Test func othersMonthsHaveTheirOwn() throws {
        let before = try #require(ReportingMonth("2027-01"))
        let after = try #require(ReportingMonth("2027-04"))
        let early = try withReader { try Interchange.nationalExtract(month: before, $0) }
        #expect(early.files.allSatisfy { $0.text.split(separator: "\r\n").count == 1 })
        // Who left in March is not in April.
        let late = try withReader { try Interchange.nationalExtract(month: after, $0) }
        #expect(late.files[1].text.split(separator: "\r\n").count == 6)
        #expect(ReportingMonth("2027-13") == nil && ReportingMonth("2027-1") == nil)
        #expect(throws: InterchangeError.self) {
            try withReader { try Interchange.nationalExtract(month: after, $0, prefix: "far too long") }
        }
    }

    /// Writes what other programs then check; `check-standards` says where.
    @Test func samplesForOthersToCheck() throws {
        guard let folder = ProcessInfo.processInfo.environment["STEPCARE_SAMPLES"] else { return }
        for names in [false, true] {
            var options = options
            options.includesNames = names
            let suffix = names ? "-named" : ""
            let data = try withReader { try Interchange.fhirBundle($0, options) }
            try data.write(to: URL(fileURLWithPath: "\(folder)/bundle\(suffix).json"))
            for clinician in Int32(0)..<2 {
                let feed = try withReader {
                    try Interchange.calendar(
                        clinician: clinician, $0, days: options.days, includesNames: names, now: Clinic.now)
                }
                try Data(feed.utf8).write(to: URL(fileURLWithPath: "\(folder)/clinician-\(clinician)\(suffix).ics"))
            }
        }
    }
}
