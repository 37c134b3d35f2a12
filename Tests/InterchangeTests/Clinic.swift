import Allocation
import BookingService
import BookingStore
import CareModel
import Foundation
import TestSupport

@testable import Interchange

/// A small service around the change to summer time of 28 March 2027. All people are invented.
enum Clinic {
    /// Monday 22 March 2027; the clocks go forward on the Sunday after.
    static let monday = CivilDay(year: 2027, month: 3, day: 22) ?? CivilDay(number: 0)
    /// Tuesday 23 March 2027, 12:00.
    static let now = at(1, 12)
    static let scenario = ServiceInitialised(
        name: "test", fingerprint: "00", scenario: "name: test\n", firstDay: monday)

    static func at(_ day: Int32, _ hour: Int, _ minute: Int = 0) -> CivilMinute {
        CivilMinute(day: monday + day, minuteOfDay: hour * 60 + minute)
    }

    static func tables() -> ServiceTables {
        var tables = ServiceTables()
        tables.teams = [TeamRow(team: 0, name: "north"), TeamRow(team: 1, name: "south, \"the other\"")]
        for index in 0..<Int32(2) {
            var details = ClinicianDetails(
                clinician: index, team: UInt8(index), name: "Clinician \(index)", role: .highIntensityTherapist,
                wholeTimePercent: 80, caseloadCap: 40,
                trainedIn: ModalitySet([.cognitiveBehaviouralTherapy, .counselling]), startedOn: monday - 400)
            details.languages = [2, 7]
            tables.clinicians.append(ClinicianRow(details: details))
            for weekday in Weekday.allCases.prefix(5) {
                for (purpose, hours) in [(0, 9 * 60..<11 * 60), (1, 11 * 60..<15 * 60)] {
                    let minutes = MinutesOfDay(start: hours.lowerBound, end: hours.upperBound)
                    let stretch = AvailabilityStretch(weekday: weekday, purpose: UInt8(purpose), minutes: minutes)
                    tables.availability.append(AvailabilityRow(clinician: index, week: .usual, stretch: stretch))
                }
            }
        }
        let leave = Absence(first: monday + 8, last: monday + 9, reason: .leave)
        tables.absences = [AbsenceRow(clinician: 1, days: leave)]
        for number in 1...6 { add(Int64(number), &tables) }
        tables.appointments = appointments.map { AppointmentRow(record: $0) }
        return tables
    }

    private static func add(_ number: Int64, _ tables: inout ServiceTables) {
        var identity = Identity(name: "Person \(number), the \"invented\"\nSecond line")
        identity.nhsNumber = number == 1 ? "9434765919" : nil
        identity.dateOfBirth = CivilDay(year: 1980, month: 2, day: 29)
        identity.consents = [.email, .practitionerLetter]
        var referral = Referral(received: at(-40, 10), source: .selfWeb, team: 0)
        referral.scores = Scores(depression: 15, anxiety: 12)
        referral.sex = number % 2 == 0 ? .male : .female
        referral.interpreter = .yes
        tables.people.append(PersonRow(person: number, identity: identity, referral: referral))
        var episode = StoredEpisode(received: referral.received)
        episode.state = number == 6 ? .closed : .inTreatment
        episode.endReason = number == 6 ? .completed : nil
        episode.step = .high
        episode.modality = .cognitiveBehaviouralTherapy
        episode.clinician = number == 6 ? nil : 0
        episode.stateSince = at(0, 10)
        episode.waitingSince = at(-20, 10)
        episode.firstTreatment = at(-7, 10)
        var facts = PersonFacts(
            startScores: Scores(depression: 15, anxiety: 12), scores: Scores(depression: 9, anxiety: 6))
        facts.acceptsShortNotice = true
        facts.plannedSessions = 12
        // Two have a next session, the others wait for one.
        if number > 2, number < 6 { facts.listedAt = at(0, 10) }
        tables.episodes.append(EpisodeRow(person: number, episode: episode, facts: facts))
    }

    /// One of each status.
    private static var appointments: [AppointmentRecord] {
        func record(
            _ number: Int64, _ day: Int32, _ hour: Int, _ status: AppointmentStatus, _ attendance: Attendance?
        ) -> AppointmentRecord {
            let placement = Placement(
                person: (number - 1) % 6 + 1, clinician: 0, kind: number == 1 ? .firstAppointment : .treatment,
                start: at(day, hour), minutes: 60)
            var record = AppointmentRecord(
                booking: Booking(appointment: number, placement: placement, channel: .video), bookedAt: at(-3, 9),
                status: status, attendance: attendance)
            if status != .standing {
                record.cancelledAt = at(-1, 9)
                record.why = "asked, by telephone"
            }
            if status == .cancelled { record.noticeMinutes = 1440 }
            return record
        }
        var seen = record(1, 0, 9, .standing, .attendedOnTime)
        seen.scores = Scores(depression: 10, anxiety: 7)
        return [
            seen, record(2, 0, 11, .standing, .didNotAttend), record(3, 0, 12, .standing, .arrivedTooLate),
            record(4, 0, 13, .cancelled, .cancelledByPatient), record(5, 0, 14, .undone, nil),
            record(6, 1, 9, .cancelled, .cancelledByProvider), record(7, 4, 9, .standing, nil),
            record(8, 7, 9, .standing, nil),
        ]
    }

    static var policy: ServicePolicy {
        ServicePolicy(
            rules: [BookingRules(), BookingRules()], releaseDays: [0, 0], standards: Standards(), closedDays: [])
    }

    /// A store that was founded on tables.
    static func store(_ tables: ServiceTables, in folder: Folder, _ name: String = "a.db") throws -> BookingStore {
        let store = try BookingStore.create(at: folder.file(name))
        let service = BookingService(store, policy: policy)
        try service.found(tables.foundation(scenario: scenario, now: now), in: BookingService.Context(now: now))
        return store
    }
}
