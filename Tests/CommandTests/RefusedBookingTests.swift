import Foundation
import TestSupport
import Testing

/// What the desk refuses: the exit code, the words, and nothing changed.
@Suite struct RefusedBookingTests {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
        try workspace.writeClinic()
        #expect(try workspace.foundClinic().code == 0)
    }

    /// A command that is refused.
    struct Refusal: CustomTestStringConvertible, Sendable {
        let name: String
        let command: String
        let arguments: [String]
        let says: [String]
        var code: Int32 = 65
        var now = Clinic.now

        var testDescription: String { name }
    }

    private static func slot(_ person: String, _ clinician: String, _ start: String) -> [String] {
        ["--person", person, "--clinician", clinician, "--start", start]
    }

    private static let cannot = "clinic.db: this slot cannot be booked: "

    static let slots = [
        Refusal(
            name: "in the past", command: "hold", arguments: slot("1", "0", "2026-11-27T09:00"),
            says: [cannot + "it is in the past ('offer' shows what can be)\n"]),
        Refusal(
            name: "before opening", command: "hold", arguments: slot("1", "0", "2026-12-03T07:00"),
            says: [cannot, "it is outside the clinician's bookable hours"]),
        Refusal(
            name: "over the lunch hour", command: "hold", arguments: slot("1", "0", "2026-12-03T11:30"),
            says: [cannot, "it is outside the clinician's bookable hours"]),
        Refusal(
            name: "a bank holiday", command: "hold", arguments: slot("1", "0", "2026-12-28T09:00"),
            says: [cannot, "the service is closed on that day"]),
        Refusal(
            name: "a Sunday", command: "hold", arguments: slot("1", "0", "2026-12-06T09:00"),
            says: [cannot, "the service is closed on that day"]),
        Refusal(
            name: "a day of leave", command: "hold", arguments: slot("2", "2", "2026-12-03T13:00"),
            says: [cannot, "the clinician is away"]),
        Refusal(
            name: "taken", command: "hold", arguments: slot("2", "3", "2026-12-01T13:00") + ["--reason", "urgent"],
            says: [cannot, "the time is taken"]),
        Refusal(
            name: "further than the diaries", command: "hold", arguments: slot("1", "0", "2030-01-07T09:00"),
            says: [cannot, "the diaries do not reach that far"]),
        Refusal(
            name: "a full caseload without a reason", command: "hold", arguments: slot("2", "3", "2026-12-03T13:00"),
            says: ["can be booked only with a reason (--reason)", "the clinician's caseload is full"]),
        Refusal(
            name: "a full caseload with an empty reason", command: "hold",
            arguments: slot("2", "3", "2026-12-03T13:00") + ["--reason", " "],
            says: ["can be booked only with a reason (--reason)", "the clinician's caseload is full"]),
        Refusal(
            name: "set aside without a reason", command: "hold", arguments: slot("1", "0", "2026-12-03T13:00"),
            says: ["can be booked only with a reason (--reason)", "set aside for other appointments"]),
        Refusal(
            name: "another step", command: "hold", arguments: slot("1", "2", "2026-12-02T09:00"),
            says: [cannot, "the clinician works at another step"]),
        Refusal(
            name: "an unknown clinician", command: "hold", arguments: slot("1", "99", "2026-12-03T09:00"),
            says: [cannot, "there is no such clinician"]),
        Refusal(
            name: "an unknown person", command: "hold", arguments: slot("99", "0", "2026-12-03T09:00"),
            says: ["clinic.db: there is no person 99"]),
        Refusal(
            name: "somebody who waits for nothing", command: "hold", arguments: slot("5", "0", "2026-12-03T09:00"),
            says: [cannot, "the person waits for nothing that it could be"]),
        Refusal(
            name: "not on five minutes", command: "hold", arguments: slot("1", "0", "2026-12-03T09:03"),
            says: ["--start is a multiple of five minutes"], code: 64),
        Refusal(
            name: "of 7 minutes", command: "hold", arguments: slot("1", "0", "2026-12-03T09:00") + ["--minutes", "7"],
            says: ["--minutes is a multiple of 5"], code: 64),
    ]

    static let others = [
        Refusal(
            name: "an unknown hold", command: "confirm", arguments: ["--hold", "7"],
            says: ["clinic.db: there is no hold 7"]),
        Refusal(
            name: "an unknown appointment", command: "cancel", arguments: ["--appointment", "7"],
            says: ["clinic.db: there is no standing appointment 7"]),
        Refusal(
            name: "an outcome before the appointment", command: "attend",
            arguments: ["--appointment", "1", "--code", "5"],
            says: ["the appointment is at 2026-12-01 13:00: its outcome can be recorded from then on"]),
        Refusal(
            name: "a cancellation as an outcome", command: "attend", arguments: ["--appointment", "1", "--code", "2"],
            says: ["--code is 3, 5, 6 or 7"], code: 64),
        Refusal(
            name: "screening twice", command: "screen", arguments: ["--person", "1"],
            says: ["screening is not possible: person 1 is waiting-first-appointment"]),
        Refusal(
            name: "a duplicate referral", command: "refer",
            arguments: ["--name", "A Invented", "--team", "1", "--nhs-number", "943 476 5919"],
            says: ["clinic.db: this person is in the service already, as person 1"]),
        Refusal(
            name: "a wrong NHS number", command: "refer",
            arguments: ["--name", "A Invented", "--team", "1", "--nhs-number", "9434765918"],
            says: ["clinic.db: nhs-number: 9434765918 is no NHS number"]),
        Refusal(
            name: "an unknown team", command: "refer", arguments: ["--name", "A Invented", "--team", "2"],
            says: ["clinic.db: there is no team 2 (a team by its name, or by its number from 1 to 1: 1 north)"]),
        Refusal(
            name: "a referral of tomorrow", command: "refer",
            arguments: ["--name", "A Invented", "--team", "1", "--received", "2026-12-01T09:00"],
            says: ["the referral is dated 2026-12-01 09:00, after now"]),
        Refusal(
            name: "a referral of 1926", command: "refer",
            arguments: ["--name", "A Invented", "--team", "1", "--received", "1926-11-30T09:00"],
            says: ["more than ten years ago"]),
        Refusal(
            name: "an allocation for an unknown team", command: "allocate", arguments: ["--team", "2"],
            says: ["there is no team 2"]),
        Refusal(
            name: "a backfill for team 0", command: "backfill", arguments: ["--team", "0"],
            says: ["there is no team 0 (a team by its name"]),
        Refusal(
            name: "the list of an unknown team", command: "waiting-list", arguments: ["--team", "9"],
            says: ["there is no team 9"]),
        Refusal(
            name: "an absence that ends before it begins", command: "absent",
            arguments: ["--clinician", "0", "--from", "2026-12-04", "--until", "2026-12-03"],
            says: ["2026-12-04 … 2026-12-03 is no stretch of days to come"]),
        Refusal(
            name: "a feed of an unknown clinician", command: "export",
            arguments: ["--to", "feed", "--as", "icalendar", "--clinician", "9"],
            says: ["clinic.db: there is no clinician 9: they are numbered 0 to 3"]),
        Refusal(
            name: "somebody's record by a stranger", command: "export", arguments: ["--person", "99"],
            says: ["clinic.db: there is no person 99"]),
        Refusal(
            name: "an export into a folder with something in it", command: "export", arguments: ["--to", "tables"],
            says: ["tables: is not empty; choose another folder, or empty it"]),
        Refusal(
            name: "an export onto a file", command: "export", arguments: ["--to", "clinic.yaml"],
            says: ["clinic.yaml: cannot be written: it is not a folder"], code: 74),
        Refusal(
            name: "a month that is none", command: "export",
            arguments: ["--to", "month", "--as", "national", "--month", "2026-13"], says: ["'2026-13' is invalid"],
            code: 64),
    ]

    @Test(arguments: slots + others)
    func nothingIsChanged(refusal: Refusal) throws {
        let before = try workspace.clinicState()
        let names = workspace.names(in: ".")
        let outcome = try workspace.clinic(refusal.command, refusal.arguments, at: refusal.now)
        #expect(outcome.code == refusal.code)
        #expect(outcome.out == "")
        for words in refusal.says { #expect(outcome.err.contains(words), "\(outcome.err)") }
        #expect(try workspace.clinicState() == before)
        #expect(workspace.names(in: ".") == names)
    }

    /// A hold keeps nothing from the minute in which it expires, and what was moved is not there to be moved again.
    @Test func whatIsOver() throws {
        let slot = ["--clinician", "0", "--start", "2026-12-03T09:00"]
        #expect(try workspace.clinic("hold", ["--person", "1"] + slot).code == 0)
        let second = try workspace.clinic("hold", ["--person", "4"] + slot, at: "2026-11-30T09:09")
        #expect(second.code == 65 && second.err.contains("the time is taken"))
        let late = try workspace.clinic("confirm", ["--hold", "1"], at: "2026-11-30T09:10")
        #expect(late.code == 65)
        #expect(late.err == "clinic.db: hold 1 has ended: it was expired\n")
        #expect(try workspace.clinic("hold", ["--person", "4"] + slot, at: "2026-11-30T09:10").code == 0)
        #expect(try workspace.clinic("confirm", ["--hold", "2"], at: "2026-11-30T09:11").code == 0)
        let moved = ["--appointment", "2", "--clinician", "1", "--start", "2026-12-04T09:00"]
        #expect(try workspace.clinic("reschedule", moved, at: "2026-11-30T09:12").code == 0)
        let again = try workspace.clinic("reschedule", moved, at: "2026-11-30T09:13")
        #expect(again.code == 65 && again.err.contains("appointment 2"), "\(again.err)")
        let reused = ["--appointment", "3", "--key", "k"]
        #expect(try workspace.clinic("cancel", reused, at: "2026-11-30T09:14").code == 0)
        let other = try workspace.clinic("release", ["--hold", "1", "--key", "k"], at: "2026-11-30T09:15")
        #expect(other.code == 65 && other.err == "the key k was used for another command\n")
    }

    /// A command with a key happens once, also when the clock went on in between.
    @Test func aReferralGivenAgain() throws {
        let referral = ["--name", "Ina Invented", "--team", "1", "--key", "r1"]
        let first = try workspace.clinic("refer", referral)
        #expect(first.code == 0)
        #expect(try workspace.clinic("refer", referral, at: "2026-11-30T09:05").out == first.out)
        let other = try workspace.clinic("refer", ["--name", "Jo Invented", "--team", "1", "--key", "r1"])
        #expect(other.code == 65 && other.err == "the key r1 was used for another command\n")
    }

    /// A rule gives way to a reason only if the user may override it (CL-1, IG-1).
    @Test func whoMayOverride() throws {
        let first = try workspace.clinic("user", ["--name", "Invented Clerk", "--role", "scheduler"])
        #expect(first.code == 65 && first.err.contains("the first user must be an administrator"))
        for role in ["administrator", "scheduler", "manager", "commissioner"] {
            let user = ["--name", "Invented", "--role", role, "--user", "1"]
            #expect(try workspace.clinic("user", user).code == 0)
        }
        let slot = Self.slot("2", "3", "2026-12-03T13:00") + ["--reason", "agreed with supervision"]
        let clerk = try workspace.clinic("hold", slot + ["--user", "2"])
        #expect(clerk.code == 65 && clerk.err == "clinic.db: the role scheduler may not override a rule\n")
        let board = try workspace.clinic("waiting-list", ["--user", "4"])
        #expect(board.code == 65 && board.err == "clinic.db: the role commissioner may not see people's records\n")
        let stranger = try workspace.clinic("export", ["--to", "out", "--user", "9"])
        #expect(stranger.code == 65 && stranger.err == "clinic.db: somebody unknown may not administer the service\n")
        #expect(workspace.names(in: "out") == nil)
        #expect(try workspace.clinic("hold", slot + ["--user", "3"]).code == 0)
        let again = try workspace.clinic("hold", slot + ["--user", "3"])
        #expect(again.out == "Hold 2 for person 2, Ben Invented, until 2026-11-30 09:10, instead of hold 1.\n")
        let booked = try workspace.clinic("confirm", ["--hold", "2", "--user", "3"])
        #expect(booked.out == "Appointment 2, person 2, Ben Invented: 2026-12-03 13:00.\n", "\(booked.err)")
    }

    /// A service with users lets nobody else look through, copy or replace the whole of it (IG-1).
    @Test func whoMayVerifyBackUpAndRestore() throws {
        // Without users, whoever can open the file may.
        #expect(try workspace.clinic("verify", []).code == 0)
        #expect(try workspace.clinic("backup", ["--to", "open.db"]).code == 0)
        #expect(try workspace.service(["restore", "open.db", "opened.db"]).code == 0)
        for role in ["administrator", "scheduler", "manager"] {
            let user = ["--name", "Invented", "--role", role, "--user", "1"]
            #expect(try workspace.clinic("user", user).code == 0)
        }
        let clerk = try workspace.clinic("verify", ["--user", "2"])
        #expect(clerk.code == 65 && clerk.out == "")
        #expect(clerk.err == "clinic.db: the role scheduler may not read the access log or verify the database\n")
        #expect(try workspace.clinic("verify", []).err.contains("somebody unknown may not"))
        #expect(try workspace.clinic("verify", ["--user", "3"]).code == 0)
        let manager = try workspace.clinic("backup", ["--to", "copy.db", "--user", "3"])
        #expect(manager.code == 65 && manager.err == "clinic.db: the role manager may not administer the service\n")
        #expect(workspace.names(in: ".")?.contains("copy.db") == false)
        #expect(try workspace.clinic("backup", ["--to", "copy.db", "--user", "1"]).code == 0)
        let refused = "the role manager may not administer the service\n"
        for (place, says) in [("clinic.db", "clinic.db: \(refused)"), ("new.db", "copy.db: \(refused)")] {
            let outcome = try workspace.service(["restore", "copy.db", place, "--user", "3"])
            #expect(outcome.code == 65 && outcome.err == says, "\(outcome.err)")
        }
        #expect(workspace.names(in: ".")?.contains("new.db") == false)
        #expect(try workspace.service(["restore", "copy.db", "clinic.db", "--user", "1"]).code == 65)
        #expect(try workspace.service(["restore", "copy.db", "new.db", "--user", "1"]).code == 0)
        #expect(try workspace.service(["verify", "new.db", "--user", "3"]).out.hasSuffix("\nNothing differs.\n"))
    }

    /// A time by a link that is not free: the reply says so where refusals are said, with the times that are, and the
    /// link is still good (BK-10).
    @Test(arguments: ["table", "json"]) func aTimeOfALinkThatIsNotFree(format: String) throws {
        let issued = try workspace.clinic("link", ["--person", "1"])
        let secret = try #require(issued.out.split(whereSeparator: \.isWhitespace).last.map { String($0) })
        func choose(_ start: String) throws -> Outcome {
            try workspace.clinic("choose-link", ["--secret", secret, "--start", start, "--format", format])
        }
        let refused = try choose("2026-12-03T07:00")
        #expect(refused.code == 65 && refused.out == "")
        #expect(refused.err.hasPrefix("2026-12-03 07:00 is not free: nothing is booked, and the link is still good. "))
        #expect(refused.err.contains("\n2026-12-03 09:00  50 min"))
        let booked = try choose("2026-12-03T09:00")
        #expect(booked.code == 0 && booked.err == "" && booked.out.contains("2026-12-03"))
    }
}
