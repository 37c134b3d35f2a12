import Allocation
import CareModel

/// The table of facts and what follows from them.
enum FactTable {
    static let amber = FactDesk.amber
    static let day = FactDesk.now.day
    static let high = AssessmentOutcome.treatment(.high, .cognitiveBehaviouralTherapy)

    static let rows: [FactEffectTests.Row] = intake + appointments + courses + groups + time

    static let intake: [FactEffectTests.Row] = [
        .init(
            "RF-13: a referral waits to be screened", { _ in },
            .received(Referral(received: FactDesk.now, source: .generalPractitioner, team: 0), key: 2),
            [
                "arrived"
            ]),
        .init("FA-5: nothing follows from agreeing to short notice", { _ in }, .shortNotice(amber, true), []),
        .init(
            "RF-4: accepted at step 2", { _ in }, .screened(amber, ScreeningFacts(), isDiverted: false),
            [
                "moved: accepted(Step.low, PriorityClass.routine)"
            ]),
        .init(
            "FA-7: where clinicians write, a welcome within 48 hours", { _ in },
            .screened(amber, ScreeningFacts(), isDiverted: false),
            [
                "moved: accepted(Step.low, PriorityClass.routine)",
                "task welcome-message 2026-11-25 10:00",
            ], rules: { $0.contact.isByMessage = true }),
        .init(
            "RF-9, BK-12: diverted, with a letter within two days", { _ in },
            .screened(amber, ScreeningFacts(), isDiverted: true),
            [
                "moved: closed(EndReason.diverted)",
                "closed: diverted",
                "task discharge-letter 2026-11-25 00:00",
                "message discharge",
            ]),
        .init(
            "RF-10: not reached, and tried again in four days",
            { $0.tell(.screened(amber, ScreeningFacts(), isDiverted: false)) },
            .contactAttempted(amber, .notReached),
            [
                "try again 2026-11-27"
            ]),
        .init(
            "RF-10: reached, and waits for a first appointment",
            { $0.tell(.screened(amber, ScreeningFacts(), isDiverted: false)) },
            .contactAttempted(amber, .wantsAppointment),
            [
                "moved: contacted",
                "waits for a first appointment",
            ]),
        .init(
            "RF-11: reached, and declines",
            { $0.tell(.screened(amber, ScreeningFacts(), isDiverted: false)) },
            .contactAttempted(amber, .declines),
            [
                "moved: closed(EndReason.declinedAppointment)",
                "closed: declined-appointment",
                "task discharge-letter 2026-11-25 00:00",
                "message discharge",
            ]),
        .init(
            "TX-10: scores are only known", { $0.book() },
            .scores(amber, Scores(depression: 15, anxiety: 12), isFirst: true), []),
        .init(
            "ST-7: the clinician who found risk acts on it, and what was booked then gives way",
            { desk in
                desk.book()
                desk.go(to: 7, 9)
                desk.tell(.received(Referral(received: FactDesk.now, source: .generalPractitioner, team: 0), key: 2))
            },
            .riskFound(1, clinician: 0, from: CivilMinute(day: day + 7, minuteOfDay: 545)),
            [
                "urgent slot 2026-11-30 09:05 with 0",
                "task duty-call 2026-11-30 09:05 of 0",
            ]),
    ]

    static let appointments: [FactEffectTests.Row] = [
        .init(
            "FA-1: a first appointment is booked, and the person is told", { $0.reach() },
            .chosen(amber, FactDesk.slot(day: 7, 9, minutes: 50)),
            [
                "moved: firstAppointmentBooked",
                "booked first-appointment 2026-11-30 09:00 with 0",
                "message appointment-booked",
            ]),
        .init(
            "FA-7: an appointment must be confirmed by the day before", { $0.reach() },
            .chosen(amber, FactDesk.slot(day: 7, 9, minutes: 50)),
            [
                "moved: firstAppointmentBooked",
                "booked first-appointment 2026-11-30 09:00 with 0",
                "task confirmed-or-cancel 2026-11-29 09:00",
                "message appointment-booked",
            ],
            rules: { $0.attendance.confirmationHours = 24 }),
        .init(
            "BK-4: the person moves it", { $0.book() },
            .moved(amber, FactDesk.slot(day: 8, 11, minutes: 50), byPerson: true),
            [
                "cancelled 2026-11-30 09:00: personMoves, 10020 minutes",
                "booked first-appointment 2026-12-01 11:00 with 0 instead of 2026-11-30 09:00",
                "message appointment-moved",
            ]),
        .init(
            "FA-3, KT-2: assessed, and waits for guided self-help",
            { desk in
                desk.book()
                desk.go(to: 7, 10)
            },
            .assessed(amber, .treatment(.low, .guidedSelfHelp), treatmentBegan: true),
            [
                "2026-11-30 09:00: attendedOnTime",
                "moved: assessed(AssessmentOutcome.treatment(Step.low, Modality.guidedSelfHelp), treatmentBegan: true)",
                "waits for treatment",
                "task assessment-letter 2026-12-02 10:00",
                "message assessment-outcome",
            ]),
        .init(
            "ST-3: assessed, and referred on within a week",
            { desk in
                desk.book()
                desk.go(to: 7, 10)
            },
            .assessed(amber, .end(.referredOn), treatmentBegan: false),
            [
                "2026-11-30 09:00: attendedOnTime",
                "moved: assessed(AssessmentOutcome.end(EndReason.referredOn), treatmentBegan: false)",
                "closed: referred-on",
                "task signpost 2026-12-07 00:00",
                "task discharge-letter 2026-12-02 00:00",
                "task experience-questionnaire 2026-12-02 00:00",
                "message discharge",
                "task assessment-letter 2026-12-02 10:00",
            ]),
        .init(
            "FA-4, AT-4: a first appointment was missed, and there are seven working days to be in touch",
            { desk in
                desk.book()
                desk.go(to: 7, 10)
            },
            .missed(amber, .didNotAttend, exception: false),
            [
                "2026-11-30 09:00: didNotAttend",
                "moved: firstAppointmentMissed",
                "in touch by 2026-12-09 17:00",
                "task review-risk 2026-12-01 17:00",
                "task missed-appointment-letter 2026-12-01 00:00",
                "message missed-appointment",
            ]),
        .init(
            "AT-4: in touch in time, and waits for another",
            { desk in
                desk.book()
                desk.go(to: 7, 10)
                desk.tell(.missed(amber, .didNotAttend, exception: false))
            },
            .madeContact(amber),
            [
                "moved: madeContact"
            ]),
        .init(
            "AT-4: not in touch in time",
            { desk in
                desk.book()
                desk.go(to: 7, 10)
                desk.tell(.missed(amber, .didNotAttend, exception: false))
            },
            .madeNoContact(amber),
            [
                "moved: closed(EndReason.missedFirstAppointment)",
                "closed: missed-first-appointment",
                "task discharge-letter 2026-12-02 00:00",
                "message discharge",
            ]),
        .init(
            "FA-5: the person cancels and wants another", { $0.book() },
            .cancelledByPerson(amber, rebooks: true, exception: false),
            [
                "cancelled 2026-11-30 09:00: personCancels, 10020 minutes",
                "message appointment-cancelled if told",
                "moved: firstAppointmentCancelled",
            ]),
        .init(
            "KT-7: the person cancels and wants no more", { $0.book() },
            .cancelledByPerson(amber, rebooks: false, exception: false),
            [
                "cancelled 2026-11-30 09:00: personCancels, 10020 minutes",
                "message appointment-cancelled if told",
                "moved: firstAppointmentCancelled",
                "moved: closed(EndReason.withdrewBeforeFirstAppointment)",
                "closed: withdrew-before-first-appointment",
                "task discharge-letter 2026-11-25 00:00",
                "message discharge",
            ]),
        .init(
            "AT-10: the service cancels", { $0.book() }, .cancelledByService(amber),
            [
                "cancelled 2026-11-30 09:00: serviceCancels, 10020 minutes",
                "message appointment-cancelled",
                "moved: firstAppointmentCancelled",
            ]),
        .init(
            "BK-6: the clinician is absent", { $0.book() },
            .appointmentsCancelled(clinician: 0, first: day, last: day + 10),
            [
                "cancelled 2026-11-30 09:00: clinicianAbsent, 10020 minutes",
                "message appointment-cancelled",
                "moved: firstAppointmentCancelled",
            ]),
        .init(
            "CL-9: the room is closed",
            { desk in
                desk.reach()
                var slot = FactDesk.slot(day: 7, 9, minutes: 50)
                slot.room = 0
                desk.tell(.chosen(amber, slot))
            },
            .displacedCancelled(.roomClosed(0), first: day, last: day + 10),
            [
                "cancelled 2026-11-30 09:00: roomClosed, 10020 minutes",
                "message appointment-cancelled",
                "moved: firstAppointmentCancelled",
            ]),
        .init(
            "CL-9: another room at the same time", { $0.book() }, .venueChanged(amber, room: 1),
            [
                "cancelled 2026-11-30 09:00: anotherRoom, 10020 minutes",
                "booked first-appointment 2026-11-30 09:00 with 0 instead of 2026-11-30 09:00",
                "message appointment-moved",
            ]),
        .init(
            "AT-6: kept by telephone",
            { desk in
                desk.book()
                desk.tell(.venueChanged(amber, room: 1))
            },
            .keptAtADistance(amber),
            [
                "cancelled 2026-11-30 09:00: keptAtADistance, 10020 minutes",
                "booked first-appointment 2026-11-30 09:00 with 0 instead of 2026-11-30 09:00",
                "message appointment-moved",
            ]),
    ]
}
