import BookingStore
import CareModel

/// Puts the people of a waiting list into their places, and remembers what was assumed of them.
struct ListPlaces {
    let now: CivilMinute
    /// Whether the list has a column of what people wait for.
    let hasState: Bool
    let clinicians: [ClinicianDetails]
    /// Whether people are counted only: whoever is in treatment is so, whoever holds them.
    let isCounted: Bool
    /// What was made of the list so far.
    private(set) var tables = ServiceTables()
    private var closed = 0
    private var counts: [String: Int] = [:]  // lookup only
    private var unknown: [ListPerson.Unknown] = []

    /// Minutes of an appointment of which a list says no length.
    static let minutes = 50
    /// Days after the referral from which a wait is one for treatment, if nothing else is said.
    static let daysToAssessment: Int32 = 7
    /// About the average of people who enter treatment in England: PHQ-9 and GAD-7.
    static let usualScores = Scores(depression: 14, anxiety: 13)

    init(now: CivilMinute, hasState: Bool, clinicians: [ClinicianDetails], isCounted: Bool = false) {
        self.now = now
        self.hasState = hasState
        self.clinicians = clinicians
        self.isCounted = isCounted
    }

    /// Adds a person, unless they have left.
    mutating func add(_ person: ListPerson) {
        var state = person.state ?? assumedState(person)
        guard state != .closed else {
            closed += 1
            return
        }
        let number = Int64(tables.people.count + 1)
        unknown += person.unknown
        // An opening hour in the morning: a list says days.
        let received = min(now, CivilMinute(day: person.received ?? now.day, minuteOfDay: 540))
        let since = max(received, min(now, CivilMinute(day: person.since ?? received.day, minuteOfDay: 540)))
        var episode = StoredEpisode(received: received)
        episode.step = step(person)
        episode.modality = therapy(person, episode.step)
        episode.priority = person.priority ?? .routine
        let booking = appointment(person, &state, number)
        episode.state = state
        episode.stateSince = since
        if !state.isBeforeFirstAppointment {
            episode.waitingSince = since
            episode.firstAppointment = since
        }
        if state.isOnCaseload { episode.clinician = person.clinician }
        var referral = Referral(received: received, source: person.source ?? .other, team: UInt8(person.team))
        referral.scores = person.scores
        referral.perinatal = person.priority == .perinatal ? .yes : .unknown
        referral.veteran = person.priority == .veteran ? .yes : .unknown
        if person.scores == nil, !state.isBeforeFirstAppointment { count("scores") }
        let scores = person.scores ?? ListPlaces.usualScores
        var facts = PersonFacts(startScores: scores, scores: scores)
        if !state.isBeforeFirstAppointment { facts.lastKeptInTouch = since.day }
        if state == .waitingFirstAppointment || state == .firstAppointmentBooked { facts.reachedAt = since }
        tables.people.append(PersonRow(person: number, identity: person.identity, referral: referral))
        tables.episodes.append(EpisodeRow(person: number, episode: episode, facts: facts))
        if let booking { tables.appointments.append(booking) }
    }

    private mutating func count(_ what: String) { counts[what, default: 0] += 1 }

    /// Without a word, whoever began to wait more than some days after the referral was assessed then.
    private mutating func assumedState(_ person: ListPerson) -> EpisodeState {
        guard let received = person.received, let since = person.since,
            since > received + ListPlaces.daysToAssessment
        else {
            count("first")
            return .waitingFirstAppointment
        }
        count("treatment")
        return .waitingTreatment
    }

    private mutating func step(_ person: ListPerson) -> Step {
        if let step = person.step { return step }
        count("step")
        return person.therapy?.step ?? .low
    }

    private mutating func therapy(_ person: ListPerson, _ step: Step) -> Modality {
        if let therapy = person.therapy, therapy.step == step { return therapy.training }
        return step.usualTherapy
    }

    /// The appointment that stands for a person, and the state that goes with it; whoever has none that can be kept
    /// waits for one.
    private mutating func appointment(
        _ person: ListPerson, _ state: inout EpisodeState, _ number: Int64
    ) -> AppointmentRow? {
        let isFirst = state == .waitingFirstAppointment || state == .firstAppointmentBooked
        let isSession = state == .waitingTreatment || state == .inTreatment
        let start = person.appointment.flatMap { $0 > now ? $0 : nil }
        if let start, let clinician = person.clinician, isFirst || isSession {
            state = isFirst ? .firstAppointmentBooked : .inTreatment
            if person.isTimeAssumed { count("time") }
            let placement = Placement(
                person: number, clinician: clinician, kind: isFirst ? .firstAppointment : .treatment, start: start,
                minutes: ListPlaces.minutes)
            let booking = Booking(appointment: Int64(tables.appointments.count + 1), placement: placement)
            return AppointmentRow(record: AppointmentRecord(booking: booking, bookedAt: now, status: .standing))
        }
        if person.appointment != nil { count(start == nil ? "past" : isFirst || isSession ? "nobody" : "elsewhere") }
        if state == .firstAppointmentBooked || (person.appointment != nil && isFirst) {
            state = .waitingFirstAppointment
            tables.lostBookings.append(number)
        } else if state.isOnCaseload, !isCounted, person.clinician == nil || state == .missedSession {
            count("held")
            state = .waitingTreatment
        }
        return nil
    }

    /// What was taken and what was assumed, a sentence each.
    func notes(filledDown: Int, _ records: ListRecords) -> [String] {
        // Whoever counts says what was counted.
        var notes = isCounted ? [] : [waiting]
        if closed > 0 { notes.append("\(people(closed)) left the service, by the list: not taken.") }
        if filledDown > 0 { notes.append("On \(filledDown) of the lines no team stands: that of the line above.") }
        if records.cells.order == .dayFirst { notes.append("Days are read day first.") }
        notes +=
            counts.isEmpty
            ? []
            : ListPlaces.sentences.compactMap { key, text in
                counts[key].map { "\(people($0)) \(text)" }
            }
        for kind in ListPerson.Unknown.allCases {
            let number = unknown.count { $0 == kind }
            if number > 0 { notes.append("\(people(number)) with \(kind.words).") }
        }
        if !records.has(.priority) { notes.append("Assumed: nobody moves ahead of the others.") }
        if !records.has(.source) { notes.append("Assumed: others referred, as the list does not say who.") }
        if !tables.episodes.contains(where: { $0.episode.state == .inTreatment }) {
            notes.append(
                "Nobody on the list is in treatment: diaries and caseloads begin empty, "
                    + "and a forecast of the first weeks is hopeful.")
        }
        return notes
    }

    private func people(_ number: Int) -> String { number == 1 ? "1 person" : "\(number) people" }

    private var waiting: String {
        let parts = EpisodeState.allCases.compactMap { state -> String? in
            let number = tables.episodes.count { $0.episode.state == state }
            return number == 0 ? nil : "\(number) \(state.name)"
        }
        return "Taken: " + parts.joined(separator: ", ") + "."
    }

    private static let sentences: [(key: String, text: String)] = [
        ("first", "assumed to wait for a first appointment: the list does not say for what."),
        (
            "treatment",
            "assumed to wait for treatment: they began to wait more than \(daysToAssessment) days after the referral."
        ),
        ("step", "assumed to be at the step of the therapy, or at step 2: the list does not say."),
        ("scores", "who wait for treatment assumed to have scored 14 and 13 (PHQ-9, GAD-7): the list does not say."),
        (
            "time",
            "with an appointment on a day without a time: an hour from 09:00 on is assumed ('reschedule' mends it)."
        ),
        ("past", "with an appointment that is past: they wait until what became of it is recorded."),
        ("nobody", "with an appointment with nobody whom the scenario has: they wait for another."),
        ("elsewhere", "with an appointment that does not go with what they wait for: it is left out."),
        ("held", "in treatment with nobody whom the scenario has, or after a missed session: they wait for treatment."),
    ]
}
