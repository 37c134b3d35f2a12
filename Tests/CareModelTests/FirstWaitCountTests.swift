import CareModel
import Testing

/// First waits that are read off where somebody stands since: who waits when, and when a promise passed.
@Suite struct FirstWaitCountTests {
    private let standards = Standards()
    private let received = CivilDay(number: 9_000)

    private func person(
        seen: Int32? = nil, left: Int32? = nil, state: EpisodeState = .waitingFirstAppointment
    ) -> Person {
        let start = CivilMinute(day: received, minuteOfDay: 600)
        var stored = StoredEpisode(received: start)
        stored.state = left == nil ? (seen == nil ? state : .waitingTreatment) : .closed
        stored.stateSince = CivilMinute(day: received + (left ?? seen ?? 0), minuteOfDay: 660)
        if let seen { stored.firstAppointment = CivilMinute(day: received + seen, minuteOfDay: 660) }
        var person = Person(key: 1, referral: Referral(received: start, source: .selfWeb, team: 0))
        person.episode = Episode(stored)
        return person
    }

    private func holds(_ count: FirstWaitCount, _ person: Person, _ days: ClosedRange<Int32>) -> Bool {
        count.holds(person, standards, in: received + days.lowerBound...received + days.upperBound)
    }

    @Test func whoWaitsIsWhoHasComeAndIsNeitherSeenNorGone() {
        #expect(!holds(.waiting, person(), -7...(-1)) && holds(.waiting, person(), -6...0))
        #expect(holds(.waiting, person(), 300...306))
        #expect(holds(.waiting, person(seen: 10), 0...9) && !holds(.waiting, person(seen: 10), 0...10))
        #expect(holds(.waiting, person(left: 10), 0...9) && !holds(.waiting, person(left: 10), 0...10))
        // Of somebody who is in treatment and came without the day of a first appointment nothing is known.
        #expect(!holds(.waiting, person(state: .inTreatment), 0...6))
    }

    /// The day after the last of a promise counts, once, for whoever waits on it still.
    @Test func aPromisePassesOnTheDayAfterItsLast() {
        let last = Int32(standards.firstAppointmentDays)
        let weeks = [last - 6...last, last + 1...last + 7, last + 8...last + 14]
        #expect(weeks.map { holds(.passed, person(), $0) } == [false, true, false])
        #expect(!holds(.passed, person(seen: last), weeks[1]) && holds(.passed, person(seen: last + 1), weeks[1]))
        #expect(!holds(.passed, person(left: last), weeks[1]) && holds(.passed, person(left: last + 1), weeks[1]))
        let national = Int32(standards.nationalSecondDays) + 1
        #expect(holds(.passedNationalSecond, person(), national...national))
        #expect(!holds(.passedNationalFirst, person(), national...national))
    }

    @Test func eachHasItsMeasureAndNoOtherMeasureIsOne() {
        let names = FirstWaitCount.allCases.compactMap { $0.measure?.name(standards) }
        #expect(names.count == FirstWaitCount.allCases.count && Set(names).count == names.count)
        let found = Measure.all(standards).filter { FirstWaitCount.of($0) != nil }
        #expect(Set(found.map { $0.name(standards) }) == Set(names))
        #expect(found.allSatisfy { $0.isSharedInFives && $0.isWeekly })
    }
}
