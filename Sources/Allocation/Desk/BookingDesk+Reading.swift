public import CareModel

// What can be read of the desk. Each is read where it lies.

extension BookingDesk {
    /// Clinicians and their diaries.
    @inlinable public var capacity: Capacity {
        @inline(__always) _read { yield state.pointee.capacity }
    }

    /// The working days.
    @inlinable public var calendar: WorkingCalendar { state.pointee.calendar }

    /// The promises that the lists are ordered by.
    @inlinable public var standards: Standards { state.pointee.standards }

    /// How each team books.
    @inlinable public var rules: [BookingRules] {
        @inline(__always) _read { yield state.pointee.rules }
    }

    // People, struct of arrays; a person's number is the index in all of them.

    /// Where each person is.
    @inlinable public var episodes: Column<Episode> {
        @inline(__always) _read { yield state.pointee.people.episodes }
    }

    /// What each person's referral carries.
    @inlinable public var referrals: Column<Referral> {
        @inline(__always) _read { yield state.pointee.people.referrals }
    }

    /// What else the desk knows of each person.
    @inlinable public var people: Column<DeskPerson> {
        @inline(__always) _read { yield state.pointee.people.known }
    }

    /// Lists for a first appointment: index team · 2 + step.
    @inlinable public var firstLists: [WaitingList] {
        @inline(__always) _read { yield state.pointee.lists.first }
    }

    /// Lists for treatment: index team · 2 + step.
    @inlinable public var treatmentLists: [WaitingList] {
        @inline(__always) _read { yield state.pointee.lists.treatment }
    }

    /// People in treatment without a next session, by clinician.
    @inlinable public var sessionLists: [WaitingList] {
        @inline(__always) _read { yield state.pointee.lists.session }
    }

    /// People on each caseload, in no particular order.
    @inlinable public var caseloadMembers: [[Int32]] {
        @inline(__always) _read { yield state.pointee.caseloads.members }
    }

    /// Sessions booked beyond the next one of each course, by person, then start (BK-2).
    @inlinable public var laterSessions: [LaterSession] {
        @inline(__always) _read { yield state.pointee.appointments.later }
    }

    /// Psycho-educational courses, planned, running and past (TX-4); a course keeps its number.
    @inlinable public var groups: [GroupCourse] {
        @inline(__always) _read { yield state.pointee.groups.all }
    }

    /// The last assessment week of each team, held or declared: its Monday (PO-1).
    @inlinable public var lastAssessmentWeek: [CivilDay?] {
        @inline(__always) _read { yield state.pointee.lastAssessmentWeek }
    }

    /// Assessment weeks of a team from a day on that have a share of first appointments of their own (PO-1), by Monday.
    /// O(such weeks).
    public func assessmentShares(team: Int, from day: CivilDay) -> [AssessmentShare] {
        state.pointee.assessmentShares[team].filter { $0.monday >= day.monday }.sorted { $0.monday < $1.monday }
    }

    /// What the last four weeks saw.
    @inlinable public var recentWaits: RecentWaits {
        @inline(__always) _read { yield state.pointee.recentWaits }
    }

    /// Times that people gave up, by person.
    @inlinable public var givenUp: [Int: [TimeGivenUp]] {  // lookup only
        @inline(__always) _read { yield state.pointee.givenUp.byPerson }
    }

    /// People in each state: team · 44 + state · 4 + step · 2 + stepped up.
    @inlinable public var stateCounts: Column<Int32> {
        @inline(__always) _read { yield state.pointee.people.stateCounts }
    }

    /// People ever in the service, by team: the other side of the balance (KP-10).
    @inlinable public var everyoneByTeam: [Int] {
        @inline(__always) _read { yield state.pointee.people.everyoneByTeam }
    }

    /// Numbers of people who have left, by team: the last is given first.
    @inlinable public var numbersFree: [[Int32]] {
        @inline(__always) _read { yield state.pointee.people.freeNumbers }
    }

    /// The number of the person who was referred last; -1 if nobody was.
    @inlinable public var newest: Int { state.pointee.people.newest }

    /// Eleven states, two steps, stepped up or not: so many places a team has in ``stateCounts``.
    @inlinable public static var statesPerTeam: Int { PeopleRegister.statesPerTeam }

    /// The team that a person belongs to.
    @inlinable @inline(__always)
    public func team(_ person: Int) -> Int { Int(state.pointee.people.referrals[person].team) }
}
