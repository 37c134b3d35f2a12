import BookingService
import CareModel
import TestSupport
import Testing

/// What a refusal says to do instead, and what stands beside a task, are commands that there are.
@Suite struct WayOnTests {
    @Test(arguments: EpisodeState.allCases) func refusalsNameCommands(_ state: EpisodeState) {
        let named = state.wayOn.matches(of: /'([a-z -]+)'/).map { String($0.1) }
        #expect(!named.isEmpty)
        for name in named { #expect(ParsedCommand.named(name) != nil, "there is no command '\(name)'") }
    }

    @Test func tasksNameCommands() throws {
        let clinic = try ReadyClinic()
        let done = try clinic.run(["service", "tasks", "clinic.db", "--now", "2026-12-09T10:00", "--user", "1"])
        #expect(done.code == 0, "\(done.err)")
        let commands = done.out.matches(of: #/ {2}([a-z]+(?:[ -][a-z]+)*) --[a-z]+ \d+/#).map { String($0.1) }
        #expect(Set(commands).isSuperset(of: ["done", "screen", "contact", "attend"]), "\(done.out)")
        for name in commands { #expect(ParsedCommand.named(name) != nil, "there is no command '\(name)'") }
    }
}
