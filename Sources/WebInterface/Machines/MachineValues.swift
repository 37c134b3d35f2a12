import Allocation
import BookingService
import BookingStore
import CareModel

/// An appointment, as machines are told.
struct ToldAppointment: Codable {
    var appointment: Int64
    var person: Int64?
    var clinician: Int32
    var kind: AppointmentKind
    var start: CivilMinute
    var minutes: Int
    var channel: ConsultationChannel
    var room: Int64?
    var status: AppointmentStatus
    var attendance: Attendance?
    var scores: Scores?
    var bookedAt: CivilMinute
    var cancelledAt: CivilMinute?
    var why: String?
    var replaces: Int64?

    init(_ record: AppointmentRecord) {
        let placement = record.placement
        (appointment, person, clinician) = (record.appointment, placement.person, placement.clinician)
        (kind, start, minutes) = (placement.kind, placement.start, placement.minutes)
        (channel, room, status) = (record.booking.channel, placement.room, record.status)
        (attendance, scores, bookedAt) = (record.attendance, record.scores, record.bookedAt)
        (cancelledAt, why, replaces) = (record.cancelledAt, record.why, record.booking.replaces)
    }
}

/// A person, as machines are told.
struct ToldPerson: Codable {
    var person: Int64
    var identity: Identity
    var team: Int64
    var state: EpisodeState
    var step: Step
    var priority: PriorityClass
    var received: CivilMinute
    var appointments: [ToldAppointment]
    var earlier: [EarlierEpisode]

    init(_ record: WholeRecord) {
        let known = record.person
        (person, identity, team) = (Int64(known.key), record.identity, Int64(known.referral.team))
        (state, step, priority) = (known.episode.state, known.episode.step, known.episode.priority)
        received = known.referral.received
        appointments = record.appointments.map(ToldAppointment.init)
        earlier = record.before
    }
}

/// Who works here, as machines are told.
struct ToldClinician: Codable {
    var clinician: Int32
    var team: Int64
    var name: String
    var role: Role
    var wholeTimePercent: Int
    var caseloadCap: Int
    var trainedIn: ModalitySet
    var lastDay: CivilDay?
    var absences: [ToldAbsence]

    init(_ known: ClinicianAtDesk) {
        let details = known.details
        (clinician, team, name, role) = (details.clinician, Int64(details.team), details.name, details.role)
        (wholeTimePercent, caseloadCap) = (details.wholeTimePercent, details.caseloadCap)
        (trainedIn, lastDay) = (details.trainedIn, details.lastDay)
        absences = known.absences.map { ToldAbsence(first: $0.first, last: $0.last, reason: $0.reason) }
    }
}

/// Days on which somebody is away.
struct ToldAbsence: Codable {
    var first: CivilDay
    var last: CivilDay
    var reason: AbsenceReason
}

/// A room, as machines are told.
struct ToldRoom: Codable {
    var room: Int64
    var team: Int64
    var venue: Int64
    var isAccessible: Bool
}

/// A team, as machines are told.
struct ToldTeam: Codable {
    var team: Int64
    var name: String
}

/// The days of a clinician.
struct ToldDiary: Codable {
    var clinician: Int32
    var name: String
    var days: [DiaryDay]
}

/// A measure of a period.
struct CountedMeasure: Codable {
    var measure: String
    var unit: String
    var team: String?
    var step: Step?
    var characteristic: String?
    var group: String?
    var value: Double
    var people: Int

    init(_ row: MeasuredPeople) {
        (measure, unit, team, step) = (row.measure, row.unit.rawValue, row.team, row.step)
        (value, people) = (row.value, row.people)
        characteristic = row.group.map { "\($0.characteristic.name)" }
        group = row.group.map { "\($0.name)" }
    }
}

/// Measures of a period.
struct ToldMeasures: Codable {
    var from: CivilDay
    var through: CivilDay
    var measures: [CountedMeasure]
}

/// People who were found, and how many there are in all.
struct ToldFinds: Codable {
    var items: [FoundPerson]
    var count: Int
}

/// What anybody may know, team by team.
struct ToldWaits: Codable {
    var items: [PublicMeasures]
}

/// Assessment weeks.
struct ToldWeeks: Codable {
    var items: [AssessmentWeekEntry]
}

/// A look at a record.
struct ToldLook: Codable {
    var at: CivilMinute
    var person: Int64
    var user: Int64
    var userName: String?
    var origin: String
    var what: String
    var isRefused: Bool
    var reason: String?

    init(_ look: AuditedLook) {
        (at, person, user, userName) = (look.at, look.person, look.user, look.userName)
        (origin, what, isRefused, reason) = (look.origin, look.what, look.isRefused, look.reason)
    }
}
