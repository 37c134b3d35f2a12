import CareModel
import Experiments
import ServiceSimulation

/// The calendar months that runs hold whole, and what the runs say of days.
struct WholeMonths {
    /// A month of some year, numbered on through all years.
    struct Month {
        /// Twelve times the year, and the month from 0.
        let number: Int
        /// Its days.
        let days: ClosedRange<CivilDay>
    }

    /// The runs.
    let records: [ReplicationRecord]
    /// The day of the service's list, before which it is known what happened; nil where there is none.
    let listDay: CivilDay?

    /// The months. The first may begin up to six days before the runs do, which then stand for its first days, as where
    /// forecasts are tried on published years; of a database's none of its working days may have passed.
    var all: [Month] {
        guard let record = records.first else { return [] }
        let end = record.starts + Int32(record.weeks * 7)
        let date = record.starts.date
        var found: [Month] = []
        for place in 0... {
            let number = date.year * 12 + date.month - 1 + place
            guard let first = CivilDay(year: number / 12, month: number % 12 + 1, day: 1),
                let next = CivilDay(year: (number + 1) / 12, month: (number + 1) % 12 + 1, day: 1), next <= end
            else { break }
            if record.starts - first <= 6, isOpen(first) { found.append(Month(number: number, days: first...next - 1)) }
        }
        return found
    }

    private func isOpen(_ first: CivilDay) -> Bool {
        guard let listDay, first < listDay else { return true }
        let calendar = WorkingCalendar(first: first, dayCount: Int(listDay - first), closedDays: [])
        return !(0..<(listDay - first)).contains { calendar.isWorkingDay(first + $0) }
    }

    /// What the runs say of some days, run by run; nil where nobody was there to be measured.
    func values(_ measure: Measure, _ teams: Range<Int>, _ days: ClosedRange<CivilDay>) -> [Double?] {
        let span = records.first.map {
            SpanOfDays(
                from: days.lowerBound, days: Int(days.upperBound - days.lowerBound) + 1, starts: $0.starts,
                weeks: $0.weeks)
        }
        return records.map { record in span.flatMap { record.value(measure.count, teams: teams, over: $0) } }
    }
}
