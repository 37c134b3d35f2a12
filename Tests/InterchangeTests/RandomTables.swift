import BookingStore
import CareModel
import TestSupport

@testable import Interchange

/// Tables with every kind of value, and texts that need quotes. The people mean nothing.
enum RandomTables {
    static func make(_ generator: inout SplitMix) -> ServiceTables {
        var tables = ServiceTables()
        tables.teams = (0..<UInt8(1 + generator.below(3))).map {
            TeamRow(team: $0, name: "t\($0)", title: text(&generator))
        }
        for index in 0..<Int32(1 + generator.below(4)) {
            var details = ClinicianDetails(
                clinician: index, team: UInt8(generator.below(tables.teams.count)), name: text(&generator) ?? "c",
                role: pick(Role.allCases, &generator), wholeTimePercent: 1 + generator.below(100),
                caseloadCap: generator.below(80), trainedIn: ModalitySet(bits: UInt8(generator.below(256))),
                startedOn: day(&generator))
            details.languages = (0..<generator.below(3)).map { _ in UInt8(1 + generator.below(255)) }
            details.lastDay = generator.below(2) == 0 ? nil : day(&generator)
            tables.clinicians.append(ClinicianRow(details: details))
            let absence = Absence(
                first: details.startedOn, last: details.startedOn + 3,
                reason: AbsenceReason(rawValue: UInt8(1 + generator.below(127))))
            tables.absences.append(AbsenceRow(clinician: index, days: absence))
            addHours(of: index, &tables, &generator)
        }
        addRooms(&tables, &generator)
        renumber(&tables.clinicians)
        for person in 0..<generator.below(12) { add(Int64(person + 1), &tables, &generator) }
        return tables
    }

    /// A morning of the usual week, and other hours from some days on.
    private static func addHours(of clinician: Int32, _ tables: inout ServiceTables, _ generator: inout SplitMix) {
        var first: CivilDay?
        for _ in 0..<generator.below(4) {
            let start = 360 + generator.below(100) * 5
            let minutes = MinutesOfDay(start: start, end: start + 5 * (1 + generator.below(40)))
            let stretch = AvailabilityStretch(
                weekday: pick(Weekday.allCases, &generator), purpose: UInt8(generator.below(3)), minutes: minutes)
            tables.availability.append(
                AvailabilityRow(clinician: clinician, week: .usual, stretch: stretch, inForceFrom: first))
            first = (first ?? day(&generator)) + 1
        }
    }

    private static func addRooms(_ tables: inout ServiceTables, _ generator: inout SplitMix) {
        for number in 0..<Int64(generator.below(3)) {
            let team = UInt8(generator.below(tables.teams.count))
            var room = RoomRow(RoomAdded(room: number + 1, team: team, name: "room \(number)"))
            for _ in 0..<generator.below(3) {
                let first = day(&generator)
                let last = generator.below(2) == 0 ? first + Int32(generator.below(9)) : RoomClosed.forGood
                room.closed.append(DayStretch(first: first, last: last))
            }
            tables.rooms.append(room)
        }
    }

    /// Numbers go by team, and in a team step 2 before step 3.
    private static func renumber(_ clinicians: inout [ClinicianRow]) {
        clinicians.sort {
            ($0.details.team, $0.details.role.step.rawValue) < ($1.details.team, $1.details.role.step.rawValue)
        }
        for index in clinicians.indices { clinicians[index].details.clinician = Int32(index) }
    }

    private static func add(_ number: Int64, _ tables: inout ServiceTables, _ generator: inout SplitMix) {
        var identity = Identity(name: text(&generator) ?? "")
        identity.phone = text(&generator)
        identity.address = text(&generator)
        identity.consents = Consents(rawValue: UInt8(generator.below(256)))
        identity.preferredChannel = pick(MessageChannel.allCases, &generator)
        var referral = Referral(
            received: minute(&generator), source: pick(ReferralSource.allCases, &generator),
            team: UInt8(generator.below(tables.teams.count)))
        referral.ageBand = pick(AgeBand.allCases, &generator)
        referral.channel = pick(ConsultationChannel.allCases, &generator)
        referral.timeOfDay = pick(TimeOfDayPreference.allCases, &generator)
        referral.modality = generator.below(2) == 0 ? nil : pick(Modality.allCases, &generator)
        referral.scores = generator.below(2) == 0 ? nil : scores(&generator)
        referral.matrix.risk = .medium
        referral.perinatal = .no
        referral.deprivationDecile = UInt8(generator.below(11))
        let earlier = number > 1 && generator.below(4) == 0 ? number - 1 : nil
        tables.people.append(PersonRow(person: number, earlier: earlier, identity: identity, referral: referral))
        var episode = StoredEpisode(received: referral.received)
        episode.state = pick(EpisodeState.allCases, &generator)
        episode.priority = pick(PriorityClass.allCases, &generator)
        if episode.state == .closed { episode.endReason = pick(EndReason.allCases, &generator) }
        if episode.state.isOnCaseload { episode.clinician = Int32(generator.below(tables.clinicians.count)) }
        // Everybody who can be without a first appointment: there are none in these tables.
        if episode.state == .firstAppointmentBooked { episode.state = .waitingFirstAppointment }
        episode.waitingSince = episode.received + Int64(generator.below(9000))
        if generator.below(2) == 0 { episode.firstTreatment = episode.received + Int64(generator.below(90000)) }
        var facts = PersonFacts(startScores: scores(&generator), scores: scores(&generator))
        agree(&facts, UInt16(generator.below(65_536)))
        if episode.state == .inTreatment { facts.listedAt = minute(&generator) }
        if facts.supportContactsLeft != nil { episode.firstAppointment = episode.received }
        facts.dueOn = generator.below(2) == 0 ? nil : day(&generator)
        tables.episodes.append(EpisodeRow(person: number, episode: episode, facts: facts))
    }

    /// What is agreed, a bit of a number each.
    static func agree(_ facts: inout PersonFacts, _ bits: UInt16) {
        if bits & 1 != 0 { facts.acceptsShortNotice = true }
        facts.keepingInTouchOptOut = bits & 2 != 0
        facts.supervisorAgrees = bits & 4 != 0
        facts.movedByPerson = bits & 8 != 0
        facts.movedByService = bits & 16 != 0
        facts.toldOfWait = bits & 32 != 0
        facts.rebooksFirst = bits & 64 != 0
        if bits & 128 != 0 { facts.supportContactsLeft = UInt8(bits >> 8) }
    }

    private static func pick<Value>(_ values: [Value], _ generator: inout SplitMix) -> Value {
        values[generator.below(values.count)]
    }

    private static func text(_ generator: inout SplitMix) -> String? {
        let letters = Array("ab, \"\n'éŵ=;")
        let text = String((0..<generator.below(8)).map { _ in letters[generator.below(letters.count)] })
        return text.isEmpty ? nil : text
    }

    private static func day(_ generator: inout SplitMix) -> CivilDay { CivilDay(number: Int32(generator.below(20000))) }

    private static func minute(_ generator: inout SplitMix) -> CivilMinute {
        CivilMinute(day: day(&generator), minuteOfDay: generator.below(1440))
    }

    private static func scores(_ generator: inout SplitMix) -> Scores {
        Scores(depression: UInt8(generator.below(28)), anxiety: UInt8(generator.below(22)))
    }
}
