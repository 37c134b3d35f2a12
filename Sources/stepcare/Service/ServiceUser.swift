import ArgumentParser
import BookingService
import BookingStore

/// `stepcare service user`.
struct ServiceUser: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Adds somebody who may use the service, or takes the rights away (IG-1).",
        discussion: "What a user did stays in the log, whatever becomes of the rights.")

    @OptionGroup var options: ServiceOptions

    @Option(help: "The name of somebody who is added.")
    var name: String?

    @Option(help: "scheduler, clinician, manager, commissioner or administrator.")
    var role: String?

    @Option(
        help: """
            The clinician who the user is, by number or name: a clinician opens the records of their own people, and \
            another's with a reason.
            """)
    var clinician: NamedClinician?

    @Option(help: "The number of the user whose rights end.")
    var remove: Int64?

    static let roles: [(name: String, value: UserRole)] = [
        ("scheduler", .scheduler), ("clinician", .clinician), ("manager", .manager),
        ("commissioner", .commissioner), ("administrator", .administrator),
    ]

    func validate() throws {
        if let role, !Self.roles.contains(where: { $0.name == role }) {
            throw ValidationError("--role is \(Self.roles.map(\.name).joined(separator: ", ")).")
        }
        let adds = name?.contains { !$0.isWhitespace } == true && role != nil
        guard remove == nil || clinician == nil else {
            throw ValidationError("--clinician goes with --name and --role.")
        }
        guard remove == nil ? adds : name == nil && role == nil else {
            throw ValidationError("Give --name and --role, or --remove alone.")
        }
    }

    func run() throws {
        if let remove {
            let name = try options.perform(RemoveUser(user: remove))
            return try options.print(
                ["user": remove], "User \(remove), \(ShownText.name(name)), may not use the service any more.")
        }
        guard let name, let role = Self.roles.first(where: { $0.name == role })?.value else { return }
        let user = try options.perform {
            AddUser(user: name, role: role, clinician: try clinician?.index(in: $0))
        }
        try options.print(["user": user], "User \(user): \(ShownText.name(name)).")
    }
}
