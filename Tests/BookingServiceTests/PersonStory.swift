/// What the log says of Rosa Invented, from her referral to her discharge. Change it only where the log is to say
/// something else: each line is the minute, who made the entry, and what it says.
enum PersonStory {
    static let lines = text.split(separator: "\n").map(String.init)

    private static let text = """
        2027-01-11 09:00 the software: referred (self-referral on the web), received 2027-01-11 09:00
        2027-01-11 09:00 the software: accepted for a first appointment at step 2; to be reached
        2027-01-11 09:00 the software: what is known was changed; next due 2027-01-15 00:00
        2027-01-16 09:00 the software: reached, and wants an appointment; \
        waits for a first appointment
        2027-01-16 09:00 the software: appointment 2 was booked: first appointment, 2027-01-18 09:00, 50 minutes, \
        Clinician 0
        2027-01-16 09:00 the software: a first appointment was booked; first appointment booked
        2027-01-18 09:50 the software: what is known was changed; nothing is due
        2027-01-18 09:50 the software: appointment 2: attended on time, PHQ-9 16, GAD-7 14
        2027-01-18 09:50 the software: to be done by 2027-01-18 09:50: tell of long wait
        2027-01-18 09:50 the software: to be done by 2027-01-20 09:50: assessment letter
        2027-01-18 09:50 the software: assessed: guided self-help at step 2, and treatment began; \
        waits for treatment
        2027-01-18 09:50 the software: what is known was changed; next due 2027-02-08 00:00
        2027-02-01 09:50 the software: appointment 3 was booked: keeping in touch, 2027-02-15 14:00, 15 minutes, \
        Clinician 0
        2027-02-01 09:50 the software: what is known was changed; nothing is due
        2027-02-15 14:20 the software: appointment 3: attended on time
        2027-02-15 14:20 the software: what is known was changed; next due 2027-03-08 00:00
        2027-02-15 14:20 the software: appointment 4 was booked: treatment, 2027-02-17 09:00, 30 minutes, Clinician 0
        2027-02-15 14:20 the software: task 1 was done: the wait is short
        2027-02-15 14:20 the software: taken on by Clinician 0; in treatment
        2027-02-17 09:30 the software: appointment 4: attended on time
        2027-02-17 09:30 the software: a session was attended; in treatment
        2027-02-17 09:30 the software: what is known was changed; nothing is due
        2027-02-17 09:30 the software: appointment 5 was booked: treatment, 2027-03-10 11:00, 30 minutes, Clinician 0
        2027-02-17 09:30 the software: what is known was changed; nothing is due
        2027-03-10 11:30 the software: appointment 5: did not attend
        2027-03-10 11:30 the software: to be done by 2027-03-11 17:00: review risk (Clinician 0)
        2027-03-10 11:30 the software: to be done by 2027-03-11 00:00: missed appointment letter
        2027-03-10 11:30 the software: a missed or cancelled appointment counts, the 1st; a session was missed; \
        missed a session; next due 2027-03-19 17:00
        2027-03-11 11:30 the software: task 4 was done: the person was in touch
        2027-03-11 11:30 the software: task 3 was done: the person was in touch
        2027-03-11 11:30 the software: in touch again in time; in treatment
        2027-03-11 11:30 the software: appointment 6 was booked: treatment, 2027-03-15 09:00, 30 minutes, Clinician 0
        2027-03-11 11:30 the software: what is known was changed; nothing is due
        2027-03-12 09:30 the software: appointment 6 was cancelled by the person: a child is ill
        2027-03-12 09:30 the software: a session was cancelled; a missed or cancelled appointment counts, the 2nd; \
        in treatment
        2027-03-12 09:30 the software: appointment 7 was booked: treatment, 2027-03-15 09:30, 30 minutes, Clinician 0
        2027-03-12 09:30 the software: what is known was changed; nothing is due
        2027-03-15 10:00 the software: appointment 7: attended on time
        2027-03-15 10:00 the software: a session was attended; in treatment
        2027-03-15 10:00 the software: a step-up was proposed; a step-up waits for supervision; \
        next due 2027-03-19 17:00
        2027-03-16 10:00 the software: to be done by 2027-03-16 10:00: tell of long wait
        2027-03-16 10:00 the software: supervision agreed the step-up; waits for treatment
        2027-03-16 10:00 the software: what is known was changed; next due 2027-04-06 00:00
        2027-03-16 10:00 the software: appointment 8 was booked: treatment, 2027-03-18 09:00, 60 minutes, Clinician 3
        2027-03-16 10:00 the software: task 5 was done: the wait is short
        2027-03-16 10:00 the software: taken on by Clinician 3; in treatment
        2027-03-18 10:00 the software: appointment 8: attended on time
        2027-03-18 10:00 the software: a session was attended; in treatment
        2027-03-18 10:00 the software: to be done by 2027-03-20 00:00: discharge letter
        2027-03-18 10:00 the software: to be done by 2027-03-20 00:00: experience questionnaire
        2027-03-18 10:00 the software: closed: completed the course
        """
}
