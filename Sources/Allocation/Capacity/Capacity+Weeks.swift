public import CareModel
public import Diaries

/// The weeks of a clinician that are in force from a day on, until others are (CL-3).
@usableFromInline
struct DatedWeek: Sendable, Equatable {
    /// Index of the clinician.
    @usableFromInline var clinician: Int32
    /// The first day.
    @usableFromInline var first: CivilDay
    /// The first of their grids.
    @usableFromInline var base: Int
}

/// Hours of a clinician that begin on a day (CL-3).
public struct DatedHours: Sendable, Equatable {
    /// The first day on which they are in force.
    public var first: CivilDay
    /// The usual week.
    public var usual: WeekTemplate
    /// The week while an assessment week is on (PO-1).
    public var assessment: WeekTemplate
}

extension Capacity {
    /// The hours of a clinician that begin after a day, in order (CL-3). O(changes).
    public func hours(_ clinician: Int, after day: CivilDay) -> [DatedHours] {
        hoursChange(clinician).filter { $0 > day }.map { first in
            DatedHours(
                first: first, usual: week(clinician, isAssessment: false, on: first),
                assessment: week(clinician, isAssessment: true, on: first))
        }
    }

    /// A clinician's usual week, or the week while an assessment week is on (PO-1, PO-2). O(1), and O(changes) where
    /// hours change on a day.
    /// - Parameter day: the week that is in force on this day; nil is the one before any change of hours.
    public func week(_ clinician: Int, isAssessment: Bool, on day: CivilDay? = nil) -> WeekTemplate {
        var week = WeekTemplate()
        let base = day.map { weekBase(clinician, on: $0) } ?? clinician * Capacity.gridsPerWeek
        for weekday in Weekday.allCases {
            for purpose in SlotPurpose.allCases {
                let index = Capacity.weekIndex(base, weekday, Int(purpose.rawValue))
                week[weekday, purpose] = isAssessment ? assessmentWeeks[index] : usualWeeks[index]
            }
        }
        return week
    }

    /// The days on which the hours of a clinician change, in order (CL-3). O(changes).
    public func hoursChange(_ clinician: Int) -> [CivilDay] {
        datedWeeks.filter { $0.clinician == Int32(clinician) }.map(\.first)
    }

    /// Sets a clinician's usual week and the week while an assessment week is on, from a day on until the next day on
    /// which hours are said to change (CL-3). Bookings stay until the caller moves them (BK-6).
    public mutating func setWeeks(
        _ clinician: Int, usual: WeekTemplate, assessment: WeekTemplate, from first: CivilDay
    ) {
        let number = Int32(clinician)
        var place = 0
        while place < datedWeeks.count,
            (datedWeeks[place].clinician, datedWeeks[place].first.number) < (number, first.number)
        {
            place += 1
        }
        if place == datedWeeks.count || datedWeeks[place].clinician != number || datedWeeks[place].first != first {
            datedWeeks.insert(DatedWeek(clinician: number, first: first, base: usualWeeks.count), at: place)
            let grids = [DayGrid](repeating: DayGrid(), count: Capacity.gridsPerWeek)
            usualWeeks += grids
            assessmentWeeks += grids
        }
        setWeeks(clinician, usual: usual, assessment: assessment, base: datedWeeks[place].base)
    }

    /// Sets a clinician's usual week and the week while an assessment week is on, as long as no other hours are said
    /// from a day on.
    public mutating func setWeeks(_ clinician: Int, usual: WeekTemplate, assessment: WeekTemplate) {
        setWeeks(clinician, usual: usual, assessment: assessment, base: clinician * Capacity.gridsPerWeek)
    }

    private mutating func setWeeks(
        _ clinician: Int, usual: WeekTemplate, assessment: WeekTemplate, base: Int
    ) {
        for weekday in Weekday.allCases {
            for purpose in SlotPurpose.allCases {
                let index = Capacity.weekIndex(base, weekday, Int(purpose.rawValue))
                usualWeeks[index] = usual[weekday, purpose]
                assessmentWeeks[index] = assessment[weekday, purpose]
            }
            let index = Capacity.weekIndex(base, weekday, Capacity.anyPurpose)
            usualWeeks[index] = usual.bookable(weekday)
            assessmentWeeks[index] = assessment.bookable(weekday)
        }
        forgetFullDays(clinician: clinician)
    }

    /// The first grid of the weeks that are in force for a clinician on a day. O(1) where no hours change.
    @inlinable @inline(__always)
    func weekBase(_ clinician: Int, on day: CivilDay) -> Int {
        datedWeeks.isEmpty ? clinician * Capacity.gridsPerWeek : datedBase(clinician, on: day)
    }

    /// The same where hours of somebody change. O(changes).
    @usableFromInline
    func datedBase(_ clinician: Int, on day: CivilDay) -> Int {
        var base = clinician * Capacity.gridsPerWeek
        for week in datedWeeks where week.clinician == Int32(clinician) && week.first <= day { base = week.base }
        return base
    }
}
