extension Schema {
    /// People: what their referral carries, who they are, and where they are. The three are apart, so that a query for
    /// a forecast reads no identity (IG-2), and the waiting list reads only what moves.
    static let version1People = """
        CREATE TABLE people (
            person INTEGER PRIMARY KEY,
            earlier INTEGER REFERENCES people (person),
            received INTEGER NOT NULL,
            source INTEGER NOT NULL,
            team INTEGER NOT NULL REFERENCES teams (team),
            age_band INTEGER NOT NULL,
            sex INTEGER NOT NULL,
            ethnicity INTEGER NOT NULL,
            deprivation_decile INTEGER NOT NULL,
            long_term_condition INTEGER NOT NULL,
            perinatal INTEGER NOT NULL,
            weeks_until_birth INTEGER NOT NULL,
            veteran INTEGER NOT NULL,
            language INTEGER NOT NULL,
            interpreter INTEGER NOT NULL,
            accessibility_need INTEGER NOT NULL,
            channel INTEGER NOT NULL,
            time_of_day INTEGER NOT NULL,
            venue INTEGER NOT NULL,
            modality INTEGER,
            therapist_sex INTEGER NOT NULL,
            depression INTEGER,
            anxiety INTEGER,
            matrix INTEGER NOT NULL,
            is_urgent INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE identities (
            person INTEGER PRIMARY KEY REFERENCES people (person),
            name TEXT NOT NULL,
            nhs_number TEXT,
            date_of_birth INTEGER,
            phone TEXT,
            email TEXT,
            address TEXT,
            consents INTEGER NOT NULL,
            preferred_channel INTEGER,
            format TEXT
        ) STRICT;
        CREATE INDEX identities_nhs_number ON identities (nhs_number) WHERE nhs_number IS NOT NULL;
        CREATE TABLE episodes (
            person INTEGER PRIMARY KEY REFERENCES people (person),
            team INTEGER NOT NULL,
            state INTEGER NOT NULL,
            step INTEGER NOT NULL,
            priority INTEGER NOT NULL,
            modality INTEGER NOT NULL,
            end_reason INTEGER NOT NULL,
            was_stepped_up INTEGER NOT NULL,
            missed_count INTEGER NOT NULL,
            contacts_at_step INTEGER NOT NULL,
            low_contacts INTEGER NOT NULL,
            high_contacts INTEGER NOT NULL,
            clinician INTEGER NOT NULL,
            received INTEGER NOT NULL,
            state_since INTEGER NOT NULL,
            waiting_since INTEGER,
            first_appointment INTEGER,
            first_treatment INTEGER,
            second_treatment INTEGER,
            last_treatment INTEGER,
            start_depression INTEGER NOT NULL,
            start_anxiety INTEGER NOT NULL,
            depression INTEGER NOT NULL,
            anxiety INTEGER NOT NULL,
            sessions_at_step INTEGER NOT NULL,
            next_action_due INTEGER,
            screening_task INTEGER NOT NULL,
            contact_attempts INTEGER NOT NULL,
            appointment_count INTEGER NOT NULL,
            reached_at INTEGER,
            moved_by_person INTEGER NOT NULL,
            moved_by_service INTEGER NOT NULL,
            keeping_in_touch_opt_out INTEGER NOT NULL,
            last_kept_in_touch INTEGER,
            assessor INTEGER NOT NULL,
            not_before INTEGER,
            due_on INTEGER,
            accepts_short_notice INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX episodes_waiting ON episodes (state, team, step, due_on);
        CREATE INDEX episodes_clinician ON episodes (clinician) WHERE clinician >= 0;
        """

    /// Tasks (BK-12) and the outbox (BK-7).
    static let version2 = """
        CREATE TABLE tasks (
            task INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            due INTEGER NOT NULL,
            person INTEGER REFERENCES people (person),
            clinician INTEGER REFERENCES clinicians (clinician),
            team INTEGER REFERENCES teams (team),
            added_at INTEGER NOT NULL,
            done_at INTEGER,
            note TEXT
        ) STRICT;
        CREATE INDEX tasks_open ON tasks (due) WHERE done_at IS NULL;
        CREATE TABLE outbox (
            message INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES people (person),
            channel INTEGER NOT NULL,
            template TEXT NOT NULL,
            consent INTEGER NOT NULL,
            appointment INTEGER REFERENCES appointments (appointment),
            queued_at INTEGER NOT NULL,
            is_withdrawn INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX outbox_person ON outbox (person);
        """

    /// What a course is planned to have, what else is agreed with a person, and how far a starter's meter is used.
    static let version3 = """
        ALTER TABLE episodes ADD COLUMN planned_sessions INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE episodes ADD COLUMN flags INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE episodes ADD COLUMN listed_at INTEGER;
        ALTER TABLE clinicians ADD COLUMN taken_this_week INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE clinicians ADD COLUMN metered_week INTEGER;
        CREATE INDEX appointments_open ON appointments (start) WHERE status = 0 AND attendance IS NULL;
        """

    /// When venues are open (BK-9), at which of them clinicians work (CL-9), and links to book with (BK-10).
    static let version5 = """
        ALTER TABLE rooms ADD COLUMN opens INTEGER;
        ALTER TABLE rooms ADD COLUMN closes INTEGER;
        ALTER TABLE clinicians ADD COLUMN venues TEXT NOT NULL DEFAULT '';
        CREATE TABLE links (
            link INTEGER PRIMARY KEY,
            digest TEXT NOT NULL UNIQUE,
            person INTEGER NOT NULL REFERENCES people (person),
            clinician INTEGER NOT NULL REFERENCES clinicians (clinician),
            start INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            issued_at INTEGER NOT NULL,
            outcome INTEGER,
            ended_at INTEGER
        ) STRICT;
        CREATE INDEX links_person ON links (person) WHERE outcome IS NULL;
        """
}
