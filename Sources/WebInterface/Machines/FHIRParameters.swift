import BookingStore
import CareModel
import Foundation
import Interchange

/// What is sought, read from the parameters of a search in FHIR R4.
struct FHIRParameters {
    /// Days that a search reaches at most.
    static let mostDays: Int32 = 92
    /// Days from the first, unless the last is said.
    static let usualDays: Int32 = 28

    let kind: FHIRSearch.Kind
    let call: MachineCall
    let now: CivilMinute

    /// The search.
    /// - Throws: ``Unreadable`` with the parameter that cannot be read.
    func search() throws -> FHIRSearch {
        let starts = try starts()
        let days = try days(starts)
        var options = FHIROptions(days: days, now: now)
        options.clinicians = try clinicians()
        var search = FHIRSearch(kind, options)
        search.starts = starts.map {
            max($0.lowerBound, days.lowerBound.start)..<min($0.upperBound, (days.upperBound + 1).start)
        }
        search.statuses = try statuses()
        search.ids = call.text("_id").map { $0.split(separator: ",").map(String.init) }
        search.person = try person()
        let count = Int(call.number("_count") ?? 100)
        let offset = Int(call.number("_offset") ?? 0)
        search.page = offset..<offset + count
        return search
    }

    // MARK: When

    /// The parameter with times.
    private var dateName: String { kind == .slot ? "start" : "date" }

    /// The starts that every value allows; nil if nothing was said.
    private func starts() throws -> Range<CivilMinute>? {
        let values = call.asked.query.all(dateName).filter { !$0.isEmpty }
        guard !values.isEmpty else { return nil }
        var (first, end) = (Shape.days.lowerBound.start, Shape.days.upperBound.start)
        for value in values {
            guard let (prefix, span) = FHIRParameters.span(value) else { throw wrongDate }
            switch prefix {
            case "eq": (first, end) = (max(first, span.lowerBound), min(end, span.upperBound))
            case "ge": first = max(first, span.lowerBound)
            case "gt", "sa": first = max(first, span.upperBound)
            case "lt", "eb": end = min(end, span.lowerBound)
            case "le": end = min(end, span.upperBound)
            default: throw wrongDate
            }
        }
        return first..<max(first, end)
    }

    private var wrongDate: Unreadable {
        Unreadable(
            place: dateName, why: "this is no date that is known here",
            allowed: "a year, month, day or instant, after eq, ge, gt, le, lt, sa or eb")
    }

    /// The days that are read: of a search without an end, four weeks; without a start, from today.
    private func days(_ starts: Range<CivilMinute>?) throws -> ClosedRange<CivilDay> {
        guard let starts else { return now.day...now.day + (Self.usualDays - 1) }
        let isOpen = starts.upperBound == Shape.days.upperBound.start
        let hasNoStart = starts.lowerBound == Shape.days.lowerBound.start
        let last = isOpen ? nil : (starts.upperBound - 1).day
        let first =
            hasNoStart ? last.map { max($0 - (Self.usualDays - 1), Shape.days.lowerBound) } : starts.lowerBound.day
        let begin = first ?? now.day
        let end = max(begin, last ?? begin + (Self.usualDays - 1))
        guard end - begin < Self.mostDays else {
            throw Unreadable(
                place: dateName, why: "the search reaches \(end - begin + 1) days",
                allowed: "\(Self.mostDays) days or fewer")
        }
        return begin...end
    }

    /// A prefix, and the minutes that a date of FHIR spans.
    static func span(_ value: String) -> (prefix: String, span: Range<CivilMinute>)? {
        let prefix = value.prefix { $0.isLetter && $0.isASCII && $0.isLowercase }
        let text = String(value.dropFirst(prefix.count))
        guard let span = minutes(text) else { return nil }
        return (prefix.isEmpty ? "eq" : String(prefix), span)
    }

    private static func minutes(_ text: String) -> Range<CivilMinute>? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        switch text.utf8.count {
        case 4, 7:
            guard let year = Int(parts[0]), let month = parts.count > 1 ? Int(parts[1]) : 1,
                let first = CivilDay(year: year, month: month, day: 1), Shape.days.contains(first)
            else { return nil }
            let isYear = parts.count == 1
            let next = CivilDay(
                year: isYear || month == 12 ? year + 1 : year, month: isYear || month == 12 ? 1 : month + 1, day: 1)
            return next.map { first.start..<$0.start }
        case 10: return Shape.day(text).map { $0.start..<($0 + 1).start }
        case 16: return Shape.minute(text).map { $0..<$0 + 1 }
        default:
            // A plus that nobody escaped comes as a blank; parts of a second do not matter.
            let written = text.replacing(" ", with: "+").replacing(#/\.[0-9]+/#, with: "")
            guard let instant = try? Date(written, strategy: .iso8601) else { return nil }
            guard let minute = LondonClock.minute(of: instant), Shape.days.contains(minute.day) else { return nil }
            return minute..<minute + 1
        }
    }

    // MARK: Who and what

    /// The clinicians whose diaries are meant; nil is all.
    private func clinicians() throws -> [Int32]? {
        var found: [Int32]?
        for name in ["schedule", "actor", "actor:identifier"] {
            guard let value = call.text(name), !value.isEmpty else { continue }
            let numbers = try value.split(separator: ",").map { part -> Int32 in
                let text = part.split(separator: "|").last.map(String.init) ?? ""
                let end = text.split(separator: "/").last.map(String.init) ?? ""
                let digits = end.hasPrefix("clinician-") ? String(end.dropFirst("clinician-".count)) : end
                guard let number = Int32(digits), number >= 0 else {
                    throw Unreadable(
                        place: name, why: "this is nobody's diary",
                        allowed: "Schedule/clinician-N, or urn:stepcare:clinician|N")
                }
                return number
            }
            found = found.map { $0.filter(numbers.contains) } ?? numbers
        }
        return found
    }

    private func person() throws -> Int64? {
        guard let value = call.text("patient:identifier"), !value.isEmpty else { return nil }
        guard let number = value.split(separator: "|").last.flatMap({ Int64($0) }) else {
            throw Unreadable(place: "patient:identifier", why: "this is nobody", allowed: "urn:stepcare:person|N")
        }
        return number
    }

    private func statuses() throws -> [String] {
        let known = FHIRParameters.statuses(kind)
        let wanted = (call.text("status") ?? "").split(separator: ",").map(String.init)
        if let other = wanted.first(where: { !known.contains($0) }) {
            throw Unreadable(
                place: "status", why: "there is no status \(other)", allowed: known.joined(separator: ", "))
        }
        return wanted
    }

    /// The statuses of a kind in FHIR R4.
    static func statuses(_ kind: FHIRSearch.Kind) -> [String] {
        switch kind {
        case .schedule: []
        case .slot: ["busy", "free", "busy-unavailable", "busy-tentative", "entered-in-error"]
        case .appointment:
            [
                "proposed", "pending", "booked", "arrived", "fulfilled", "cancelled", "noshow", "entered-in-error",
                "checked-in", "waitlist",
            ]
        }
    }
}
