import CareModel
import Diaries

@testable import Allocation

/// One thing that happens, some minutes after the one before.
struct TimedStep: CustomStringConvertible {
    let minutes: Int64
    let fact: DeskFact

    var description: String { "after \(minutes) minutes: \(fact)" }
}

/// The desk and the naive one, which are told the same.
struct DeskTwin: ~Copyable {
    var desk: BookingDesk
    var naive: NaiveDesk

    /// 23 November 2026, a Monday, at nine.
    static let start = CivilMinute(day: CivilDay(number: 9_823), minuteOfDay: 9 * 60)
    static let dayCount = 70
    static let clinicianCount = 4

    /// One team of two at each step, at work from nine to five, with caseloads of five and one course in a group.
    init() {
        var clinicians: [Clinician] = []
        for role in [
            Role.wellbeingPractitioner, .wellbeingPractitioner, .highIntensityTherapist, .highIntensityTherapist,
        ] {
            clinicians.append(
                Clinician(
                    team: 0, role: role,
                    trainedIn: ModalitySet(Modality.allCases.filter { $0.step == role.step }), seesUnder18: true,
                    caseloadCap: 5))
        }
        let calendar = WorkingCalendar(first: DeskTwin.start.day, dayCount: DeskTwin.dayCount, closedDays: [])
        desk = BookingDesk(
            clinicians: clinicians, rules: [BookingRules()], standards: Standards(), calendar: calendar,
            now: DeskTwin.start)
        desk.keepsEveryone = true
        desk.booksByItself = false
        var week = WeekTemplate()
        for weekday in Weekday.allCases where !weekday.isWeekend {
            week[weekday, .treatment] = DayGrid(Quanta.within(MinutesOfDay(start: 9 * 60, end: 17 * 60)))
        }
        for clinician in clinicians.indices { desk.hear(.weeks(clinician: clinician, usual: week, assessment: week)) }
        var course = GroupFacts(team: 0, rule: GroupRule(), plannedFor: DeskTwin.start.day + 60)
        course.days = [DeskTwin.start.day + 60, DeskTwin.start.day + 67]
        desk.restoreGroup(course, members: [])
        naive = NaiveDesk(now: DeskTwin.start)
    }

    /// Whether the desk says that a step can happen now, with nothing whose outcome comes first.
    func isPossible(_ fact: DeskFact) -> Bool { desk.isPossible(fact) && desk.begun(givenUpBy: fact) == nil }

    /// Tells both.
    /// - Returns: false, and nobody was told, if it cannot happen.
    mutating func tell(_ step: TimedStep) -> Bool {
        desk.now = desk.now + step.minutes
        naive.now = desk.now
        guard isPossible(step.fact) else { return false }
        desk.hear(step.fact)
        while desk.nextEffect() != nil {}
        naive.hear(step.fact)
        return true
    }

    /// How the two differ; nil if they do not.
    func difference() -> String? {
        guard desk.episodes.count == naive.people.count else { return "there are other people" }
        return differenceOfPeople() ?? differenceOfLists() ?? differenceOfTime() ?? differenceOfDays()
    }

    private func differenceOfPeople() -> String? {
        for person in naive.people.indices {
            let (known, own) = (naive.people[person], desk.people[person])
            let episode = desk.episodes[person]
            if episode.state != known.state { return "person \(person): \(episode.state), not \(known.state)" }
            if Int(episode.clinician) != known.holder { return "person \(person): held by \(episode.clinician)" }
            if known.state.isOpen, Int(episode.missedCount) != known.misses {
                return "person \(person): \(episode.missedCount) misses, not \(known.misses)"
            }
            if own.isBooked != (known.booked != nil) { return "person \(person): booked \(own.isBooked)" }
            if let booked = known.booked,
                own.slot.start != booked.slot.start
                    || own.slot.clinician != booked.slot.clinician || own.slotKind != booked.kind
            {
                return "person \(person): booked at \(own.slot.start), not \(booked.slot.start)"
            }
            let later = desk.laterSessions(of: person).map(\.slot.start)
            if later != known.later.map(\.start) { return "person \(person): later \(later)" }
            if own.flags.contains(.inGroup) != known.hasSeat { return "person \(person): a seat \(!known.hasSeat)" }
        }
        return nil
    }

    private func differenceOfLists() -> String? {
        for index in 0..<2 {
            let first = people(on: desk.firstLists[index])
            if first != naive.list(.first, of: index) { return "list \(index) for first appointments: \(first)" }
            let treatment = people(on: desk.treatmentLists[index])
            if treatment != naive.list(.treatment, of: index) { return "list \(index) for treatment: \(treatment)" }
        }
        for clinician in 0..<DeskTwin.clinicianCount {
            let session = people(on: desk.sessionLists[clinician])
            if session != naive.list(.session, of: clinician) { return "sessions with \(clinician): \(session)" }
            let held = desk.caseloadMembers[clinician].map { Int($0) }.sorted()
            if held != naive.caseload(clinician) { return "caseload of \(clinician): \(held)" }
            if Int(desk.capacity.clinicians[clinician].caseload) != held.count { return "count of \(clinician)" }
        }
        return nil
    }

    private func people(on list: WaitingList) -> [Int] { (0..<list.count).map { Int(list[$0].person) } }

    /// Whom an absence would find: those who are booked with each clinician on each day, by start (BK-6).
    private func differenceOfDays() -> String? {
        var expected = [[(start: CivilMinute, person: Int)]](
            repeating: [], count: DeskTwin.clinicianCount * DeskTwin.dayCount)
        for person in naive.people.indices {
            guard let slot = naive.people[person].booked?.slot else { continue }
            let day = Int(slot.start.day - DeskTwin.start.day)
            expected[Int(slot.clinician) * DeskTwin.dayCount + day].append((slot.start, person))
        }
        for index in expected.indices {
            let (clinician, day) = (index / DeskTwin.dayCount, DeskTwin.start.day + Int32(index % DeskTwin.dayCount))
            let found = desk.state.pointee.appointments.booked(
                with: clinician, on: day, after: CivilMinute(minutes: .min), desk.state.pointee.people)
            let people = expected[index].sorted { ($0.start, $0.person) < ($1.start, $1.person) }.map(\.person)
            if found != people { return "with clinician \(clinician) on \(day): \(found), not \(people)" }
        }
        return nil
    }

    private func differenceOfTime() -> String? {
        for clinician in 0..<DeskTwin.clinicianCount {
            for day in (0..<Int32(DeskTwin.dayCount)).map({ DeskTwin.start.day + $0 }) {
                let booked = desk.capacity.diary.booked(clinician, on: day)
                if booked.isEmpty, !naive.taken.contains(where: { $0.start.day == day }) { continue }
                let taken = naive.taken(clinician, on: day)
                for quantum in 0..<192 where booked.contains(quantum) != taken[quantum] {
                    return "clinician \(clinician) on \(day): minute \(360 + quantum * 5) free \(taken[quantum])"
                }
            }
        }
        return nil
    }
}
