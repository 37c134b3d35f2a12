import CareModel
import TestSupport
import Testing

/// The dates and counts that decide whether standards were kept.
struct EpisodeMilestones: Equatable {
    var received: CivilMinute
    var firstAppointment: CivilMinute
    var firstTreatment: CivilMinute
    var secondTreatment: CivilMinute
    var lastTreatment: CivilMinute
    var waitingSince: CivilMinute
    var contacts: [UInt8]

    init(_ episode: Episode) {
        received = episode.received
        firstAppointment = episode.firstAppointment
        firstTreatment = episode.firstTreatment
        secondTreatment = episode.secondTreatment
        lastTreatment = episode.lastTreatment
        waitingSince = episode.waitingSince
        contacts = [episode.lowContacts, episode.highContacts]
    }
}

/// Random walks along legal moves, with a ledger kept beside them.
@Suite("Walks of an episode")
struct EpisodeWalkTests {
    /// What happened, as a clerk would note it.
    struct Ledger {
        /// Minutes of treatment contacts.
        var contacts: [CivilMinute] = []
        var firstAppointment: CivilMinute?
        var clinician: Int32 = -1

        mutating func note(_ event: EpisodeEvent, at now: CivilMinute) {
            switch event {
            case .assessed(_, let began):
                firstAppointment = now
                if began { contacts.append(now) }
            case .sessionAttended: contacts.append(now)
            case .allocated(let who): clinician = who
            case .closed, .handedOver, .stepUpProposed: clinician = -1
            default: break
            }
        }

        /// What an episode contradicts; nil if nothing.
        func contradiction(_ episode: Episode) -> String? {
            let never = Episode.never
            if episode.treatmentContacts != contacts.count { return "contacts" }
            if episode.firstAppointment != firstAppointment ?? never { return "first appointment" }
            if episode.firstTreatment != contacts.first ?? never { return "first treatment" }
            if episode.secondTreatment != (contacts.count > 1 ? contacts[1] : never) { return "second treatment" }
            if episode.lastTreatment != contacts.last ?? never { return "last treatment" }
            if episode.clinician != clinician { return "clinician" }
            if episode.isFinishedCourse != (episode.state == .closed && contacts.count >= 2) { return "finished" }
            if episode.hasEnteredTreatment == contacts.isEmpty { return "entered" }
            return nil
        }
    }

    /// What no episode may ever be; nil if all is well.
    static func brokenInvariant(_ episode: Episode) -> String? {
        let dates = [
            episode.received, episode.firstAppointment, episode.firstTreatment, episode.secondTreatment,
            episode.lastTreatment,
        ]
        let reached = dates.filter { $0 != Episode.never }
        if reached != reached.sorted() { return "milestones are out of order" }
        if episode.stateSince < reached[reached.count - 1], ![.inTreatment, .waitingTreatment].contains(episode.state) {
            return "state is too old"
        }
        if episode.state.isOnCaseload != (episode.clinician >= 0) { return "caseload" }
        if episode.contactsAtStep > (episode.step == .low ? episode.lowContacts : episode.highContacts) {
            return "more contacts at the step than were ever had there"
        }
        if episode.state.isBeforeFirstAppointment, episode.firstAppointment != Episode.never { return "assessed" }
        if episode.state == .waitingTreatment, episode.waitingSince == Episode.never { return "waits since never" }
        if episode.modality.step != episode.step, !episode.state.isBeforeFirstAppointment, episode.isTreatable {
            return "a therapy of the other step"
        }
        return nil
    }

    @Test("KP-10: a thousand walks keep the dates ordered and the counts right")
    func walks() throws {
        for seed: UInt64 in 1...1000 {
            if let trouble = walk(seed: seed) {
                Issue.record("seed \(seed): \(trouble)")
                return
            }
        }
    }

    private func walk(seed: UInt64) -> String? {
        var random = SplitMix(seed: seed)
        var now = CivilMinute(minutes: Int64(random.below(10_000_000)))
        var episode = Episode(received: now)
        var ledger = Ledger()
        for _ in 0..<80 {
            now = now + Int64(1 + random.below(20_000))
            let legal = EpisodeTable.events.filter { event in
                EpisodeTable.next(episode.state, episode.step, event) != nil && (!event.isEnd || random.below(60) == 0)
            }
            guard !legal.isEmpty else { continue }
            let event = legal[random.below(legal.count)]
            let before = episode
            let next = EpisodeTable.next(episode.state, episode.step, event)
            do { try episode.apply(event, at: now) } catch { return "\(error)" }
            ledger.note(event, at: now)
            if episode.state != next { return "\(event) led to \(episode.state)" }
            if let word = ledger.contradiction(episode) ?? Self.brokenInvariant(episode) {
                return "\(word) by \(event)"
            }
            if case .planAmended = event, EpisodeMilestones(episode) != EpisodeMilestones(before) {
                return "KT-3: a review moved a date"
            }
            for illegal in EpisodeTable.events
            where EpisodeTable.next(episode.state, episode.step, illegal) == nil {
                var other = episode
                if (try? other.apply(illegal, at: now)) != nil || other != episode {
                    return "\(illegal) was let through"
                }
            }
        }
        return nil
    }

    @Test("Counts of contacts stop at their top, and dates go on")
    func manyContacts() throws {
        let way = try #require(EpisodeTable.ways.first { $0.state == .inTreatment && $0.step == .high })
        var episode = try EpisodeMoveTests.episode(way.events)
        let second = episode.firstTreatment + 100_000
        for index in 0..<300 { try episode.apply(.sessionAttended, at: second + Int64(index)) }
        #expect(episode.highContacts == 255 && episode.contactsAtStep == 255 && episode.lowContacts == 0)
        #expect(episode.secondTreatment == second && episode.lastTreatment == second + 299)
    }
}

extension EpisodeEvent {
    /// Whether the event ends the episode at once.
    fileprivate var isEnd: Bool {
        if case .closed = self { return true }
        if case .assessed(.end, _) = self { return true }
        return false
    }
}

extension Episode {
    /// Whether a therapy was agreed.
    fileprivate var isTreatable: Bool { state != .closed }
}
