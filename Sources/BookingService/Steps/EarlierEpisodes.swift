import BookingStore
import CareModel

/// What is known of somebody from before: the numbers that they had, and the episodes that have ended (ST-6, TX-14).
struct EarlierEpisodes: StepPart {
    let step: CommandStep

    /// The numbers that a person has had, in order: of the same NHS number, and those that were linked when a referral
    /// came in (ST-6). A number that was corrected later counts, whatever was linked.
    func numbers(of person: Int64) throws -> [Int64] {
        var numbers: Set<Int64> = [person]
        if let number = try writer.identity(ofPerson: person)?.nhsNumber {
            numbers.formUnion(try writer.people(withNHSNumber: number))
        }
        for known in numbers.sorted() {
            var before = try writer.person(known)?.earlierNumber
            while let number = before, numbers.insert(number).inserted {
                before = try writer.person(number)?.earlierNumber
            }
        }
        return numbers.sorted()
    }

    /// The episodes of some numbers that have ended, in order (TX-14).
    func ended(_ numbers: [Int64]) throws -> [EarlierEpisode] {
        try numbers.compactMap { number in
            guard let known = try writer.person(number), known.episode.state == .closed else { return nil }
            let episode = known.episode
            return EarlierEpisode(
                person: number, received: known.referral.received.day, ended: episode.stateSince.day,
                reason: episode.endReason, step: episode.step, contacts: episode.treatmentContacts,
                isFinishedCourse: episode.isFinishedCourse, isStillCase: known.facts.scores?.isCase)
        }
    }

    /// The episodes of a person that ended before the present one (TX-14).
    func before(_ person: Int64) throws -> [EarlierEpisode] {
        try ended(numbers(of: person).filter { $0 < person })
    }

    /// What is known of a person from before, for a forecast: earlier courses (TX-14), and the time that clinicians
    /// gave in this episode, where every contact of it is an appointment of this service (KP-13).
    /// - Parameters:
    ///   - time: the appointments of the person that took place.
    ///   - earlier: the episodes before.
    func history(of known: Person, _ time: ContactTime?, after earlier: [EarlierEpisode]) -> PersonHistory {
        let episode = known.episode
        let isAssessedApart =
            episode.firstAppointment != Episode.never && episode.firstTreatment != episode.firstAppointment
        let contacts = episode.treatmentContacts + (isAssessedApart ? 1 : 0)
        let minutes = (time?.contacts ?? 0) == contacts ? UInt16(clamping: time?.minutes ?? 0) : nil
        return PersonHistory(
            episodes: UInt8(clamping: earlier.count),
            courses: UInt8(clamping: earlier.count { $0.isFinishedCourse }),
            unhelpful: UInt8(clamping: earlier.count { $0.isUnhelpfulCourse }), minutes: minutes)
    }
}

extension EarlierEpisode {
    /// Whether a finished course left the person a case (RF-8).
    var isUnhelpfulCourse: Bool { isFinishedCourse && isStillCase == true }
}

extension CommandStep {
    /// What is known of people from before.
    var earlier: EarlierEpisodes { EarlierEpisodes(step: self) }
}
