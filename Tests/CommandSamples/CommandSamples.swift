import Allocation
public import BookingService
public import BookingStore
public import CareModel

/// Commands with all their parts, at least one of each kind.
public enum CommandSamples {
    /// A sample.
    public static let day = CivilDay(year: 2027, month: 1, day: 11) ?? CivilDay(number: 9872)
    /// A sample.
    public static let noon = CivilMinute(day: day, minuteOfDay: 720)
    /// A sample.
    public static let slot = WantedSlot(clinician: 4, start: noon, minutes: 50)

    /// A sample.
    public static var contact: ContactRecord {
        var contact = ContactRecord(.attendedOnTime)
        contact.scores = Scores(depression: 14, anxiety: 12)
        contact.call = .noLongerNeeded
        return contact
    }

    /// A sample.
    public static var miss: ContactRecord {
        var miss = ContactRecord(.didNotAttend)
        miss.asksException = true
        return miss
    }

    /// A sample.
    public static var seat: SeatOutcome {
        var seat = SeatOutcome(
            person: 7, .attendedOnTime, scores: Scores(depression: 14, anxiety: 12), next: .stops)
        seat.atLimit = .exception
        return seat
    }

    /// A sample.
    public static var opening: GroupOpening {
        var opening = GroupOpening(team: 1, first: day)
        opening.sessions = 6
        opening.leaders = [4]
        return opening
    }

    /// A sample.
    public static var change: PersonChange {
        var change = PersonChange()
        change.phone = "01632 960123"
        change.consents = [.email]
        change.dateOfBirth = day
        change.acceptsShortNotice = true
        change.preferredChannel = .email
        return change
    }

    /// A sample.
    public static var identity: Identity {
        var identity = Identity(name: "Ann \"Invented\"")
        identity.consents = [.email]
        return identity
    }

    /// A referral that was received at noon.
    public static func referral(now: CivilMinute) -> ToldReferral {
        var referral = Referral(received: noon, source: .selfWeb, team: 1)
        referral.isUrgent = true
        return ToldReferral(referral, identity, now: now)
    }

    /// A sample.
    public static var staff: ClinicianChange {
        var staff = ClinicianChange()
        staff.sex = .female
        staff.languages = [1]
        staff.venues = [0, 1, 0, 0, 0, 0, 0]
        staff.lastDay = day
        return staff
    }

    /// A sample.
    public static let hours = HoursChange(
        from: day, [nil, MinutesOfDay(start: 540, end: 900), nil, nil, nil, nil, nil])
    /// A sample.
    public static let room = RoomAdded(
        room: 0, team: 1, name: "Room A", venue: 1, isAccessible: true, hours: MinutesOfDay(start: 540, end: 1020))
    /// A sample.
    public static let place = ProposedPlace(
        person: 7, kind: .treatment, clinician: 4, clinicianName: "Ann Invented", start: noon, minutes: 50)

    /// A sample.
    public static let people: [BookingCommand] = [
        .refer(Refer(referral: referral(now: noon - 60))),
        .refer(Refer(referral: referral(now: noon), isAnother: true)),
        .referMany(ReferMany(referrals: [referral(now: noon - 60), referral(now: noon)])),
        .screen(Screen(person: 7, mentionsRisk: true, isDiverted: true)),
        .attemptContact(AttemptContact(person: 7, answer: .declines)),
        .makeContact(MakeContact(person: 7)), .endWithoutContact(EndWithoutContact(person: 7, atLimit: .ends)),
        .agreeStepUp(AgreeStepUp(person: 7)), .moveCase(MoveCase(person: 7)), .endHold(EndHold(person: 7)),
        .discharge(Discharge(person: 7, reason: .completed)), .recordRisk(RecordRisk(person: 7, clinician: 4)),
        .changePerson(ChangePerson(person: 7, change: change)),
    ]

    /// A sample.
    public static let appointments: [BookingCommand] = [
        .hold(Hold(person: 7, slot: slot, reason: "asked for")),
        .hold(Hold(person: 7, slot: WantedSlot(clinician: 4, start: noon, minutes: 50, room: 3))),
        .release(Release(hold: 5)), .confirm(Confirm(hold: 5)),
        .book(Book(person: 7, slot: slot, reason: "asked for", channel: .telephone)),
        .reschedule(Reschedule(appointment: 9, slot: slot, byPerson: false)),
        .keepAtADistance(KeepAtADistance(appointment: 9)),
        .cancel(Cancel(appointment: 9, atLimit: .asks, why: "ill")),
        .cancel(Cancel(appointment: 9, saidAt: noon)), .confirmed(Confirmed(appointment: 9)),
        .cancelUnconfirmed(CancelUnconfirmed()),
        .changeVenue(ChangeVenue(appointment: 9, venue: .room(1))),
        .changeVenue(ChangeVenue(appointment: 9, venue: .distance(.telephone))),
        .planCourse(PlanCourse(person: 7, sessions: 6, books: false)), .allocate(Allocate(team: 1)),
        .backfill(Backfill(team: 1)), .acceptPlaces(AcceptPlaces(places: [place])), .bookCall(BookCall(person: 7)),
    ]

    /// A sample.
    public static let contacts: [BookingCommand] = [
        .attend(Attend(appointment: 9, contact: contact)), .attend(Attend(appointment: 9, contact: miss)),
        .correct(Correct(appointment: 9, contact: miss, why: "another")), .correct(Correct(appointment: 9)),
        .reopen(Reopen(person: 7, why: "a slip")),
        .correctSeat(CorrectSeat(group: 2, session: 3, person: 7, outcome: seat, why: "a slip")),
        .correctSeat(CorrectSeat(group: 2, person: 7)),
    ]

    /// A sample.
    public static let groups: [BookingCommand] = [
        .openGroup(OpenGroup(opening: opening)), .joinGroup(JoinGroup(person: 7, group: 2)),
        .leaveGroup(LeaveGroup(person: 7)), .decideGroup(DecideGroup(group: 2)),
        .cancelGroup(CancelGroup(group: 2)),
        .attendGroup(AttendGroup(group: 2, outcomes: [seat], leader: 4)),
    ]

    /// A sample.
    public static let office: [BookingCommand] = [
        .enterAbsence(EnterAbsence(clinician: 4, first: day, last: day + 4, reason: .leave)),
        .endAbsence(EndAbsence(clinician: 4, first: day, last: day + 4)),
        .changeHours(ChangeHours(clinician: 4, change: hours)),
        .changeClinician(ChangeClinician(clinician: 4, change: staff)), .addRoom(AddRoom(room: room)),
        .closeRoom(CloseRoom(room: 1, first: day)), .openRoom(OpenRoom(room: 1, first: day, last: day + 2)),
        .finishTask(FinishTask(task: 6, note: "called")), .sendMessages(SendMessages(messages: [1, 2])),
        .issueLink(IssueLink(person: 7)),
        .chooseByLink(ChooseByLink(secret: "a secret of 16 letters", start: noon)),
        .addUser(AddUser(user: "Ann Invented", role: .manager)), .removeUser(RemoveUser(user: 2)),
    ]

    /// Those that version 0.1.0 knew.
    public static let former = people + appointments + contacts + groups + office

    /// Those that came since.
    public static let since: [BookingCommand] = [
        .chooseCalls(ChooseCalls(person: 7, wantsCalls: false)),
        .discharge(Discharge(person: 7, reason: .completed, agreement: .agreed(by: "Ann Invented"))),
        .discharge(Discharge(person: 7, reason: .completed, agreement: .asked)),
        .receiveContact(ReceiveContact(person: 7, about: .state, said: "sleeps badly", outcome: .quicker)),
        .askSupervision(AskSupervision(person: 7, question: "another step?", isUrgent: true)),
        .answerTicket(AnswerTicket(task: 9, answer: "yes")),
        .declineStepUp(DeclineStepUp(person: 7)),
        .putOnHold(PutOnHold(person: 7, until: day + 30, why: "moves house")),
        .declareAssessmentWeek(
            DeclareAssessmentWeek(team: 1, day: day + 28, weeks: 2, share: 0.5, reason: "many wait")),
        .callOffAssessmentWeek(CallOffAssessmentWeek(team: 1, day: day + 28, why: "leave")),
    ]

    /// A sample.
    public static let all = former + since
}
