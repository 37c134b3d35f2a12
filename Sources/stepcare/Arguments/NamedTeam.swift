import ArgumentParser
import BookingService

/// A team on the command line: its name, its title, or its number from 1.
struct NamedTeam: ExpressibleByArgument {
    let text: String

    init?(argument: String) { text = argument }

    /// The index of the team.
    func index(in service: BookingService) throws -> Int { try service.team(named: text) }
}

/// A clinician on the command line: the number, or the name.
struct NamedClinician: ExpressibleByArgument {
    let text: String

    init?(argument: String) { text = argument }

    /// The index of the clinician.
    func index(in service: BookingService) throws -> Int32 { try service.clinician(named: text) }
}
