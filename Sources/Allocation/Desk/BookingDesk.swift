public import CareModel

/// The service as the rules see it: everyone who is there, who waits in which order, who is booked with whom, who holds
/// whom. Every decision about booking is made here, whether people are sampled or real: the simulator and the booking
/// service each own one, tell it what happened, and act on its effects.
///
/// There is one way to change anything: ``hear(_:)-(DeskFact)``, and its twin for changes of who works when. Questions
/// change nothing. What the desk knows lies in components that each own their columns (`DeskState`); what it decides is
/// in small types of rules, by subject.
///
/// The desk knows no clock: its holder sets ``now`` before each call. It knows no chance either: what people do is told
/// to it. The same facts in the same order give the same decisions.
///
/// ```swift
/// desk.now = minute
/// desk.hear(.cancelledByPerson(person, rebooks: true, exception: false))
/// while let effect = desk.nextEffect() { … }
/// ```
public struct BookingDesk: ~Copyable {
    // The state lies elsewhere, so that a question, which borrows the desk, borrows one word: a borrow of a value of
    // its size copies its words. It belongs to this value alone. What a search remembers of full diaries is written
    // even by questions; it changes no answer.
    @usableFromInline let state: UnsafeMutablePointer<DeskState>

    /// A desk of a service with nobody in it yet.
    /// - Parameters:
    ///   - clinicians: sorted by team, then step 2 before step 3.
    ///   - rules: one for each team.
    ///   - calendar: the working days; its range is the range of the diaries.
    ///   - rooms: where people are seen face to face (CL-9).
    ///   - now: the present minute.
    public init(
        clinicians: [Clinician], rules: [BookingRules], standards: Standards, calendar: WorkingCalendar,
        rooms: [Room] = [], now: CivilMinute
    ) {
        state = .allocate(capacity: 1)
        state.initialize(
            to: DeskState(
                clinicians: clinicians, rules: rules, standards: standards, calendar: calendar, rooms: rooms, now: now))
    }

    deinit {
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// The present minute.
    @inlinable public var now: CivilMinute {
        get { state.pointee.now }
        set { state.pointee.now = newValue }
    }

    /// Facts and changes that it was told since it was made: as long as it is the same, so is the desk.
    public var factsHeard: Int { state.pointee.factsHeard }

    /// When that took place which the desk is told, if it is told later (AT-1): clocks count to then. Nil is ``now``.
    @inlinable public var tookPlace: CivilMinute? {
        get { state.pointee.tookPlace }
        set { state.pointee.tookPlace = newValue }
    }

    /// Whether the desk books by itself whatever fits, as the simulator's clerks do; else it waits for somebody to
    /// choose.
    public var booksByItself: Bool {
        get { state.pointee.booksByItself }
        set {
            state.pointee.booksByItself = newValue
            guard !newValue else { return }
            // Nobody comes back for freed time where a clerk books.
            for team in state.pointee.backfillPending.indices { state.pointee.backfillPending[team] = false }
        }
    }

    /// Whether nobody is offered again a time that they gave up. Decisions that are replayed were made before anybody
    /// knew of such times.
    public var heedsTimesGivenUp: Bool {
        get { state.pointee.givenUp.isOn }
        set { state.pointee.givenUp.isOn = newValue }
    }

    /// Whether there is an office: tasks and messages are decided too.
    public var keepsOffice: Bool {
        get { state.pointee.keepsOffice }
        set { state.pointee.keepsOffice = newValue }
    }

    /// Whether everyone who left keeps their number.
    public var keepsEveryone: Bool {
        get { state.pointee.people.keepsEveryone }
        set { state.pointee.people.keepsEveryone = newValue }
    }

    /// Whether every component is what it says it is, itself and beside the others; it stops if one is not. For tests:
    /// O(everything).
    public func checkInvariants() {
        state.pointee.checkInvariants()
        CaseAllocations.checkInvariants(state.pointee)
    }
}
