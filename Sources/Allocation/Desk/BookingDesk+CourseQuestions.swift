public import CareModel

// What can be asked of courses of treatment, alone and in groups, and of the calls while people wait.

extension BookingDesk {
    // MARK: Steps by score

    /// The step that scores call for, where they decide (ST-4); nil where a person's team does not go by them.
    public func stepByScores(_ person: Int, _ scores: Scores) -> Step? {
        careLevel(person, scores)?.step
    }

    /// How much care scores call for, where they decide (ST-4); nil where a person's team does not go by them.
    public func careLevel(_ person: Int, _ scores: Scores) -> CareLevel? {
        let team = state.pointee.team(person)
        guard state.pointee.rules[team].stepsByScore else { return nil }
        return state.pointee.rules[team].thresholds.level(for: scores)
    }

    // MARK: A course under way

    /// Whether the course has reached the number of contacts that it may have (TX-1, TX-2).
    public func isExhausted(_ person: Int) -> Bool { CourseSessions.isExhausted(&state.pointee, person) }

    /// Whether a course has gone beyond the number of contacts that it may have without a supervisor (TX-1, TX-2).
    public func isBeyondUsual(_ person: Int) -> Bool { CourseSessions.isBeyondUsual(state.pointee, person) }

    /// Whether the session that was just attended closes a block, so that progress is reviewed (TX-7).
    public func isReviewDue(_ person: Int) -> Bool { CourseSessions.isReviewDue(&state.pointee, person) }

    /// Whether the session that was just attended is the one after which somebody without improvement is discussed in
    /// supervision (TX-6).
    public func lacksImprovement(_ person: Int) -> Bool { CourseSessions.lacksImprovement(&state.pointee, person) }

    /// Whether the next session needs a supervisor's agreement (TX-11).
    public func isExtensionDue(_ person: Int) -> Bool { CourseSessions.isExtensionDue(&state.pointee, person) }

    // MARK: The case-management review

    /// Why a case is brought to the monthly case-management review today; empty if it is not (CL-16). O(1).
    public func caseReasons(_ person: Int) -> CaseReasons { CaseManagement.reasons(state.pointee, person) }

    /// What is known of a case, as far as the case-management review asks (CL-16). O(1).
    public func caseFacts(_ person: Int) -> CaseFacts { CaseManagement.facts(state.pointee, person) }

    /// Who brings a case to the review: whoever has it on the caseload, else whoever assessed; -1 if nobody is known
    /// (CL-16). O(1).
    public func caseReviewer(_ person: Int) -> Int { CaseManagement.reviewer(state.pointee, person) }

    /// Whether the course goes on only if a supervisor agrees: because it has its number of contacts (TX-1, TX-2), or
    /// because an extension is due (TX-11).
    public func needsAgreement(_ person: Int) -> Bool { isExhausted(person) || isExtensionDue(person) }

    /// Whether somebody may be stepped down: in a course at step 3 to which nobody stepped them up, with no session
    /// booked or waited for (ST-2).
    public func mayStepDown(_ person: Int) -> Bool { CaseMoves.mayStepDown(state.pointee, person) }

    /// Cases of a team that supervisors move from full clinicians to emptier ones (PO-8, CL-11): of people who wait for
    /// a next session with a clinician whose caseload is full, those who have waited longest, while another clinician
    /// of the step who gives the therapy has room. O(clinicians²) where diaries are full.
    /// - Returns: people by number, in the order in which they are moved; none where the team moves nobody.
    public func casesToMove(team: Int) -> [UInt32] { CaseMoves.casesToMove(state.pointee, team: team) }

    /// The sessions of a course that are still to come, with the clinician who holds the person: those that are booked,
    /// then free slots for the others, an interval apart and at the time of day of the one before (BK-2, TX-1, TX-2,
    /// TX-8).
    ///
    /// A day on which the service is closed or the clinician is away moves the session by a week. Where only the usual
    /// time is not free, it is at another time of the same week, if there is one. It ends early where the diaries do.
    /// O(sessions · days).
    /// - Parameter sessions: how many in all, 1 or more; fewer come back where no time is free.
    public func series(for person: Int, sessions: Int) -> [SeriesSession] {
        SeriesPlan.sessions(&state.pointee, for: person, sessions: sessions)
    }

    // MARK: What is due when

    /// By when somebody without improvement is discussed in supervision: within the month (TX-6).
    public var progressReviewDue: CivilMinute { Office.progressReviewDue(state.pointee) }

    /// By when a supervisor decides whether the course of a person goes on at the limit of misses (AT-3).
    public func exceptionDue(_ person: Int) -> CivilMinute { Office.exceptionDue(state.pointee, person) }

    /// Whether an end for this reason, which somebody gives, needs a supervisor's agreement (ST-8).
    public func needsAgreement(_ person: Int, toEnd reason: EndReason) -> Bool {
        Endings.needsAgreement(state.pointee, person, reason)
    }

    /// By when supervision answers what is asked about a person (ST-9), also whether somebody who has not recovered is
    /// discharged (ST-8).
    public func answerDue(_ person: Int, isUrgent: Bool = false) -> CivilMinute {
        Office.answerDue(state.pointee, person, isUrgent: isUrgent)
    }

    /// By when somebody thinks about a PHQ-9 whose ninth item is scored 3: within 48 hours (BK-12).
    public var lowMoodReviewDue: CivilMinute { Office.lowMoodReviewDue(state.pointee) }

    /// By when the practice is written to in the middle of a course, with the scores (BK-12).
    public var progressLetterDue: CivilMinute { Office.progressLetterDue(state.pointee) }

    /// By when it is to be recorded what became of a contact (AT-1, BK-12).
    public static func outcomeDue(ofContactAt start: CivilMinute) -> CivilMinute { Office.outcomeDue(start) }

    // MARK: People who wait

    /// Whether the booked appointment supports computerised CBT: a treatment contact of somebody who waits (TX-5).
    @inlinable @inline(__always)
    public func isSupport(_ person: Int) -> Bool {
        state.pointee.people.episodes[person].state == .waitingTreatment
            && state.pointee.people.known[person].slotKind == .treatment
    }

    /// Whether a person who starts to wait for treatment now is to be told that it will be longer than the interval of
    /// the calls (KT-2).
    public func isToldOfLongWait(_ person: Int) -> Bool { Calls.isToldOfLongWait(state.pointee, person) }

    /// Whether the person could take a readier intervention: waits for step 3, and was not stepped up (KT-4).
    public func canTakeReadier(_ person: Int) -> Bool { Calls.canTakeReadier(state.pointee, person) }

    /// Whether a person could take something readier than the therapy that was agreed: waits for a first course, and
    /// was not stepped up (PO-4, KT-4).
    public func canTakeReadierMode(_ person: Int) -> Bool { Seats.canTakeReadierMode(state.pointee, person) }

    // MARK: Courses in groups

    /// The next course in which a person could have a seat: of the team, not begun, with a free seat, at a time when
    /// the person can come; nil if there is none, or the person cannot join one (TX-4, PO-4). O(courses).
    public func seatOffer(_ person: Int) -> Int? { Seats.next(state.pointee, person) }

    /// What speaks against a seat for a person in a course; nil if they may take it (TX-4, BK-1). O(1).
    public func seatRefusal(_ person: Int, group number: Int) -> SeatRefusal? {
        Seats.refusal(state.pointee, person, group: number)
    }

    /// The course in which a person has a seat; nil if in none. O(courses · seats).
    public func group(of person: Int) -> Int? { state.pointee.group(of: person) }

    /// Who would lead a course that starts on a day; nil if there are not so many who are free on all its days (TX-4).
    public func leaders(of rule: GroupRule, team: Int, asked: [Int], from day: CivilDay) -> [Int]? {
        GroupRules.leaders(state.pointee, of: rule, team: team, asked: asked, from: day)
    }

    /// Whether the time of the facilitators of a course is theirs on every day that is still to come (BK-1).
    public func holdsTime(_ number: Int) -> Bool { GroupRules.holdsTime(state.pointee, number) }

    /// The part of a day that a session takes, preparation included.
    public func sessionTime(of rule: GroupRule) -> Range<Int> { rule.sessionTime }

    // MARK: Counts

    /// The place of an episode in ``stateCounts``.
    public func stateIndex(_ episode: Episode, _ team: Int) -> Int { state.pointee.people.stateIndex(episode, team) }

    /// People of a team in a state, at either step, stepped up or not. O(1).
    public func people(in episodeState: EpisodeState, team: Int) -> Int {
        state.pointee.people.people(in: episodeState, team: team)
    }

    /// People of a team in a state at a step. O(1).
    public func people(in episodeState: EpisodeState, team: Int, step: Step, steppedUp: Bool) -> Int {
        state.pointee.people.people(in: episodeState, team: team, step: step, steppedUp: steppedUp)
    }

    /// People of a team in any state, those who have left included; ``everyoneByTeam`` says the same, or somebody has
    /// vanished (KP-10).
    public func peopleEver(in team: Int) -> Int { state.pointee.people.peopleEver(in: team) }
}
