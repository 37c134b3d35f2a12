import BookingAudit
import CareModel
import Foundation

extension ServiceChecks {
    /// Something that was to be done, said, held or offered, and is not true any more, found with plain SQL.
    func leftoverFault() throws -> String? {
        for (what, sql) in Self.leftovers {
            let rows = try file.numbers(sql.replacingOccurrences(of: "NOW", with: String(now.minutes)))
            if let number = rows.first?[0] { return "\(what): \(number)" }
        }
        return nil
    }

    /// Texts that are true for somebody who has left.
    private static let ofLeaving = "('discharge', 'appointment-cancelled', 'seat-lost')"
    /// What is still to be done for somebody who has left; a call to somebody at risk is made whatever becomes of them.
    private static let afterwards =
        "('discharge-letter', 'signpost', 'assessment-letter', 'tell-by-telephone', 'duty-call', 'review-risk', "
        + "'experience-questionnaire', 'low-mood-alert', 'see-to-request', 'supervision-ticket', "
        + "'urgent-supervision-ticket')"

    private static let leftovers: [(what: String, sql: String)] = [
        (
            "a task about the way of somebody who has left",
            """
            SELECT task FROM tasks JOIN episodes USING (person)
            WHERE done_at IS NULL AND state = 10 AND kind NOT IN \(afterwards)
            """
        ),
        (
            "a task to speak to or write to somebody who has died",
            """
            SELECT task FROM tasks JOIN episodes USING (person)
            WHERE done_at IS NULL AND state = 10 AND end_reason = \(EndReason.died.rawValue)
            AND kind NOT IN ('discharge-letter', 'assessment-letter')
            """
        ),
        (
            "a confirmation of an appointment that does not stand",
            """
            SELECT task FROM tasks WHERE done_at IS NULL AND kind = 'confirmed-or-cancel' AND NOT EXISTS (
            SELECT 1 FROM appointments WHERE appointments.person = tasks.person AND status = 0 AND attendance IS NULL)
            """
        ),
        (
            "a letter about what somebody missed who is in touch",
            """
            SELECT task FROM tasks JOIN episodes USING (person) WHERE done_at IS NULL AND state NOT IN (4, 8)
            AND kind IN ('missed-appointment-letter', 'review-risk', 'message-with-discharge-date', 'final-message')
            """
        ),
        (
            "a case to be handed over by somebody who stays, or does not have it",
            """
            SELECT task FROM tasks JOIN episodes USING (person)
            JOIN clinicians ON clinicians.clinician = tasks.clinician
            WHERE done_at IS NULL AND kind = 'hand-over'
            AND (last_day IS NULL OR tasks.clinician IS NOT iif(state IN (7, 8), episodes.clinician, assessor))
            """
        ),
        (
            "somebody with a clinician who leaves, whom nobody was ever asked to hand over",
            """
            SELECT person FROM episodes JOIN clinicians USING (clinician)
            WHERE state IN (7, 8) AND last_day IS NOT NULL AND NOT EXISTS (SELECT 1 FROM tasks
            WHERE tasks.person = episodes.person AND tasks.clinician = episodes.clinician AND kind = 'hand-over')
            """
        ),
        (
            "a message to somebody who has died",
            """
            SELECT message FROM outbox JOIN episodes USING (person) WHERE is_withdrawn = 0 AND sent_at IS NULL
            AND state = 10 AND end_reason = \(EndReason.died.rawValue) AND channel <> 5
            """
        ),
        (
            "a message about the way of somebody who has left",
            """
            SELECT message FROM outbox JOIN episodes USING (person) WHERE is_withdrawn = 0 AND sent_at IS NULL
            AND state = 10 AND channel <> 5 AND template NOT IN \(ofLeaving)
            """
        ),
        (
            "a message that an appointment is to come, which does not stand",
            """
            SELECT message FROM outbox JOIN appointments USING (appointment) WHERE is_withdrawn = 0 AND sent_at IS NULL
            AND template IN ('appointment-booked', 'appointment-moved') AND (status <> 0 OR attendance IS NOT NULL)
            """
        ),
        (
            "a message by a way that the person did not agree to",
            """
            SELECT message FROM outbox JOIN identities USING (person)
            WHERE is_withdrawn = 0 AND sent_at IS NULL AND (consents >> (channel - 1) & 1) = 0
            """
        ),
        (
            "a link for somebody who has left",
            """
            SELECT link FROM links JOIN episodes USING (person) WHERE outcome IS NULL AND expires > NOW AND state = 10
            """
        ),
        (
            "a hold for somebody who has left",
            "SELECT hold FROM holds JOIN episodes USING (person) WHERE outcome IS NULL AND expires > NOW AND state = 10"
        ),
        (
            "two holds of one person",
            """
            SELECT person FROM holds WHERE outcome IS NULL AND expires > NOW AND person IS NOT NULL
            GROUP BY person HAVING count(*) > 1
            """
        ),
        (
            "a hold that is older than a booking of its person",
            """
            SELECT holds.hold FROM holds JOIN appointments USING (person) WHERE holds.outcome IS NULL AND expires > NOW
            AND booked_at > placed_at AND status = 0 AND appointments.kind <> 2
            """
        ),
        (
            "two links of one person",
            """
            SELECT person FROM links WHERE outcome IS NULL AND expires > NOW GROUP BY person HAVING count(*) > 1
            """
        ),
        (
            "a seat in a course that is over",
            """
            SELECT person FROM group_seats JOIN groups ON number = group_number WHERE left_at IS NULL AND stage > 2
            """
        ),
        (
            "an appointment after the last day of its clinician",
            """
            SELECT appointment FROM appointments JOIN clinicians USING (clinician)
            WHERE status = 0 AND attendance IS NULL AND person IS NOT NULL AND start / 1440 > last_day AND start > NOW
            """
        ),
    ]
}
