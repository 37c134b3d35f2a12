/// The words of the field that a reader from outside it may not know, and what they mean. What a report says beside
/// these is everyday English.
public enum Glossary {
    /// A word and its meaning.
    public struct Entry: Sendable, Equatable {
        /// As it stands in a report.
        public let word: String
        /// What it means, in a sentence.
        public let meaning: String
    }

    /// All of them, in the order of the alphabet.
    public static let entries = [
        entry("assessment", "A first appointment, at which need and the step are found."),
        entry("assessment week", "A week in which most appointments become first appointments."),
        entry("breach", "A person passes the promised day without an appointment, counted once, in that week."),
        entry("caseload", "The people whom one clinician is treating."),
        entry("CBT", "Cognitive behavioural therapy."),
        entry("course", "Treatment of two sessions or more, from the first to the discharge."),
        entry("DNA", "Did not attend: an appointment missed without notice."),
        entry("EMDR", "Eye movement desensitisation and reprocessing, a therapy after trauma."),
        entry("GP", "General practitioner, a family doctor."),
        entry("high intensity", "Step 3: therapy with a therapist, such as CBT."),
        entry("HIT", "High-intensity therapist."),
        entry("IPT", "Interpersonal psychotherapy."),
        entry("low intensity", "Step 2: guided self-help with a PWP."),
        entry("NHS", "National Health Service."),
        entry("perinatal", "In pregnancy or in the year after a birth."),
        entry("PWP", "Psychological wellbeing practitioner, who gives low-intensity treatment."),
        entry("recovery", "A person who began as a case ends below the scores of one."),
        entry("referral", "A person asks for help, or is sent by a doctor."),
        entry("run", "The whole period played through once, with other people, absences and luck."),
        entry("slot", "A time in a clinician's diary that can be booked."),
        entry("step-up", "A move from low to high intensity."),
        entry("WTE", "Whole-time equivalent: one person who works full time, or several part of it."),
    ]

    /// The entry of a word; nil if it has none.
    public static func entry(of word: String) -> Entry? { entries.first { $0.word == word } }

    private static func entry(_ word: String, _ meaning: String) -> Entry { Entry(word: word, meaning: meaning) }
}
