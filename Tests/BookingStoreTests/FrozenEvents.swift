import CareModel

@testable import BookingStore

/// An event as version 1 of its kind writes it: what was written once must be read for ever.
struct FrozenEvent: Sendable {
    let event: ServiceEvent
    let payload: String

    init(_ event: ServiceEvent, _ payload: String) {
        self.event = event
        self.payload = payload
    }

    /// One of each kind, and more of those that say more.
    static let all: [FrozenEvent] = [
        FrozenEvent(
            .booked(
                Booking(
                    appointment: 7, placement: Clinic.placement(room: 2, Clinic.at(10)), hold: 3, replaces: 5,
                    channel: .video, reasons: 6, overrideReason: "over the cap")),
            """
            {"appointment":7,"channel":11,"hold":3,"overrideReason":"over the cap","placement":{"clinician":0,\
            "kind":1,"minutes":60,"person":1,"room":2,"start":14216280},"reasons":6,"replaces":5}
            """
        ),
        FrozenEvent(
            .held(
                HoldPlaced(
                    hold: 3,
                    placement: Clinic.placement(seat: GroupSeat(session: 9, number: 4), Clinic.at(10), minutes: 90),
                    expires: Clinic.now + 5)),
            """
            {"expires":14211905,"hold":3,"placement":{"clinician":0,"kind":1,"minutes":90,"person":1,\
            "seat":{"number":4,"session":9},"start":14216280}}
            """
        ),
        FrozenEvent(
            .held(
                HoldPlaced(
                    hold: 4, placement: Clinic.placement(Clinic.at(10)), expires: Clinic.now + 5,
                    overrideReason: "over the cap")),
            """
            {"expires":14211905,"hold":4,"overrideReason":"over the cap","placement":{"clinician":0,"kind":1,\
            "minutes":60,"person":1,"start":14216280}}
            """
        ),
        FrozenEvent(
            .roomClosed(RoomClosed(closure: 2, room: 1, first: Clinic.now.day, last: RoomClosed.forGood, why: "paint")),
            #"{"closure":2,"first":9869,"last":1073741823,"room":1,"why":"paint"}"#
        ),
        FrozenEvent(.roomOpened(RoomOpened(closure: 2, why: "dry")), #"{"closure":2,"why":"dry"}"#),
        FrozenEvent(
            .availabilitySet(AvailabilitySet(clinician: 1, week: .assessment, stretches: [], from: Clinic.now.day)),
            #"{"clinician":1,"from":9869,"stretches":[],"week":1}"#
        ),
        FrozenEvent(
            .availabilitySet(AvailabilitySet(clinician: 1, week: .usual, stretches: [])),
            #"{"clinician":1,"stretches":[],"week":0}"#
        ),
        FrozenEvent(
            .treatmentPutOff(TreatmentPutOff(person: 3, until: Clinic.now.day, why: "moves house")),
            #"{"person":3,"until":9869,"why":"moves house"}"#
        ),
        FrozenEvent(
            .assessmentWeekDeclared(AssessmentWeekDeclared(team: 1, monday: Clinic.now.day, why: "many wait")),
            #"{"monday":9869,"team":1,"why":"many wait"}"#
        ),
        FrozenEvent(
            .assessmentWeekDeclared(AssessmentWeekDeclared(team: 1, monday: Clinic.now.day, firstShare: 0.75)),
            #"{"firstShare":0.75,"monday":9869,"team":1}"#
        ),
        FrozenEvent(
            .assessmentWeekCalledOff(AssessmentWeekCalledOff(team: 1, monday: Clinic.now.day, why: "leave")),
            #"{"monday":9869,"team":1,"why":"leave"}"#
        ),
        FrozenEvent(.holdEnded(HoldEnded(hold: 3, outcome: .expired)), #"{"hold":3,"outcome":3}"#),
        FrozenEvent(
            .appointmentCancelled(
                AppointmentCancelled(appointment: 7, by: .provider, noticeMinutes: 90, why: "sick")),
            #"{"appointment":7,"by":2,"noticeMinutes":90,"why":"sick"}"#
        ),
        FrozenEvent(
            .appointmentCancelled(
                {
                    var cancelled = AppointmentCancelled(appointment: 7, by: .provider, noticeMinutes: 90, why: "sick")
                    cancelled.cause = .clinicianAbsent
                    cancelled.because = 12
                    return cancelled
                }()),
            #"{"appointment":7,"because":12,"by":2,"cause":9,"noticeMinutes":90,"why":"sick"}"#
        ),
        FrozenEvent(
            .attendanceRecorded(
                AttendanceRecorded(
                    appointment: 7, attendance: .attendedOnTime, scores: Scores(depression: 3, anxiety: 2))),
            #"{"appointment":7,"attendance":5,"scores":{"anxiety":2,"depression":3}}"#
        ),
        FrozenEvent(
            .attendanceRecorded(AttendanceRecorded(appointment: 7, attendance: .attendedLate, itemNine: 1)),
            #"{"appointment":7,"attendance":6,"itemNine":1}"#
        ),
        FrozenEvent(.corrected(Corrected(sequence: 4, why: "no")), #"{"sequence":4,"why":"no"}"#),
        FrozenEvent(
            .referralReceived(Clinic.referral(2)),
            """
            {"facts":{"dueOn":9874,"scores":{"anxiety":11,"depression":14},"startScores":{"anxiety":11,\
            "depression":14}},"identity":{"consents":0,"name":"Person 2"},"person":2,"referral":{"received":14210460,\
            "scores":{"anxiety":11,"depression":14},"source":0,"team":0}}
            """
        ),
        FrozenEvent(
            .episodeMoved(
                EpisodeMoved(
                    person: 2, event: .assessed(.treatment(.low, .guidedSelfHelp), treatmentBegan: true),
                    episode: Episode(received: Clinic.now))),
            """
            {"episode":{"received":14211900,"state":0,"stateSince":14211900},"event":{"name":"assessed",\
            "outcome":{"modality":0,"name":"treatment","step":0},"treatmentBegan":true},"person":2}
            """
        ),
        FrozenEvent(
            .episodeMoved(
                {
                    var moved = EpisodeMoved(
                        person: 2, event: .sessionMissed, after: [.missCounted], episode: Episode(received: Clinic.now))
                    moved.undoes = 9
                    return moved
                }()),
            """
            {"earlier":[{"name":"missCounted"}],"episode":{"received":14211900,"state":0,"stateSince":14211900},\
            "event":{"name":"sessionMissed"},"person":2,"undoes":9}
            """
        ),
        FrozenEvent(
            .absenceAdded(
                AbsenceAdded(
                    absence: 1, clinician: 2,
                    days: Absence(first: Clinic.monday, last: Clinic.monday + 1, reason: [.leave, .duty]))),
            #"{"absence":1,"clinician":2,"days":{"first":9872,"last":9873,"reason":9}}"#
        ),
        FrozenEvent(
            .groupOpened(
                {
                    var facts = GroupFacts(team: 1, rule: GroupRule(), plannedFor: Clinic.monday)
                    facts.days = [Clinic.monday, Clinic.monday + 7]
                    facts.facilitators = [1]
                    facts.stage = .confirmed
                    return GroupDetails(group: 2, facts: facts)
                }()),
            """
            {"asked":[],"days":[9872,9879],"facilitators":[1],"group":2,"held":0,"leaders":[],"plannedFor":9872,\
            "putOffs":0,"rule":{"decisionDays":7,"everyWeeks":6,"facilitators":2,"intervalDays":7,"isOn":false,\
            "largest":14,"mostPutOffs":1,"planWeeksAhead":9,"preparationMinutes":30,"putOffWeeks":2,\
            "sessionMinutes":90,"sessions":6,"smallest":6,"startMinute":600,"weekday":1},"sessionPutOffs":0,\
            "stage":1,"team":1}
            """
        ),
        FrozenEvent(
            .seatTaken(GroupSeatTaken(group: 2, seat: 3, person: 4)), #"{"group":2,"person":4,"seat":3}"#
        ),
        FrozenEvent(
            .groupContact(GroupContact(group: 2, session: 1, person: 4, attendance: .didNotAttend)),
            #"{"attendance":3,"group":2,"person":4,"session":1}"#
        ),
        FrozenEvent(
            .serviceInitialised(
                ServiceInitialised(name: "Made-up", fingerprint: "f", scenario: "made-up", firstDay: Clinic.monday)),
            #"{"fingerprint":"f","firstDay":9872,"name":"Made-up","scenario":"made-up"}"#),
        FrozenEvent(.teamAdded(TeamAdded(team: 1, name: "East")), #"{"name":"East","team":1}"#),
        FrozenEvent(
            .roomAdded(
                RoomAdded(
                    room: 2, team: 1, name: "Blue", venue: 1, isAccessible: true,
                    hours: MinutesOfDay(start: 540, end: 1020))),
            """
            {"hours":{"end":1020,"start":540},"isAccessible":true,"name":"Blue","room":2,"team":1,"venue":1}
            """),
        FrozenEvent(
            .clinicianAdded(clinician),
            """
            {"caseloadCap":32,"clinician":1,"languages":[],"meteredPerWeek":0,"name":"Clinician Made-Up","ro\
            le":3,"seesUnder18":false,"sex":0,"startedOn":9872,"takenThisWeek":0,"team":0,"trainedIn":2,"ven\
            ues":[],"wholeTimePercent":80}
            """),
        FrozenEvent(
            .clinicianChanged(clinician),
            """
            {"caseloadCap":32,"clinician":1,"languages":[],"meteredPerWeek":0,"name":"Clinician Made-Up","ro\
            le":3,"seesUnder18":false,"sex":0,"startedOn":9872,"takenThisWeek":0,"team":0,"trainedIn":2,"ven\
            ues":[],"wholeTimePercent":80}
            """),
        FrozenEvent(.absenceRemoved(AbsenceRemoved(absence: 1, why: "back")), #"{"absence":1,"why":"back"}"#),
        FrozenEvent(
            .assessmentWeekDeclared(AssessmentWeekDeclared(team: 1, monday: Clinic.monday)),
            #"{"monday":9872,"team":1}"#),
        FrozenEvent(
            .personChanged(PersonChanged(person: 2, identity: Identity(name: "Person Made-Up"))),
            #"{"identity":{"consents":0,"name":"Person Made-Up"},"person":2}"#),
        FrozenEvent(
            .referralChanged(
                ReferralChanged(
                    person: 2, referral: Referral(received: Clinic.now, source: .generalPractitioner, team: 1))),
            #"{"person":2,"referral":{"received":14211900,"source":2,"team":1}}"#),
        FrozenEvent(
            .personFactsChanged(PersonFactsChanged(person: 2, facts: Clinic.referral(2).facts)),
            """
            {"facts":{"dueOn":9874,"scores":{"anxiety":11,"depression":14},"startScores":{"anxiety":11,"depr\
            ession":14}},"person":2}
            """),
        FrozenEvent(
            .messageQueued(
                MessageQueued(
                    message: 3, person: 2, channel: .email, template: "discharge", consent: [.email, .post],
                    appointment: 7)),
            #"{"appointment":7,"channel":1,"consent":9,"message":3,"person":2,"template":"discharge"}"#),
        FrozenEvent(.messageWithdrawn(MessageWithdrawn(message: 3, why: "moved")), #"{"message":3,"why":"moved"}"#),
        FrozenEvent(.messageSent(MessageSent(message: 3)), #"{"message":3}"#),
        FrozenEvent(
            .taskAdded(TaskAdded(task: 4, kind: .handOver, due: Clinic.now, person: 2, clinician: 1, team: 0)),
            #"{"clinician":1,"due":14211900,"kind":"hand-over","person":2,"task":4,"team":0}"#),
        FrozenEvent(
            .taskAdded(
                TaskAdded(task: 5, kind: .supervisionTicket, due: Clinic.now, person: 2, about: "another step?")),
            #"{"about":"another step?","due":14211900,"kind":"supervision-ticket","person":2,"task":5}"#),
        FrozenEvent(
            .contactReceived(ContactReceived(person: 4, about: .state, said: "sleeps badly", outcome: "quicker")),
            #"{"about":1,"outcome":"quicker","person":4,"said":"sleeps badly"}"#),
        FrozenEvent(.callsChosen(CallsChosen(person: 4, wantsCalls: false)), #"{"person":4,"wantsCalls":false}"#),
        FrozenEvent(
            .personAllocated(PersonAllocated(person: 4, clinician: 2, why: "rupture")),
            #"{"clinician":2,"person":4,"why":"rupture"}"#),
        FrozenEvent(.taskDone(TaskDone(task: 4, note: "done")), #"{"note":"done","task":4}"#),
        FrozenEvent(
            .linkIssued(
                LinkIssued(
                    link: 5, digest: "d", person: 2, clinician: 1, start: Clinic.at(10), expires: Clinic.now + 60)),
            #"{"clinician":1,"digest":"d","expires":14211960,"link":5,"person":2,"start":14216280}"#),
        FrozenEvent(.linkEnded(LinkEnded(link: 5, outcome: .withdrawn)), #"{"link":5,"outcome":2}"#),
        FrozenEvent(
            .groupChanged(
                GroupDetails(group: 2, facts: GroupFacts(team: 1, rule: GroupRule(), plannedFor: Clinic.monday))),
            """
            {"asked":[],"days":[],"facilitators":[],"group":2,"held":0,"leaders":[],"plannedFor":9872,"putOf\
            fs":0,"rule":{"decisionDays":7,"everyWeeks":6,"facilitators":2,"intervalDays":7,"isOn":false,"la\
            rgest":14,"mostPutOffs":1,"planWeeksAhead":9,"preparationMinutes":30,"putOffWeeks":2,"sessionMin\
            utes":90,"sessions":6,"smallest":6,"startMinute":600,"weekday":1},"sessionPutOffs":0,"stage":0,"\
            team":1}
            """),
        FrozenEvent(.seatLeft(GroupSeatLeft(group: 2, person: 4)), #"{"group":2,"person":4}"#),
        FrozenEvent(
            .groupCaseTaken(GroupCaseTaken(group: 2, person: 4, clinician: 1)), #"{"clinician":1,"group":2,"person":4}"#
        ),
        FrozenEvent(
            .userAdded(UserDetails(user: 3, name: "Clerk Made-Up", role: .scheduler)),
            #"{"isActive":true,"name":"Clerk Made-Up","role":1,"user":3}"#),
        FrozenEvent(
            .userChanged(
                UserDetails(user: 3, name: "Clerk Made-Up", role: .clinician, clinician: 1, isActive: false)),
            #"{"clinician":1,"isActive":false,"name":"Clerk Made-Up","role":2,"user":3}"#),
    ]

    private static let clinician = ClinicianDetails(
        clinician: 1, team: 0, name: "Clinician Made-Up", role: .highIntensityTherapist, wholeTimePercent: 80,
        caseloadCap: 32, trainedIn: ModalitySet([.cognitiveBehaviouralTherapy]), startedOn: Clinic.monday)
}
