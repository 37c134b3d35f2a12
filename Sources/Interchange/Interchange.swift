public import BookingStore
public import CareModel
public import Foundation

/// What other software gives and takes: tables as CSV, diaries as FHIR R4, feeds as iCalendar, the national data set.
///
/// Everything is read from one state of a store and is the same bytes for the same state and the same `now`. Names are
/// left out of FHIR and of feeds unless they are asked for; whoever asks enters the look in the access log (IG-1).
public enum Interchange {
    /// Writes everything that the tables have a place for into a folder, a file a table.
    /// - Returns: the tables.
    /// - Throws: ``InterchangeError``; what the store throws.
    @discardableResult
    public static func exportTables(_ reader: StoreReader, to folder: String) throws -> ServiceTables {
        let tables = try ServiceTables(exporting: reader)
        try tables.write(to: folder)
        return tables
    }

    /// Reads the tables of a folder.
    /// - Parameters:
    ///   - acceptValid: whether good rows are taken when others are bad.
    ///   - now: the present minute, after which nothing can have happened; nil if that does not matter.
    ///   - teams: what the teams of the scenario are called, by index.
    /// - Throws: ``InterchangeError/faults(_:)`` with everything that is wrong;
    ///   ``InterchangeError/cannotAccess(_:_:)``.
    public static func readTables(
        _ folder: String, acceptValid: Bool = false, now: CivilMinute? = nil, teams: TeamNames = TeamNames([])
    ) throws(InterchangeError) -> ReadTables {
        try ServiceTables.read(folder, acceptValid: acceptValid, now: now, teams: teams)
    }

    /// Diaries and appointments as a bundle of FHIR R4 `Schedule`, `Slot` and `Appointment`, in JSON.
    /// - Throws: ``InterchangeError``; what the store throws.
    public static func fhirBundle(_ reader: StoreReader, _ options: FHIROptions) throws -> Data {
        try BundleWriter(reader, options).write()
    }

    /// A clinician's feed in iCalendar: appointments and holds on some days, and absences that touch them.
    /// - Parameters:
    ///   - clinician: index of the clinician.
    ///   - days: the days.
    ///   - includesNames: whether the people's names may be in it.
    ///   - includesCancelled: whether what was cancelled is in it as cancelled, so that a calendar into which an
    ///     earlier one was read takes it away. One that follows an address takes away what is there no more.
    ///   - now: the present minute: a hold that expired is left out.
    /// - Throws: ``InterchangeError/invalid(_:)`` if there is no such clinician; what the store throws.
    public static func calendar(
        clinician: Int32, _ reader: StoreReader, days: ClosedRange<CivilDay>, includesNames: Bool = false,
        includesCancelled: Bool = true, now: CivilMinute
    ) throws -> String {
        guard let details = try reader.clinicians().first(where: { $0.clinician == clinician }) else {
            throw InterchangeError.invalid("there is no clinician \(clinician)")
        }
        let writer = try ClinicianCalendar(
            service: reader.service()?.name ?? "stepcare", clinician: details,
            names: includesNames ? reader.names() : nil, groups: GroupTimes(reader))
        // A session of a group is one event; its seats are at the same time.
        let records = try reader.appointments(ofClinician: clinician, from: days.lowerBound, through: days.upperBound)
            .filter { $0.placement.seat == nil && (includesCancelled || $0.status == .standing) }
        let holds = try reader.openHolds().filter {
            $0.placement.clinician == clinician && days.contains($0.placement.start.day) && $0.held.expires > now
        }
        let absences = try reader.absences(endingFrom: days.lowerBound).filter {
            $0.clinician == clinician && $0.days.first <= days.upperBound
                && !$0.days.reason.isDisjoint(with: .seesNobody)
        }
        return writer.text(appointments: records, holds: holds, absences: absences, now: now)
    }

    /// The people whose appointments or holds are in bundles and feeds of some days, by number: whoever shows their
    /// names enters these looks in the access log (IG-1).
    /// - Parameter clinicians: indices of the clinicians; nil for all.
    public static func people(
        _ reader: StoreReader, days: ClosedRange<CivilDay>, clinicians: [Int32]? = nil
    ) throws -> [Int64] {
        var placements = try reader.openHolds().map(\.placement).filter { days.contains($0.start.day) }
        for clinician in try reader.clinicians().map(\.clinician) {
            placements += try reader.appointments(
                ofClinician: clinician, from: days.lowerBound, through: days.upperBound
            ).map(\.placement)
        }
        let shown = placements.filter { clinicians?.contains($0.clinician) ?? true }.compactMap(\.person)
        return Set(shown).sorted()
    }

    /// A month of the national data set: tables 001, 101, 201, 202 and 607 as CSV.
    /// - Parameters:
    ///   - month: the month.
    ///   - prefix: goes before every number, at most 8 characters, so that those of two services differ.
    ///   - site: the code of the site of treatment; empty if it is not known.
    /// - Throws: ``InterchangeError/invalid(_:)`` if the prefix is too long; what the store throws.
    public static func nationalExtract(
        month: ReportingMonth, _ reader: StoreReader, prefix: String = "", site: String = ""
    ) throws -> NationalExtract {
        // A letter and ten digits at most follow: the data set allows 20 characters.
        guard prefix.utf8.count <= 8, prefix.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw InterchangeError.invalid("the prefix '\(prefix)' must be at most 8 characters without spaces")
        }
        var writer = NationalWriter(month: month, prefix: prefix, site: site)
        return try writer.extract(reader)
    }
}
