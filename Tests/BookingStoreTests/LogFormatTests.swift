import BookingAudit
import CareModel
import Foundation
import GRDB
import Testing

@testable import BookingStore

/// The log is read for years: what was written once must be read for ever. These are frozen.
@Suite struct LogFormatTests {
    /// An event of each kind as version 1 writes it.
    private static let frozen: [(event: ServiceEvent, payload: String)] = [
        (
            .booked(
                Booking(
                    appointment: 7, placement: Clinic.placement(room: 2, Clinic.at(10)), hold: 3, replaces: 5,
                    channel: .video, reasons: 6, overrideReason: "over the cap")),
            """
            {"appointment":7,"channel":11,"hold":3,"overrideReason":"over the cap","placement":{"clinician":0,\
            "kind":1,"minutes":60,"person":1,"room":2,"start":14216280},"reasons":6,"replaces":5}
            """
        ),
        (
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
        (
            .held(
                HoldPlaced(
                    hold: 4, placement: Clinic.placement(Clinic.at(10)), expires: Clinic.now + 5,
                    overrideReason: "over the cap")),
            """
            {"expires":14211905,"hold":4,"overrideReason":"over the cap","placement":{"clinician":0,"kind":1,\
            "minutes":60,"person":1,"start":14216280}}
            """
        ),
        (
            .roomClosed(RoomClosed(closure: 2, room: 1, first: Clinic.now.day, last: RoomClosed.forGood, why: "paint")),
            #"{"closure":2,"first":9869,"last":1073741823,"room":1,"why":"paint"}"#
        ),
        (.roomOpened(RoomOpened(closure: 2, why: "dry")), #"{"closure":2,"why":"dry"}"#),
        (
            .availabilitySet(AvailabilitySet(clinician: 1, week: .assessment, stretches: [], from: Clinic.now.day)),
            #"{"clinician":1,"from":9869,"stretches":[],"week":1}"#
        ),
        (
            .availabilitySet(AvailabilitySet(clinician: 1, week: .usual, stretches: [])),
            #"{"clinician":1,"stretches":[],"week":0}"#
        ),
        (.holdEnded(HoldEnded(hold: 3, outcome: .expired)), #"{"hold":3,"outcome":3}"#),
        (
            .appointmentCancelled(
                AppointmentCancelled(appointment: 7, by: .provider, noticeMinutes: 90, why: "sick")),
            #"{"appointment":7,"by":2,"noticeMinutes":90,"why":"sick"}"#
        ),
        (
            .attendanceRecorded(
                AttendanceRecorded(
                    appointment: 7, attendance: .attendedOnTime, scores: Scores(depression: 3, anxiety: 2))),
            #"{"appointment":7,"attendance":5,"scores":{"anxiety":2,"depression":3}}"#
        ),
        (.corrected(Corrected(sequence: 4, why: "no")), #"{"sequence":4,"why":"no"}"#),
        (
            .referralReceived(Clinic.referral(2)),
            """
            {"facts":{"dueOn":9874,"scores":{"anxiety":11,"depression":14},"startScores":{"anxiety":11,\
            "depression":14}},"identity":{"consents":0,"name":"Person 2"},"person":2,"referral":{"received":14210460,\
            "scores":{"anxiety":11,"depression":14},"source":0,"team":0}}
            """
        ),
        (
            .episodeMoved(
                EpisodeMoved(
                    person: 2, event: .assessed(.treatment(.low, .guidedSelfHelp), treatmentBegan: true),
                    episode: Episode(received: Clinic.now))),
            """
            {"episode":{"received":14211900,"state":0,"stateSince":14211900},"event":{"name":"assessed",\
            "outcome":{"modality":0,"name":"treatment","step":0},"treatmentBegan":true},"person":2}
            """
        ),
        (
            .absenceAdded(
                AbsenceAdded(
                    absence: 1, clinician: 2,
                    days: Absence(first: Clinic.monday, last: Clinic.monday + 1, reason: [.leave, .duty]))),
            #"{"absence":1,"clinician":2,"days":{"first":9872,"last":9873,"reason":9}}"#
        ),
        (
            .groupOpened(
                {
                    var group = GroupDetails(
                        group: 2, team: 1, rule: GroupRule(), plannedFor: Clinic.monday)
                    group.days = [Clinic.monday, Clinic.monday + 7]
                    group.facilitators = [1]
                    group.stage = .confirmed
                    return group
                }()),
            """
            {"asked":[],"days":[9872,9879],"facilitators":[1],"group":2,"held":0,"leaders":[],"plannedFor":9872,\
            "putOffs":0,"rule":{"decisionDays":7,"everyWeeks":6,"facilitators":2,"intervalDays":7,"isOn":false,\
            "largest":14,"mostPutOffs":1,"planWeeksAhead":9,"preparationMinutes":30,"putOffWeeks":2,\
            "sessionMinutes":90,"sessions":6,"smallest":6,"startMinute":600,"weekday":1},"sessionPutOffs":0,\
            "stage":1,"team":1}
            """
        ),
        (
            .seatTaken(GroupSeatTaken(group: 2, seat: 3, person: 4)), #"{"group":2,"person":4,"seat":3}"#
        ),
        (
            .groupContact(GroupContact(group: 2, session: 1, person: 4, attendance: .didNotAttend)),
            #"{"attendance":3,"group":2,"person":4,"session":1}"#
        ),
    ]

    @Test(arguments: frozen.indices)
    func versionOneIsWrittenAndRead(index: Int) throws {
        let (event, payload) = Self.frozen[index]
        let folder = try Folder()
        let path = folder.file("service.db")
        let store = try BookingStore.create(at: path)
        try store.close()
        // Written as it stands by another hand, read by the store.
        let file = try RawFile(path)
        try file.queue.writeWithoutTransaction { database in
            try database.execute(
                sql: "INSERT INTO log VALUES (1, 5, 1, 'x', ?, 1, NULL, ?)",
                arguments: [event.kind.rawValue, payload])
        }
        let reopened = try BookingStore.open(at: path)
        #expect(try reopened.read { try $0.events(after: 0, limit: 1) }.first?.event == event)
    }

    @Test(arguments: frozen.indices)
    func whatIsWrittenIsTheFrozenText(index: Int) throws {
        let (event, payload) = Self.frozen[index]
        #expect(String(decoding: try PayloadCoder().payload(of: event), as: UTF8.self) == payload)
    }

    @Test func aKindOrVersionOfTheFutureIsAnError() throws {
        let folder = try Folder()
        let path = folder.file("service.db")
        try BookingStore.create(at: path).close()
        try RawFile(path).run(
            """
            INSERT INTO log VALUES (1, 5, 1, 'x', 'somethingNew', 1, NULL, '{}');
            INSERT INTO log VALUES (2, 5, 1, 'x', 'teamAdded', 2, NULL, '{}');
            INSERT INTO log VALUES (3, 5, 1, 'x', 'teamAdded', 1, NULL, '{}');
            """)
        let store = try BookingStore.open(at: path)
        for sequence in Int64(1)...3 {
            guard
                case .unreadableEntry(sequence, _) = storeError({
                    _ = try store.read { try $0.events(after: sequence - 1, limit: 1) }
                })
            else {
                Issue.record("entry \(sequence) was read")
                continue
            }
        }
    }

    /// The numbers by which enumerations of the core are kept: a case that moves would change what old logs say.
    @Test func rawValuesAreFrozen() {
        #expect(EpisodeState.allCases.map(\.rawValue) == Array(0...10))
        #expect(EpisodeState(rawValue: 7) == .inTreatment && EpisodeState(rawValue: 5) == .waitingTreatment)
        #expect(EndReason.allCases.count == 16 && EndReason(rawValue: 12) == .completed)
        #expect(Modality(rawValue: 5) == .eyeMovementDesensitisation && Modality(rawValue: 6) == .coupleTherapy)
        #expect(PriorityClass(rawValue: 4) == .stepUp && PriorityClass(rawValue: 5) == .rebooking)
        #expect(ReferralSource(rawValue: 5) == .maternity && ReferralSource(rawValue: 9) == .other)
        #expect(Role(rawValue: 2) == .traineeWellbeingPractitioner && Role(rawValue: 3) == .highIntensityTherapist)
        #expect(AppointmentKind(rawValue: 0) == .firstAppointment && AppointmentKind(rawValue: 2) == .keepingInTouch)
        #expect(AgeBand(rawValue: 2) == .sixteenToSeventeen && Sex(rawValue: 1) == .female)
        #expect(Known(rawValue: 1) == .no && Known(rawValue: 2) == .yes && MatrixRating(rawValue: 3) == .high)
        #expect(TimeOfDayPreference(rawValue: 3) == .evening && EthnicityGroup(rawValue: 3) == .asian)
        #expect(ScreeningTask(rawValue: 2) == .seniorScreen && Step(rawValue: 1) == .high)
    }
}
