import BookingStore
import CareModel
import Testing

@testable import BookingService
@testable import WebInterface

/// Every command of the desk can be given in the browser, or it is written why not.
@Suite struct CommandPagesTests {
    /// Fills every field in with something plausible, and the first of what can be chosen.
    private func filled(_ fields: [Field]) -> WebForm {
        var form = WebForm()
        for field in fields.flatMap(\.single) {
            let choices = (field.options ?? field.radios)?.choices.map(\.choiceValue)
            if let choice = choices?.first(where: { !$0.isEmpty }) {
                form.append(field.name, choice)
            } else if field.isDay {
                form.append(field.name, "29/3/2027")
            } else if field.inputMode == "numeric" {
                form.append(field.name, field.name == "minutes" ? "90" : "1")
            } else if field.isText || field.isArea {
                form.append(field.name, Self.texts[field.name] ?? "Invented")
            }
        }
        return form
    }

    /// What stands in fields that want more than words.
    private static let texts: [String: String] = {
        var texts = [
            "hours": "9:00 to 17:00", "languages": "1 2", "venues": "1 1", "start": "10:00", "said-time": "8:00",
        ]
        for day in ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] {
            texts[day] = day == "friday" ? "off" : "9 to 5pm"
        }
        return texts
    }()

    private func setting(_ clinic: ServedClinic) throws -> CommandForm.Setting {
        let context = BookingService.Context(now: ServedClinic.now)
        var setting = CommandForm.Setting(number: 1, now: context.now)
        setting.teams = try clinic.service.teamNames().teams.map(\.title)
        setting.clinicians = try clinic.service.clinicians(in: context)
        setting.rooms = try clinic.service.roomDetails(in: context)
        setting.record = try clinic.service.record(of: 1, in: context)
        setting.courses = [course]
        return setting
    }

    private var course: GroupEntry {
        GroupEntry(
            group: 1, team: "North", stage: .planned, sessions: [ServedClinic.now], minutes: 60, held: 0, leaders: [],
            seats: 3, free: 3, smallest: 2, people: [])
    }

    @Test func noCommandIsForgotten() throws {
        let clinic = try ServedClinic()
        let setting = try setting(clinic)
        var formed: [String] = []
        for form in CommandForms.all {
            let entered = Entered(filled(form.fields(setting)))
            let command = form.make(entered, setting)
            #expect(command != nil && entered.faults.isEmpty, "\(form.subject) \(form.name): \(entered.faults)")
            guard let command else { continue }
            formed.append(command.name)
            // The page lets in whoever the command does, and nobody whom it would send away.
            if let right = form.right, let needed = command.right {
                let admitted = UserRole.allCases.filter { $0.permissions.contains(right) }
                let refused = admitted.filter { !$0.permissions.contains(needed) }
                #expect(refused.isEmpty, "\(form.name) is shown to \(refused), who may not")
            }
        }
        let elsewhere = CommandPages.all.map(\.command)
        let known = BookingCommand.forms.map(\.name)
        for name in known {
            let isFormed = formed.contains(name)
            #expect(isFormed != elsewhere.contains(name), "\(name): a form or a place elsewhere, and not both")
        }
        #expect(Set(elsewhere).count == elsewhere.count && elsewhere.allSatisfy { known.contains($0) })
    }

    @Test func placesElsewhereAreThere() {
        let paths = RouteTable.all.filter(\.changes).map(\.path)
        for (command, given) in CommandPages.all {
            switch given {
            case .page(let path): #expect(paths.contains(path), "\(command) at \(path)")
            case .nowhere(let why): #expect(!why.isEmpty)
            }
        }
    }

    @Test(arguments: [
        ("9:00 to 17:00", 540, 1020), ("9-5pm", 540, 1020), ("9.30 until 12", 570, 720), ("off", 0, 0),
        ("9 – 10", 540, 600),
    ])
    func stretchesOfTheDay(text: String, start: Int, end: Int) {
        var form = WebForm()
        form.append("hours", text)
        let entered = Entered(form)
        #expect(entered.optionalHours("hours", "the hours") == MinutesOfDay(start: start, end: end), "\(text)")
        #expect(entered.faults.isEmpty)
    }

    @Test(arguments: ["17 to 9", "9", "always", "9-10-11", "25 to 26"]) func noStretchesOfTheDay(text: String) {
        var form = WebForm()
        form.append("hours", text)
        let entered = Entered(form)
        #expect(entered.optionalHours("hours", "the hours") == nil && entered.faults.map(\.field) == ["hours"])
    }
}
