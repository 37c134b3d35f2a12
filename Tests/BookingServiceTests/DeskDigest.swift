import BookingStore
import CareModel
import Diaries

@testable import Allocation
@testable import BookingService

/// Everything that a desk decides by, as lines that can be compared.
enum DeskDigest {
    /// How the desk in memory differs from the log: from a desk that is read anew, and from the table of keys.
    static func fault(
        in step: BookingService.CommandStep, taken: [[CivilDay: DayGrid]], now: CivilMinute
    ) throws -> String? {
        let anew = try ServiceLoader(reader: step.writer, policy: ServiceFixture.policy, now: now).load()
        let days = (1...Int32(60)).map { now.day + $0 }
        let (kept, read) = (lines(of: step.box, days), lines(of: anew, days))
        for (one, other) in zip(kept, read) where one != other {
            return "the desk in memory has\n  \(one)\nand after a reload\n  \(other)"
        }
        if kept.count != read.count { return "the desk in memory and after a reload are of different lengths" }
        if let fault = laterFault(step.box) { return fault }
        for team in step.box.desk.rules.indices
        where step.box.desk.peopleEver(in: team) != step.box.desk.everyoneByTeam[team] {
            return "the states of team \(team) do not add up"
        }
        for clinician in taken.indices {
            for day in days where step.box.desk.capacity.diary.hasPage(for: day) {
                let booked = step.box.desk.capacity.diary.booked(clinician, on: day)
                if booked != taken[clinician][day] ?? DayGrid() {
                    return "the diary of clinician \(clinician) on \(day) is not what the keys say"
                }
            }
        }
        return nil
    }

    /// Sessions beyond the next one belong to a course that has a next one, and each has its number (BK-2).
    private static func laterFault(_ box: DeskBox) -> String? {
        for session in box.desk.laterSessions {
            let index = Int(session.person)
            let isOrdered = box.desk.people[index].isBooked && box.desk.people[index].slotStart < session.slot.start
            guard isOrdered || box.desk.episodes[index].state == .missedSession else {
                return "person \(index + 1) has a later session at \(session.slot.start), and no next one before it"
            }
            guard box.laterAppointments[LaterKey(person: index, start: session.slot.start)] != nil else {
                return "the later session of person \(index + 1) at \(session.slot.start) has no number"
            }
        }
        let count = box.desk.laterSessions.count
        return box.laterAppointments.count == count ? nil : "\(count) later sessions, other numbers of appointments"
    }

    private static func lines(of box: DeskBox, _ days: [CivilDay]) -> [String] {
        var lines: [String] = []
        for index in box.desk.episodes.indices where box.desk.episodes[index].state.isOpen {
            let person = box.desk.people[index]
            let slot = person.isBooked ? "\(person.slot) \(person.slotKind) \(person.bookedAt)" : "no slot"
            lines.append(
                """
                person \(index + 1): \(StoredEpisode(box.desk.episodes[index])) \(box.facts(index)) \(slot) \
                \(box.appointments[index]) \(String(describing: box.nextAction[index])) \(person.list)
                """)
            if box.facts(index) != box.storedFacts[index] || box.desk.episodes[index] != box.storedEpisodes[index] {
                lines.append("person \(index + 1): what is stored is not what the desk knows")
            }
        }
        let lists = [("first", box.desk.firstLists), ("treatment", box.desk.treatmentLists)]
        for (name, lists) in lists + [("session", box.desk.sessionLists)] {
            for (number, list) in lists.enumerated() {
                lines.append("\(name) list \(number): \((0..<list.count).map { list[$0].person + 1 })")
            }
        }
        for clinician in box.clinicians.indices {
            var known = box.desk.capacity.clinicians[clinician]
            // Who was taken on this week is counted for everybody, but matters to a starter only (CL-8).
            if box.desk.now.day >= known.meteredUntil {
                (known.takenThisWeek, known.meteredWeek) = (0, .init(number: 0))
            }
            let booked = days.filter { box.desk.capacity.diary.hasPage(for: $0) }
                .map { ($0, box.desk.capacity.diary.booked(clinician, on: $0).runs) }.filter { !$0.1.isEmpty }
            let away = box.desk.capacity.absences(clinician, from: days[0])
            let hours = days.map {
                box.desk.capacity.week(clinician, isAssessment: false, on: $0)[$0.weekday, .treatment]
            }
            lines.append("hours \(clinician): \(hours.map(\.count))")
            lines.append(
                """
                clinician \(clinician): \(known) \(box.clinicians[clinician]) \
                \(box.desk.caseloadMembers[clinician].sorted()) \(booked) \(away)
                """)
        }
        let pages = days.filter { box.desk.capacity.diary.hasPage(for: $0) }
        for room in box.desk.capacity.rooms.indices {
            lines.append("room \(room): \(pages.map { box.desk.capacity.free(room: room, on: $0) })")
        }
        for clinician in box.clinicians.indices {
            lines.append("venues \(clinician): \(pages.map { box.desk.capacity.venue(clinician, on: $0) })")
        }
        for session in box.desk.laterSessions {
            let key = LaterKey(person: Int(session.person), start: session.slot.start)
            lines.append("later: \(session) \(box.laterAppointments[key] ?? 0)")
        }
        for (number, group) in box.desk.groups.enumerated() {
            lines.append("course \(number + 1): \(group)")
            if box.storedGroups[number] != group { lines.append("course \(number + 1): not as it is stored") }
        }
        lines.append("next: \(box.nextAppointment) \(box.nextTask) \(box.nextAbsence)")
        for team in box.desk.rules.indices {
            let taken = Step.allCases.map { box.desk.recentWaits.takenOnPerWeek(team: team, step: $0) }
            let seen = box.desk.recentWaits.firstAppointmentsPerWeek(team: team)
            let waits = [0.5, 0.9].map { box.desk.recentWaits.firstWait(centile: $0, team: team) }
            let last = String(describing: box.desk.lastAssessmentWeek[team])
            lines.append("team \(team): \(taken) \(seen) \(waits) \(last)")
        }
        return lines
    }
}
