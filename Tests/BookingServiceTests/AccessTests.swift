import Allocation
import BookingStore
import CareModel
import CommandSamples
import Testing

@testable import BookingService

/// Every door asks the right and leaves a trace, refusals too (IG-1).
@Suite struct AccessTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }
    private static let roles: [UserRole] = [.administrator, .scheduler, .clinician, .manager, .commissioner]

    init() throws {
        clinic = try SmallClinic()
        for (place, role) in Self.roles.enumerated() {
            var context = clinic.context
            context.author = Author(user: place == 0 ? 0 : 1, origin: "test")
            _ = try clinic.service.addUser("User \(place)", role, in: context)
        }
    }

    /// A door: its name, what it asks for, and how it is opened.
    struct Door: Sendable, CustomTestStringConvertible {
        let name: String
        let permission: Permission
        let open: @Sendable (BookingService, BookingService.Context) throws -> Void
        var testDescription: String { name }
    }

    static let doors = [
        Door(name: "waiting list", permission: .seePeople) { _ = try $0.waitingList(in: $1) },
        Door(name: "offer", permission: .book) { _ = try $0.offer(person: 1, in: $1) },
        Door(name: "people for a slot", permission: .book) {
            let slot = SlotOffer(clinician: 0, start: $1.now + 3 * 1440, minutes: 0, reasons: [])
            _ = try $0.people(for: slot, in: $1)
        },
        Door(name: "proposal", permission: .book) { _ = try $0.propose(team: 0, in: $1) },
        Door(name: "record", permission: .seePeople) { _ = try $0.record(of: 1, in: $1) },
        Door(name: "records", permission: .seePeople) { _ = try $0.records(of: 1, "export", in: $1) },
        Door(name: "search", permission: .seePeople) { _ = try $0.find("Nobody", limit: 5, in: $1) },
        Door(name: "diary", permission: .seePeople) {
            _ = try $0.diary(ofClinician: 0, from: $1.now.day, days: 1, in: $1)
        },
        Door(name: "tasks", permission: .seePeople) { _ = try $0.tasks(in: $1) },
        Door(name: "outbox", permission: .seePeople) { _ = try $0.outbox(in: $1) },
        Door(name: "calls", permission: .seePeople) { _ = try $0.callsDue(by: $1.now.day, in: $1) },
        Door(name: "courses", permission: .seePeople) { _ = try $0.groups(in: $1) },
        Door(name: "access log", permission: .audit) { _ = try $0.audit(in: $1) },
        Door(name: "verify", permission: .audit) { _ = try $0.verify(in: $1) },
        Door(name: "forecast", permission: .seeTotals) { _ = try $0.snapshot(in: $1) },
        Door(name: "measures", permission: .seeTotals) {
            _ = try $0.measures(in: $1.now.day...$1.now.day, byGroup: true, in: $1)
        },
        Door(name: "export", permission: .administer) {
            _ = try $0.export("tables", .administer, in: $1) { _ in (content: true, people: []) }
        },
        Door(name: "backup", permission: .administer) {
            try BookingService.require(.administer, for: "backup", in: $1, of: $0.store)
        },
    ]

    @Test(arguments: doors, roles.indices) func everyDoorLeavesATrace(_ door: Door, _ place: Int) throws {
        var context = clinic.context
        context.author = Author(user: Int64(place + 1), origin: "test")
        let mayOpen = Self.roles[place].permissions.contains(door.permission)
        let before = try service.store.read { try $0.accesses() }.count
        if mayOpen {
            try door.open(service, context)
        } else {
            #expect(throws: BookingError.forbidden(Self.roles[place], door.permission)) {
                try door.open(service, context)
            }
        }
        let looks = try service.store.read { try $0.accesses() }.dropFirst(before)
        #expect(!looks.isEmpty && looks.allSatisfy { $0.isRefused == !mayOpen && $0.by == context.author })
        #expect(looks.allSatisfy { $0.at == context.now })
    }

    /// Every command asks its right of every role: whoever has not got it is refused and leaves a trace, and whoever
    /// has it is not refused for want of it.
    @Test(arguments: roles.indices) func everyCommandAsksItsRight(_ place: Int) throws {
        var context = clinic.context
        context.author = Author(user: Int64(place + 1), origin: "test")
        context.secret = "a secret of 16 letters"
        let role = Self.roles[place]
        // What ends somebody's own rights comes last.
        for command in CommandSamples.all.sorted(by: { $1.name == "remove-user" && $0.name != "remove-user" }) {
            let before = try service.store.read { try ($0.accesses().count, $0.lastSequence) }
            var refusal: BookingError?
            do { _ = try service.perform(command, in: context) } catch { refusal = error }
            guard let right = command.right, !role.permissions.contains(right) else {
                if case .forbidden(_, let asked)? = refusal, asked == command.right {
                    Issue.record("\(role) may do \(command.name), and is refused")
                }
                continue
            }
            #expect(refusal == .forbidden(role, right), "\(command.name)")
            let looks = try service.store.read { try $0.accesses() }.dropFirst(before.0)
            #expect(looks.map(\.what) == [command.words] && looks.allSatisfy(\.isRefused), "\(command.name)")
            #expect(try service.store.read { try $0.lastSequence } == before.1)
        }
    }

    @Test func onlyALinkNeedsNoRight() {
        #expect(CommandSamples.all.filter { $0.right == nil }.map(\.name) == ["choose-by-link"])
    }

    @Test func aCommandThatIsRefusedLeavesATrace() throws {
        var context = clinic.context
        context.author = Author(user: 5, origin: "test")
        #expect(throws: BookingError.self) { _ = try service.discharge(person: 1, .died, in: context) }
        let last = try #require(service.store.read { try $0.accesses(ofPerson: 1) }.last)
        #expect(last.isRefused && last.by.user == 5)
    }
}
