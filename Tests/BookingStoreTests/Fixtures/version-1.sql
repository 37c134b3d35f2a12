PRAGMA application_id = 1398034499;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1 booking');
CREATE TABLE log (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    user INTEGER NOT NULL,
    origin TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    person INTEGER,
    payload TEXT NOT NULL
) STRICT;
INSERT INTO log VALUES(1,14211899,1,'test','serviceInitialised',1,NULL,'{"fingerprint":"00","firstDay":9872,"name":"test","scenario":"name: test\n"}');
INSERT INTO log VALUES(2,14211899,1,'test','teamAdded',1,NULL,'{"name":"mid-essex","team":0}');
INSERT INTO log VALUES(3,14211899,1,'test','userAdded',1,NULL,'{"isActive":true,"name":"scheduler","role":1,"user":1}');
INSERT INTO log VALUES(4,14211899,1,'test','roomAdded',1,NULL,'{"isAccessible":false,"name":"Room 1","room":1,"team":0,"venue":0}');
INSERT INTO log VALUES(5,14211899,1,'test','roomAdded',1,NULL,'{"isAccessible":false,"name":"Room 2","room":2,"team":0,"venue":0}');
INSERT INTO log VALUES(6,14211899,1,'test','clinicianAdded',1,NULL,'{"caseloadCap":70,"clinician":0,"languages":[],"meteredPerWeek":0,"name":"Clinician 0","role":0,"seesUnder18":false,"sex":0,"startedOn":9507,"team":0,"trainedIn":1,"wholeTimePercent":100}');
INSERT INTO log VALUES(7,14211899,1,'test','clinicianAdded',1,NULL,'{"caseloadCap":70,"clinician":1,"languages":[],"meteredPerWeek":0,"name":"Clinician 1","role":0,"seesUnder18":false,"sex":0,"startedOn":9507,"team":0,"trainedIn":1,"wholeTimePercent":100}');
INSERT INTO log VALUES(8,14211899,1,'test','clinicianAdded',1,NULL,'{"caseloadCap":70,"clinician":2,"languages":[],"meteredPerWeek":0,"name":"Clinician 2","role":0,"seesUnder18":false,"sex":0,"startedOn":9507,"team":0,"trainedIn":1,"wholeTimePercent":100}');
INSERT INTO log VALUES(9,14211899,1,'test','clinicianAdded',1,NULL,'{"caseloadCap":70,"clinician":3,"languages":[],"meteredPerWeek":0,"name":"Clinician 3","role":0,"seesUnder18":false,"sex":0,"startedOn":9507,"team":0,"trainedIn":1,"wholeTimePercent":100}');
INSERT INTO log VALUES(10,14211899,1,'test','referralReceived',1,1,'{"facts":{"dueOn":9873,"scores":{"anxiety":11,"depression":14},"startScores":{"anxiety":11,"depression":14}},"identity":{"consents":0,"name":"Person 1"},"person":1,"referral":{"received":14210460,"scores":{"anxiety":11,"depression":14},"source":0,"team":0}}');
INSERT INTO log VALUES(11,14211899,1,'test','referralReceived',1,2,'{"facts":{"dueOn":9874,"scores":{"anxiety":11,"depression":14},"startScores":{"anxiety":11,"depression":14}},"identity":{"consents":0,"name":"Person 2"},"person":2,"referral":{"received":14210460,"scores":{"anxiety":11,"depression":14},"source":0,"team":0}}');
INSERT INTO log VALUES(12,14211899,1,'test','referralReceived',1,3,'{"facts":{"dueOn":9875,"scores":{"anxiety":11,"depression":14},"startScores":{"anxiety":11,"depression":14}},"identity":{"consents":0,"name":"Person 3"},"person":3,"referral":{"received":14210460,"scores":{"anxiety":11,"depression":14},"source":0,"team":0}}');
INSERT INTO log VALUES(13,14211900,1,'test','availabilitySet',1,NULL,'{"clinician":0,"stretches":[{"minutes":{"end":1020,"start":540},"purpose":0,"weekday":0}],"week":0}');
INSERT INTO log VALUES(14,14211900,1,'test','absenceAdded',1,NULL,'{"absence":1,"clinician":1,"days":{"first":9872,"last":9876,"reason":1}}');
INSERT INTO log VALUES(15,14211900,1,'test','assessmentWeekDeclared',1,NULL,'{"monday":9872,"team":0}');
INSERT INTO log VALUES(16,14211900,1,'test','held',1,1,'{"expires":14211905,"hold":1,"placement":{"clinician":0,"kind":1,"minutes":60,"person":1,"start":14216220}}');
INSERT INTO log VALUES(17,14211900,1,'test','held',1,2,'{"expires":14211905,"hold":2,"placement":{"clinician":1,"kind":1,"minutes":60,"person":2,"start":14216220}}');
INSERT INTO log VALUES(18,14211900,1,'test','holdEnded',1,1,'{"hold":1,"outcome":1}');
INSERT INTO log VALUES(19,14211900,1,'test','booked',1,1,'{"appointment":1,"channel":0,"hold":1,"placement":{"clinician":0,"kind":1,"minutes":60,"person":1,"start":14216220},"reasons":0}');
INSERT INTO log VALUES(20,14211900,1,'test','booked',1,3,'{"appointment":2,"channel":0,"placement":{"clinician":2,"kind":1,"minutes":60,"person":3,"room":1,"start":14216220},"reasons":0}');
INSERT INTO log VALUES(21,14211900,1,'test','appointmentCancelled',1,3,'{"appointment":2,"by":2,"noticeMinutes":30,"why":""}');
INSERT INTO log VALUES(22,14211900,1,'test','attendanceRecorded',1,1,'{"appointment":1,"attendance":3}');
INSERT INTO log VALUES(23,14211900,1,'test','corrected',1,1,'{"sequence":22,"why":"was seen"}');
CREATE TABLE corrections (
    sequence INTEGER PRIMARY KEY REFERENCES log (sequence),
    corrected_by INTEGER NOT NULL REFERENCES log (sequence)
) STRICT;
INSERT INTO corrections VALUES(22,23);
CREATE TABLE commands (
    key TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    reply BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE access_log (
    entry INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    user INTEGER NOT NULL,
    origin TEXT NOT NULL,
    person INTEGER NOT NULL,
    what TEXT NOT NULL
) STRICT;
CREATE TABLE service (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    scenario TEXT NOT NULL,
    first_day INTEGER NOT NULL
) STRICT;
INSERT INTO service VALUES(1,'test','00',replace('name: test\n','\n',char(10)),9872);
CREATE TABLE teams (
    team INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;
INSERT INTO teams VALUES(0,'mid-essex');
CREATE TABLE rooms (
    room INTEGER PRIMARY KEY,
    team INTEGER NOT NULL REFERENCES teams (team),
    name TEXT NOT NULL,
    venue INTEGER NOT NULL,
    is_accessible INTEGER NOT NULL
) STRICT;
INSERT INTO rooms VALUES(1,0,'Room 1',0,0);
INSERT INTO rooms VALUES(2,0,'Room 2',0,0);
CREATE TABLE clinicians (
    clinician INTEGER PRIMARY KEY,
    team INTEGER NOT NULL REFERENCES teams (team),
    name TEXT NOT NULL,
    role INTEGER NOT NULL,
    whole_time_percent INTEGER NOT NULL,
    caseload_cap INTEGER NOT NULL,
    trained_in INTEGER NOT NULL,
    sees_under_18 INTEGER NOT NULL,
    sex INTEGER NOT NULL,
    languages TEXT NOT NULL,
    started_on INTEGER NOT NULL,
    metered_until INTEGER,
    metered_per_week INTEGER NOT NULL,
    winds_down_from INTEGER,
    last_day INTEGER
) STRICT;
INSERT INTO clinicians VALUES(0,0,'Clinician 0',0,100,70,1,0,0,'',9507,NULL,0,NULL,NULL);
INSERT INTO clinicians VALUES(1,0,'Clinician 1',0,100,70,1,0,0,'',9507,NULL,0,NULL,NULL);
INSERT INTO clinicians VALUES(2,0,'Clinician 2',0,100,70,1,0,0,'',9507,NULL,0,NULL,NULL);
INSERT INTO clinicians VALUES(3,0,'Clinician 3',0,100,70,1,0,0,'',9507,NULL,0,NULL,NULL);
CREATE TABLE availability (
    clinician INTEGER NOT NULL REFERENCES clinicians (clinician),
    week INTEGER NOT NULL,
    weekday INTEGER NOT NULL,
    purpose INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (clinician, week, weekday, purpose, start)
) STRICT, WITHOUT ROWID;
INSERT INTO availability VALUES(0,0,0,0,540,1020);
CREATE TABLE absences (
    absence INTEGER PRIMARY KEY,
    clinician INTEGER NOT NULL REFERENCES clinicians (clinician),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    is_removed INTEGER NOT NULL
) STRICT;
INSERT INTO absences VALUES(1,1,9872,9876,1,0);
CREATE TABLE assessment_weeks (
    team INTEGER NOT NULL REFERENCES teams (team),
    monday INTEGER NOT NULL,
    PRIMARY KEY (team, monday)
) STRICT, WITHOUT ROWID;
INSERT INTO assessment_weeks VALUES(0,9872);
CREATE TABLE users (
    user INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    role INTEGER NOT NULL,
    clinician INTEGER REFERENCES clinicians (clinician),
    is_active INTEGER NOT NULL
) STRICT;
INSERT INTO users VALUES(1,'scheduler',1,NULL,1);
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
INSERT INTO people VALUES(1,NULL,14210460,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,0,14,11,0,0);
INSERT INTO people VALUES(2,NULL,14210460,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,0,14,11,0,0);
INSERT INTO people VALUES(3,NULL,14210460,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,0,14,11,0,0);
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
INSERT INTO identities VALUES(1,'Person 1',NULL,NULL,NULL,NULL,NULL,0,NULL,NULL);
INSERT INTO identities VALUES(2,'Person 2',NULL,NULL,NULL,NULL,NULL,0,NULL,NULL);
INSERT INTO identities VALUES(3,'Person 3',NULL,NULL,NULL,NULL,NULL,0,NULL,NULL);
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
INSERT INTO episodes VALUES(1,0,0,0,0,0,12,0,0,0,0,0,-1,14210460,14210460,NULL,NULL,NULL,NULL,NULL,14,11,14,11,0,NULL,0,0,0,NULL,0,0,0,NULL,-1,NULL,9873,0);
INSERT INTO episodes VALUES(2,0,0,0,0,0,12,0,0,0,0,0,-1,14210460,14210460,NULL,NULL,NULL,NULL,NULL,14,11,14,11,0,NULL,0,0,0,NULL,0,0,0,NULL,-1,NULL,9874,0);
INSERT INTO episodes VALUES(3,0,0,0,0,0,12,0,0,0,0,0,-1,14210460,14210460,NULL,NULL,NULL,NULL,NULL,14,11,14,11,0,NULL,0,0,0,NULL,0,0,0,NULL,-1,NULL,9875,0);
CREATE TABLE appointments (
    appointment INTEGER PRIMARY KEY,
    person INTEGER REFERENCES people (person),
    clinician INTEGER NOT NULL REFERENCES clinicians (clinician),
    room INTEGER REFERENCES rooms (room),
    session INTEGER REFERENCES appointments (appointment),
    seat INTEGER,
    kind INTEGER NOT NULL,
    start INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    hold INTEGER REFERENCES holds (hold),
    replaces INTEGER REFERENCES appointments (appointment),
    channel INTEGER NOT NULL,
    reasons INTEGER NOT NULL,
    override_reason TEXT,
    booked_at INTEGER NOT NULL,
    status INTEGER NOT NULL,
    attendance INTEGER,
    depression INTEGER,
    anxiety INTEGER,
    cancelled_at INTEGER,
    notice_minutes INTEGER,
    why TEXT
) STRICT;
INSERT INTO appointments VALUES(1,1,0,NULL,NULL,NULL,1,14216220,60,1,NULL,0,0,NULL,14211900,0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO appointments VALUES(2,3,2,1,NULL,NULL,1,14216220,60,NULL,NULL,0,0,NULL,14211900,1,4,NULL,NULL,14211900,30,'');
CREATE TABLE holds (
    hold INTEGER PRIMARY KEY,
    person INTEGER REFERENCES people (person),
    clinician INTEGER NOT NULL REFERENCES clinicians (clinician),
    room INTEGER REFERENCES rooms (room),
    session INTEGER REFERENCES appointments (appointment),
    seat INTEGER,
    kind INTEGER NOT NULL,
    start INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    placed_at INTEGER NOT NULL,
    outcome INTEGER,
    ended_at INTEGER
) STRICT;
INSERT INTO holds VALUES(1,1,0,NULL,NULL,NULL,1,14216220,60,14211905,14211900,1,14211900);
INSERT INTO holds VALUES(2,2,1,NULL,NULL,NULL,1,14216220,60,14211905,14211900,NULL,NULL);
CREATE TABLE quanta (
    key INTEGER PRIMARY KEY,
    holder INTEGER NOT NULL
) STRICT;
INSERT INTO quanta VALUES(1895460,1);
INSERT INTO quanta VALUES(1895461,1);
INSERT INTO quanta VALUES(1895462,1);
INSERT INTO quanta VALUES(1895463,1);
INSERT INTO quanta VALUES(1895464,1);
INSERT INTO quanta VALUES(1895465,1);
INSERT INTO quanta VALUES(1895466,1);
INSERT INTO quanta VALUES(1895467,1);
INSERT INTO quanta VALUES(1895468,1);
INSERT INTO quanta VALUES(1895469,1);
INSERT INTO quanta VALUES(1895470,1);
INSERT INTO quanta VALUES(1895471,1);
INSERT INTO quanta VALUES(18672676,-2);
INSERT INTO quanta VALUES(18672677,-2);
INSERT INTO quanta VALUES(18672678,-2);
INSERT INTO quanta VALUES(18672679,-2);
INSERT INTO quanta VALUES(18672680,-2);
INSERT INTO quanta VALUES(18672681,-2);
INSERT INTO quanta VALUES(18672682,-2);
INSERT INTO quanta VALUES(18672683,-2);
INSERT INTO quanta VALUES(18672684,-2);
INSERT INTO quanta VALUES(18672685,-2);
INSERT INTO quanta VALUES(18672686,-2);
INSERT INTO quanta VALUES(18672687,-2);
INSERT INTO quanta VALUES(2305843009232366628,1);
INSERT INTO quanta VALUES(2305843009232366629,1);
INSERT INTO quanta VALUES(2305843009232366630,1);
INSERT INTO quanta VALUES(2305843009232366631,1);
INSERT INTO quanta VALUES(2305843009232366632,1);
INSERT INTO quanta VALUES(2305843009232366633,1);
INSERT INTO quanta VALUES(2305843009232366634,1);
INSERT INTO quanta VALUES(2305843009232366635,1);
INSERT INTO quanta VALUES(2305843009232366636,1);
INSERT INTO quanta VALUES(2305843009232366637,1);
INSERT INTO quanta VALUES(2305843009232366638,1);
INSERT INTO quanta VALUES(2305843009232366639,1);
INSERT INTO quanta VALUES(2305843009249143844,-2);
INSERT INTO quanta VALUES(2305843009249143845,-2);
INSERT INTO quanta VALUES(2305843009249143846,-2);
INSERT INTO quanta VALUES(2305843009249143847,-2);
INSERT INTO quanta VALUES(2305843009249143848,-2);
INSERT INTO quanta VALUES(2305843009249143849,-2);
INSERT INTO quanta VALUES(2305843009249143850,-2);
INSERT INTO quanta VALUES(2305843009249143851,-2);
INSERT INTO quanta VALUES(2305843009249143852,-2);
INSERT INTO quanta VALUES(2305843009249143853,-2);
INSERT INTO quanta VALUES(2305843009249143854,-2);
INSERT INTO quanta VALUES(2305843009249143855,-2);
CREATE TABLE steps (n INTEGER PRIMARY KEY) STRICT;
INSERT INTO steps VALUES(0);
INSERT INTO steps VALUES(1);
INSERT INTO steps VALUES(2);
INSERT INTO steps VALUES(3);
INSERT INTO steps VALUES(4);
INSERT INTO steps VALUES(5);
INSERT INTO steps VALUES(6);
INSERT INTO steps VALUES(7);
INSERT INTO steps VALUES(8);
INSERT INTO steps VALUES(9);
INSERT INTO steps VALUES(10);
INSERT INTO steps VALUES(11);
INSERT INTO steps VALUES(12);
INSERT INTO steps VALUES(13);
INSERT INTO steps VALUES(14);
INSERT INTO steps VALUES(15);
INSERT INTO steps VALUES(16);
INSERT INTO steps VALUES(17);
INSERT INTO steps VALUES(18);
INSERT INTO steps VALUES(19);
INSERT INTO steps VALUES(20);
INSERT INTO steps VALUES(21);
INSERT INTO steps VALUES(22);
INSERT INTO steps VALUES(23);
INSERT INTO steps VALUES(24);
INSERT INTO steps VALUES(25);
INSERT INTO steps VALUES(26);
INSERT INTO steps VALUES(27);
INSERT INTO steps VALUES(28);
INSERT INTO steps VALUES(29);
INSERT INTO steps VALUES(30);
INSERT INTO steps VALUES(31);
INSERT INTO steps VALUES(32);
INSERT INTO steps VALUES(33);
INSERT INTO steps VALUES(34);
INSERT INTO steps VALUES(35);
INSERT INTO steps VALUES(36);
INSERT INTO steps VALUES(37);
INSERT INTO steps VALUES(38);
INSERT INTO steps VALUES(39);
INSERT INTO steps VALUES(40);
INSERT INTO steps VALUES(41);
INSERT INTO steps VALUES(42);
INSERT INTO steps VALUES(43);
INSERT INTO steps VALUES(44);
INSERT INTO steps VALUES(45);
INSERT INTO steps VALUES(46);
INSERT INTO steps VALUES(47);
INSERT INTO steps VALUES(48);
INSERT INTO steps VALUES(49);
INSERT INTO steps VALUES(50);
INSERT INTO steps VALUES(51);
INSERT INTO steps VALUES(52);
INSERT INTO steps VALUES(53);
INSERT INTO steps VALUES(54);
INSERT INTO steps VALUES(55);
INSERT INTO steps VALUES(56);
INSERT INTO steps VALUES(57);
INSERT INTO steps VALUES(58);
INSERT INTO steps VALUES(59);
INSERT INTO steps VALUES(60);
INSERT INTO steps VALUES(61);
INSERT INTO steps VALUES(62);
INSERT INTO steps VALUES(63);
INSERT INTO steps VALUES(64);
INSERT INTO steps VALUES(65);
INSERT INTO steps VALUES(66);
INSERT INTO steps VALUES(67);
INSERT INTO steps VALUES(68);
INSERT INTO steps VALUES(69);
INSERT INTO steps VALUES(70);
INSERT INTO steps VALUES(71);
INSERT INTO steps VALUES(72);
INSERT INTO steps VALUES(73);
INSERT INTO steps VALUES(74);
INSERT INTO steps VALUES(75);
INSERT INTO steps VALUES(76);
INSERT INTO steps VALUES(77);
INSERT INTO steps VALUES(78);
INSERT INTO steps VALUES(79);
INSERT INTO steps VALUES(80);
INSERT INTO steps VALUES(81);
INSERT INTO steps VALUES(82);
INSERT INTO steps VALUES(83);
INSERT INTO steps VALUES(84);
INSERT INTO steps VALUES(85);
INSERT INTO steps VALUES(86);
INSERT INTO steps VALUES(87);
INSERT INTO steps VALUES(88);
INSERT INTO steps VALUES(89);
INSERT INTO steps VALUES(90);
INSERT INTO steps VALUES(91);
INSERT INTO steps VALUES(92);
INSERT INTO steps VALUES(93);
INSERT INTO steps VALUES(94);
INSERT INTO steps VALUES(95);
INSERT INTO steps VALUES(96);
INSERT INTO steps VALUES(97);
INSERT INTO steps VALUES(98);
INSERT INTO steps VALUES(99);
INSERT INTO steps VALUES(100);
INSERT INTO steps VALUES(101);
INSERT INTO steps VALUES(102);
INSERT INTO steps VALUES(103);
INSERT INTO steps VALUES(104);
INSERT INTO steps VALUES(105);
INSERT INTO steps VALUES(106);
INSERT INTO steps VALUES(107);
INSERT INTO steps VALUES(108);
INSERT INTO steps VALUES(109);
INSERT INTO steps VALUES(110);
INSERT INTO steps VALUES(111);
INSERT INTO steps VALUES(112);
INSERT INTO steps VALUES(113);
INSERT INTO steps VALUES(114);
INSERT INTO steps VALUES(115);
INSERT INTO steps VALUES(116);
INSERT INTO steps VALUES(117);
INSERT INTO steps VALUES(118);
INSERT INTO steps VALUES(119);
INSERT INTO steps VALUES(120);
INSERT INTO steps VALUES(121);
INSERT INTO steps VALUES(122);
INSERT INTO steps VALUES(123);
INSERT INTO steps VALUES(124);
INSERT INTO steps VALUES(125);
INSERT INTO steps VALUES(126);
INSERT INTO steps VALUES(127);
INSERT INTO steps VALUES(128);
INSERT INTO steps VALUES(129);
INSERT INTO steps VALUES(130);
INSERT INTO steps VALUES(131);
INSERT INTO steps VALUES(132);
INSERT INTO steps VALUES(133);
INSERT INTO steps VALUES(134);
INSERT INTO steps VALUES(135);
INSERT INTO steps VALUES(136);
INSERT INTO steps VALUES(137);
INSERT INTO steps VALUES(138);
INSERT INTO steps VALUES(139);
INSERT INTO steps VALUES(140);
INSERT INTO steps VALUES(141);
INSERT INTO steps VALUES(142);
INSERT INTO steps VALUES(143);
INSERT INTO steps VALUES(144);
INSERT INTO steps VALUES(145);
INSERT INTO steps VALUES(146);
INSERT INTO steps VALUES(147);
INSERT INTO steps VALUES(148);
INSERT INTO steps VALUES(149);
INSERT INTO steps VALUES(150);
INSERT INTO steps VALUES(151);
INSERT INTO steps VALUES(152);
INSERT INTO steps VALUES(153);
INSERT INTO steps VALUES(154);
INSERT INTO steps VALUES(155);
INSERT INTO steps VALUES(156);
INSERT INTO steps VALUES(157);
INSERT INTO steps VALUES(158);
INSERT INTO steps VALUES(159);
INSERT INTO steps VALUES(160);
INSERT INTO steps VALUES(161);
INSERT INTO steps VALUES(162);
INSERT INTO steps VALUES(163);
INSERT INTO steps VALUES(164);
INSERT INTO steps VALUES(165);
INSERT INTO steps VALUES(166);
INSERT INTO steps VALUES(167);
INSERT INTO steps VALUES(168);
INSERT INTO steps VALUES(169);
INSERT INTO steps VALUES(170);
INSERT INTO steps VALUES(171);
INSERT INTO steps VALUES(172);
INSERT INTO steps VALUES(173);
INSERT INTO steps VALUES(174);
INSERT INTO steps VALUES(175);
INSERT INTO steps VALUES(176);
INSERT INTO steps VALUES(177);
INSERT INTO steps VALUES(178);
INSERT INTO steps VALUES(179);
INSERT INTO steps VALUES(180);
INSERT INTO steps VALUES(181);
INSERT INTO steps VALUES(182);
INSERT INTO steps VALUES(183);
INSERT INTO steps VALUES(184);
INSERT INTO steps VALUES(185);
INSERT INTO steps VALUES(186);
INSERT INTO steps VALUES(187);
INSERT INTO steps VALUES(188);
INSERT INTO steps VALUES(189);
INSERT INTO steps VALUES(190);
INSERT INTO steps VALUES(191);
CREATE INDEX log_person ON log (person) WHERE person IS NOT NULL;
CREATE TRIGGER log_keeps_order BEFORE INSERT ON log
    WHEN NEW.sequence <> 1 + (SELECT coalesce(max(sequence), 0) FROM log)
    BEGIN SELECT raise(ABORT, 'the log has no gaps'); END;
CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
    BEGIN SELECT raise(ABORT, 'the log is never changed'); END;
CREATE TRIGGER log_is_not_deleted BEFORE DELETE ON log
    BEGIN SELECT raise(ABORT, 'the log is never deleted'); END;
CREATE INDEX access_log_person ON access_log (person);
CREATE TRIGGER access_log_is_not_changed BEFORE UPDATE ON access_log
    BEGIN SELECT raise(ABORT, 'the access log is never changed'); END;
CREATE TRIGGER access_log_is_not_deleted BEFORE DELETE ON access_log
    BEGIN SELECT raise(ABORT, 'the access log is never deleted'); END;
CREATE INDEX absences_clinician ON absences (clinician, last);
CREATE INDEX identities_nhs_number ON identities (nhs_number) WHERE nhs_number IS NOT NULL;
CREATE INDEX episodes_waiting ON episodes (state, team, step, due_on);
CREATE INDEX episodes_clinician ON episodes (clinician) WHERE clinician >= 0;
CREATE INDEX appointments_person ON appointments (person);
CREATE INDEX appointments_clinician ON appointments (clinician, start);
CREATE INDEX appointments_session ON appointments (session) WHERE session IS NOT NULL;
CREATE INDEX holds_open ON holds (expires) WHERE outcome IS NULL;
COMMIT;
