import BookingAudit
import BookingService
import BookingStore
import CareModel

extension ServiceChecks {
    /// The list in numbers counts everybody once in each division, and with all others who are here it counts everybody
    /// (KT-8, KP-10); caseloads are those of the episodes, and hours that may be booked are booked, taken or unused
    /// (KP-8).
    func numbersFault(_ service: BookingService) throws -> String? {
        let context = BookingService.Context(now: now)
        let waits = try service.waitsNow(in: context)
        let open = try file.numbers("SELECT count(*) FROM episodes WHERE state <> 10")[0][0]
        let counted = (waits.total.total ?? 0) + waits.others.reduce(0) { $0 + ($1.people ?? 0) }
        if Int64(counted) != open { return "\(counted) people are counted, \(open ?? 0) are here" }
        for divided in waits.divisions {
            let totals = divided.rows.reduce(0) { $0 + ($1.total ?? 0) }
            let byBand = waits.bands.indices.map { band in
                divided.rows.reduce(0) { $0 + ($1.byBand[band] ?? 0) }
            }
            if totals != waits.total.total || byBand != waits.total.byBand {
                return "by \(divided.division) \(totals) people wait, \(byBand), of \(waits.total)"
            }
        }
        if waits.total.byBand.reduce(0, { $0 + ($1 ?? 0) }) != waits.total.total { return "bands are not all" }
        let loads = try ServiceChecks.caseloads(file)
        for one in try service.workload(weeks: 5, in: context) {
            let clinician = Int(one.details.clinician)
            if one.caseload != loads[clinician] {
                return "clinician \(clinician) has \(loads[clinician]) people, and \(one.caseload) are told"
            }
            for week in one.weeks
            where week.unusedMinutes < 0 || week.otherMinutes < 0 || week.bookedMinutes < 0 || week.outsideMinutes < 0 {
                return "clinician \(clinician) has hours of less than nothing: \(week)"
            }
        }
        return nil
    }
}
