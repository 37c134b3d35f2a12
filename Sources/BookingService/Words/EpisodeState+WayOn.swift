import CareModel

extension EpisodeState {
    /// What is to be done with somebody who is here, with the commands that do it: what a refusal says to do instead
    /// (KP-10).
    package var wayOn: String {
        switch self {
        case .awaitingScreening: "the referral is to be screened first ('screen')"
        case .awaitingContact: "record an attempt to reach the person first ('contact')"
        case .waitingFirstAppointment: "the person waits for a first appointment ('offer', then 'hold')"
        case .firstAppointmentBooked:
            "a first appointment is booked: record what became of it ('attend'), move it ('reschedule') or give it up "
                + "('cancel')"
        case .missedFirstAppointment, .missedSession:
            "the person missed an appointment: record whether they were in touch first ('contact')"
        case .waitingTreatment:
            "the person waits for treatment: give them a session ('offer', then 'hold') or a seat ('group join'), "
                + "or put "
                + "treatment off ('on-hold')"
        case .onHold: "treatment is put off: end that, or say another day ('on-hold')"
        case .inTreatment:
            "the person is in treatment: record the session that is booked ('attend'), or book the next ('offer', "
                + "'course')"
        case .awaitingSupervision: "a step-up waits for supervision: record what was decided first ('step-up')"
        case .closed: "the person has left: a slip is undone ('reopen'), who comes back is referred again ('refer')"
        }
    }
}
