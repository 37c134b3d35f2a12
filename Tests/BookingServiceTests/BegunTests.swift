import Allocation
import BookingAudit
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// What has begun is not still to come: nothing but its outcome can be recorded of it (AT-1).
@Suite struct BegunTests {
    /// What somebody has that may have begun.
    enum Occasion: CaseIterable {
        case firstAppointment, session, laterSession, call, groupSession, support
    }

    /// A command that would give it up.
    enum Command: CaseIterable {
        case cancel, cancelByService, cancelForGood, reschedule, keepByTelephone, hold, book, discharge, died, moveCase
        case leaveGroup, cancelGroup, goOnAfterMissing, endForWantOfContact
    }

    /// A service, somebody in it, their appointment, and when it starts.
    struct Scene {
        var clinic: SmallClinic
        var service: BookingService
        var person: Int64
        var appointment: Int64
        var start: CivilMinute
        var group: Int64?

        func at(_ minutes: Int64) -> BookingService.Context { BookingService.Context(now: start + minutes) }

        func entries() throws -> [LogEntry] { try clinic.service.record(of: person, in: at(1440)).entries }

        func appointments() throws -> [AppointmentRecord] {
            try clinic.service.record(of: person, in: at(1440)).appointments
        }
    }

    static func scene(_ occasion: Occasion) throws -> Scene {
        var policy = ServiceFixture.policy
        for team in policy.rules.indices { policy.rules[team].computerised.isOn = true }
        let clinic = try SmallClinic(policy: policy)
        var scene = Scene(
            clinic: clinic, service: clinic.service, person: 5, appointment: 0, start: clinic.context.now)
        switch occasion {
        case .firstAppointment:
            scene.person = try clinic.waiting()
            try book(&scene)
        case .session: try book(&scene)
        case .laterSession:
            try book(&scene)
            let course = try clinic.service.course(person: 5, sessions: 3, in: clinic.context)
            scene.appointment = course.sessions[1].appointment ?? 0
            scene.start = course.sessions[1].start
        case .call, .support:
            if occasion == .support {
                let number = try clinic.waiting()
                scene.person = number
                try book(&scene)
                var seen = ContactRecord(.attendedOnTime)
                seen.takesComputerised = true
                _ = try clinic.service.attend(appointment: scene.appointment, seen, in: scene.at(0))
            }
            let due = BookingService.Context(now: max(scene.start, clinic.context.now) + 60)
            let state = try clinic.service.bookCall(person: scene.person, in: due)
            scene.appointment = state.appointment
            let booked = try clinic.service.record(of: scene.person, in: due).appointments
            scene.start = booked.first { $0.appointment == state.appointment }?.placement.start ?? scene.start
        case .groupSession: try seat(&scene)
        }
        return scene
    }

    private static func book(_ scene: inout Scene) throws {
        let context = scene.clinic.context
        let best = try #require(scene.service.offer(person: scene.person, in: context).slots.first)
        let booked = try scene.service.book(person: scene.person, slot: best.slot, in: context)
        (scene.appointment, scene.start) = (booked.appointment, booked.start)
    }

    private static func seat(_ scene: inout Scene) throws {
        var opening = GroupOpening(team: 0, first: scene.clinic.monday + 14)
        opening.startMinute = 600
        opening.sessionMinutes = 60
        let group = try scene.service.openGroup(opening, in: scene.clinic.context)
        for person in [5, 7] as [Int64] { _ = try scene.service.joinGroup(person: person, in: scene.clinic.context) }
        let due = try #require(group.due)
        _ = try scene.service.decideGroup(1, in: BookingService.Context(now: due))
        scene.start = group.sessions[0]
        scene.group = 1
    }

    /// Gives a command; some are not for every occasion, and are refused for another reason then.
    private func give(_ command: Command, _ scene: Scene, _ then: BookingService.Context) throws {
        let (service, appointment, person) = (scene.service, scene.appointment, scene.person)
        let slot = SlotOffer(
            clinician: 0, start: CivilMinute(day: then.now.monday + 21, minuteOfDay: 540), minutes: 0, reasons: [])
        switch command {
        case .cancel: _ = try service.cancel(appointment: appointment, byPerson: true, atLimit: .ends, in: then)
        case .cancelByService: _ = try service.cancel(appointment: appointment, byPerson: false, in: then)
        case .cancelForGood:
            _ = try service.cancel(appointment: appointment, byPerson: true, rebooks: false, in: then)
        case .reschedule:
            _ = try service.reschedule(appointment: appointment, to: slot, byPerson: true, in: then)
        case .keepByTelephone: _ = try service.keepAtADistance(appointment: appointment, in: then)
        case .hold: _ = try service.hold(person: person, slot: slot, in: then)
        case .book: _ = try service.book(person: person, slot: slot, reason: "agreed", in: then)
        case .discharge: _ = try service.discharge(person: person, .referredOn, in: then)
        case .died: _ = try service.discharge(person: person, .died, in: then)
        case .moveCase: _ = try service.moveCase(person: person, in: then)
        case .leaveGroup: _ = try service.leaveGroup(person: person, in: then)
        case .cancelGroup: _ = try service.cancelGroup(scene.group ?? 1, in: then)
        case .goOnAfterMissing: _ = try service.answered(person: person, madeContact: true, in: then)
        case .endForWantOfContact:
            _ = try service.answered(person: person, madeContact: false, atLimit: .ends, in: then)
        }
    }

    /// Whoever waits for nothing but an outcome that nobody recorded stands on a list (KP-10).
    @Test(arguments: Occasion.allCases) func whatHasNoOutcomeIsToBeDone(occasion: Occasion) throws {
        let scene = try BegunTests.scene(occasion)
        func missing(_ minutes: Int64) throws -> [OpenTask] {
            try scene.service.tasks(in: scene.at(minutes)).filter { $0.kind == .recordOutcome }
        }
        func isMine(_ task: OpenTask) -> Bool {
            scene.group == nil ? task.appointment == scene.appointment : task.course == scene.group
        }
        #expect(try !missing(60).contains(where: isMine))
        let task = try #require(missing(1440).first(where: isMine))
        #expect(task.isOverdue && task.task == nil && task.due == (scene.start.day + 1).start)
        #expect(task.person == (scene.group == nil ? scene.person : nil))
        #expect(try missing(40 * 1440).contains(where: isMine))
        guard occasion != .laterSession else { return }
        if let group = scene.group {
            let seen = [5, 7].map { SeatOutcome(person: $0, .attendedOnTime) }
            _ = try scene.service.attendGroup(group, seen, in: scene.at(1440))
        } else {
            _ = try scene.service.attend(
                appointment: scene.appointment, ContactRecord(.attendedOnTime), in: scene.at(1440))
        }
        #expect(try !missing(1440).contains(where: isMine))
    }

    /// What was cancelled in time, and nobody recorded, is recorded with when it was said (BK-4).
    @Test(arguments: [Occasion.firstAppointment, .session, .call], [true, false])
    func aCancellationInTimeIsRecordedLate(occasion: Occasion, byPerson: Bool) throws {
        let scene = try BegunTests.scene(occasion)
        let said = scene.start - 45
        func cancel(saidAt: CivilMinute) throws {
            _ = try scene.service.cancel(
                appointment: scene.appointment, byPerson: byPerson, saidAt: saidAt, in: scene.at(120))
        }
        for wrong in [scene.start, scene.start + 60, scene.clinic.context.now - 1] {
            #expect(throws: BookingError.self) { try cancel(saidAt: wrong) }
        }
        // A miss that was typed for it is taken back first.
        _ = try scene.service.attend(
            appointment: scene.appointment, ContactRecord(.didNotAttend), in: scene.at(60))
        _ = try scene.service.correct(appointment: scene.appointment, nil, in: scene.at(90))
        try cancel(saidAt: said)
        let record = try #require(scene.appointments().first { $0.appointment == scene.appointment })
        #expect(record.attendance == (byPerson ? .cancelledByPatient : .cancelledByProvider))
        #expect(record.noticeMinutes == 45)
        #expect(try scene.service.verify().differences.map(\.description) == [])
        #expect(try Auditor.faults(in: scene.clinic.path).isEmpty)
    }

    @Test("Nothing that has begun is cancelled, moved or sent away", arguments: Occasion.allCases)
    func nothingThatHasBegunIsGivenUp(occasion: Occasion) throws {
        let scene = try BegunTests.scene(occasion)
        // From its first minute on, hours later, and weeks later.
        for minutes in [0, 120, 21 * 1440] as [Int64] {
            for command in Command.allCases {
                let before = try scene.entries().count
                var refusal: String?
                do { try give(command, scene, scene.at(minutes)) } catch { refusal = "\(error)" }
                let why = try #require(refusal, "\(command) of \(occasion) after \(minutes) minutes was done")
                #expect(try scene.entries().count == before, "\(command) of \(occasion)")
                let mustSay: [Command] = [.discharge, .died] + (occasion == .groupSession ? [.cancelGroup] : [.cancel])
                if mustSay.contains(command) {
                    #expect(why.contains("it has begun: record its outcome with"), "\(command) of \(occasion): \(why)")
                }
            }
        }
        #expect(try scene.appointments().allSatisfy { $0.status == .standing })
        guard occasion != .groupSession else { return }
        let state = try scene.service.record(of: scene.person, in: scene.at(0)).person.episode.state
        if occasion == .laterSession {
            // Outcomes are recorded in the order of the appointments.
            let first = try #require(scene.appointments().first { $0.attendance == nil })
            _ = try scene.service.attend(
                appointment: first.appointment, ContactRecord(.attendedOnTime), in: scene.at(21 * 1440))
        }
        _ = try scene.service.attend(
            appointment: scene.appointment, ContactRecord(.didNotAttend), in: scene.at(21 * 1440))
        #expect(try scene.appointments().contains { $0.attendance == .didNotAttend }, "\(state)")
    }

    @Test("An absence, the round and freed time leave alone what has begun", arguments: Occasion.allCases)
    func whatIsDoneForManyLeavesItAlone(occasion: Occasion) throws {
        let scene = try BegunTests.scene(occasion)
        let then = scene.at(30)
        let clinician =
            try scene.appointments().first { $0.appointment == scene.appointment }?.placement.clinician ?? 0
        let affected = try scene.service.absent(
            clinician: clinician, first: then.now.day, last: then.now.day + 40, .sickness, in: then)
        #expect(!affected.contains { $0.start <= then.now })
        _ = try scene.service.allocate(team: 0, in: then)
        _ = try scene.service.backfill(team: 0, in: then)
        _ = try scene.service.recordRisk(person: scene.person, foundBy: clinician, in: then)
        for known in try scene.appointments() where known.placement.start <= then.now && known.attendance == nil {
            #expect(known.status == .standing)
        }
        #expect(try scene.service.verify().isSound)
    }

    @Test(
        "What has not begun has no outcome", arguments: Occasion.allCases, [Attendance.attendedOnTime, .didNotAttend])
    func nothingIsRecordedBeforeItBegins(occasion: Occasion, attendance: Attendance) throws {
        let scene = try BegunTests.scene(occasion)
        #expect(throws: BookingError.notNow(scene.start)) {
            if let group = scene.group {
                let outcomes = [5, 7].map { SeatOutcome(person: $0, attendance) }
                _ = try scene.service.attendGroup(group, outcomes, in: scene.at(-1))
            } else {
                _ = try scene.service.attend(
                    appointment: scene.appointment, ContactRecord(attendance), in: scene.at(-1))
            }
        }
    }

    @Test("A course ends by its clinician only when every session that has begun has an outcome")
    func aCourseDoesNotEndBeforeItsOutcomes() throws {
        let scene = try BegunTests.scene(.laterSession)
        let first = try #require(scene.appointments().first { $0.placement.start < scene.start })
        var completed = ContactRecord(.attendedOnTime)
        completed.next = .completed
        let refusal = BookingError.begun(person: scene.person, appointment: scene.appointment, start: scene.start)
        let end = completed
        #expect(throws: refusal) {
            _ = try scene.service.attend(appointment: first.appointment, end, in: scene.at(10))
        }
        _ = try scene.service.attend(appointment: first.appointment, ContactRecord(.attendedOnTime), in: scene.at(10))
        let state = try scene.service.attend(appointment: scene.appointment, completed, in: scene.at(10))
        #expect(state.state == .closed)
        #expect(try scene.appointments().prefix(2).allSatisfy { $0.attendance == .attendedOnTime })
    }
}

extension CivilMinute {
    fileprivate var monday: CivilDay { day.monday }
}
