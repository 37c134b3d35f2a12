import BookingStore
import CareModel
import Testing

@testable import BookingService

/// What clinicians, users, rooms and supervisors are called is checked at one place.
@Suite struct NameTests {
    private let clinic: SmallClinic

    init() throws { clinic = try SmallClinic() }

    private func commands(_ name: String) -> [BookingCommand] {
        var change = ClinicianChange()
        change.name = name
        return [
            .changeClinician(ChangeClinician(clinician: 0, change: change)),
            .addRoom(AddRoom(room: RoomAdded(room: 0, team: 0, name: name))),
            .addUser(AddUser(user: name, role: .administrator)),
            .discharge(Discharge(person: 1, reason: .died, agreement: .agreed(by: name))),
        ]
    }

    @Test(arguments: ["", "  ", "\t\n", "–", "…!", String(repeating: "x", count: 201), "a\u{7}b", "one\ntwo"])
    func whatIsNoNameIsRefusedByEveryCommand(name: String) throws {
        let before = try clinic.service.lastEntry()
        for command in commands(name) {
            var refusal: BookingError?
            do { _ = try clinic.service.perform(command, in: clinic.context) } catch { refusal = error }
            guard case .invalid? = refusal else {
                Issue.record("\(command.name) takes '\(name)': \(String(describing: refusal))")
                continue
            }
        }
        #expect(try clinic.service.lastEntry() == before)
    }

    @Test func blanksAtTheEndsAreLeftOut() throws {
        for command in commands("  7 Zoë's room ") { _ = try clinic.service.perform(command, in: clinic.context) }
        var context = clinic.context
        context.author = Author(user: 1, origin: "test")
        #expect(try clinic.service.roomDetails(in: context).last?.name == "7 Zoë's room")
        #expect(try clinic.service.clinicians(in: context)[0].name == "7 Zoë's room")
        #expect(try clinic.service.accounts { try $0.users() }.map(\.name) == ["7 Zoë's room"])
    }
}
