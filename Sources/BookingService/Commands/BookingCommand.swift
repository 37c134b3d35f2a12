import BookingStore
import CareModel

/// Anything that the service can be told to do, with all its parts: it can be stored, compared, sent, and done
/// (``BookingService/perform(_:in:)``). Each case is a use-case in a file of its own, which says who may, whom it is
/// about, and what it does.
///
/// A new one has four lines here: the case, how it is done, what it is, and how it is read.
public enum BookingCommand: Hashable, Sendable {
    /// ``Refer``.
    case refer(Refer)
    /// ``ReferMany``.
    case referMany(ReferMany)
    /// ``Screen``.
    case screen(Screen)
    /// ``AttemptContact``.
    case attemptContact(AttemptContact)
    /// ``MakeContact``.
    case makeContact(MakeContact)
    /// ``EndWithoutContact``.
    case endWithoutContact(EndWithoutContact)
    /// ``AgreeStepUp``.
    case agreeStepUp(AgreeStepUp)
    /// ``DeclineStepUp``.
    case declineStepUp(DeclineStepUp)
    /// ``MoveCase``.
    case moveCase(MoveCase)
    /// ``PutOnHold``.
    case putOnHold(PutOnHold)
    /// ``EndHold``.
    case endHold(EndHold)
    /// ``Discharge``.
    case discharge(Discharge)
    /// ``ChooseCalls``.
    case chooseCalls(ChooseCalls)
    /// ``ReceiveContact``.
    case receiveContact(ReceiveContact)
    /// ``RecordRisk``.
    case recordRisk(RecordRisk)
    /// ``ChangePerson``.
    case changePerson(ChangePerson)
    /// ``Hold``.
    case hold(Hold)
    /// ``Release``.
    case release(Release)
    /// ``Confirm``.
    case confirm(Confirm)
    /// ``Book``.
    case book(Book)
    /// ``Reschedule``.
    case reschedule(Reschedule)
    /// ``KeepAtADistance``.
    case keepAtADistance(KeepAtADistance)
    /// ``Cancel``.
    case cancel(Cancel)
    /// ``Confirmed``.
    case confirmed(Confirmed)
    /// ``CancelUnconfirmed``.
    case cancelUnconfirmed(CancelUnconfirmed)
    /// ``ChangeVenue``.
    case changeVenue(ChangeVenue)
    /// ``PlanCourse``.
    case planCourse(PlanCourse)
    /// ``Allocate``.
    case allocate(Allocate)
    /// ``Backfill``.
    case backfill(Backfill)
    /// ``AcceptPlaces``.
    case acceptPlaces(AcceptPlaces)
    /// ``BookCall``.
    case bookCall(BookCall)
    /// ``Attend``.
    case attend(Attend)
    /// ``Correct``.
    case correct(Correct)
    /// ``Reopen``.
    case reopen(Reopen)
    /// ``CorrectSeat``.
    case correctSeat(CorrectSeat)
    /// ``OpenGroup``.
    case openGroup(OpenGroup)
    /// ``JoinGroup``.
    case joinGroup(JoinGroup)
    /// ``LeaveGroup``.
    case leaveGroup(LeaveGroup)
    /// ``DecideGroup``.
    case decideGroup(DecideGroup)
    /// ``CancelGroup``.
    case cancelGroup(CancelGroup)
    /// ``AttendGroup``.
    case attendGroup(AttendGroup)
    /// ``EnterAbsence``.
    case enterAbsence(EnterAbsence)
    /// ``EndAbsence``.
    case endAbsence(EndAbsence)
    /// ``ChangeHours``.
    case changeHours(ChangeHours)
    /// ``DeclareAssessmentWeek``.
    case declareAssessmentWeek(DeclareAssessmentWeek)
    /// ``CallOffAssessmentWeek``.
    case callOffAssessmentWeek(CallOffAssessmentWeek)
    /// ``ChangeClinician``.
    case changeClinician(ChangeClinician)
    /// ``AddRoom``.
    case addRoom(AddRoom)
    /// ``CloseRoom``.
    case closeRoom(CloseRoom)
    /// ``OpenRoom``.
    case openRoom(OpenRoom)
    /// ``FinishTask``.
    case finishTask(FinishTask)
    /// ``AskSupervision``.
    case askSupervision(AskSupervision)
    /// ``AnswerTicket``.
    case answerTicket(AnswerTicket)
    /// ``SendMessages``.
    case sendMessages(SendMessages)
    /// ``IssueLink``.
    case issueLink(IssueLink)
    /// ``ChooseByLink``.
    case chooseByLink(ChooseByLink)
    /// ``AddUser``.
    case addUser(AddUser)
    /// ``RemoveUser``.
    case removeUser(RemoveUser)
}

extension BookingCommand {
    /// Does it at a door, and wraps the reply.
    fileprivate func perform(by service: BookingService, in context: BookingService.Context) throws(BookingError)
        -> BookingReply
    {
        switch self {
        case .refer(let command): .received(try service.perform(command, in: context))
        case .referMany(let command): .receivedAll(try service.perform(command, in: context))
        case .screen(let command): .person(try service.perform(command, in: context))
        case .attemptContact(let command): .person(try service.perform(command, in: context))
        case .makeContact(let command): .person(try service.perform(command, in: context))
        case .endWithoutContact(let command): .person(try service.perform(command, in: context))
        case .agreeStepUp(let command): .person(try service.perform(command, in: context))
        case .declineStepUp(let command): .person(try service.perform(command, in: context))
        case .moveCase(let command): .person(try service.perform(command, in: context))
        case .putOnHold(let command): .person(try service.perform(command, in: context))
        case .endHold(let command): .person(try service.perform(command, in: context))
        case .discharge(let command): .person(try service.perform(command, in: context))
        case .chooseCalls(let command): .person(try service.perform(command, in: context))
        case .receiveContact(let command): .person(try service.perform(command, in: context))
        case .recordRisk(let command): .urgent(try service.perform(command, in: context))
        case .changePerson(let command): .changedPerson(try service.perform(command, in: context))
        case .hold(let command): .held(try service.perform(command, in: context))
        case .release(let command): .done(try service.perform(command, in: context))
        case .confirm(let command): .booked(try service.perform(command, in: context))
        case .book(let command): .booked(try service.perform(command, in: context))
        case .reschedule(let command): .booked(try service.perform(command, in: context))
        case .keepAtADistance(let command): .booked(try service.perform(command, in: context))
        case .cancel(let command): .person(try service.perform(command, in: context))
        case .confirmed(let command): .person(try service.perform(command, in: context))
        case .cancelUnconfirmed(let command): .people(try service.perform(command, in: context))
        case .changeVenue(let command): .booked(try service.perform(command, in: context))
        case .planCourse(let command): .course(try service.perform(command, in: context))
        case .allocate(let command): .bookedAll(try service.perform(command, in: context))
        case .backfill(let command): .bookedAll(try service.perform(command, in: context))
        case .acceptPlaces(let command): .accepted(try service.perform(command, in: context))
        case .bookCall(let command): .person(try service.perform(command, in: context))
        case .attend(let command): .person(try service.perform(command, in: context))
        case .correct(let command): .corrected(try service.perform(command, in: context))
        case .reopen(let command): .corrected(try service.perform(command, in: context))
        case .correctSeat(let command): .corrected(try service.perform(command, in: context))
        case .openGroup(let command): .group(try service.perform(command, in: context))
        case .joinGroup(let command): .person(try service.perform(command, in: context))
        case .leaveGroup(let command): .person(try service.perform(command, in: context))
        case .decideGroup(let command): .group(try service.perform(command, in: context))
        case .cancelGroup(let command): .group(try service.perform(command, in: context))
        case .attendGroup(let command): .group(try service.perform(command, in: context))
        case .enterAbsence(let command): .affected(try service.perform(command, in: context))
        case .endAbsence(let command): .affected(try service.perform(command, in: context))
        case .changeHours(let command): .hours(try service.perform(command, in: context))
        case .declareAssessmentWeek(let command): .weeks(try service.perform(command, in: context))
        case .callOffAssessmentWeek(let command): .weeks(try service.perform(command, in: context))
        case .changeClinician(let command): .clinician(try service.perform(command, in: context))
        case .addRoom(let command): .number(try service.perform(command, in: context))
        case .closeRoom(let command): .room(try service.perform(command, in: context))
        case .openRoom(let command): .room(try service.perform(command, in: context))
        case .finishTask(let command): .done(try service.perform(command, in: context))
        case .askSupervision(let command): .number(try service.perform(command, in: context))
        case .answerTicket(let command): .done(try service.perform(command, in: context))
        case .sendMessages(let command): .done(try service.perform(command, in: context))
        case .issueLink(let command): .link(try service.perform(command, in: context))
        case .chooseByLink(let command): .chosen(try service.perform(command, in: context))
        case .addUser(let command): .number(try service.perform(command, in: context))
        case .removeUser(let command): .name(try service.perform(command, in: context))
        }
    }

    /// The use-case that it is.
    var useCase: any UseCase {
        switch self {
        case .refer(let command): command
        case .referMany(let command): command
        case .screen(let command): command
        case .attemptContact(let command): command
        case .makeContact(let command): command
        case .endWithoutContact(let command): command
        case .agreeStepUp(let command): command
        case .declineStepUp(let command): command
        case .moveCase(let command): command
        case .putOnHold(let command): command
        case .endHold(let command): command
        case .discharge(let command): command
        case .chooseCalls(let command): command
        case .receiveContact(let command): command
        case .recordRisk(let command): command
        case .changePerson(let command): command
        case .hold(let command): command
        case .release(let command): command
        case .confirm(let command): command
        case .book(let command): command
        case .reschedule(let command): command
        case .keepAtADistance(let command): command
        case .cancel(let command): command
        case .confirmed(let command): command
        case .cancelUnconfirmed(let command): command
        case .changeVenue(let command): command
        case .planCourse(let command): command
        case .allocate(let command): command
        case .backfill(let command): command
        case .acceptPlaces(let command): command
        case .bookCall(let command): command
        case .attend(let command): command
        case .correct(let command): command
        case .reopen(let command): command
        case .correctSeat(let command): command
        case .openGroup(let command): command
        case .joinGroup(let command): command
        case .leaveGroup(let command): command
        case .decideGroup(let command): command
        case .cancelGroup(let command): command
        case .attendGroup(let command): command
        case .enterAbsence(let command): command
        case .endAbsence(let command): command
        case .changeHours(let command): command
        case .declareAssessmentWeek(let command): command
        case .callOffAssessmentWeek(let command): command
        case .changeClinician(let command): command
        case .addRoom(let command): command
        case .closeRoom(let command): command
        case .openRoom(let command): command
        case .finishTask(let command): command
        case .askSupervision(let command): command
        case .answerTicket(let command): command
        case .sendMessages(let command): command
        case .issueLink(let command): command
        case .chooseByLink(let command): command
        case .addUser(let command): command
        case .removeUser(let command): command
        }
    }

    /// How each is read, by name.
    package static let forms: [Form] = [
        Form(BookingCommand.refer),
        Form(BookingCommand.referMany),
        Form(BookingCommand.screen),
        Form(BookingCommand.attemptContact),
        Form(BookingCommand.makeContact),
        Form(BookingCommand.endWithoutContact),
        Form(BookingCommand.agreeStepUp),
        Form(BookingCommand.declineStepUp),
        Form(BookingCommand.moveCase),
        Form(BookingCommand.putOnHold),
        Form(BookingCommand.endHold),
        Form(BookingCommand.discharge),
        Form(BookingCommand.chooseCalls),
        Form(BookingCommand.receiveContact),
        Form(BookingCommand.recordRisk),
        Form(BookingCommand.changePerson),
        Form(BookingCommand.hold),
        Form(BookingCommand.release),
        Form(BookingCommand.confirm),
        Form(BookingCommand.book),
        Form(BookingCommand.reschedule),
        Form(BookingCommand.keepAtADistance),
        Form(BookingCommand.cancel),
        Form(BookingCommand.confirmed),
        Form(BookingCommand.cancelUnconfirmed),
        Form(BookingCommand.changeVenue),
        Form(BookingCommand.planCourse),
        Form(BookingCommand.allocate),
        Form(BookingCommand.backfill),
        Form(BookingCommand.acceptPlaces),
        Form(BookingCommand.bookCall),
        Form(BookingCommand.attend),
        Form(BookingCommand.correct),
        Form(BookingCommand.reopen),
        Form(BookingCommand.correctSeat),
        Form(BookingCommand.openGroup),
        Form(BookingCommand.joinGroup),
        Form(BookingCommand.leaveGroup),
        Form(BookingCommand.decideGroup),
        Form(BookingCommand.cancelGroup),
        Form(BookingCommand.attendGroup),
        Form(BookingCommand.enterAbsence),
        Form(BookingCommand.endAbsence),
        Form(BookingCommand.changeHours),
        Form(BookingCommand.declareAssessmentWeek),
        Form(BookingCommand.callOffAssessmentWeek),
        Form(BookingCommand.changeClinician),
        Form(BookingCommand.addRoom),
        Form(BookingCommand.closeRoom),
        Form(BookingCommand.openRoom),
        Form(BookingCommand.finishTask),
        Form(BookingCommand.askSupervision),
        Form(BookingCommand.answerTicket),
        Form(BookingCommand.sendMessages),
        Form(BookingCommand.issueLink),
        Form(BookingCommand.chooseByLink),
        Form(BookingCommand.addUser),
        Form(BookingCommand.removeUser),
    ]
}

extension BookingCommand {
    /// Its name among the commands, in lower case with hyphens: it stays.
    public var name: String { type(of: useCase).name }

    /// What the author must be allowed to do (IG-1); nil if anybody may.
    public var right: Permission? { type(of: useCase).right }

    /// Whom it is about.
    public var subject: CommandSubject { useCase.subject }

    /// What it does, in a few words, as the access log has it.
    public var words: String { useCase.words }
}

extension BookingService {
    /// Does what a command says, as one step, with everything that follows; a command whose key was given before is not
    /// done again, and gets the first reply. That it was refused to somebody is entered in the access log (IG-1).
    /// - Throws: whatever stands against it, as ``BookingError`` says; then nothing was changed.
    public func perform(_ command: BookingCommand, in context: Context) throws(BookingError) -> BookingReply {
        try command.perform(by: self, in: context)
    }
}
