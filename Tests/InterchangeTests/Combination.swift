import BookingService
import BookingStore
import CareModel

@testable import Interchange

/// A person in a state with or without an appointment, a clinician, and a minute since which they wait for treatment.
struct Combination: CustomStringConvertible {
    /// An appointment as it stands.
    struct Appointment {
        var kind: AppointmentKind
        var status: AppointmentStatus
        var attendance: Attendance?
        var isPast: Bool
        var isSeat = false
        var isOpen: Bool { status == .standing && attendance == nil }
    }

    var state: EpisodeState
    var appointment: Appointment?
    var hasSince: Bool
    var hasClinician: Bool

    var description: String {
        let booked = appointment.map {
            "\($0.kind.name) \($0.status) \($0.attendance.map(String.init(describing:)) ?? "-") "
                + ($0.isPast ? "past" : "to come") + ($0.isSeat ? " seat" : "")
        }
        return "\(state.name), \(booked ?? "no appointment"), since \(hasSince), clinician \(hasClinician)"
    }

    /// Every state with every kind and status of an appointment, with and without the rest.
    static var all: [Combination] {
        var appointments: [Appointment?] = [nil]
        for kind in AppointmentKind.allCases {
            appointments += [
                Appointment(kind: kind, status: .standing, isPast: false),
                Appointment(kind: kind, status: .standing, isPast: true),
                Appointment(kind: kind, status: .standing, attendance: .attendedOnTime, isPast: true),
                Appointment(kind: kind, status: .standing, attendance: .didNotAttend, isPast: true),
                Appointment(kind: kind, status: .cancelled, attendance: .cancelledByPatient, isPast: false),
                Appointment(kind: kind, status: .undone, isPast: false),
            ]
        }
        appointments.append(Appointment(kind: .treatment, status: .standing, isPast: false, isSeat: true))
        var all: [Combination] = []
        for state in EpisodeState.allCases {
            for appointment in appointments {
                for (hasSince, hasClinician) in [(true, true), (true, false), (false, true), (false, false)] {
                    all.append(
                        Combination(
                            state: state, appointment: appointment, hasSince: hasSince, hasClinician: hasClinician))
                }
            }
        }
        return all
    }

    /// Tables with a person for each combination, each appointment at a time of its own.
    static func tables(_ combinations: [Combination]) -> ServiceTables {
        var tables = Trial.nobody
        for (index, combination) in combinations.enumerated() {
            let number = Int64(index + 1)
            let referral = Referral(received: Clinic.at(-80, 10), source: .selfWeb, team: 0)
            tables.people.append(PersonRow(person: number, identity: Identity(name: "P \(number)"), referral: referral))
            var episode = StoredEpisode(received: referral.received)
            episode.state = combination.state
            episode.endReason = combination.state == .closed ? .completed : nil
            episode.step = .high
            episode.modality = .cognitiveBehaviouralTherapy
            episode.clinician = combination.hasClinician ? 0 : nil
            episode.stateSince = Clinic.at(-20, 10)
            if combination.hasSince { episode.waitingSince = Clinic.at(-30, 10) }
            tables.episodes.append(EpisodeRow(person: number, episode: episode, facts: PersonFacts()))
            guard let appointment = combination.appointment else { continue }
            tables.appointments.append(row(appointment, of: number, slot: index, in: &tables))
        }
        return tables
    }

    private static func row(
        _ appointment: Appointment, of person: Int64, slot: Int, in tables: inout ServiceTables
    ) -> AppointmentRow {
        // Nine hours a day from seven in the morning, on days of which no two have the same.
        let (day, hour) = (Int32(slot / 9), 7 + slot % 9)
        let start = Clinic.at(appointment.isPast ? -2 - day : 2 + day, hour)
        var placement = Placement(person: person, clinician: 0, kind: appointment.kind, start: start, minutes: 45)
        var number = Int64(tables.appointments.count + 1)
        if appointment.isSeat {
            let session = Placement(person: nil, clinician: 0, kind: .treatment, start: start, minutes: 45)
            let booking = Booking(appointment: number, placement: session)
            tables.appointments.append(
                AppointmentRow(
                    record: AppointmentRecord(booking: booking, bookedAt: Clinic.at(-60, 9), status: .standing)))
            placement.seat = GroupSeat(session: number, number: 0)
            number += 1
        }
        var record = AppointmentRecord(
            booking: Booking(appointment: number, placement: placement), bookedAt: Clinic.at(-60, 9),
            status: appointment.status, attendance: appointment.attendance)
        if appointment.status == .cancelled { record.cancelledAt = Clinic.at(-3, 9) }
        return AppointmentRow(record: record)
    }

    /// What is wrong with tables.
    static func faults(of tables: ServiceTables) -> [FileFault] {
        do {
            _ = try read(tables)
            return []
        } catch {
            guard case .faults(let faults) = error else { return [] }
            return faults
        }
    }

    /// Tables written and read again, in memory.
    static func read(_ tables: ServiceTables, acceptValid: Bool = false) throws(InterchangeError) -> ReadTables {
        let names = tables.teamNames
        func file<Row>(_ rows: [Row]) -> TableFile<Row> {
            TableFile(path: Row.fileName, bytes: Array(TableFile.text(rows, names).utf8), teams: names)
        }
        var teams = file(tables.teams)
        _ = teams.number(from: TeamNames([]))
        return try ServiceTables.checked(
            TableFiles(
                teams: teams, clinicians: file(tables.clinicians),
                availability: file(tables.availability), absences: file(tables.absences), people: file(tables.people),
                episodes: file(tables.episodes), appointments: file(tables.appointments), rooms: file(tables.rooms)),
            acceptValid: acceptValid, now: Clinic.now)
    }
}
