import Allocation
import CareModel

// Courses of treatment.

extension FactTable {
    static let courses: [FactEffectTests.Row] = [
        .init(
            "KT-2: asked about calls", { $0.assess() }, .askedAboutCalls(amber, optsOut: false),
            [
                "book a call 2026-12-21"
            ]),
        .init(
            "KT-5: somebody wants no more calls, and is written to", { $0.assess() },
            .callsChosen(amber, wantsCalls: false),
            [
                "wants no calls",
                "task keeping-in-touch-letter 2026-12-02 00:00",
            ]),
        .init(
            "KT-5, KT-2: somebody wants calls again, a week ahead of four weeks from now",
            { desk in
                desk.assess()
                desk.tell(.callsChosen(amber, wantsCalls: false))
            },
            .callsChosen(amber, wantsCalls: true),
            [
                "wants calls",
                "book a call 2026-12-21",
            ]),
        .init(
            "KT-11: somebody who waits asks something of the office", { $0.assess() },
            .contactReceived(amber, .administration, nil),
            [
                "contact about administration",
                "task see-to-request 2026-12-02 17:00",
            ]),
        .init(
            "KT-11: somebody who waits is worse, and whoever assessed calls by tomorrow", { $0.assess() },
            .contactReceived(amber, .state, nil),
            [
                "contact about state",
                "task call-about-change 2026-12-01 17:00 of 0",
            ]),
        .init(
            "KT-11, KT-4: a clinician amends the plan: quicker", { $0.assess() },
            .contactReceived(amber, .state, .quicker),
            [
                "contact about state, quicker",
                "moved: planAmended(Step.low, PriorityClass.risk)",
            ]),
        .init(
            "KT-2: a call is due to be booked", { $0.assess() }, .callDue(amber),
            [
                "booked keeping-in-touch 2026-12-01 09:00 with 0",
                "message appointment-booked",
            ]),
        .init(
            "KT-4: a call, and treatment is not needed any more",
            { desk in
                desk.assess()
                desk.tell(.callDue(amber))
                if let start = desk.desk.appointmentSnapshots(of: 0).first?.start { desk.desk.now = start }
            },
            .keptInTouch(amber, .noLongerNeeded),
            [
                "2026-12-01 09:00: attendedOnTime",
                "moved: closed(EndReason.noLongerNeeded)",
                "closed: no-longer-needed",
                "task discharge-letter 2026-12-03 00:00",
                "task experience-questionnaire 2026-12-03 00:00",
                "message discharge",
            ]),
        .init(
            "CL-1: a clinician takes the person on", { $0.assess() },
            .chosen(amber, FactDesk.slot(day: 14, 9, minutes: 30)),
            [
                "moved: allocated(clinician: 0)",
                "taken on by 0",
                "booked treatment 2026-12-07 09:00 with 0, taken on",
                "message appointment-booked",
            ]),
        .init(
            "TX-1: the number of sessions is planned", { $0.treat() },
            .coursePlanned(amber, sessions: 6, supervisorAgrees: false), []),
        .init(
            "TX-1: a session was attended",
            { desk in
                desk.treat()
                desk.go(to: 14, 10)
            },
            .sessionAttended(amber),
            [
                "2026-12-07 09:00: attendedOnTime",
                "moved: sessionAttended",
            ]),
        .init(
            "TX-8: the course goes on, and somebody books the next session",
            { desk in
                desk.treat()
                desk.go(to: 14, 10)
                desk.tell(.sessionAttended(amber))
            },
            .courseGoesOn(amber), []),
        .init(
            "AT-4: a session was missed, and counts",
            { desk in
                desk.treat()
                desk.go(to: 14, 10)
            },
            .missed(amber, .didNotAttend, exception: false),
            [
                "2026-12-07 09:00: didNotAttend",
                "moved: missCounted",
                "moved: sessionMissed",
                "in touch by 2026-12-16 17:00",
                "task review-risk 2026-12-08 17:00 of 0",
                "task missed-appointment-letter 2026-12-08 00:00",
                "message missed-appointment",
            ]),
        .init(
            "AT-3: the second miss ends the course",
            { desk in
                desk.treat()
                desk.tell(.cancelledByPerson(amber, rebooks: true, exception: false))
                desk.tell(.chosen(amber, FactDesk.slot(day: 15, 9, minutes: 30)))
                desk.go(to: 15, 10)
            },
            .missed(amber, .didNotAttend, exception: false),
            [
                "2026-12-08 09:00: didNotAttend",
                "moved: missCounted",
                "moved: closed(EndReason.droppedOut)",
                "closed: dropped-out",
                "task discharge-letter 2026-12-10 00:00",
                "task experience-questionnaire 2026-12-10 00:00",
                "message discharge",
            ]),
        .init(
            "BK-2: a later session is booked", { $0.treat() },
            .laterChosen(amber, FactDesk.slot(day: 28, 9, minutes: 30)),
            [
                "later booked 2026-12-21 09:00 with 0"
            ]),
        .init(
            "AT-3: a later session is cancelled in advance, and counts",
            { desk in
                desk.treat()
                desk.tell(.laterChosen(amber, FactDesk.slot(day: 28, 9, minutes: 30)))
            },
            .laterCancelled(
                amber, CivilMinute(day: day + 28, minuteOfDay: 540), .byPerson(exception: false)),
            [
                "later cancelled 2026-12-21 09:00: personCancels, 30180 minutes",
                "message appointment-cancelled if told",
                "moved: missCounted",
            ]),
        .init(
            "CL-9: a later session in a room",
            { desk in
                desk.treat()
                desk.tell(.laterChosen(amber, FactDesk.slot(day: 28, 9, minutes: 30)))
            },
            .laterVenueChanged(amber, CivilMinute(day: day + 28, minuteOfDay: 540), room: 1),
            [
                "later cancelled 2026-12-21 09:00: anotherRoom, 30180 minutes",
                "later booked 2026-12-21 09:00 with 0 instead of 2026-12-21 09:00",
                "message appointment-moved if told",
            ]),
        .init(
            "AT-4: whoever missed a session came to the next one",
            { desk in
                desk.treat()
                desk.tell(.laterChosen(amber, FactDesk.slot(day: 28, 9, minutes: 30)))
                desk.go(to: 14, 10)
                desk.tell(.missed(amber, .didNotAttend, exception: false))
                desk.go(to: 28, 10)
            },
            .cameToLater(amber),
            [
                "moved: madeContact",
                "next is 2026-12-21 09:00",
            ]),
        .init(
            "PR-3: the time on hold is over", { $0.assess(.hold(.low, .guidedSelfHelp)) }, .holdEnded(amber),
            [
                "moved: holdEnded",
                "waits for treatment",
            ]),
        .init(
            "PR-3, RF-11: treatment is put off", { $0.assess() }, .putOnHold(amber, until: FactDesk.now.day + 70),
            [
                "moved: putOnHold",
                "on hold until 2027-02-01",
            ]),
        .init(
            "PR-3: the hold lasts until another day",
            { desk in
                desk.assess()
                desk.tell(.putOnHold(amber, until: FactDesk.now.day + 70))
            },
            .putOnHold(amber, until: FactDesk.now.day + 77),
            [
                "on hold until 2027-02-08"
            ]),
        .init(
            "ST-1: a step-up is proposed", { $0.treat() }, .stepUpProposed(amber),
            [
                "moved: stepUpProposed"
            ]),
        .init(
            "ST-1: supervision agrees",
            { desk in
                desk.treat()
                desk.go(to: 14, 10)
                desk.tell(.sessionAttended(amber))
                desk.tell(.stepUpProposed(amber))
            },
            .stepUpAgreed(amber),
            [
                "moved: stepUpAgreed",
                "waits for treatment",
            ]),
        .init(
            "ST-1: supervision does not agree, and whoever proposed it goes on",
            { desk in
                desk.treat()
                desk.go(to: 14, 10)
                desk.tell(.sessionAttended(amber))
                desk.tell(.stepUpProposed(amber))
            },
            .stepUpDeclined(amber),
            [
                "moved: stepUpDeclined",
                "moved: allocated(clinician: 0)",
            ]),
        .init(
            "ST-2: a step down",
            { desk in
                desk.treat(high)
                desk.go(to: 14, 11)
                desk.tell(.sessionAttended(amber))
            },
            .steppedDown(amber),
            [
                "moved: handedOver",
                "moved: planAmended(Step.low, PriorityClass.rebooking)",
                "waits for treatment",
            ]),
        .init(
            "PO-8: a case is moved", { $0.treat() }, .caseMoved(amber),
            [
                "cancelled 2026-12-07 09:00: handedOver, 10020 minutes",
                "message appointment-cancelled",
                "moved: handedOver",
                "handed over by 0",
                "waits for treatment",
            ]),
        .init(
            "TX-12: a caseload is handed over", { $0.treat() }, .caseloadHandedOver(clinician: 0),
            [
                "cancelled 2026-12-07 09:00: handedOver, 10020 minutes",
                "message appointment-cancelled",
                "moved: handedOver",
                "handed over by 0",
                "waits for treatment",
            ]),
        .init(
            "ST-6: the course is completed, and what is booked of it is given up",
            { desk in
                desk.treat()
                desk.tell(.laterChosen(amber, FactDesk.slot(day: 28, 9, minutes: 30)))
                desk.go(to: 14, 10)
                desk.tell(.sessionAttended(amber))
            },
            .closed(amber, .completed),
            [
                "later cancelled 2026-12-21 09:00: episodeEnds, 20100 minutes",
                "message appointment-cancelled",
                "moved: closed(EndReason.completed)",
                "closed: completed",
                "task discharge-letter 2026-12-09 00:00",
                "task experience-questionnaire 2026-12-09 00:00",
                "message discharge",
            ]),
        .init(
            "ST-6: nobody writes to somebody who died", { $0.treat() }, .closed(amber, .died),
            [
                "cancelled 2026-12-07 09:00: personDied, 10020 minutes",
                "message appointment-cancelled if told",
                "moved: closed(EndReason.died)",
                "closed: died",
            ]),
        .init(
            "TX-5: computerised CBT", { $0.assess() }, .computerisedTaken(amber),
            [
                "book a call 2026-12-01"
            ]),
    ]
}
