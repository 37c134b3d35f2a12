import Allocation
import CareModel

/// The name of each fact. A fact that is added needs one, and with it a row in the table of what follows.
enum FactName: String, CaseIterable {
    case received, shortNotice, screened, contactAttempted, scores, assessed, askedAboutCalls, callsChosen, callDue,
        keptInTouch, contactReceived
    case coursePlanned, sessionAttended, courseGoesOn, missed, madeContact, madeNoContact, cancelledByPerson
    case keptAtADistance, venueChanged, laterVenueChanged, cancelledByService, chosen, moved, laterChosen
    case laterCancelled, cameToLater, putOnHold, holdEnded, stepUpProposed, stepUpAgreed, stepUpDeclined, steppedDown,
        caseMoved, closed
    case riskFound, seatTaken, seatChosen, seatGivenUp, computerisedTaken, groupPlanned, groupDue, groupNotHeld
    case groupLed, groupGivenUp, groupAttended, groupMissed, backfill, bookingRound, appointmentsCancelled
    case displacedCancelled, caseloadHandedOver, groupToldAgain, timeGivenUp, timeHeld, timeGivenBack, weekTurned
}

extension DeskFact {
    var name: FactName {
        switch self {
        case .received: .received
        case .shortNotice: .shortNotice
        case .screened: .screened
        case .contactAttempted: .contactAttempted
        case .scores: .scores
        case .assessed: .assessed
        case .askedAboutCalls: .askedAboutCalls
        case .callsChosen: .callsChosen
        case .contactReceived: .contactReceived
        case .callDue: .callDue
        case .keptInTouch: .keptInTouch
        case .coursePlanned: .coursePlanned
        case .sessionAttended: .sessionAttended
        case .courseGoesOn: .courseGoesOn
        case .missed: .missed
        case .madeContact: .madeContact
        case .madeNoContact: .madeNoContact
        case .cancelledByPerson: .cancelledByPerson
        case .keptAtADistance: .keptAtADistance
        case .venueChanged: .venueChanged
        case .laterVenueChanged: .laterVenueChanged
        case .cancelledByService: .cancelledByService
        case .chosen: .chosen
        case .moved: .moved
        case .laterChosen: .laterChosen
        case .laterCancelled: .laterCancelled
        case .cameToLater: .cameToLater
        case .putOnHold: .putOnHold
        case .holdEnded: .holdEnded
        case .stepUpProposed: .stepUpProposed
        case .stepUpAgreed: .stepUpAgreed
        case .stepUpDeclined: .stepUpDeclined
        case .steppedDown: .steppedDown
        case .caseMoved: .caseMoved
        case .closed: .closed
        case .riskFound: .riskFound
        case .seatTaken: .seatTaken
        case .seatChosen: .seatChosen
        case .seatGivenUp: .seatGivenUp
        case .computerisedTaken: .computerisedTaken
        case .groupPlanned: .groupPlanned
        case .groupDue: .groupDue
        case .groupNotHeld: .groupNotHeld
        case .groupLed: .groupLed
        case .groupGivenUp: .groupGivenUp
        case .groupAttended: .groupAttended
        case .groupMissed: .groupMissed
        case .backfill: .backfill
        case .bookingRound: .bookingRound
        case .appointmentsCancelled: .appointmentsCancelled
        case .displacedCancelled: .displacedCancelled
        case .caseloadHandedOver: .caseloadHandedOver
        case .groupToldAgain: .groupToldAgain
        case .timeGivenUp: .timeGivenUp
        case .timeHeld: .timeHeld
        case .timeGivenBack: .timeGivenBack
        case .weekTurned: .weekTurned
        }
    }
}

extension DeskEffect {
    /// What it says, in a word or two with what a reader would ask, whoever it is about.
    var words: String {
        switch self {
        case .arrived: "arrived"
        case .moved(_, let event, _, _): "moved: \(event)".replacing("CareModel.", with: "")
        case .waitsForFirstAppointment: "waits for a first appointment"
        case .waitLetter: "long wait"
        case .contactAgain(_, let day): "try again \(day)"
        case .awaitsContact(_, let until): "in touch by \(until)"
        case .onHold(_, let day): "on hold until \(day)"
        case .waitsForTreatment: "waits for treatment"
        case .callPlanned(_, let day): "book a call \(day)"
        case .callsChosen(_, let wantsCalls): wantsCalls ? "wants calls" : "wants no calls"
        case .allocated(_, let clinician): clinician < 0 ? "allocated to nobody" : "allocated to \(clinician)"
        case .contactReceived(_, let matter, let outcome):
            "contact about \(matter.name)" + (outcome.map { ", \($0)" } ?? "")
        case .callNotBooked(_, let again): "no call, again \(again)"
        case .takenOn(_, let clinician, let group):
            "taken on by \(clinician)" + (group < 0 ? "" : " in course \(group)")
        case .handedOver(_, let clinician): "handed over by \(clinician)"
        case .closed(_, let reason, _): "closed: \(reason.name)"
        case .booked(_, let what, let old, let takesOn):
            "booked \(what.kind.name) \(what.start) with \(what.clinician)" + (old.map { " instead of \($0)" } ?? "")
                + (takesOn ? ", taken on" : "")
        case .cancelled(_, let what, let why): "cancelled \(what.start): \(why.cause), \(why.noticeMinutes) minutes"
        case .tookPlace(_, let what, let outcome): "\(what.start): \(outcome)"
        case .laterBooked(_, let what, let old):
            "later booked \(what.start) with \(what.clinician)" + (old.map { " instead of \($0)" } ?? "")
        case .laterCancelled(_, let what, let why):
            "later cancelled \(what.start): \(why.cause), \(why.noticeMinutes) minutes"
        case .takenUp(_, let what): "next is \(what.start)"
        case .timeFreed: "time freed"
        case .urgentSlot(_, let clinician, let start): "urgent slot \(start) with \(clinician)"
        case .groupOpened: "course opened"
        case .groupDue(_, let minute, let decides): "course \(decides ? "decided" : "meets") \(minute)"
        case .groupDecided: "course decided"
        case .groupPutOff: "course put off"
        case .groupCancelled: "course cancelled"
        case .groupStarted: "course started"
        case .groupMeets: "course meets"
        case .groupSessionPutOff: "session put off"
        case .groupChanged: "course changed"
        case .groupTimeTaken(_, let clinician, let day): "time of \(clinician) \(day)"
        case .groupTimeFreed(_, let clinician, let day): "time of \(clinician) free \(day)"
        case .seatTaken: "seat taken"
        case .seatLeft: "seat left"
        case .groupTookPlace(_, _, let session, let outcome): "session \(session): \(outcome)"
        case .task(_, let kind, let due, let clinician):
            "task \(kind) \(due)" + (clinician < 0 ? "" : " of \(clinician)")
        case .message(_, let message): "message \(message.template.rawValue)" + (message.ifTold ? " if told" : "")
        }
    }
}
