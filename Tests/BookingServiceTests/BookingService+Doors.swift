import Allocation
import BookingStore
import CareModel

@testable import BookingService

// Commands as the tests of what they do tell them: one call each.

extension BookingService {
    func refer(
        _ referral: Referral, _ identity: Identity, isAnother: Bool = false, in context: Context
    ) throws -> ReceivedReferral {
        let told = ToldReferral(referral, identity, now: context.now)
        return try perform(Refer(referral: told, isAnother: isAnother), in: context)
    }

    func refer(
        _ received: [(referral: Referral, identity: Identity)], isAnother: Bool = false, in context: Context
    ) throws -> [ReceivedReferral] {
        let told = received.map { ToldReferral($0.referral, $0.identity, now: context.now) }
        return try perform(ReferMany(referrals: told, isAnother: isAnother), in: context)
    }

    func screen(
        person: Int64, _ facts: ScreeningFacts, isDiverted: Bool = false, in context: Context
    ) throws -> PersonStanding {
        let screen = Screen(
            person: person, mentionsRisk: facts.mentionsRisk, isExcluded: facts.isExcluded,
            looksLikeHighIntensity: facts.looksLikeHighIntensity, isUnderAge: facts.isUnderAge, isDiverted: isDiverted)
        return try perform(screen, in: context)
    }

    func contact(person: Int64, _ answer: ContactAnswer, in context: Context) throws -> PersonStanding {
        try perform(AttemptContact(person: person, answer: answer), in: context)
    }

    func answered(
        person: Int64, madeContact: Bool, atLimit: LimitAnswer? = nil, in context: Context
    ) throws -> PersonStanding {
        madeContact
            ? try perform(MakeContact(person: person), in: context)
            : try perform(EndWithoutContact(person: person, atLimit: atLimit), in: context)
    }

    func agreeStepUp(person: Int64, in context: Context) throws -> PersonStanding {
        try perform(AgreeStepUp(person: person), in: context)
    }

    func moveCase(person: Int64, in context: Context) throws -> PersonStanding {
        try perform(MoveCase(person: person), in: context)
    }

    func endHold(person: Int64, in context: Context) throws -> PersonStanding {
        try perform(EndHold(person: person), in: context)
    }

    func discharge(
        person: Int64, _ reason: EndReason, _ agreement: DischargeAgreement? = nil, in context: Context
    ) throws -> PersonStanding {
        try perform(Discharge(person: person, reason: reason, agreement: agreement), in: context)
    }

    func recordRisk(person: Int64, foundBy clinician: Int32? = nil, in context: Context) throws -> UrgentSlot {
        try perform(RecordRisk(person: person, clinician: clinician), in: context)
    }

    func change(person: Int64, _ change: PersonChange, in context: Context) throws -> ChangedPerson {
        try perform(ChangePerson(person: person, change: change), in: context)
    }
}

extension BookingService {
    func hold(person: Int64, slot: SlotOffer, reason: String? = nil, in context: Context) throws -> HeldSlot {
        try perform(Hold(person: person, slot: WantedSlot(slot), reason: reason), in: context)
    }

    func release(hold: Int64, in context: Context) throws { _ = try perform(Release(hold: hold), in: context) }

    func confirm(
        hold: Int64, reason: String? = nil, channel: ConsultationChannel = .unknown, in context: Context
    ) throws -> BookedSlot {
        try perform(Confirm(hold: hold, reason: reason, channel: channel), in: context)
    }

    func book(
        person: Int64, slot: SlotOffer, reason: String? = nil, channel: ConsultationChannel = .unknown,
        in context: Context
    ) throws -> BookedSlot {
        try perform(Book(person: person, slot: WantedSlot(slot), reason: reason, channel: channel), in: context)
    }

    func reschedule(
        appointment: Int64, to slot: SlotOffer, byPerson: Bool, reason: String? = nil, in context: Context
    ) throws -> BookedSlot {
        let move = Reschedule(appointment: appointment, slot: WantedSlot(slot), byPerson: byPerson, reason: reason)
        return try perform(move, in: context)
    }

    func keepAtADistance(
        appointment: Int64, channel: ConsultationChannel = .telephone, in context: Context
    ) throws -> BookedSlot {
        try perform(KeepAtADistance(appointment: appointment, channel: channel), in: context)
    }

    func cancel(
        appointment: Int64, byPerson: Bool, rebooks: Bool = true, atLimit: LimitAnswer? = nil,
        saidAt: CivilMinute? = nil, why: String = "", in context: Context
    ) throws -> PersonStanding {
        let cancel = Cancel(
            appointment: appointment, byPerson: byPerson, rebooks: rebooks, atLimit: atLimit, saidAt: saidAt, why: why)
        return try perform(cancel, in: context)
    }

    func confirmed(appointment: Int64, in context: Context) throws -> PersonStanding {
        try perform(Confirmed(appointment: appointment), in: context)
    }

    func cancelUnconfirmed(in context: Context) throws -> [PersonStanding] {
        try perform(CancelUnconfirmed(), in: context)
    }

    func changeVenue(appointment: Int64, to venue: NewVenue, in context: Context) throws -> BookedSlot {
        try perform(ChangeVenue(appointment: appointment, venue: venue), in: context)
    }

    func course(person: Int64, sessions: Int, books: Bool = true, in context: Context) throws -> CourseReply {
        try perform(PlanCourse(person: person, sessions: sessions, books: books), in: context)
    }

    func allocate(team: Int, in context: Context) throws -> [BookedSlot] {
        try perform(Allocate(team: team), in: context)
    }

    func backfill(team: Int, in context: Context) throws -> [BookedSlot] {
        try perform(Backfill(team: team), in: context)
    }

    func accept(_ places: [ProposedPlace], in context: Context) throws -> [AcceptedPlace] {
        try perform(AcceptPlaces(places: places), in: context)
    }

    func bookCall(person: Int64, in context: Context) throws -> PersonStanding {
        try perform(BookCall(person: person), in: context)
    }

    func attend(appointment: Int64, _ contact: ContactRecord, in context: Context) throws -> PersonStanding {
        try perform(Attend(appointment: appointment, contact: contact), in: context)
    }

    func correct(
        appointment: Int64, _ contact: ContactRecord?, why: String = "", in context: Context
    ) throws -> CorrectionReply {
        try perform(Correct(appointment: appointment, contact: contact, why: why), in: context)
    }

    func reopen(person: Int64, why: String = "", in context: Context) throws -> CorrectionReply {
        try perform(Reopen(person: person, why: why), in: context)
    }

    func correctSeat(
        group: Int64, session: Int? = nil, person: Int64, _ outcome: SeatOutcome?, why: String = "", in context: Context
    ) throws -> CorrectionReply {
        let right = CorrectSeat(group: group, session: session, person: person, outcome: outcome, why: why)
        return try perform(right, in: context)
    }
}

extension BookingService {
    func openGroup(_ opening: GroupOpening, in context: Context) throws -> GroupEntry {
        try perform(OpenGroup(opening: opening), in: context)
    }

    func joinGroup(person: Int64, group: Int64? = nil, in context: Context) throws -> PersonStanding {
        try perform(JoinGroup(person: person, group: group), in: context)
    }

    func leaveGroup(person: Int64, in context: Context) throws -> PersonStanding {
        try perform(LeaveGroup(person: person), in: context)
    }

    func decideGroup(_ group: Int64, in context: Context) throws -> GroupEntry {
        try perform(DecideGroup(group: group), in: context)
    }

    func cancelGroup(_ group: Int64, in context: Context) throws -> GroupEntry {
        try perform(CancelGroup(group: group), in: context)
    }

    func attendGroup(
        _ group: Int64, _ outcomes: [SeatOutcome], ledBy leader: Int32? = nil, in context: Context
    ) throws -> GroupEntry {
        try perform(AttendGroup(group: group, outcomes: outcomes, leader: leader), in: context)
    }
}

extension BookingService {
    func absent(
        clinician: Int32, first: CivilDay, last: CivilDay, _ reason: AbsenceReason, limit: Int = 3, in context: Context
    ) throws -> [AffectedBooking] {
        let absence = EnterAbsence(clinician: clinician, first: first, last: last, reason: reason, limit: limit)
        return try perform(absence, in: context)
    }

    func back(
        clinician: Int32, first: CivilDay, last: CivilDay, in context: Context
    ) throws -> [AffectedBooking] {
        try perform(EndAbsence(clinician: clinician, first: first, last: last), in: context)
    }

    func changeHours(
        clinician: Int32, _ change: HoursChange, limit: Int = 3, in context: Context
    ) throws -> HoursChanged {
        try perform(ChangeHours(clinician: clinician, change: change, limit: limit), in: context)
    }

    func change(
        clinician: Int32, _ change: ClinicianChange, limit: Int = 3, in context: Context
    ) throws -> ChangedClinician {
        try perform(ChangeClinician(clinician: clinician, change: change, limit: limit), in: context)
    }

    func addRoom(_ room: RoomAdded, in context: Context) throws -> Int64 {
        try perform(AddRoom(room: room), in: context)
    }

    func closeRoom(
        _ room: Int64, from first: CivilDay, until last: CivilDay?, limit: Int = 3, in context: Context
    ) throws -> RoomChanged {
        try perform(CloseRoom(room: room, first: first, last: last, limit: limit), in: context)
    }

    func openRoom(
        _ room: Int64, from first: CivilDay, until last: CivilDay?, in context: Context
    ) throws -> RoomChanged {
        try perform(OpenRoom(room: room, first: first, last: last), in: context)
    }
}

extension BookingService {
    func done(task: Int64, note: String = "", in context: Context) throws {
        _ = try perform(FinishTask(task: task, note: note), in: context)
    }

    func sent(messages: [Int64], in context: Context) throws {
        _ = try perform(SendMessages(messages: messages), in: context)
    }

    func issueLink(person: Int64, secret: String, days: Int, in context: Context) throws -> IssuedLink {
        var given = context
        given.secret = secret
        return try perform(IssueLink(person: person, days: days), in: given)
    }

    func choose(link secret: String, start: CivilMinute, in context: Context) throws -> LinkReply {
        try perform(ChooseByLink(secret: secret, start: start), in: context)
    }

    func addUser(
        _ name: String, _ role: UserRole, clinician: Int32? = nil, in context: Context
    ) throws -> Int64 {
        try perform(AddUser(user: name, role: role, clinician: clinician), in: context)
    }

    func removeUser(_ user: Int64, in context: Context) throws -> String {
        try perform(RemoveUser(user: user), in: context)
    }
}
