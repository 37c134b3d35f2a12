import BookingService
import BookingStore
import CareModel
import Hummingbird

/// One's own account; users, and machines that are let in.
enum AccountScreens {
    static let routes: [Route] = [
        .get("/account", .signedIn) { asked in try await account(asked) },
        .get("/users", .may(.administer)) { asked in try await users(asked) },
        .get("/users/:user", .may(.administer)) { asked in try await user(asked) },
        .post("/users/:user/invite", .may(.administer)) { asked in try await invite(asked) },
        .post("/users/:user/remove", .may(.administer)) { asked in try await remove(asked) },
        .post("/machines", .may(.administer)) { asked in try await addMachine(asked) },
    ]

    private static func account(_ asked: WebRequest) async throws -> Response {
        guard let who = asked.who else { throw WebRefusal.signIn }
        let rights = Permission.allCases.filter { who.may($0) }.map { Words.capitalised($0.words) }
        var links: [Link] = []
        if who.may(.administer) { links.append(Link("Users and machines", "/users")) }
        let page = Page(
            title: "Your account",
            blocks: [
                .facts(Facts([("Name", who.user.name), ("Role", Words.capitalised(who.user.role.title))])),
                .heading("What you may do"), .list(rights),
            ] + (links.isEmpty ? [] : [.links(links)]), section: .account)
        return asked.web.pages.response(page, asked)
    }

    private static func users(_ asked: WebRequest, shown: [Block] = []) async throws -> Response {
        let seconds = asked.desk.clock.seconds
        let (users, machines) = try await asked.desk.run { service in
            try service.accounts { reader in (try reader.users(), try reader.entryKeys(.machine, at: seconds)) }
        }
        let rows = users.map { user in
            Table.Row(
                [
                    .init(user.name, href: user.isActive ? "/users/\(user.user)" : nil),
                    .init(Words.capitalised(user.role.title)),
                    .init(user.isActive ? "may sign in" : "may not sign in any more"),
                ],
                action: user.isActive
                    ? Form(
                        action: "/users/\(user.user)/invite", button: "Make a link for a password",
                        buttonHidden: "of \(user.name)", isSecondary: true) : nil)
        }
        let names = Dictionary(users.map { ($0.user, $0.name) }) { first, _ in first }
        let keys = machines.map { key in
            Table.Row([.init(key.title), .init(names[key.user] ?? ""), .init(scopes(key))])
        }
        let form = Form(
            action: "/machines",
            fields: [
                .text("title", "What the machine is", width: 20),
                .boxes(
                    "scope", "What it may do",
                    Permission.allCases.map { ("\($0.rawValue)", Words.capitalised($0.words)) }),
            ], button: "Let a machine in", isSecondary: true)
        let page = Page(
            title: "Users and machines",
            blocks: shown + [
                .table(
                    Table(
                        counted(users.count, "user", "users"),
                        [.init("Name"), .init("Role"), .init("State"), .init("Password")], rows,
                        empty: "Nobody.")), .links([Link("Add a user", "/do/add-user")]),
                .table(
                    Table(
                        counted(keys.count, "machine", "machines"),
                        [.init("Machine"), .init("With the rights of"), .init("May")], keys,
                        empty: "No machine is let in.")), .form(form),
            ] + selfReferrals(asked.web.selfReferrals.standing()), section: .account)
        return asked.web.pages.response(page, asked)
    }

    /// How many refer themselves online, and where it ends.
    private static func selfReferrals(_ standing: SelfReferralBound.Standing) -> [Block] {
        [
            .heading("Self-referrals online"),
            .facts(
                Facts([
                    ("Taken in the last hour", "\(standing.taken)"),
                    ("At most in an hour", "\(standing.most); whoever comes then is asked to ring"),
                    ("Asked to ring", "\(standing.turnedAway) since the server was started"),
                ])),
        ]
    }

    /// One user, and taking their rights away, which is asked once more by being on a page of its own.
    private static func user(_ asked: WebRequest, refused: String? = nil) async throws -> Response {
        guard let number = asked.number("user") else { throw WebRefusal.nothingThere }
        let known = try await asked.desk.run { try $0.accounts { try $0.users() } }
        guard let found = known.first(where: { $0.user == number }) else { throw WebRefusal.nothingThere }
        var blocks: [Block] = []
        if let refused { blocks.append(.notice("That was not done", refused)) }
        blocks.append(
            .facts(
                Facts([
                    ("Name", found.name), ("Role", Words.capitalised(found.role.title)),
                    ("State", found.isActive ? "may sign in" : "may not sign in any more"),
                ])))
        if found.isActive {
            blocks += [
                .paragraph("What they did stays in the log. Their sessions, links and machines end."),
                .form(
                    Form(
                        action: "/users/\(number)/remove", button: "Take the rights away", isWarningButton: true,
                        leave: Link("Leave it as it is", "/users"))),
            ]
        }
        let page = Page(title: found.name, blocks: blocks, section: .account, back: Link("All users", "/users"))
        return asked.web.pages.response(page, asked, status: refused == nil ? .ok : .conflict)
    }

    private static func scopes(_ key: EntryKey) -> String {
        Permission.allCases.filter { key.scopes & $0.bit != 0 }.map(\.words).joined(separator: ", ")
    }

    private static func invite(_ asked: WebRequest) async throws -> Response {
        guard let user = asked.number("user") else { throw WebRefusal.nothingThere }
        let known = try await asked.desk.run { try $0.accounts { try $0.users() } }
        guard let found = known.first(where: { $0.user == user && $0.isActive }) else { throw WebRefusal.nothingThere }
        let secret = try await asked.web.accounts.invite(user)
        return try await users(
            asked,
            shown: [
                .notice("A link for \(found.name)", "It is shown once, and is good for three days.", isWarning: false),
                .facts(Facts([("Address", "/welcome/\(secret)")])),
            ])
    }

    private static func remove(_ asked: WebRequest) async throws -> Response {
        guard let user = asked.number("user") else { throw WebRefusal.nothingThere }
        let (context, seconds) = (asked.formContext, asked.desk.clock.seconds)
        do {
            try await asked.desk.run { service in
                _ = try service.perform(RemoveUser(user: user), in: context)
                try service.changeAccounts { writer in
                    try writer.endSessions(of: user, at: seconds)
                    try writer.endEntryKeys(of: user, .invitation, at: seconds)
                    try writer.endEntryKeys(of: user, .machine, at: seconds)
                }
            }
        } catch let error as BookingError {
            guard case .invalid = error else { throw error }
            return try await self.user(asked, refused: Refusal(error).words)
        }
        return .redirect(to: "/users", type: .normal)
    }

    private static func addMachine(_ asked: WebRequest) async throws -> Response {
        guard let who = asked.who, let title = asked.form.text("title"), title.count <= 100 else {
            throw WebRefusal.unreadable("Say what the machine is, in 100 characters or fewer.")
        }
        let wanted = Permission.allCases.filter { asked.form.all("scope").contains("\($0.rawValue)") }
        guard !wanted.isEmpty else { throw WebRefusal.unreadable("Tick what the machine may do.") }
        let secret = Secrets.text()
        var key = EntryKey(
            digest: Secrets.digest(secret), kind: .machine, user: who.user.user, title: title,
            madeAt: asked.desk.clock.seconds)
        key.scopes = wanted.reduce(0) { $0 | $1.bit }
        let kept = key
        try await asked.desk.run { try $0.changeAccounts { try $0.keep(kept) } }
        return try await users(
            asked,
            shown: [
                .notice("A token for \(title)", "It is shown once.", isWarning: false),
                .facts(Facts([("Token", secret)])),
            ])
    }
}
