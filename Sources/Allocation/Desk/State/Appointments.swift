import CareModel
import Diaries

/// What is booked: who is with whom on each day, and the sessions of a course beyond the next one (BK-2).
///
/// The next appointment of each person stands with the person (``DeskPerson/slot``). Those who are booked with one
/// clinician on one day form a chain, so that an absence finds them without looking at everybody. Sessions beyond the
/// next one are few: one list holds them all, by person, then start.
@usableFromInline
struct Appointments: ~Copyable {
    /// The first person of each clinician's day; -1 is nobody.
    private var heads: Column<Int32>
    /// Who comes before and after each person in the chain of the day.
    private var links = Column<DayLink>()
    /// Sessions booked beyond the next one of each course, by person, then start (BK-2).
    @usableFromInline private(set) var later: [LaterSession] = []
    /// Time that is held for an offer, or shown to somebody who is choosing: nobody else is booked in it (BK-3).
    @usableFromInline private(set) var held: [SlotOffer] = []
    private let firstDay: CivilDay
    private let dayCount: Int

    init(clinicians: Int, calendar: WorkingCalendar) {
        heads = Column(repeating: -1, count: clinicians * calendar.dayCount)
        firstDay = calendar.first
        dayCount = calendar.dayCount
    }

    /// Makes room for somebody whose number was never given before.
    mutating func addPerson() { links.append(DayLink()) }

    // MARK: The next appointment

    /// Books a free slot as the next appointment of a person (BK-1).
    mutating func book(
        _ person: Int, _ kind: AppointmentKind, _ slot: SlotOffer, at now: CivilMinute, _ people: inout PeopleRegister,
        _ capacity: inout Capacity
    ) {
        guard capacity.book(slot) else {
            fatalError("a slot was offered that is taken: clinician \(slot.clinician), \(slot.start)")
        }
        enter(person, kind, slot, at: now, &people)
    }

    /// Enters as the next appointment what is in the diary already.
    mutating func enter(
        _ person: Int, _ kind: AppointmentKind, _ slot: SlotOffer, at bookedAt: CivilMinute,
        _ people: inout PeopleRegister
    ) {
        people[person].take(slot, for: kind, bookedAt: bookedAt)
        let index = dayIndex(people[person])
        let next = heads[index]
        links[person] = DayLink(previous: -1, next: next)
        if next >= 0 { links[Int(next)].previous = Int32(person) }
        heads[index] = Int32(person)
    }

    /// The next appointment will not take place: its time is free.
    mutating func cancel(_ person: Int, _ people: inout PeopleRegister, _ capacity: inout Capacity) {
        capacity.release(people[person].slot)
        useUp(person, &people)
    }

    /// The next appointment took place, or was missed too late to be used by anyone else: its time is spent.
    mutating func useUp(_ person: Int, _ people: inout PeopleRegister) {
        let link = links[person]
        if link.previous < 0 {
            heads[dayIndex(people[person])] = link.next
        } else {
            links[Int(link.previous)].next = link.next
        }
        if link.next >= 0 { links[Int(link.next)].previous = link.previous }
        people[person].giveBackSlot()
    }

    @inline(__always)
    private func dayIndex(_ known: DeskPerson) -> Int {
        Int(known.slotClinician) * dayCount + Int(known.slotStart.day - firstDay)
    }

    /// Who is booked with a clinician on a day after a minute, by start, then number (BK-6). O(booked that day).
    /// - Parameter day: a day of the diaries.
    func booked(
        with clinician: Int, on day: CivilDay, after now: CivilMinute, _ people: borrowing PeopleRegister
    ) -> [Int] {
        var booked: [Int] = []
        var person = Int(heads[clinician * dayCount + Int(day - firstDay)])
        while person >= 0 {
            if people[person].slotStart > now { booked.append(person) }
            person = Int(links[person].next)
        }
        var starts: [(start: CivilMinute, person: Int)] = []
        for person in booked { starts.append((people[person].slotStart, person)) }
        starts.sort { ($0.start, $0.person) < ($1.start, $1.person) }
        return starts.map(\.person)
    }

    // MARK: Sessions beyond the next one

    /// The sessions of a person's course that are booked beyond the next one, by start (BK-2). O(log booked).
    func later(of person: Int) -> ArraySlice<LaterSession> {
        let first = laterIndex(person, from: CivilMinute(minutes: .min))
        var end = first
        while end < later.count, later[end].person == person { end += 1 }
        return later[first..<end]
    }

    /// The later session of a person that starts at a minute; nil if none does.
    func later(of person: Int, at start: CivilMinute) -> LaterSession? {
        let index = laterIndex(person, from: start)
        guard index < later.count, later[index].person == person, later[index].slot.start == start else { return nil }
        return later[index]
    }

    /// Books a session of a course beyond the next one.
    mutating func bookLater(
        _ person: Int, _ slot: SlotOffer, at bookedAt: CivilMinute, _ capacity: inout Capacity
    ) {
        guard capacity.book(slot) else {
            fatalError("a later session where time is taken: clinician \(slot.clinician), \(slot.start)")
        }
        var slot = slot
        slot.reasons = []
        let session = LaterSession(person: UInt32(person), slot: slot, bookedAt: bookedAt)
        later.insert(session, at: laterIndex(person, from: slot.start))
    }

    /// A session beyond the next one will not take place: its time is free.
    mutating func cancelLater(_ person: Int, at start: CivilMinute, _ capacity: inout Capacity) {
        guard let session = later(of: person, at: start) else {
            preconditionFailure("no later session of person \(person) at \(start)")
        }
        later.remove(at: laterIndex(person, from: start))
        capacity.release(session.slot)
    }

    /// A session beyond the next one becomes the next one: nothing changes in the diary.
    mutating func takeUp(_ person: Int, _ session: LaterSession, _ people: inout PeopleRegister) {
        later.remove(at: laterIndex(person, from: session.slot.start))
        enter(person, .treatment, session.slot, at: session.bookedAt, &people)
    }

    /// The place of the first later session of a person from a minute on, among all of them.
    private func laterIndex(_ person: Int, from start: CivilMinute) -> Int {
        var (low, high) = (0, later.count)
        while low < high {
            let middle = (low + high) / 2
            let session = later[middle]
            if (Int(session.person), session.slot.start) < (person, start) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: Time that is held

    /// Holds free time (BK-3).
    mutating func hold(_ slot: SlotOffer, _ capacity: inout Capacity) {
        guard capacity.book(slot) else {
            preconditionFailure("time is held that is taken: clinician \(slot.clinician), \(slot.start)")
        }
        held.append(slot)
    }

    /// Gives held time back.
    mutating func endHold(_ slot: SlotOffer, _ capacity: inout Capacity) {
        guard let place = holdIndex(slot) else {
            preconditionFailure("no hold of clinician \(slot.clinician) at \(slot.start)")
        }
        held.remove(at: place)
        capacity.release(slot)
    }

    /// Whether just this time is held.
    func isHeld(_ slot: SlotOffer) -> Bool { holdIndex(slot) != nil }

    private func holdIndex(_ slot: SlotOffer) -> Int? {
        held.firstIndex {
            $0.clinician == slot.clinician && $0.start == slot.start && $0.minutes == slot.minutes
                && $0.room == slot.room
        }
    }

    // MARK: Invariants

    /// The chain of each day holds who is booked there, later sessions are in order, and what is booked is in the
    /// diaries, each quantum for one of them.
    func checkInvariants(_ people: borrowing PeopleRegister, _ capacity: borrowing Capacity) {
        var chained = 0
        var taken: [Int: DayGrid] = [:]  // lookup only
        func take(_ slot: SlotOffer, _ who: String) {
            let index = Int(slot.clinician) * dayCount + Int(slot.start.day - firstDay)
            let grid = DayGrid(slot.quanta)
            precondition((taken[index, default: DayGrid()] & grid).isEmpty, "\(who) at a time that somebody else has")
            taken[index, default: DayGrid()] = taken[index, default: DayGrid()] | grid
            let booked = capacity.diary.booked(Int(slot.clinician), on: slot.start.day)
            precondition(booked & grid == grid, "\(who) at a time that is free in the diary")
        }
        for index in heads.indices {
            var (previous, person) = (Int32(-1), heads[index])
            while person >= 0 {
                precondition(links[Int(person)].previous == previous, "a broken chain of a day")
                let known = people[Int(person)]
                precondition(
                    known.isBooked && dayIndex(known) == index, "person \(person) is in the chain of another day")
                take(known.slot, "person \(person) is booked")
                chained += 1
                (previous, person) = (person, links[Int(person)].next)
            }
        }
        var booked = 0
        for person in people.episodes.indices where people[person].isBooked { booked += 1 }
        precondition(booked == chained, "\(booked) people are booked, chains hold \(chained)")
        for (place, session) in later.enumerated() {
            if place > 0 {
                let before = later[place - 1]
                precondition(
                    (before.person, before.slot.start) < (session.person, session.slot.start),
                    "later sessions out of order")
            }
            let known = people[Int(session.person)]
            precondition(!known.isBooked || known.slotStart < session.slot.start, "a later session before the next one")
            take(session.slot, "a later session of person \(session.person) is booked")
        }
        for slot in held { take(slot, "time is held") }
    }
}

/// The people booked with the same clinician on the same day, before and after one of them; -1 is nobody.
struct DayLink: BitwiseCopyable, Sendable {
    var previous: Int32 = -1
    var next: Int32 = -1
}
