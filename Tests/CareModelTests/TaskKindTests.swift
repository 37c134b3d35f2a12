import CareModel
import Testing

/// What is to be done is stored by name: the names stay.
@Suite struct TaskKindTests {
    @Test func namesAreStored() {
        #expect(
            TaskKind.allCases.map(\.rawValue) == [
                "agree-discharge", "assessment-letter", "book-first-appointment", "book-first-appointment-again",
                "book-next-session", "call-about-change", "clinical-notes", "confirmed-or-cancel",
                "contact-after-missed-first-appointment", "contact-after-missed-session", "decide-group",
                "discharge-letter", "discuss-discharge", "discuss-in-supervision", "duty-call",
                "experience-questionnaire", "final-message", "gp-progress-letter", "hand-over",
                "keeping-in-touch-letter", "low-mood-alert", "message-with-discharge-date",
                "missed-appointment-letter", "record-outcome", "review-exception", "review-hold", "review-progress",
                "review-risk", "screen-referral", "see-to-request", "signpost", "start-treatment",
                "supervision-ticket", "tell-by-telephone", "tell-of-long-wait", "try-to-reach",
                "urgent-supervision-ticket", "wait-letter", "warn-of-discharge", "welcome-message",
            ])
        for kind in TaskKind.allCases { #expect("\(kind)" == kind.rawValue) }
    }

    @Test func wordsHaveNoHyphens() {
        #expect(TaskKind.decideGroup.words == "decide group")
        #expect(TaskKind.allCases.allSatisfy { !$0.words.contains("-") })
    }
}
