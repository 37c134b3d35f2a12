public import CareModel
public import Diaries

/// Who works when, whatever is booked or who is away: each clinician's usual week, the week while an assessment week is
/// on, and which days belong to one (PO-1, PO-2, CL-3).
///
/// A week is 28 grids: for each weekday one of each purpose, and one of all of them together. Weeks that begin on a day
/// stand behind the usual ones.
@usableFromInline
struct WorkingWeeks: Sendable {
    /// Usual weeks, clinician by clinician.
    @usableFromInline private(set) var usual: [DayGrid]
    /// Weeks while an assessment week is on (PO-1), alike.
    @usableFromInline private(set) var assessment: [DayGrid]
    /// Weeks that begin on a day: by clinician, then day.
    @usableFromInline private(set) var dated: [DatedWeek] = []
    /// Assessment weeks that are laid out as no others are, by clinician, then Monday; empty but at the desk.
    @usableFromInline private(set) var own: [OwnWeek] = []
    /// Whether a day belongs to an assessment week: day by day, team by team.
    @usableFromInline private(set) var assessmentDays: [Bool]
    @usableFromInline let teamCount: Int
    @usableFromInline let first: CivilDay
    @usableFromInline let clinicianCount: Int

    /// Nobody works yet.
    init(clinicians: Int, teams: Int, first: CivilDay, dayCount: Int) {
        usual = [DayGrid](repeating: DayGrid(), count: clinicians * WorkingWeeks.gridsPerWeek)
        assessment = usual
        assessmentDays = [Bool](repeating: false, count: dayCount * teams)
        teamCount = teams
        self.first = first
        clinicianCount = clinicians
    }

    /// The grid of a week that holds the time for all purposes together; those before it are of one purpose each.
    @inlinable static var anyPurpose: Int { 3 }
    /// Grids of a clinician's week: four for each day.
    @inlinable static var gridsPerWeek: Int { 28 }

    @inlinable @inline(__always)
    static func index(_ base: Int, _ weekday: Weekday, _ grid: Int) -> Int { base + Int(weekday.rawValue) * 4 + grid }

    // MARK: Questions

    /// One grid of the week that is in force for a clinician on a day, an assessment week where the team holds one.
    /// O(1), and O(changes) where hours change on a day.
    /// - Parameter day: a day of the diaries.
    @inlinable @inline(__always)
    func grid(_ clinician: Int, team: Int, on day: CivilDay, _ grid: Int) -> DayGrid {
        let index = WorkingWeeks.index(base(clinician, on: day), day.weekday, grid)
        guard isAssessmentDay(team: team, day) else { return usual[index] }
        return own.isEmpty ? assessment[index] : ownGrid(clinician, on: day, grid) ?? assessment[index]
    }

    /// One grid of an assessment week that is laid out as no others are; nil if the week is none. O(such weeks).
    @usableFromInline
    func ownGrid(_ clinician: Int, on day: CivilDay, _ grid: Int) -> DayGrid? {
        own.first { $0.clinician == Int32(clinician) && $0.monday == day.monday }
            .map { $0.grids[WorkingWeeks.index(0, day.weekday, grid)] }
    }

    /// The same of the usual week, or of the assessment week, whichever is on.
    @inlinable @inline(__always)
    func usualGrid(_ clinician: Int, on day: CivilDay, _ grid: Int) -> DayGrid {
        usual[WorkingWeeks.index(base(clinician, on: day), day.weekday, grid)]
    }

    /// Whether the service holds an assessment week in the team on a day of the diaries (PO-1). O(1).
    @inlinable @inline(__always)
    func isAssessmentDay(team: Int, _ day: CivilDay) -> Bool { assessmentDays[Int(day - first) * teamCount + team] }

    /// A clinician's usual week, or the week while an assessment week is on (PO-1, PO-2).
    /// - Parameter day: the week that is in force on this day; nil is the one before any change of hours.
    func week(_ clinician: Int, isAssessment: Bool, on day: CivilDay?) -> WeekTemplate {
        var week = WeekTemplate()
        let base = day.map { self.base(clinician, on: $0) } ?? clinician * WorkingWeeks.gridsPerWeek
        for weekday in Weekday.allCases {
            for purpose in SlotPurpose.allCases {
                let index = WorkingWeeks.index(base, weekday, Int(purpose.rawValue))
                week[weekday, purpose] = isAssessment ? assessment[index] : usual[index]
            }
        }
        return week
    }

    /// The days on which the hours of a clinician change, in order (CL-3). O(changes).
    func changes(_ clinician: Int) -> [CivilDay] {
        dated.filter { $0.clinician == Int32(clinician) }.map(\.first)
    }

    /// The first grid of the weeks that are in force for a clinician on a day. O(1) where no hours change.
    @inlinable @inline(__always)
    func base(_ clinician: Int, on day: CivilDay) -> Int {
        dated.isEmpty ? clinician * WorkingWeeks.gridsPerWeek : datedBase(clinician, on: day)
    }

    /// The same where hours of somebody change. O(changes).
    @usableFromInline
    func datedBase(_ clinician: Int, on day: CivilDay) -> Int {
        var base = clinician * WorkingWeeks.gridsPerWeek
        for week in dated where week.clinician == Int32(clinician) && week.first <= day { base = week.base }
        return base
    }

    // MARK: Changes

    /// Says whether the week of a day is an assessment week of a team (PO-1), as far as there are diaries.
    mutating func setAssessmentWeek(_ isOne: Bool, team: Int, _ day: CivilDay) {
        for offset in 0..<Int32(7) {
            let index = Int(day.monday + offset - first) * teamCount + team
            if day.monday + offset >= first, index < assessmentDays.count { assessmentDays[index] = isOne }
        }
    }

    /// Lays an assessment week of a clinician out as no others are; nil is as the others.
    mutating func setOwn(_ week: WeekTemplate?, of clinician: Int, _ monday: CivilDay) {
        own.removeAll { $0.clinician == Int32(clinician) && $0.monday == monday }
        guard let week else { return }
        var grids: [DayGrid] = []
        for weekday in Weekday.allCases {
            grids += SlotPurpose.allCases.map { week[weekday, $0] } + [week.bookable(weekday)]
        }
        own.append(OwnWeek(clinician: Int32(clinician), monday: monday, grids: grids))
    }

    /// Sets a clinician's weeks from a day on until the next day on which hours are said to change (CL-3); nil is as
    /// long as no other hours are said.
    mutating func set(
        _ clinician: Int, usual usualWeek: WeekTemplate, assessment assessmentWeek: WeekTemplate, from day: CivilDay?
    ) {
        let base = day.map { datedBase(clinician, startingOn: $0) } ?? clinician * WorkingWeeks.gridsPerWeek
        for weekday in Weekday.allCases {
            for purpose in SlotPurpose.allCases {
                let index = WorkingWeeks.index(base, weekday, Int(purpose.rawValue))
                usual[index] = usualWeek[weekday, purpose]
                assessment[index] = assessmentWeek[weekday, purpose]
            }
            let index = WorkingWeeks.index(base, weekday, WorkingWeeks.anyPurpose)
            usual[index] = usualWeek.bookable(weekday)
            assessment[index] = assessmentWeek.bookable(weekday)
        }
    }

    /// The grids of a clinician's week that begins on a day; they are made if there are none.
    private mutating func datedBase(_ clinician: Int, startingOn first: CivilDay) -> Int {
        let number = Int32(clinician)
        var place = 0
        while place < dated.count, (dated[place].clinician, dated[place].first.number) < (number, first.number) {
            place += 1
        }
        if place == dated.count || dated[place].clinician != number || dated[place].first != first {
            dated.insert(DatedWeek(clinician: number, first: first, base: usual.count), at: place)
            let grids = [DayGrid](repeating: DayGrid(), count: WorkingWeeks.gridsPerWeek)
            usual += grids
            assessment += grids
        }
        return dated[place].base
    }

    /// Weeks that begin on a day are in order, each with grids of its own; bookable is the time of all purposes.
    func checkInvariants() {
        precondition(usual.count == assessment.count, "weeks of different lengths")
        precondition(
            usual.count == (clinicianCount + dated.count) * WorkingWeeks.gridsPerWeek, "a week without its grids")
        for (place, week) in dated.enumerated() {
            precondition(
                week.base >= clinicianCount * WorkingWeeks.gridsPerWeek && week.base < usual.count,
                "a dated week in the place of a usual one")
            guard place > 0 else { continue }
            precondition(
                (dated[place - 1].clinician, dated[place - 1].first.number) < (week.clinician, week.first.number),
                "dated weeks out of order")
        }
        for base in stride(from: 0, to: usual.count, by: 4) {
            for grids in [usual, assessment] {
                let together = grids[base] | grids[base + 1] | grids[base + 2]
                precondition(grids[base + WorkingWeeks.anyPurpose] == together, "bookable time of no purpose")
            }
        }
    }
}

/// An assessment week of a clinician that is laid out as no others are (PO-1).
@usableFromInline
struct OwnWeek: Sendable, Equatable {
    /// Index of the clinician.
    @usableFromInline var clinician: Int32
    /// The Monday.
    @usableFromInline var monday: CivilDay
    /// Four grids for each day.
    @usableFromInline var grids: [DayGrid]
}

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
