import CareModel
import EventKernel

/// What the simulator knows of a person beyond what the desk does: what is going to happen, and what nobody can see.
struct PersonState: BitwiseCopyable, Sendable {
    /// The event of the booked appointment: that it takes place, or that somebody cancels it.
    var appointmentEvent = EventHandle.none
    /// The next attempt to make contact, deadline, supervision, end of a hold, or keeping-in-touch call.
    var timer = EventHandle.none
    /// When the timer goes off, while it is set.
    var timerDue = Episode.never
    /// Giving up.
    var withdrawal = EventHandle.none
    /// Since when the person has been in the queue that is measured now.
    var queueSince = Episode.never
    /// Latent PHQ-9 and GAD-7.
    var depression: Float = 0
    var anxiety: Float = 0
    /// Fall of the latent PHQ-9 a session at the present step.
    var fallPerSession: Float = 0
    var screeningTask = ScreeningTask.review
    var facts = ScreeningFacts()
    /// Takes another kind of help instead of an assessment (RF-9).
    var isDiverted = false
    /// Missed an appointment, and will be in touch before the time is over (AT-4).
    var willCall = false
    /// Is to be called, and a clerk's time is taken for it (CL-14).
    var hasClerk = false
    /// Attempts in vain before the person's willingness to answer was drawn (RF-10).
    var attemptsInVain: UInt8 = 0
    /// The replication in which the person was referred.
    var origin: UInt32 = 0
    /// Latent PHQ-9 and GAD-7 at the referral (TX-14).
    var depressionAtReferral: Float = 0
    var anxietyAtReferral: Float = 0
    /// Minutes of contact with clinicians in this episode (KP-13).
    var contactMinutes: UInt16 = 0
    /// Earlier episodes, and courses that were finished in them (TX-14).
    var earlierEpisodes: UInt8 = 0
    var earlierCourses: UInt8 = 0
    /// Those of them after which the person was still a case (RF-8).
    var unhelpfulCourses: UInt8 = 0
    /// Whether all minutes and earlier courses are known: not of somebody whom a list has in mid-course.
    var isHistoryKnown = true

    /// Somebody's history so far.
    var history: PersonHistory? {
        get {
            isHistoryKnown
                ? PersonHistory(
                    episodes: earlierEpisodes, courses: earlierCourses, unhelpful: unhelpfulCourses,
                    minutes: contactMinutes) : nil
        }
        set {
            earlierEpisodes = newValue?.episodes ?? 0
            earlierCourses = newValue?.courses ?? 0
            unhelpfulCourses = newValue?.unhelpful ?? 0
            contactMinutes = newValue?.minutes ?? 0
            isHistoryKnown = newValue?.minutes != nil
        }
    }
}
