import GRDB

/// The versions of the schema, oldest first. A version that was ever released is never edited: a later one is added.
enum Schema {
    /// Marks our files: `STPC` in the header of the database.
    static let applicationIdentifier: Int32 = 0x5354_5043

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 booking") { database in
            try database.execute(sql: "PRAGMA application_id = \(applicationIdentifier)")
            try database.execute(sql: version1Log)
            try database.execute(sql: version1Service)
            try database.execute(sql: version1People)
            try database.execute(sql: version1Booking)
        }
        migrator.registerMigration("2 tasks and outbox") { database in
            try database.execute(sql: version2)
        }
        migrator.registerMigration("3 plans and meters") { database in
            try database.execute(sql: version3)
        }
        migrator.registerMigration("4 days lie together") { database in
            try database.execute(sql: version4)
        }
        migrator.registerMigration("5 venues and links") { database in
            try database.execute(sql: version5)
        }
        migrator.registerMigration("6 courses in a group") { database in
            try database.execute(sql: version6)
        }
        migrator.registerMigration("7 sent messages and refused looks") { database in
            try database.execute(sql: version7)
        }
        migrator.registerMigration("8 hours from a day and closed rooms") { database in
            try database.execute(sql: version8)
        }
        migrator.registerMigration("9 what is known of people") { database in
            try database.execute(sql: version9)
        }
        migrator.registerMigration("10 why somebody looked") { database in
            try database.execute(sql: version10)
        }
        migrator.registerMigration("11 what tasks are about") { database in
            try database.execute(sql: version11)
        }
        migrator.registerMigration("12 contacts and shares of weeks") { database in
            try database.execute(sql: version12)
        }
        migrator.registerMigration("13 who may come in") { database in
            try database.execute(sql: version13)
        }
        return migrator
    }

    /// Tables that are folded from the log, with their primary keys; each is compared by ``BookingStore/verify()``.
    static let projections: [(table: String, key: [String])] = [
        ("service", ["one"]), ("teams", ["team"]), ("rooms", ["room"]), ("clinicians", ["clinician"]),
        ("availability", ["clinician", "week", "weekday", "purpose", "start"]), ("absences", ["absence"]),
        ("assessment_weeks", ["team", "monday"]), ("users", ["user"]), ("people", ["person"]),
        ("identities", ["person"]), ("episodes", ["person"]), ("appointments", ["appointment"]),
        ("holds", ["hold"]), ("corrections", ["sequence"]), ("tasks", ["task"]), ("outbox", ["message"]),
        ("links", ["link"]), ("groups", ["number"]), ("group_seats", ["entry"]), ("group_cases", ["entry"]),
        ("group_contacts", ["entry"]), ("dated_weeks", ["clinician", "week", "first"]), ("room_closures", ["closure"]),
    ]
}
