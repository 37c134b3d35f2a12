PRAGMA application_id = 1398034499;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1 booking');
INSERT INTO grdb_migrations VALUES('2 tasks and outbox');
INSERT INTO grdb_migrations VALUES('3 plans and meters');
INSERT INTO grdb_migrations VALUES('4 days lie together');
INSERT INTO grdb_migrations VALUES('5 venues and links');
INSERT INTO grdb_migrations VALUES('6 courses in a group');
INSERT INTO grdb_migrations VALUES('7 sent messages and refused looks');
INSERT INTO grdb_migrations VALUES('8 hours from a day and closed rooms');
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
INSERT INTO log VALUES(1,14145660,0,'command line','serviceInitialised',1,NULL,'{"fingerprint":"057cc8757d740c6c70a7c14050e877cc8dbba873b4c31824f4aef92dbce3eb1f","firstDay":9823,"name":"mini","scenario":"{\"files\":[{\"name\":\"mini.yaml\",\"text\":\"name: mini\\nstarts: 2026-11-23\\nweeks: 4\\nteams:\\n  - name: one\\n    population: { registered: 20000, adults: 0.79, prevalence: 0.16 }\\n    referrals: { per-week: 5 }\\n    staff:\\n      - { role: pwp, wte: 1.0, count: 2, caseload: 40, completed-hours: 20 }\\n      - { role: hit, wte: 1.0, count: 1, caseload: 30, completed-hours: 20 }\\n\"}],\"overrides\":[]}"}');
INSERT INTO log VALUES(2,14145660,0,'command line','teamAdded',1,NULL,'{"name":"one","team":0}');
INSERT INTO log VALUES(3,14145660,0,'command line','clinicianAdded',1,NULL,'{"caseloadCap":40,"clinician":0,"languages":[],"meteredPerWeek":0,"name":"Invented Clinician 0","role":0,"seesUnder18":true,"sex":0,"startedOn":8766,"takenThisWeek":0,"team":0,"trainedIn":1,"venues":[],"wholeTimePercent":100}');
INSERT INTO log VALUES(4,14145660,0,'command line','clinicianAdded',1,NULL,'{"caseloadCap":40,"clinician":1,"languages":[],"meteredPerWeek":0,"name":"Invented Clinician 1","role":0,"seesUnder18":true,"sex":0,"startedOn":8766,"takenThisWeek":0,"team":0,"trainedIn":1,"venues":[],"wholeTimePercent":100}');
INSERT INTO log VALUES(5,14145660,0,'command line','clinicianAdded',1,NULL,'{"caseloadCap":40,"clinician":2,"languages":[],"meteredPerWeek":0,"name":"Invented Clinician 2","role":3,"seesUnder18":true,"sex":0,"startedOn":8766,"takenThisWeek":0,"team":0,"trainedIn":2,"venues":[],"wholeTimePercent":100}');
INSERT INTO log VALUES(6,14145660,0,'command line','availabilitySet',1,NULL,'{"clinician":0,"stretches":[{"minutes":{"end":660,"start":540},"purpose":0,"weekday":0},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":0},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":0},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":1},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":1},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":1},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":2},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":2},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":2},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":3},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":3},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":3}],"week":0}');
INSERT INTO log VALUES(7,14145660,0,'command line','availabilitySet',1,NULL,'{"clinician":0,"stretches":[{"minutes":{"end":660,"start":540},"purpose":0,"weekday":0},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":0},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":0},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":1},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":1},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":1},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":2},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":2},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":2},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":3},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":3},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":3}],"week":1}');
INSERT INTO log VALUES(8,14145660,0,'command line','availabilitySet',1,NULL,'{"clinician":1,"stretches":[{"minutes":{"end":660,"start":540},"purpose":0,"weekday":0},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":0},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":0},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":1},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":1},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":1},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":2},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":2},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":2},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":3},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":3},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":3}],"week":0}');
INSERT INTO log VALUES(9,14145660,0,'command line','availabilitySet',1,NULL,'{"clinician":1,"stretches":[{"minutes":{"end":660,"start":540},"purpose":0,"weekday":0},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":0},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":0},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":1},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":1},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":1},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":2},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":2},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":2},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":3},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":3},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":3}],"week":1}');
INSERT INTO log VALUES(10,14145660,0,'command line','availabilitySet',1,NULL,'{"clinician":2,"stretches":[{"minutes":{"end":660,"start":540},"purpose":0,"weekday":0},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":0},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":0},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":1},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":1},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":1},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":2},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":2},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":2},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":3},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":3},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":3}],"week":0}');
INSERT INTO log VALUES(11,14145660,0,'command line','availabilitySet',1,NULL,'{"clinician":2,"stretches":[{"minutes":{"end":660,"start":540},"purpose":0,"weekday":0},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":0},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":0},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":1},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":1},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":1},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":2},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":2},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":2},{"minutes":{"end":660,"start":540},"purpose":0,"weekday":3},{"minutes":{"end":960,"start":660},"purpose":1,"weekday":3},{"minutes":{"end":1020,"start":960},"purpose":2,"weekday":3}],"week":1}');
INSERT INTO log VALUES(12,14145660,0,'command line','referralReceived',1,1,'{"facts":{"nextActionDue":14147280,"scores":{"anxiety":0,"depression":0},"screeningTask":2,"startScores":{"anxiety":0,"depression":0}},"identity":{"consents":1,"name":"Invented Person 1"},"person":1,"referral":{"received":14026200,"source":0,"team":0}}');
INSERT INTO log VALUES(13,14145660,0,'command line','episodeMoved',1,1,'{"episode":{"received":14026200,"state":0,"stateSince":14026200},"person":1}');
INSERT INTO log VALUES(14,14145660,0,'command line','referralReceived',1,2,'{"facts":{"acceptsShortNotice":true,"contactAttempts":2,"flags":57,"movedByPerson":true,"movedByService":true,"reachedAt":14039160,"scores":{"anxiety":0,"depression":0},"startScores":{"anxiety":0,"depression":0}},"identity":{"consents":0,"name":"Invented Person 2"},"person":2,"referral":{"received":14027640,"source":0,"team":0}}');
INSERT INTO log VALUES(15,14145660,0,'command line','episodeMoved',1,2,'{"episode":{"received":14027640,"state":2,"stateSince":14027640},"person":2}');
INSERT INTO log VALUES(16,14145660,0,'command line','referralReceived',1,3,'{"facts":{"assessor":0,"flags":258,"keepingInTouchOptOut":true,"lastKeptInTouch":9789,"plannedSessions":4,"scores":{"anxiety":9,"depression":10},"startScores":{"anxiety":12,"depression":14}},"identity":{"consents":1,"name":"Invented Person 3"},"person":3,"referral":{"received":14029080,"source":0,"team":0}}');
INSERT INTO log VALUES(17,14145660,0,'command line','episodeMoved',1,3,'{"episode":{"contactsAtStep":1,"firstAppointment":14069400,"firstTreatment":14079480,"lastTreatment":14079480,"lowContacts":1,"received":14029080,"state":5,"stateSince":14069400,"waitingSince":14069400},"person":3}');
INSERT INTO log VALUES(18,14145660,0,'command line','referralReceived',1,4,'{"facts":{"assessor":2,"flags":132,"listedAt":14141400,"plannedSessions":16,"scores":{"anxiety":0,"depression":0},"sessionsAtStep":3,"startScores":{"anxiety":15,"depression":20}},"identity":{"consents":0,"name":"Invented Person 4"},"person":4,"referral":{"received":14030520,"source":0,"team":0}}');
INSERT INTO log VALUES(19,14145660,0,'command line','episodeMoved',1,4,'{"episode":{"clinician":2,"contactsAtStep":3,"firstAppointment":14069400,"firstTreatment":14079480,"highContacts":3,"lastTreatment":14099640,"missedCount":1,"modality":1,"priority":4,"received":14030520,"secondTreatment":14089560,"state":7,"stateSince":14069400,"step":1,"waitingSince":14069400,"wasSteppedUp":true},"person":4}');
INSERT INTO log VALUES(20,14145660,0,'command line','referralReceived',1,5,'{"facts":{"scores":{"anxiety":2,"depression":3},"startScores":{"anxiety":8,"depression":9}},"identity":{"consents":1,"name":"Invented Person 5"},"person":5,"referral":{"received":14031960,"source":0,"team":0}}');
INSERT INTO log VALUES(21,14145660,0,'command line','episodeMoved',1,5,'{"episode":{"contactsAtStep":6,"firstAppointment":14069400,"firstTreatment":14079480,"lastTreatment":14129880,"lowContacts":6,"received":14031960,"secondTreatment":14089560,"state":10,"stateSince":14129880,"waitingSince":14069400},"person":5}');
INSERT INTO log VALUES(22,14145660,0,'command line','referralReceived',1,6,'{"facts":{"notBefore":9831,"scores":{"anxiety":0,"depression":0},"startScores":{"anxiety":0,"depression":0}},"identity":{"consents":0,"name":"Invented Person 6"},"person":6,"referral":{"received":14033400,"source":0,"team":0}}');
INSERT INTO log VALUES(23,14145660,0,'command line','episodeMoved',1,6,'{"episode":{"endReason":8,"firstAppointment":14069400,"received":14033400,"state":10,"stateSince":14069400,"waitingSince":14069400},"person":6}');
INSERT INTO log VALUES(24,14145660,0,'command line','referralReceived',1,7,'{"facts":{"dueOn":9833,"flags":512,"notBefore":9831,"scores":{"anxiety":0,"depression":0},"startScores":{"anxiety":0,"depression":0}},"identity":{"consents":1,"name":"Invented Person 7"},"person":7,"referral":{"received":14034840,"source":0,"team":0}}');
INSERT INTO log VALUES(25,14145660,0,'command line','episodeMoved',1,7,'{"episode":{"firstAppointment":14069400,"received":14034840,"state":5,"stateSince":14069400,"waitingSince":14069400},"person":7}');
INSERT INTO log VALUES(26,14145660,0,'command line','personFactsChanged',1,1,'{"facts":{"dueOn":9768,"nextActionDue":14147280,"scores":{"anxiety":0,"depression":0},"startScores":{"anxiety":0,"depression":0}},"person":1}');
INSERT INTO log VALUES(27,14145660,0,'command line','personFactsChanged',1,2,'{"facts":{"acceptsShortNotice":true,"contactAttempts":2,"dueOn":9769,"flags":57,"movedByPerson":true,"movedByService":true,"reachedAt":14039160,"scores":{"anxiety":0,"depression":0},"startScores":{"anxiety":0,"depression":0}},"person":2}');
INSERT INTO log VALUES(28,14145660,0,'command line','personFactsChanged',1,3,'{"facts":{"assessor":0,"dueOn":9798,"flags":258,"keepingInTouchOptOut":true,"lastKeptInTouch":9789,"plannedSessions":4,"scores":{"anxiety":9,"depression":10},"startScores":{"anxiety":12,"depression":14}},"person":3}');
INSERT INTO log VALUES(29,14145660,0,'command line','personFactsChanged',1,7,'{"facts":{"dueOn":9798,"notBefore":9831,"scores":{"anxiety":0,"depression":0},"startScores":{"anxiety":0,"depression":0}},"person":7}');
INSERT INTO log VALUES(30,14145660,0,'command line','held',1,2,'{"expires":14145670,"hold":1,"placement":{"clinician":0,"kind":0,"minutes":50,"person":2,"start":14147100}}');
INSERT INTO log VALUES(31,14145660,0,'command line','holdEnded',1,2,'{"hold":1,"outcome":1}');
INSERT INTO log VALUES(32,14145660,0,'command line','booked',1,2,'{"appointment":1,"channel":0,"hold":1,"placement":{"clinician":0,"kind":0,"minutes":50,"person":2,"start":14147100},"reasons":0}');
INSERT INTO log VALUES(33,14145660,0,'command line','episodeMoved',1,2,'{"episode":{"received":14027640,"state":3,"stateSince":14145660},"facts":{"acceptsShortNotice":true,"appointmentCount":1,"contactAttempts":2,"dueOn":9769,"flags":57,"movedByPerson":true,"movedByService":true,"reachedAt":14039160,"scores":{"anxiety":0,"depression":0},"startScores":{"anxiety":0,"depression":0}},"person":2}');
INSERT INTO log VALUES(34,14145660,0,'command line','held',1,4,'{"expires":14145670,"hold":2,"placement":{"clinician":2,"kind":1,"minutes":60,"person":4,"start":14148540}}');
INSERT INTO log VALUES(35,14145660,0,'command line','holdEnded',1,4,'{"hold":2,"outcome":1}');
INSERT INTO log VALUES(36,14145660,0,'command line','booked',1,4,'{"appointment":2,"channel":0,"hold":2,"placement":{"clinician":2,"kind":1,"minutes":60,"person":4,"start":14148540},"reasons":0}');
INSERT INTO log VALUES(37,14145660,0,'command line','personFactsChanged',1,4,'{"facts":{"appointmentCount":1,"assessor":2,"flags":4,"plannedSessions":16,"scores":{"anxiety":0,"depression":0},"sessionsAtStep":3,"startScores":{"anxiety":15,"depression":20}},"person":4}');
INSERT INTO log VALUES(38,14145660,0,'command line','referralReceived',1,8,'{"facts":{"dueOn":9851,"scores":{"anxiety":0,"depression":0},"startScores":{"anxiety":0,"depression":0}},"identity":{"consents":0,"name":"Invented Person 8"},"person":8,"referral":{"received":14145660,"source":0,"team":0}}');
INSERT INTO log VALUES(39,14145660,0,'command line','taskAdded',1,7,'{"due":14148000,"kind":"discharge-letter","person":7,"task":1}');
INSERT INTO log VALUES(40,14145660,0,'command line','messageQueued',1,7,'{"channel":1,"consent":1,"message":1,"person":7,"template":"discharge"}');
INSERT INTO log VALUES(41,14145660,0,'command line','episodeMoved',1,7,'{"episode":{"endReason":8,"firstAppointment":14069400,"received":14034840,"state":10,"stateSince":14145660,"waitingSince":14069400},"facts":{"notBefore":9831,"scores":{"anxiety":0,"depression":0},"startScores":{"anxiety":0,"depression":0}},"person":7}');
CREATE TABLE corrections (
    sequence INTEGER PRIMARY KEY REFERENCES log (sequence),
    corrected_by INTEGER NOT NULL REFERENCES log (sequence)
) STRICT;
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
, is_refused INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO access_log VALUES(1,14145660,0,'command line',0,'verify',0);
CREATE TABLE service (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    scenario TEXT NOT NULL,
    first_day INTEGER NOT NULL
) STRICT;
INSERT INTO service VALUES(1,'mini','057cc8757d740c6c70a7c14050e877cc8dbba873b4c31824f4aef92dbce3eb1f','{"files":[{"name":"mini.yaml","text":"name: mini\nstarts: 2026-11-23\nweeks: 4\nteams:\n  - name: one\n    population: { registered: 20000, adults: 0.79, prevalence: 0.16 }\n    referrals: { per-week: 5 }\n    staff:\n      - { role: pwp, wte: 1.0, count: 2, caseload: 40, completed-hours: 20 }\n      - { role: hit, wte: 1.0, count: 1, caseload: 30, completed-hours: 20 }\n"}],"overrides":[]}',9823);
CREATE TABLE teams (
    team INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;
INSERT INTO teams VALUES(0,'one');
CREATE TABLE rooms (
    room INTEGER PRIMARY KEY,
    team INTEGER NOT NULL REFERENCES teams (team),
    name TEXT NOT NULL,
    venue INTEGER NOT NULL,
    is_accessible INTEGER NOT NULL
, opens INTEGER, closes INTEGER) STRICT;
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
, taken_this_week INTEGER NOT NULL DEFAULT 0, metered_week INTEGER, venues TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO clinicians VALUES(0,0,'Invented Clinician 0',0,100,40,1,1,0,'',8766,NULL,0,NULL,NULL,0,NULL,'');
INSERT INTO clinicians VALUES(1,0,'Invented Clinician 1',0,100,40,1,1,0,'',8766,NULL,0,NULL,NULL,0,NULL,'');
INSERT INTO clinicians VALUES(2,0,'Invented Clinician 2',3,100,40,2,1,0,'',8766,NULL,0,NULL,NULL,0,NULL,'');
CREATE TABLE availability (
    clinician INTEGER NOT NULL REFERENCES clinicians (clinician),
    week INTEGER NOT NULL,
    weekday INTEGER NOT NULL,
    purpose INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (clinician, week, weekday, purpose, start)
) STRICT, WITHOUT ROWID;
INSERT INTO availability VALUES(0,0,0,0,540,660);
INSERT INTO availability VALUES(0,0,0,1,660,960);
INSERT INTO availability VALUES(0,0,0,2,960,1020);
INSERT INTO availability VALUES(0,0,1,0,540,660);
INSERT INTO availability VALUES(0,0,1,1,660,960);
INSERT INTO availability VALUES(0,0,1,2,960,1020);
INSERT INTO availability VALUES(0,0,2,0,540,660);
INSERT INTO availability VALUES(0,0,2,1,660,960);
INSERT INTO availability VALUES(0,0,2,2,960,1020);
INSERT INTO availability VALUES(0,0,3,0,540,660);
INSERT INTO availability VALUES(0,0,3,1,660,960);
INSERT INTO availability VALUES(0,0,3,2,960,1020);
INSERT INTO availability VALUES(0,1,0,0,540,660);
INSERT INTO availability VALUES(0,1,0,1,660,960);
INSERT INTO availability VALUES(0,1,0,2,960,1020);
INSERT INTO availability VALUES(0,1,1,0,540,660);
INSERT INTO availability VALUES(0,1,1,1,660,960);
INSERT INTO availability VALUES(0,1,1,2,960,1020);
INSERT INTO availability VALUES(0,1,2,0,540,660);
INSERT INTO availability VALUES(0,1,2,1,660,960);
INSERT INTO availability VALUES(0,1,2,2,960,1020);
INSERT INTO availability VALUES(0,1,3,0,540,660);
INSERT INTO availability VALUES(0,1,3,1,660,960);
INSERT INTO availability VALUES(0,1,3,2,960,1020);
INSERT INTO availability VALUES(1,0,0,0,540,660);
INSERT INTO availability VALUES(1,0,0,1,660,960);
INSERT INTO availability VALUES(1,0,0,2,960,1020);
INSERT INTO availability VALUES(1,0,1,0,540,660);
INSERT INTO availability VALUES(1,0,1,1,660,960);
INSERT INTO availability VALUES(1,0,1,2,960,1020);
INSERT INTO availability VALUES(1,0,2,0,540,660);
INSERT INTO availability VALUES(1,0,2,1,660,960);
INSERT INTO availability VALUES(1,0,2,2,960,1020);
INSERT INTO availability VALUES(1,0,3,0,540,660);
INSERT INTO availability VALUES(1,0,3,1,660,960);
INSERT INTO availability VALUES(1,0,3,2,960,1020);
INSERT INTO availability VALUES(1,1,0,0,540,660);
INSERT INTO availability VALUES(1,1,0,1,660,960);
INSERT INTO availability VALUES(1,1,0,2,960,1020);
INSERT INTO availability VALUES(1,1,1,0,540,660);
INSERT INTO availability VALUES(1,1,1,1,660,960);
INSERT INTO availability VALUES(1,1,1,2,960,1020);
INSERT INTO availability VALUES(1,1,2,0,540,660);
INSERT INTO availability VALUES(1,1,2,1,660,960);
INSERT INTO availability VALUES(1,1,2,2,960,1020);
INSERT INTO availability VALUES(1,1,3,0,540,660);
INSERT INTO availability VALUES(1,1,3,1,660,960);
INSERT INTO availability VALUES(1,1,3,2,960,1020);
INSERT INTO availability VALUES(2,0,0,0,540,660);
INSERT INTO availability VALUES(2,0,0,1,660,960);
INSERT INTO availability VALUES(2,0,0,2,960,1020);
INSERT INTO availability VALUES(2,0,1,0,540,660);
INSERT INTO availability VALUES(2,0,1,1,660,960);
INSERT INTO availability VALUES(2,0,1,2,960,1020);
INSERT INTO availability VALUES(2,0,2,0,540,660);
INSERT INTO availability VALUES(2,0,2,1,660,960);
INSERT INTO availability VALUES(2,0,2,2,960,1020);
INSERT INTO availability VALUES(2,0,3,0,540,660);
INSERT INTO availability VALUES(2,0,3,1,660,960);
INSERT INTO availability VALUES(2,0,3,2,960,1020);
INSERT INTO availability VALUES(2,1,0,0,540,660);
INSERT INTO availability VALUES(2,1,0,1,660,960);
INSERT INTO availability VALUES(2,1,0,2,960,1020);
INSERT INTO availability VALUES(2,1,1,0,540,660);
INSERT INTO availability VALUES(2,1,1,1,660,960);
INSERT INTO availability VALUES(2,1,1,2,960,1020);
INSERT INTO availability VALUES(2,1,2,0,540,660);
INSERT INTO availability VALUES(2,1,2,1,660,960);
INSERT INTO availability VALUES(2,1,2,2,960,1020);
INSERT INTO availability VALUES(2,1,3,0,540,660);
INSERT INTO availability VALUES(2,1,3,1,660,960);
INSERT INTO availability VALUES(2,1,3,2,960,1020);
CREATE TABLE absences (
    absence INTEGER PRIMARY KEY,
    clinician INTEGER NOT NULL REFERENCES clinicians (clinician),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    is_removed INTEGER NOT NULL
) STRICT;
CREATE TABLE assessment_weeks (
    team INTEGER NOT NULL REFERENCES teams (team),
    monday INTEGER NOT NULL,
    PRIMARY KEY (team, monday)
) STRICT, WITHOUT ROWID;
CREATE TABLE users (
    user INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    role INTEGER NOT NULL,
    clinician INTEGER REFERENCES clinicians (clinician),
    is_active INTEGER NOT NULL
) STRICT;
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
INSERT INTO people VALUES(1,NULL,14026200,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,0,NULL,NULL,0,0);
INSERT INTO people VALUES(2,NULL,14027640,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,0,NULL,NULL,0,0);
INSERT INTO people VALUES(3,NULL,14029080,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,0,NULL,NULL,0,0);
INSERT INTO people VALUES(4,NULL,14030520,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,0,NULL,NULL,0,0);
INSERT INTO people VALUES(5,NULL,14031960,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,0,NULL,NULL,0,0);
INSERT INTO people VALUES(6,NULL,14033400,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,0,NULL,NULL,0,0);
INSERT INTO people VALUES(7,NULL,14034840,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,0,NULL,NULL,0,0);
INSERT INTO people VALUES(8,NULL,14145660,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,NULL,0,NULL,NULL,0,0);
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
INSERT INTO identities VALUES(1,'Invented Person 1',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO identities VALUES(2,'Invented Person 2',NULL,NULL,NULL,NULL,NULL,0,NULL,NULL);
INSERT INTO identities VALUES(3,'Invented Person 3',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO identities VALUES(4,'Invented Person 4',NULL,NULL,NULL,NULL,NULL,0,NULL,NULL);
INSERT INTO identities VALUES(5,'Invented Person 5',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO identities VALUES(6,'Invented Person 6',NULL,NULL,NULL,NULL,NULL,0,NULL,NULL);
INSERT INTO identities VALUES(7,'Invented Person 7',NULL,NULL,NULL,NULL,NULL,1,NULL,NULL);
INSERT INTO identities VALUES(8,'Invented Person 8',NULL,NULL,NULL,NULL,NULL,0,NULL,NULL);
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
, planned_sessions INTEGER NOT NULL DEFAULT 0, flags INTEGER NOT NULL DEFAULT 0, listed_at INTEGER) STRICT;
INSERT INTO episodes VALUES(1,0,0,0,0,0,12,0,0,0,0,0,-1,14026200,14026200,NULL,NULL,NULL,NULL,NULL,0,0,0,0,0,14147280,0,0,0,NULL,0,0,0,NULL,-1,NULL,9768,0,0,0,NULL);
INSERT INTO episodes VALUES(2,0,3,0,0,0,12,0,0,0,0,0,-1,14027640,14145660,NULL,NULL,NULL,NULL,NULL,0,0,0,0,0,NULL,0,2,1,14039160,1,1,0,NULL,-1,NULL,9769,1,0,57,NULL);
INSERT INTO episodes VALUES(3,0,5,0,0,0,12,0,0,1,1,0,-1,14029080,14069400,14069400,14069400,14079480,NULL,14079480,14,12,10,9,0,NULL,0,0,0,NULL,0,0,1,9789,0,NULL,9798,0,4,258,NULL);
INSERT INTO episodes VALUES(4,0,7,1,4,1,12,1,1,3,0,3,2,14030520,14069400,14069400,14069400,14079480,14089560,14099640,20,15,0,0,3,NULL,0,0,1,NULL,0,0,0,NULL,2,NULL,NULL,0,16,4,NULL);
INSERT INTO episodes VALUES(5,0,10,0,0,0,12,0,0,6,6,0,-1,14031960,14129880,14069400,14069400,14079480,14089560,14129880,9,8,3,2,0,NULL,0,0,0,NULL,0,0,0,NULL,-1,NULL,NULL,0,0,0,NULL);
INSERT INTO episodes VALUES(6,0,10,0,0,0,8,0,0,0,0,0,-1,14033400,14069400,14069400,14069400,NULL,NULL,NULL,0,0,0,0,0,NULL,0,0,0,NULL,0,0,0,NULL,-1,9831,NULL,0,0,0,NULL);
INSERT INTO episodes VALUES(7,0,10,0,0,0,8,0,0,0,0,0,-1,14034840,14145660,14069400,14069400,NULL,NULL,NULL,0,0,0,0,0,NULL,0,0,0,NULL,0,0,0,NULL,-1,9831,NULL,0,0,0,NULL);
INSERT INTO episodes VALUES(8,0,0,0,0,0,12,0,0,0,0,0,-1,14145660,14145660,NULL,NULL,NULL,NULL,NULL,0,0,0,0,0,NULL,0,0,0,NULL,0,0,0,NULL,-1,NULL,9851,0,0,0,NULL);
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
INSERT INTO appointments VALUES(1,2,0,NULL,NULL,NULL,0,14147100,50,1,NULL,0,0,NULL,14145660,0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO appointments VALUES(2,4,2,NULL,NULL,NULL,1,14148540,60,2,NULL,0,0,NULL,14145660,0,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO holds VALUES(1,2,0,NULL,NULL,NULL,0,14147100,50,14145670,14145660,1,14145660);
INSERT INTO holds VALUES(2,4,2,NULL,NULL,NULL,1,14148540,60,14145670,14145660,1,14145660);
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
INSERT INTO tasks VALUES(1,'discharge-letter',14148000,7,NULL,NULL,14145660,NULL,NULL);
CREATE TABLE outbox (
    message INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES people (person),
    channel INTEGER NOT NULL,
    template TEXT NOT NULL,
    consent INTEGER NOT NULL,
    appointment INTEGER REFERENCES appointments (appointment),
    queued_at INTEGER NOT NULL,
    is_withdrawn INTEGER NOT NULL
, sent_at INTEGER) STRICT;
INSERT INTO outbox VALUES(1,7,1,'discharge',1,NULL,14145660,0,NULL);
CREATE TABLE IF NOT EXISTS "quanta" (
    key INTEGER PRIMARY KEY,
    holder INTEGER NOT NULL
) STRICT;
INSERT INTO quanta VALUES(259238453550514212,1);
INSERT INTO quanta VALUES(259238453550514213,1);
INSERT INTO quanta VALUES(259238453550514214,1);
INSERT INTO quanta VALUES(259238453550514215,1);
INSERT INTO quanta VALUES(259238453550514216,1);
INSERT INTO quanta VALUES(259238453550514217,1);
INSERT INTO quanta VALUES(259238453550514218,1);
INSERT INTO quanta VALUES(259238453550514219,1);
INSERT INTO quanta VALUES(259238453550514220,1);
INSERT INTO quanta VALUES(259238453550514221,1);
INSERT INTO quanta VALUES(259264841829581220,2);
INSERT INTO quanta VALUES(259264841829581221,2);
INSERT INTO quanta VALUES(259264841829581222,2);
INSERT INTO quanta VALUES(259264841829581223,2);
INSERT INTO quanta VALUES(259264841829581224,2);
INSERT INTO quanta VALUES(259264841829581225,2);
INSERT INTO quanta VALUES(259264841829581226,2);
INSERT INTO quanta VALUES(259264841829581227,2);
INSERT INTO quanta VALUES(259264841829581228,2);
INSERT INTO quanta VALUES(259264841829581229,2);
INSERT INTO quanta VALUES(259264841829581230,2);
INSERT INTO quanta VALUES(259264841829581231,2);
INSERT INTO quanta VALUES(2565081462764208548,1);
INSERT INTO quanta VALUES(2565081462764208549,1);
INSERT INTO quanta VALUES(2565081462764208550,1);
INSERT INTO quanta VALUES(2565081462764208551,1);
INSERT INTO quanta VALUES(2565081462764208552,1);
INSERT INTO quanta VALUES(2565081462764208553,1);
INSERT INTO quanta VALUES(2565081462764208554,1);
INSERT INTO quanta VALUES(2565081462764208555,1);
INSERT INTO quanta VALUES(2565081462764208556,1);
INSERT INTO quanta VALUES(2565081462764208557,1);
INSERT INTO quanta VALUES(2565107851043275556,2);
INSERT INTO quanta VALUES(2565107851043275557,2);
INSERT INTO quanta VALUES(2565107851043275558,2);
INSERT INTO quanta VALUES(2565107851043275559,2);
INSERT INTO quanta VALUES(2565107851043275560,2);
INSERT INTO quanta VALUES(2565107851043275561,2);
INSERT INTO quanta VALUES(2565107851043275562,2);
INSERT INTO quanta VALUES(2565107851043275563,2);
INSERT INTO quanta VALUES(2565107851043275564,2);
INSERT INTO quanta VALUES(2565107851043275565,2);
INSERT INTO quanta VALUES(2565107851043275566,2);
INSERT INTO quanta VALUES(2565107851043275567,2);
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
CREATE TABLE groups (
    number INTEGER PRIMARY KEY,
    team INTEGER NOT NULL REFERENCES teams (team),
    rule TEXT NOT NULL,
    largest INTEGER NOT NULL,
    planned_for INTEGER NOT NULL,
    days TEXT NOT NULL,
    held INTEGER NOT NULL,
    facilitators TEXT NOT NULL,
    asked TEXT NOT NULL,
    leaders TEXT NOT NULL,
    stage INTEGER NOT NULL,
    put_offs INTEGER NOT NULL,
    session_put_offs INTEGER NOT NULL,
    opened_at INTEGER NOT NULL
) STRICT;
CREATE TABLE group_seats (
    entry INTEGER PRIMARY KEY,
    group_number INTEGER NOT NULL REFERENCES groups (number),
    seat INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES people (person),
    taken_at INTEGER NOT NULL,
    left_at INTEGER
) STRICT;
CREATE TABLE group_cases (
    entry INTEGER PRIMARY KEY,
    group_number INTEGER NOT NULL REFERENCES groups (number),
    person INTEGER NOT NULL REFERENCES people (person),
    clinician INTEGER NOT NULL REFERENCES clinicians (clinician),
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE group_contacts (
    entry INTEGER PRIMARY KEY,
    group_number INTEGER NOT NULL REFERENCES groups (number),
    session INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES people (person),
    attendance INTEGER NOT NULL,
    depression INTEGER,
    anxiety INTEGER,
    recorded_at INTEGER NOT NULL,
    UNIQUE (group_number, session, person)
) STRICT;
CREATE TABLE dated_weeks (
    clinician INTEGER NOT NULL REFERENCES clinicians (clinician),
    week INTEGER NOT NULL,
    first INTEGER NOT NULL,
    stretches TEXT NOT NULL,
    PRIMARY KEY (clinician, week, first)
) STRICT, WITHOUT ROWID;
CREATE TABLE room_closures (
    closure INTEGER PRIMARY KEY,
    room INTEGER NOT NULL REFERENCES rooms (room),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    why TEXT NOT NULL,
    is_over INTEGER NOT NULL
) STRICT;
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
CREATE INDEX appointments_session ON appointments (session) WHERE session IS NOT NULL;
CREATE INDEX holds_open ON holds (expires) WHERE outcome IS NULL;
CREATE INDEX tasks_open ON tasks (due) WHERE done_at IS NULL;
CREATE INDEX outbox_person ON outbox (person);
CREATE INDEX appointments_open ON appointments (start) WHERE status = 0 AND attendance IS NULL;
CREATE INDEX appointments_day ON appointments (start / 1440, clinician);
CREATE INDEX links_person ON links (person) WHERE outcome IS NULL;
CREATE UNIQUE INDEX group_seats_seat ON group_seats (group_number, seat) WHERE left_at IS NULL;
CREATE UNIQUE INDEX group_seats_person ON group_seats (person) WHERE left_at IS NULL;
CREATE INDEX group_cases_at ON group_cases (at);
CREATE INDEX group_contacts_person ON group_contacts (person);
CREATE INDEX outbox_waiting ON outbox (person) WHERE is_withdrawn = 0 AND sent_at IS NULL;
COMMIT;
