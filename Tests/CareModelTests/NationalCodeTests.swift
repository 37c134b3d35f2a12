import CareModel
import Testing

/// Codes of the national data set.
@Suite("National codes")
struct NationalCodeTests {
    @Test("AT-1: attendance codes")
    func attendance() {
        let codes: [(Attendance, UInt8)] = [
            (.cancelledByPatient, 2), (.didNotAttend, 3), (.cancelledByProvider, 4), (.attendedOnTime, 5),
            (.attendedLate, 6), (.arrivedTooLate, 7),
        ]
        for (outcome, code) in codes { #expect(outcome.rawValue == code && Attendance(rawValue: code) == outcome) }
        #expect(Attendance.allCases.count == codes.count)
        #expect(Attendance.allCases.filter(\.wasSeen) == [.attendedOnTime, .attendedLate])
    }

    @Test(
        "KT-3: a keeping-in-touch call is review only, the others may be treatment",
        arguments: [
            (AppointmentKind.firstAppointment, "03", true), (.treatment, "02", true), (.keepingInTouch, "04", false),
        ])
    func appointmentTypes(kind: AppointmentKind, code: String, mayBeTreatment: Bool) {
        #expect(kind.nationalCode == code && kind.mayBeTreatment == mayBeTreatment)
    }

    /// End codes for people who were taken on, and for people who were not.
    static let takenOn = ["46", "47", "48", "49", "96"]
    static let notTakenOn = ["50", "10", "11", "12", "13", "14", "16", "17", "95"]

    @Test("ST-6: nobody untreated is recorded as having been in treatment, but for a completed course")
    func untreated() {
        for reason in EndReason.allCases where reason != .completed {
            #expect(Self.notTakenOn.contains(reason.nationalCode(treated: false)), "\(reason)")
        }
    }

    @Test("ST-6: every reason that can end treatment has the code of somebody taken on")
    func treated() {
        let duringTreatment: [EndReason] = [
            .signposted, .adviceOnly, .declinedTreatment, .referredOn, .withdrewWaitingTreatment, .noLongerNeeded,
            .completed, .droppedOut, .stoppedEarly, .died,
        ]
        for reason in duringTreatment {
            #expect(Self.takenOn.contains(reason.nationalCode(treated: true)), "\(reason)")
        }
    }

    @Test(
        "ST-6: the codes of the common ends",
        arguments: [
            (EndReason.completed, true, "46"), (.droppedOut, true, "47"), (.droppedOut, false, "16"),
            (.died, true, "49"),
            (.died, false, "17"), (.notSuitable, false, "10"), (.signposted, false, "11"), (.referredOn, false, "13"),
            (.declinedAppointment, false, "14"), (.declinedTreatment, true, "47"),
            (.missedFirstAppointment, false, "16"),
            (.uncontactable, false, "50"), (.adviceOnly, false, "12"), (.stoppedEarly, true, "47"),
        ])
    func endCodes(reason: EndReason, treated: Bool, code: String) {
        #expect(reason.nationalCode(treated: treated) == code)
    }
}
