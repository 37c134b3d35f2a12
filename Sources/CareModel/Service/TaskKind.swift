/// What somebody is to do by a day (BK-12). The names are stored in logs and shown in lists: they stay.
@frozen
public enum TaskKind: String, Codable, CaseIterable, Hashable, Sendable, BitwiseCopyable, CustomStringConvertible {
    /// A supervisor says whether somebody who has not recovered is discharged (ST-8).
    case agreeDischarge = "agree-discharge"
    /// The letter about an assessment goes out within 48 hours.
    case assessmentLetter = "assessment-letter"
    /// Book a first appointment (FA-1). It is seen in what stands, and never stored.
    case bookFirstAppointment = "book-first-appointment"
    /// Book the first appointment again of somebody whose booking the service cancelled (AT-10), or was lost when
    /// records were taken over.
    case bookFirstAppointmentAgain = "book-first-appointment-again"
    /// Book the next session of somebody in treatment who has none (TX-8, AT-10).
    case bookNextSession = "book-next-session"
    /// Call somebody who made contact about a change of circumstances or of how they are (KT-11).
    case callAboutChange = "call-about-change"
    /// Write the notes of a contact (CL-17).
    case clinicalNotes = "clinical-notes"
    /// Cancel an appointment that nobody confirmed in time (FA-7).
    case confirmedOrCancel = "confirmed-or-cancel"
    /// Reach somebody who missed the first appointment, or discharge them (AT-4, FA-4). It is seen in what stands, and
    /// never stored.
    case contactAfterMissedFirstAppointment = "contact-after-missed-first-appointment"
    /// Reach somebody who missed a session, or discuss the discharge (AT-4).
    case contactAfterMissedSession = "contact-after-missed-session"
    /// Decide whether a course in a group starts (TX-4).
    case decideGroup = "decide-group"
    /// The letter at the end of an episode.
    case dischargeLetter = "discharge-letter"
    /// Discuss with a supervisor whether somebody is discharged who missed an appointment, was in touch, and missed the
    /// next one (AT-4).
    case discussDischarge = "discuss-discharge"
    /// Discuss somebody in supervision, of whom a step-up was proposed (ST-1).
    case discussInSupervision = "discuss-in-supervision"
    /// The duty worker calls somebody at risk (RF-3, ST-7).
    case dutyCall = "duty-call"
    /// Ask somebody who leaves how it was (BK-12).
    case experienceQuestionnaire = "experience-questionnaire"
    /// The last message to somebody who missed an appointment and is not in touch (AT-4).
    case finalMessage = "final-message"
    /// The brief letter to the general practice during therapy, with the latest scores (BK-12).
    case practiceProgressLetter = "gp-progress-letter"
    /// Hand somebody over before the last day of their clinician (CL-7, TX-12).
    case handOver = "hand-over"
    /// The letter to somebody who wants no keeping-in-touch calls (KT-5).
    case keepingInTouchLetter = "keeping-in-touch-letter"
    /// Think about somebody who scored 3 on the ninth item of PHQ-9, within 48 hours (BK-12).
    case lowMoodAlert = "low-mood-alert"
    /// The message that says when an episode will end for want of contact (AT-4).
    case messageWithDischargeDate = "message-with-discharge-date"
    /// The letter to somebody who missed an appointment (AT-4).
    case missedAppointmentLetter = "missed-appointment-letter"
    /// Record what became of a contact that is over (AT-1). It is seen in what stands, and never stored.
    case recordOutcome = "record-outcome"
    /// A supervisor decides whether a course goes on at the limit of misses (AT-3).
    case reviewException = "review-exception"
    /// See whether somebody can start whose treatment was put off (PR-3, RF-11).
    case reviewHold = "review-hold"
    /// Somebody without improvement is discussed in supervision (TX-6).
    case reviewProgress = "review-progress"
    /// Review the risk of somebody who missed an appointment (AT-4).
    case reviewRisk = "review-risk"
    /// Screen a referral (RF-4). It is seen in what stands, and never stored.
    case screenReferral = "screen-referral"
    /// See to what somebody asked of the office (KT-11).
    case seeToRequest = "see-to-request"
    /// Act on signposting or an onward referral within a week (ST-3).
    case signpost
    /// Find somebody who waits for treatment a clinician, or a seat in a course (KT-1, CL-11). It is seen in what
    /// stands, and never stored.
    case startTreatment = "start-treatment"
    /// Answer what a clinician asks supervision about somebody (ST-9).
    case supervisionTicket = "supervision-ticket"
    /// Tell somebody by telephone what no message may tell them (BK-7).
    case tellByTelephone = "tell-by-telephone"
    /// Tell somebody that the wait for treatment is long (KT-2).
    case tellOfLongWait = "tell-of-long-wait"
    /// Try to reach somebody who was accepted (RF-10). It is seen in what stands, and never stored.
    case tryToReach = "try-to-reach"
    /// Answer what a clinician asks supervision about somebody, within the hour (ST-9).
    case urgentSupervisionTicket = "urgent-supervision-ticket"
    /// Write to a person and their practice how long the first wait will be (FA-6).
    case waitLetter = "wait-letter"
    /// Warn somebody who missed or cancelled an appointment that another one ends the episode (AT-3, AT-4).
    case warnOfDischarge = "warn-of-discharge"
    /// Welcome somebody who was accepted, where clinicians write (FA-7).
    case welcomeMessage = "welcome-message"

    /// Whether it is written work about a contact, which stops new allocations to the clinician once it is late
    /// (CL-17).
    public var isWrittenUp: Bool { self == .clinicalNotes || self == .assessmentLetter }

    /// Whether it is a question to supervision, which somebody answers (ST-9).
    public var isTicket: Bool { self == .supervisionTicket || self == .urgentSupervisionTicket }

    /// The name that is stored and shown.
    public var description: String { rawValue }

    /// What is to be done, in words.
    public var words: String {
        self == .practiceProgressLetter ? "progress letter to the GP" : rawValue.spelledOut
    }
}
