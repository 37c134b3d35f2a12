import Allocation
import BookingStore
import CareModel

extension TableCheck {
    /// What an episode says must go together with itself: the desk and a forecast count from these minutes (KP-10).
    func checkMilestones(_ file: inout TableFile<EpisodeRow>) {
        for index in file.rows.indices {
            let episode = file.rows[index].row.episode
            checkWait(&file.rows[index], file.path)
            if episode.lowContacts > 0 || episode.highContacts > 0, episode.firstTreatment == nil {
                file.rows[index].fail(
                    once: "first-treatment", "contacts are counted, and nothing says when the first was",
                    "the minute of the first of them, or no contacts", file: file.path)
            }
            for (key, minute) in milestones(of: file.rows[index].row)
            where minute.map({ $0 < episode.received }) ?? false && !file.rows[index].hasFault("received") {
                file.rows[index].fail(
                    once: key, "\(minute.map(\.description) ?? "") is before the referral was received",
                    "a minute from \(episode.received) on",
                    file: file.path)
            }
        }
    }

    /// Milestones and other minutes of an episode that have happened.
    func milestones(of row: EpisodeRow) -> [(key: String, minute: CivilMinute?)] {
        let episode = row.episode
        let minutes = [
            episode.stateSince, episode.waitingSince, episode.firstAppointment, episode.firstTreatment,
            episode.secondTreatment, episode.lastTreatment,
        ]
        return zip(EpisodeRow.milestoneKeys, minutes).map { ($0, $1) }
    }

    /// Whoever waits for treatment, or has it, waited since some minute; whoever waits for a next session is in
    /// treatment; whoever works with computerised CBT was seen (KT-2, TX-5).
    private func checkWait(_ row: inout PlacedRow<EpisodeRow>, _ path: String) {
        guard !row.hasFault("state") else { return }
        let (episode, facts) = (row.row.episode, row.row.facts)
        switch episode.state {
        case .waitingTreatment, .inTreatment, .missedSession, .awaitingSupervision:
            if episode.waitingSince == nil {
                row.fail(
                    once: "waiting-since", "nothing says since when the person waited for treatment",
                    "a minute, as the state is \(episode.state.name)", file: path)
            }
        case .awaitingScreening, .awaitingContact, .waitingFirstAppointment, .firstAppointmentBooked,
            .missedFirstAppointment, .onHold, .closed:
            break
        }
        if facts.listedAt != nil, episode.state != .inTreatment, episode.state.isOpen {
            row.fail(
                once: "listed-at", "the person is \(episode.state.name), and waits for no next session",
                "an empty cell unless the state is in-treatment", file: path)
        }
        if facts.supportContactsLeft != nil, episode.state == .waitingTreatment, episode.lastTreatment == nil,
            episode.firstAppointment == nil
        {
            row.fail(
                once: "first-appointment", "the person works with computerised CBT, and was never seen",
                "the minute of the first appointment or of the last treatment", file: path)
        }
    }
}

extension EpisodeRow {
    /// The columns of minutes that have happened.
    static let milestoneKeys = [
        "state-since", "waiting-since", "first-appointment", "first-treatment", "second-treatment", "last-treatment",
    ]
}

extension PlacedRow {
    /// Adds a fault at the cell of a column that has none yet.
    mutating func fail(once key: String, _ what: String, _ allowed: String, file: String) {
        if !hasFault(key) { fail(key, what, allowed, file: file) }
    }
}
