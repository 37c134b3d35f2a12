import BookingStore
import CareModel
import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite struct TableTests {
    private func faults(_ change: (Folder) throws -> Void) throws -> [FileFault] {
        let folder = try Folder()
        try Clinic.tables().write(to: folder.path)
        try change(folder)
        do {
            _ = try ServiceTables.read(folder.path)
            return []
        } catch {
            guard case .faults(let faults) = error else { throw error }
            return faults.map { fault in
                var fault = fault
                fault.file = String(fault.file.dropFirst(folder.path.count + 1))
                return fault
            }
        }
    }

    private func replace(_ old: String, _ new: String, in name: String, _ folder: Folder) throws {
        let text = try folder.text(name)
        #expect(text.contains(old), "the test looks for '\(old)'")
        try folder.write(name, text.replacing(old, with: new, maxReplacements: 1))
    }

    @Test func foldersRoundTrip() throws {
        let folder = try Folder()
        let tables = Clinic.tables()
        try tables.write(to: folder.file("deep/new"))
        let read = try Interchange.readTables(folder.file("deep/new"))
        #expect(read.tables == tables)
        #expect(read.faults.isEmpty && read.rejects.isEmpty)
        #expect(read.tables.files.map(\.text) == tables.files.map(\.text))
    }

    /// Export, import into a new store, export: the same bytes.
    @Test func storesRoundTrip() throws {
        let folder = try Folder()
        let store = try Clinic.store(Clinic.tables(), in: folder)
        let first = try store.read { try Interchange.exportTables($0, to: folder.file("first")) }
        let read = try Interchange.readTables(folder.file("first")).tables
        let again = try Clinic.store(read, in: folder, "b.db")
        try again.read { _ = try Interchange.exportTables($0, to: folder.file("second")) }
        for file in first.files {
            #expect(try folder.text("first/" + file.name) == folder.text("second/" + file.name), "\(file.name)")
            #expect(file.text == Clinic.tables().files.first { $0.name == file.name }?.text, "\(file.name)")
        }
        #expect(try again.verify().isSound)
        try store.close()
        try again.close()
    }

    @Test(arguments: 0..<60)
    func randomTablesRoundTrip(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        let tables = RandomTables.make(&generator)
        let folder = try Folder()
        try tables.write(to: folder.path)
        let read = try ServiceTables.read(folder.path).tables
        #expect(read.files.map(\.text) == tables.files.map(\.text), "seed \(seed)")
        #expect(read == tables, "seed \(seed)")
    }

    @Test func columnsMayStandInAnyOrderAndOptionalOnesBeAway() throws {
        let none = try faults { try $0.write("teams.csv", "name,team\nnorth,1\n\"south, \"\"the other\"\"\",2\n") }
        #expect(none.isEmpty)
        let some = try faults { folder in
            try folder.write("absences.csv", "\u{FEFF}last,first,reason,clinician\n2027-01-02,2027-01-01,leave,1\n")
        }
        #expect(some.isEmpty)
    }

    @Test func unknownAndMissingColumnsAreFound() throws {
        let found = try faults { try $0.write("teams.csv", "team,nmae\n1,north\n2,south\n") }
        #expect(
            found.map(\.description) == [
                "teams.csv:1:6: nmae: there is no such column; did you mean 'name'? (team, name, title)",
                "teams.csv:1:1: name: the column is missing (any text, not empty)",
            ])
        let twice = try faults { try $0.write("teams.csv", "team,name,name\n1,a,b\n2,c,d\n") }
        #expect(twice.map(\.message) == ["the column is there twice"])
    }

    @Test func everythingThatIsWrongIsSaidAtOnce() throws {
        let found = try faults { folder in
            try folder.write("teams.csv", "team,name\n1,\n2,south\n")
            try replace(",hit,", ",hot,", in: "clinicians.csv", folder)
            try replace("09:00", "nine", in: "availability.csv", folder)
            try replace("2027-03-30", "2027-02-30", in: "absences.csv", folder)
            try replace("9434765919", "9434765918", in: "people.csv", folder)
            try replace("in-treatment", "treated", in: "episodes.csv", folder)
            try replace(",60,", ",0,", in: "appointments.csv", folder)
        }
        #expect(
            found.map { "\($0.file):\($0.line):\($0.key)" } == [
                "teams.csv:2:name", "clinicians.csv:2:role", "availability.csv:2:from", "absences.csv:2:first",
                "people.csv:3:nhs-number", "episodes.csv:2:state", "appointments.csv:2:minutes",
            ])
        #expect(
            found[1].description == """
                clinicians.csv:2:21: role: 'hot' is not allowed; did you mean 'hit'? \
                (pwp, senior-pwp, trainee-pwp, hit, senior-hit, trainee-hit, assistant-psychologist, support-worker)
                """)
    }

    @Test(arguments: [
        ("appointments.csv", "8,2,0,", "8,99,0,", "person"), ("appointments.csv", "8,2,0,", "8,2,9,", "clinician"),
        ("appointments.csv", "8,2,0,", "7,2,0,", "appointment"),
        ("clinicians.csv", "1,\"south, \"\"the other\"\"\",Clin", "1,5,Clin", "team"),
        ("clinicians.csv", "1,\"south", "7,\"south", "clinician"), ("teams.csv", "1,north", "2,north", "team"),
        ("absences.csv", "2027-03-30,2027-03-31", "2027-03-31,2027-03-30", "last"),
        ("availability.csv", "09:00,11:00", "09:02,11:00", "from"),
        ("availability.csv", "09:00,11:00", "09:00,09:00", "until"),
        ("availability.csv", "09:00,11:00", "05:00,11:00", "from"),
        ("episodes.csv", "6,closed,high,routine,cbt,completed", "6,closed,high,routine,cbt,", "end-reason"),
        ("appointments.csv", "cancelled,4", "cancelled,5", "attendance"),
        ("appointments.csv", "standing,5,10,7", "standing,5,10,", "gad-7"),
        ("appointments.csv", "2027-03-29 09:00,60", "2027-03-29 21:30,60", "minutes"),
        ("appointments.csv", "2027-03-29 09:00,60", "2027-03-29 09:03,60", "start"),
        ("people.csv", "6,,\"Person", "6,9,\"Person", "earlier"),
        ("episodes.csv", "2,in-treatment", "2,waiting-treatment", "clinician"),
    ])
    func whatDoesNotBelongTogetherIsFound(file: String, old: String, new: String, key: String) throws {
        let found = try faults { try replace(old, new, in: file, $0) }
        #expect(found.contains { $0.file == file && $0.key == key }, "\(found)")
    }

    @Test func aMissingFileAndAShortRowAreFound() throws {
        let found = try faults { folder in
            try folder.write("absences.csv", "")
            try folder.write("teams.csv", "team,name\n1,north,more\n2\n")
        }
        #expect(found.map(\.message).contains("the file is empty"))
        #expect(
            found.filter { $0.file == "teams.csv" }.map(\.message) == ["the row has 3 cells", "the row has 1 cells"])
        let gone = try Folder()
        #expect(throws: InterchangeError.self) { try ServiceTables.read(gone.path) }
    }

    @Test func goodRowsAreTakenWithWhatTheyNeed() throws {
        let folder = try Folder()
        try Clinic.tables().write(to: folder.path)
        try replace("9434765919", "9434765918", in: "people.csv", folder)
        let read = try ServiceTables.read(folder.path, acceptValid: true)
        #expect(read.tables.people.map(\.person) == [2, 3, 4, 5, 6])
        #expect(read.tables.episodes.map(\.person) == [2, 3, 4, 5, 6])
        #expect(read.tables.appointments.map(\.record.appointment) == [2, 3, 4, 5, 6, 8])
        #expect(read.rejects.map(\.name) == ["people.rejects.csv", "episodes.rejects.csv", "appointments.rejects.csv"])
        let rejected = try CSVText.records(Array(read.rejects[0].text.utf8))
        #expect(rejected.count == 2)
        #expect(rejected[0].fields.last?.text == "rejected-because")
        #expect(rejected[1].fields.last?.text.hasPrefix("nhs-number: '9434765918' is not allowed") == true)
        try read.writeRejects(to: folder.path)
        #expect(try folder.text("people.rejects.csv") == read.rejects[0].text)
        let store = try Clinic.store(read.tables, in: folder)
        #expect(try store.read { try $0.openPeople().count } == 4)
        try store.close()
    }

    @Test func wholeFilesAreNeverPassedOver() throws {
        let folder = try Folder()
        try Clinic.tables().write(to: folder.path)
        try folder.write("people.csv", "person,nme\n")
        #expect(throws: InterchangeError.self) { try ServiceTables.read(folder.path, acceptValid: true) }
    }

    @Test func whatIsYetToComeIsNotBroughtIn() throws {
        #expect(throws: InterchangeError.self) {
            try Clinic.tables().foundation(scenario: Clinic.scenario, now: Clinic.at(-10, 9))
        }
    }

    /// The list of columns in the documentation is the code's.
    @Test func everyColumnIsDocumented() throws {
        let folder = "Sources/Interchange/Interchange.docc/"
        let path = #filePath.replacing("Tests/InterchangeTests/TableTests.swift", with: folder)
        let words = try String(contentsOfFile: path + "Interchange.md", encoding: .utf8)
            .split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        for table in ServiceTables.documentation {
            let names = table.columns.map { $0.isRequired ? "**\($0.name)**" : $0.name }.joined(separator: ", ")
            #expect(words.contains("- `\(table.file)`: \(names)"), "- `\(table.file)`: \(names)")
        }
    }

    @Test func nothingIsWrittenIntoAFile() throws {
        let folder = try Folder()
        try folder.write("file", "x")
        #expect(throws: InterchangeError.self) { try Clinic.tables().write(to: folder.file("file")) }
    }
}
