public import BookingStore
public import CareModel
import Foundation

extension Interchange {
    /// Seeks schedules, slots or appointments: by start, then by clinician.
    /// - Throws: ``InterchangeError``; what the store throws.
    public static func fhirSearch(_ reader: StoreReader, _ search: FHIRSearch) throws -> FHIRMatches {
        let found = try BundleWriter(reader, search.options).resources().filter { $0.isMatch(search) }
            .sorted { ($0.start, $0.path) < ($1.start, $1.path) }
        let shown = found.dropFirst(search.page.lowerBound).prefix(search.page.count)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return FHIRMatches(
            total: found.count,
            resources: try shown.map { ($0.id, try encoder.encode($0)) }, people: shown.compactMap(\.person))
    }

    /// The day, and the clinician, of the slot or the appointment with an identifier; nil if there can be none.
    public static func fhirPlace(
        _ kind: FHIRSearch.Kind, _ id: String, _ reader: StoreReader
    ) throws -> (clinician: Int32, day: CivilDay?)? {
        switch kind {
        case .appointment:
            guard let number = Int64(id), let record = try reader.appointment(number) else { return nil }
            return (record.placement.clinician, record.placement.start.day)
        case .schedule, .slot:
            let parts = id.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count >= 2, parts[0] == "clinician", let clinician = Int32(parts[1]) else { return nil }
            if kind == .schedule { return parts.count == 2 ? (clinician, nil) : nil }
            guard parts.count >= 3, parts[2].count == 12, parts[2].utf8.allSatisfy({ (48...57).contains($0) }),
                let day = LondonTime.day(basic: parts[2].prefix(8))
            else { return nil }
            return (clinician, day)
        }
    }
}
