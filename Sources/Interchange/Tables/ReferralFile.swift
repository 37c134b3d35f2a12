public import BookingService
public import BookingStore
public import CareModel
public import Foundation

/// A line of a file of referrals: the columns of `people.csv`, of which the numbers may be missing. They are not used:
/// people get new ones, and who was there before is found by the NHS number.
struct ReferralRow: Hashable, Sendable {
    var known: PersonRow
}

extension ReferralRow: TableRow {
    static var fileName: String { PersonRow.fileName }
    static var blank: ReferralRow { ReferralRow(known: PersonRow.blank) }
    static func columns(_ teams: TeamNames) -> [TableColumn<ReferralRow>] {
        let number = ColumnForm<Int64>.number(1...999_999_999).blank({ $0 == 0 }, is: 0)
        return [TableColumn("person", \.known.person, number, "Not used: a referral gets a number of its own.")]
            + PersonRow.columns(teams).dropFirst().map { $0.within(\.known) }
    }
}

/// Referrals that were read from a file.
public struct ReferralFile: Sendable {
    /// The referrals, in the order of the lines.
    public let referrals: [(referral: Referral, identity: Identity)]
    /// What was read in another way than it stands there, a sentence each.
    public let notes: [String]
    private let file: TableFile<ReferralRow>

    /// Reads a file.
    /// - Parameters:
    ///   - teams: what the teams of the service are called.
    ///   - now: the present minute, by which a referral of today has come; nil if that does not matter.
    /// - Throws: ``InterchangeError/faults(_:)`` with everything that is wrong;
    ///   ``InterchangeError/cannotAccess(_:_:)``.
    public init(_ path: String, teams: TeamNames, now: CivilMinute? = nil) throws(InterchangeError) {
        guard let bytes = try FileSet.read(path) else { throw .cannotAccess(path, "there is no such file") }
        try self.init(named: path, bytes: bytes, teams: teams, now: now)
    }

    /// Reads the bytes of a file, wherever they come from.
    /// - Parameters:
    ///   - path: what faults call the file.
    ///   - teams: what the teams of the service are called.
    ///   - now: the present minute, by which a referral of today has come; nil if that does not matter.
    /// - Throws: ``InterchangeError/faults(_:)`` with everything that is wrong.
    public init(
        named path: String, bytes: Data, teams: TeamNames, now: CivilMinute? = nil
    ) throws(InterchangeError) {
        var file = TableFile<ReferralRow>(path: path, bytes: bytes, teams: teams)
        var notes: [String] = []
        let numbers = file.rows.map { SpreadsheetCell.trimmed($0.text("team") ?? "") }
        if let old = TeamsFromZero.names(teams, cells: numbers) {
            file = TableFile(path: path, bytes: bytes, teams: old.teams)
            notes.append(old.note)
        }
        for (index, number) in numbers.enumerated() where number == "0" {
            for place in file.rows[index].faults.indices where file.rows[index].faults[place].key == "team" {
                file.rows[index].faults[place].message = TeamsFromZero.fault(number)
            }
        }
        var lines: [String: Int] = [:]  // lookup only
        for index in file.rows.indices {
            file.rows[index].requireBothScores(path)
            let received = file.rows[index].row.known.referral.received
            if let now, now < received, now.day == received.day, file.rows[index].assumed.contains("received") {
                file.rows[index].row.known.referral.received = now
            }
            guard let number = file.rows[index].row.known.identity.nhsNumber else { continue }
            if let line = lines[number] {
                file.rows[index].fail(
                    "nhs-number", "\(number) is there twice, first on line \(line)", "each person once", file: path)
            }
            lines[number] = lines[number] ?? file.rows[index].record.line
        }
        guard file.allFaults.isEmpty else { throw .faults(file.allFaults) }
        self.file = file
        self.notes = notes + file.assumptions
        referrals = file.rows.map { ($0.row.known.referral, $0.row.known.identity) }
    }

    /// What the service says against referrals, at their lines and columns.
    public func faults(_ refused: [RefusedReferral]) -> [FileFault] {
        var file = file
        for one in refused where file.rows.indices.contains(one.index) {
            let (key, what, allowed) = one.reason.fault { place in
                file.rows.indices.contains(place) ? "line \(file.rows[place].record.line) of this file" : nil
            }
            file.rows[one.index].fail(key, what, allowed, file: file.path)
        }
        return file.allFaults
    }
}

extension BookingError {
    /// The column that is at fault, what is wrong with it, and what would be allowed.
    /// - Parameter line: what to call the referral at a place of the file.
    fileprivate func fault(_ line: (Int) -> String?) -> (key: String, what: String, allowed: String) {
        switch self {
        case .noSuchTeam(let team, let count): ("team", "there is no team \(team + 1)", "1 to \(count)")
        case .duplicateReferral: ("nhs-number", description, "somebody who is not in the service")
        case .wrongIdentity(let fault): (fault.field.rawValue, fault.what, fault.allowed)
        case .likelySame(let alike):
            (
                "name",
                "this could be "
                    + alike.map { $0.words($0.place.flatMap(line) ?? "person \($0.person)") }
                    .joined(separator: ", or "),
                "each person once, or --another-person"
            )
        case .notInitialised, .noSuchPerson, .noSuchAppointment, .hasOutcome, .nothingToCorrect, .dependsOn,
            .noSuchHold, .holdEnded, .refused, .needsReason, .impossible, .notNow, .begun, .groupBegun, .endsEpisode,
            .endsWithoutContact, .attemptTooSoon, .needsSupervisor, .riskOpen, .notWarned, .mayReply, .lateNotes,
            .noRelationship, .forbidden, .farMinute, .refusedReferrals, .noSuchLink, .noSuchGroup, .seatRefused,
            .store, .invalid:
            ("received", description, "a minute that is past")
        }
    }
}
