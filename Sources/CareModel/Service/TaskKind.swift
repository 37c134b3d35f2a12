/// What somebody is to do by a day (BK-12). The names are stored in logs and shown in lists: they stay.
@frozen
public enum TaskKind: String, Codable, CaseIterable, Hashable, Sendable, BitwiseCopyable, CustomStringConvertible {
    /// The letter about an assessment goes out within 48 hours.
    case assessmentLetter = "assessment-letter"
    /// Book the first appointment again of somebody whose booking was lost when records were taken over.
    case bookFirstAppointmentAgain = "book-first-appointment-again"
    /// Book the next session of somebody in treatment who has none, when records were taken over.
    case bookNextSession = "book-next-session"
    /// Cancel an appointment that nobody confirmed in time (FA-7).
    case confirmedOrCancel = "confirmed-or-cancel"
    /// Reach somebody who missed a session before records were taken over (AT-4).
    case contactAfterMissedSession = "contact-after-missed-session"
    /// Decide whether a course in a group starts (TX-4).
    case decideGroup = "decide-group"
    /// The letter at the end of an episode.
    case dischargeLetter = "discharge-letter"
    /// Discuss somebody in supervision, of whom a step-up was proposed before records were taken over (ST-1).
    case discussInSupervision = "discuss-in-supervision"
    /// The duty worker calls somebody at risk (RF-3, ST-7).
    case dutyCall = "duty-call"
    /// The last message to somebody who missed an appointment and is not in touch (AT-4).
    case finalMessage = "final-message"
    /// Hand somebody over before the last day of their clinician (CL-7, TX-12).
    case handOver = "hand-over"
    /// The letter to somebody who wants no keeping-in-touch calls (KT-5).
    case keepingInTouchLetter = "keeping-in-touch-letter"
    /// The message that says when an episode will end for want of contact (AT-4).
    case messageWithDischargeDate = "message-with-discharge-date"
    /// The letter to somebody who missed an appointment (AT-4).
    case missedAppointmentLetter = "missed-appointment-letter"
    /// Record what became of a contact that is over (AT-1). It is seen in what stands, and never stored.
    case recordOutcome = "record-outcome"
    /// A supervisor decides whether a course goes on at the limit of misses (AT-3).
    case reviewException = "review-exception"
    /// See whether somebody can start whose treatment was put off before records were taken over (PR-3).
    case reviewHold = "review-hold"
    /// Somebody without improvement is discussed in supervision (TX-6).
    case reviewProgress = "review-progress"
    /// Act on signposting or an onward referral within a week (ST-3).
    case signpost
    /// Tell somebody by telephone what no message may tell them (BK-7).
    case tellByTelephone = "tell-by-telephone"
    /// Tell somebody that the wait for treatment is long (KT-2).
    case tellOfLongWait = "tell-of-long-wait"
    /// Write to a person and their practice how long the first wait will be (FA-6).
    case waitLetter = "wait-letter"
    /// Welcome somebody who was accepted, where clinicians write (FA-7).
    case welcomeMessage = "welcome-message"

    /// The name that is stored and shown.
    public var description: String { rawValue }

    /// What is to be done, in words.
    public var words: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }
}
