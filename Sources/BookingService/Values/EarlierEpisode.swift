public import CareModel

/// An episode of somebody that has ended before the present one (ST-6, TX-14).
public struct EarlierEpisode: Codable, Hashable, Sendable {
    /// The number that the person had in it.
    public var person: Int64
    /// The day of the referral.
    public var received: CivilDay
    /// The day on which it ended.
    public var ended: CivilDay
    /// Why it ended.
    public var reason: EndReason
    /// The step at which it ended.
    public var step: Step
    /// Treatment contacts.
    public var contacts: Int
    /// Whether it was a finished course (KP-5).
    public var isFinishedCourse: Bool
    /// Whether the person was still a case at the last scores; nil if none were taken.
    public var isStillCase: Bool?

    /// The episode in words: "person 3, referred 2026-01-12, ended 2026-05-04 (completed the course), a course of 6
    /// contacts at step 2".
    public var words: String {
        let course = isFinishedCourse ? "a course of \(contacts) contacts at \(step.title)" : "no finished course"
        return "person \(person), referred \(received), ended \(ended) (\(reason.title)), \(course)"
    }

    /// The earlier episodes of somebody in a sentence; empty if there are none.
    public static func words(_ episodes: [EarlierEpisode]) -> String {
        guard let last = episodes.last else { return "" }
        let courses = episodes.count { $0.isFinishedCourse }
        return "Was here before: \(episodes.count) earlier \(episodes.count == 1 ? "episode" : "episodes"), "
            + "\(courses) finished \(courses == 1 ? "course" : "courses"). The last: \(last.words)."
    }
}
