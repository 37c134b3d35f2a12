import BookingStore
import CareModel
import TestSupport

@testable import Interchange

/// Tables as a careless extract has them: any state with anything else, minutes in any order, appointments of anybody.
enum WildTables {
    static func make(_ generator: inout SplitMix) -> ServiceTables {
        var tables = Trial.nobody
        let count = 3 + generator.below(20)
        for number in 1...Int64(count) {
            var referral = Referral(
                received: minute(&generator), source: pick(ReferralSource.allCases, &generator),
                team: UInt8(generator.below(2)))
            referral.modality = generator.below(3) == 0 ? pick(Modality.allCases, &generator) : nil
            referral.timeOfDay = pick(TimeOfDayPreference.allCases, &generator)
            referral.ageBand = pick(AgeBand.allCases, &generator)
            tables.people.append(PersonRow(person: number, identity: Identity(name: "W \(number)"), referral: referral))
            tables.episodes.append(place(number, referral.received, &generator))
        }
        for number in 1...Int64(1 + generator.below(30)) {
            let person = generator.below(8) == 0 ? nil : Int64(1 + generator.below(count))
            tables.appointments.append(appointment(number, of: person, tables, &generator))
        }
        return tables
    }

    private static func place(_ number: Int64, _ received: CivilMinute, _ generator: inout SplitMix) -> EpisodeRow {
        var episode = StoredEpisode(received: received)
        episode.state = pick(EpisodeState.allCases, &generator)
        episode.step = pick(Step.allCases, &generator)
        episode.priority = pick(PriorityClass.allCases, &generator)
        episode.modality = pick(Modality.allCases, &generator)
        let reason = pick(EndReason.allCases, &generator)
        episode.endReason = episode.state == .closed ? reason : nil
        episode.wasSteppedUp = generator.below(3) == 0
        episode.missedCount = UInt8(generator.below(256))
        episode.contactsAtStep = UInt8(generator.below(256))
        episode.lowContacts = generator.below(2) == 0 ? 0 : UInt8(generator.below(256))
        episode.highContacts = generator.below(2) == 0 ? 0 : UInt8(generator.below(256))
        let holds = episode.state.isOnCaseload != (generator.below(12) == 0)
        episode.clinician = holds ? Int32(generator.below(4)) : nil
        func later() -> CivilMinute? {
            generator.below(5) == 0 ? nil : received + Int64(generator.below(100_000)) - 2000
        }
        episode.stateSince = generator.below(9) == 0 ? received : min(later() ?? received, Clinic.now)
        episode.waitingSince = later()
        episode.firstAppointment = later()
        episode.firstTreatment = later()
        episode.secondTreatment = later()
        episode.lastTreatment = later()
        var facts = PersonFacts(startScores: scores(&generator), scores: scores(&generator))
        facts.sessionsAtStep = UInt8(generator.below(256))
        facts.plannedSessions = UInt8(1 + generator.below(255))
        facts.contactAttempts = UInt8(generator.below(256))
        facts.appointmentCount = UInt16(generator.below(65_536))
        if generator.below(3) == 0 { facts.contactAttempts = .max }
        if generator.below(3) == 0 { facts.appointmentCount = .max }
        facts.screeningTask = pick(ScreeningTask.allCases, &generator)
        if generator.below(2) == 0 { facts.nextActionDue = minute(&generator) + Int64(generator.below(200_000)) }
        if generator.below(3) == 0 { facts.reachedAt = minute(&generator) }
        if generator.below(3) == 0 { facts.lastKeptInTouch = minute(&generator).day }
        if generator.below(3) == 0 { facts.notBefore = minute(&generator).day + Int32(generator.below(300)) }
        if generator.below(4) == 0 { facts.listedAt = minute(&generator) }
        if generator.below(3) == 0 { facts.assessor = Int32(generator.below(4)) }
        RandomTables.agree(&facts, UInt16(generator.below(65_536)))
        return EpisodeRow(person: number, episode: episode, facts: facts)
    }

    private static func appointment(
        _ number: Int64, of person: Int64?, _ tables: ServiceTables, _ generator: inout SplitMix
    ) -> AppointmentRow {
        // Half of the appointments are what the state asks for.
        let place = tables.episodes.first { $0.person == person }
        var kind = pick(AppointmentKind.allCases, &generator)
        if generator.below(2) == 0, let state = place?.episode.state {
            kind = state.isOnCaseload ? .treatment : state == .waitingTreatment ? .keepingInTouch : .firstAppointment
        }
        let start = CivilMinute(
            day: Clinic.monday + Int32(generator.below(60)) - 20, minuteOfDay: 7 * 60 + 30 * generator.below(24))
        let placement = Placement(
            person: person, clinician: Int32(generator.below(4)), kind: kind, start: start,
            minutes: 5 + 5 * generator.below(20))
        var record = AppointmentRecord(
            booking: Booking(appointment: number, placement: placement), bookedAt: Clinic.at(-40, 9), status: .standing)
        switch generator.below(4) {
        case 0 where start <= Clinic.now: record.attendance = pick([.attendedOnTime, .didNotAttend], &generator)
        case 1: (record.status, record.attendance) = (.cancelled, .cancelledByPatient)
        case 2 where number > 1: record.booking.replaces = Int64(1 + generator.below(Int(number) - 1))
        default: break
        }
        return AppointmentRow(record: record)
    }

    private static func pick<Value>(_ values: [Value], _ generator: inout SplitMix) -> Value {
        values[generator.below(values.count)]
    }

    private static func minute(_ generator: inout SplitMix) -> CivilMinute {
        let days = generator.below(10) == 0 ? 40_000 : 300
        return Clinic.now - Int64(generator.below(days * 1440))
    }

    private static func scores(_ generator: inout SplitMix) -> Scores {
        Scores(depression: UInt8(generator.below(28)), anxiety: UInt8(generator.below(22)))
    }
}
