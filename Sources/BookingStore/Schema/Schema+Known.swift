extension Schema {
    /// What is known of people, each fact in a column of its own, and nothing in it where nothing is known: until then
    /// some stood in bits that only the desk could read, nobody was the clinician -1, and scores that nobody took were
    /// nothing in both questionnaires.
    static let version9 = """
        CREATE TABLE known_episodes (
            person INTEGER PRIMARY KEY REFERENCES people (person),
            team INTEGER NOT NULL,
            state INTEGER NOT NULL,
            step INTEGER NOT NULL,
            priority INTEGER NOT NULL,
            modality INTEGER NOT NULL,
            end_reason INTEGER,
            was_stepped_up INTEGER NOT NULL,
            missed_count INTEGER NOT NULL,
            contacts_at_step INTEGER NOT NULL,
            low_contacts INTEGER NOT NULL,
            high_contacts INTEGER NOT NULL,
            clinician INTEGER,
            received INTEGER NOT NULL,
            state_since INTEGER NOT NULL,
            waiting_since INTEGER,
            first_appointment INTEGER,
            first_treatment INTEGER,
            second_treatment INTEGER,
            last_treatment INTEGER,
            start_depression INTEGER,
            start_anxiety INTEGER,
            depression INTEGER,
            anxiety INTEGER,
            sessions_at_step INTEGER NOT NULL,
            planned_sessions INTEGER,
            next_action_due INTEGER,
            screening_task INTEGER NOT NULL,
            contact_attempts INTEGER NOT NULL,
            appointment_count INTEGER NOT NULL,
            reached_at INTEGER,
            accepts_short_notice INTEGER,
            keeping_in_touch_opt_out INTEGER NOT NULL,
            supervisor_agrees INTEGER NOT NULL,
            moved_by_person INTEGER NOT NULL,
            moved_by_service INTEGER NOT NULL,
            told_of_wait INTEGER NOT NULL,
            rebooks_first INTEGER NOT NULL,
            last_kept_in_touch INTEGER,
            assessor INTEGER,
            not_before INTEGER,
            due_on INTEGER,
            listed_at INTEGER,
            support_contacts_left INTEGER
        ) STRICT;
        INSERT INTO known_episodes
            SELECT person, team, state, step, priority, modality, iif(state = 10, end_reason, NULL), was_stepped_up,
                missed_count, contacts_at_step, low_contacts, high_contacts, iif(clinician < 0, NULL, clinician),
                received, state_since, waiting_since, first_appointment, first_treatment, second_treatment,
                last_treatment, iif(start_depression + start_anxiety = 0, NULL, start_depression),
                iif(start_depression + start_anxiety = 0, NULL, start_anxiety),
                iif(start_depression + start_anxiety + depression + anxiety = 0, NULL, depression),
                iif(start_depression + start_anxiety + depression + anxiety = 0, NULL, anxiety), sessions_at_step,
                iif(planned_sessions = 0 OR flags & 256 <> 0, NULL, planned_sessions), next_action_due, screening_task,
                contact_attempts, appointment_count, reached_at, iif(accepts_short_notice = 0, NULL, 1),
                keeping_in_touch_opt_out, flags & 4 <> 0, moved_by_person, moved_by_service, flags & 32 <> 0,
                flags & 128 <> 0, last_kept_in_touch, iif(assessor < 0, NULL, assessor), not_before, due_on, listed_at,
                iif(flags & 256 <> 0, planned_sessions, NULL)
            FROM episodes ORDER BY person;
        DROP TABLE episodes;
        ALTER TABLE known_episodes RENAME TO episodes;
        CREATE INDEX episodes_waiting ON episodes (state, team, step, due_on);
        CREATE INDEX episodes_clinician ON episodes (clinician) WHERE clinician IS NOT NULL;
        """
}
