/// Why something that was booked is given up, and so by whom (AT-1, AT-3, AT-10). The numbers are kept in logs: they
/// stay.
@frozen
public enum CancellationCause: UInt8, CaseIterable, Hashable, Sendable, BitwiseCopyable {
    /// The person cancels in advance (AT-3, FA-5).
    case personCancels = 1
    /// The person asks for another time (BK-4).
    case personMoves = 2
    /// The person wants no more of it: the episode ends (KT-7).
    case personStops = 3
    /// The person has died.
    case personDied = 4
    /// The person cannot come, and keeps the time by telephone or video (AT-6).
    case keptAtADistance = 5
    /// The service cancels (AT-10).
    case serviceCancels = 6
    /// The service asks for another time (BK-4).
    case serviceMoves = 7
    /// It stays when it is, in another room (CL-9).
    case anotherRoom = 8
    /// The clinician will not be there (AT-10, BK-6).
    case clinicianAbsent = 9
    /// The clinician does not work then any more (CL-3).
    case outsideHours = 10
    /// The room is closed (CL-9).
    case roomClosed = 11
    /// Its time is needed for somebody at risk (ST-7).
    case urgentHelp = 12
    /// The case goes to another clinician (TX-12).
    case handedOver = 13
    /// The course goes on at another step (ST-1, ST-2).
    case stepChanges = 14
    /// A rule about missed appointments ends the episode (AT-3, AT-4, FA-4).
    case ruleEnds = 15
    /// The service ends the episode: the course is completed, or the person is referred on (ST-3, ST-6).
    case episodeEnds = 16
    /// Treatment begins, and with it the calls of the wait end (KT-2).
    case treatmentBegins = 17
    /// It passed while the person was out of touch (AT-4).
    case outOfTouch = 18

    /// Whether the person gives it up; else the service does.
    public var isByPerson: Bool {
        switch self {
        case .personCancels, .personMoves, .personStops, .personDied, .keptAtADistance: true
        case .serviceCancels, .serviceMoves, .anotherRoom, .clinicianAbsent, .outsideHours, .roomClosed, .urgentHelp,
            .handedOver, .stepChanges, .ruleEnds, .episodeEnds, .treatmentBegins, .outOfTouch:
            false
        }
    }

    /// Whether it is given up only to be had at another time, or in another way.
    public var isMove: Bool {
        switch self {
        case .personMoves, .serviceMoves, .keptAtADistance, .anotherRoom: true
        case .personCancels, .personStops, .personDied, .serviceCancels, .clinicianAbsent, .outsideHours, .roomClosed,
            .urgentHelp, .handedOver, .stepChanges, .ruleEnds, .episodeEnds, .treatmentBegins, .outOfTouch:
            false
        }
    }

    /// Whether the service takes away what was promised, so that the person is rebooked first (AT-10).
    @inlinable
    public var isLetDown: Bool {
        switch self {
        case .serviceCancels, .serviceMoves, .clinicianAbsent, .outsideHours, .roomClosed, .urgentHelp, .handedOver:
            true
        case .personCancels, .personMoves, .personStops, .personDied, .keptAtADistance, .anotherRoom, .stepChanges,
            .ruleEnds, .episodeEnds, .treatmentBegins, .outOfTouch:
            false
        }
    }

    /// Why, in words that follow who gave it up; nil if those say it all.
    public var words: String? {
        switch self {
        case .personCancels, .serviceCancels: nil
        case .personMoves, .serviceMoves: "moved"
        case .personStops: "the episode ended"
        case .personDied: "the person has died"
        case .keptAtADistance: "kept by telephone or video"
        case .anotherRoom: "kept in another room"
        case .clinicianAbsent: "clinician absent"
        case .outsideHours: "outside the clinician's hours"
        case .roomClosed: "the room is closed"
        case .urgentHelp: "an urgent slot for somebody at risk"
        case .handedOver: "the case was handed over"
        case .stepChanges: "the course goes on at another step"
        case .ruleEnds: "the rule about missed appointments ended the episode"
        case .episodeEnds: "the service ended the episode"
        case .treatmentBegins: "treatment begins"
        case .outOfTouch: "it passed while the person was out of touch"
        }
    }
}

extension EndReason {
    /// Why what is booked is given up where an episode ends for this reason.
    @inlinable
    public var cancels: CancellationCause {
        switch self {
        case .withdrewBeforeFirstAppointment, .withdrewWaitingTreatment, .noLongerNeeded, .declinedTreatment,
            .declinedAppointment, .stoppedEarly, .diverted, .adviceOnly:
            .personStops
        case .died: .personDied
        case .droppedOut, .missedFirstAppointment, .uncontactable: .ruleEnds
        case .completed, .referredOn, .signposted, .notSuitable: .episodeEnds
        }
    }
}
