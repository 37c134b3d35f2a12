import Allocation
import BookingService
import BookingStore
import CareModel
import Diaries

/// A large service on one morning: 200 clinicians in one team, whose diaries reach a year ahead, 5,000 people who wait,
/// and 7,200 in treatment. The next four weeks are nearly full, and after them days empty slowly, so that a search
/// looks at many days of many diaries.
struct LargeService {
    /// Monday 11 January 2027, 09:00.
    static let now = CivilMinute(day: CivilDay(number: 9872), minuteOfDay: 540)
    static let waiting = 5_000
    private static let clinicians = 200
    private static let onEachCaseload = 36
    private static let days = 371

    let details: [ClinicianDetails]
    let week = LargeService.week()
    private(set) var people: [Person] = []
    private(set) var appointments: [AppointmentSnapshot] = []
    private(set) var blocks: [DeskChange] = []

    init(seed: UInt64) {
        var random = Numbers(state: seed)
        details = (0..<LargeService.clinicians).map { index in
            let isLow = index < LargeService.clinicians / 2
            return ClinicianDetails(
                clinician: Int32(index), team: 0, name: "Clinician \(index)",
                role: isLow ? .wellbeingPractitioner : .highIntensityTherapist, wholeTimePercent: 100,
                caseloadCap: LargeService.onEachCaseload + (index % 10 == 0 ? 4 : 0),
                trainedIn: ModalitySet(isLow ? [.guidedSelfHelp] : [.cognitiveBehaviouralTherapy]),
                startedOn: LargeService.now.day - 365)
        }
        for number in 1...LargeService.waiting { people.append(LargeService.waiting(UInt64(number), &random)) }
        for clinician in details.indices { fill(clinician, &random) }
    }

    /// What a waiting person's next appointment is for.
    static func kind(_ person: Int) -> AppointmentKind { person % 2 == 0 ? .firstAppointment : .treatment }

    /// Seven hours a day: two for first appointments, one for calls, the others for sessions.
    private static func week() -> WeekTemplate {
        var week = WeekTemplate()
        for weekday in Weekday.allCases.prefix(5) {
            func set(_ purpose: SlotPurpose, _ start: Int, _ end: Int) {
                let hours = Quanta.index(minuteOfDay: start * 60)..<Quanta.index(minuteOfDay: end * 60)
                week[weekday, purpose] = week[weekday, purpose] | DayGrid(hours)
            }
            set(.firstAppointment, 9, 11)
            set(.treatment, 11, 12)
            set(.treatment, 13, 16)
            set(.keepingInTouch, 16, 17)
        }
        return week
    }

    private static func waiting(_ number: UInt64, _ random: inout Numbers) -> Person {
        let received = now - Int64(1 + random.below(60)) * 1440
        var referral = Referral(received: received, source: .selfWeb, team: 0)
        referral.timeOfDay = [.any, .any, .any, .morning, .afternoon][random.below(5)]
        var person = Person(key: number, referral: referral)
        var episode = StoredEpisode(received: received)
        let isTreatment = kind(Int(number) - 1) == .treatment
        episode.state = isTreatment ? .waitingTreatment : .waitingFirstAppointment
        episode.step = random.below(2) == 0 ? .low : .high
        episode.modality = episode.step == .low ? .guidedSelfHelp : .cognitiveBehaviouralTherapy
        episode.stateSince = received
        if isTreatment {
            episode.waitingSince = received
            person.facts.lastKeptInTouch = received.day
            person.facts.assessor =
                Int32(random.below(clinicians / 2)) + (episode.step == .low ? 0 : Int32(clinicians / 2))
        }
        person.episode = Episode(episode)
        return person
    }

    /// A clinician's caseload, each person with a next session, and the rest of the time that is taken.
    private mutating func fill(_ clinician: Int, _ random: inout Numbers) {
        var left = LargeService.onEachCaseload
        for day in 0..<Int32(LargeService.days) {
            let date = LargeService.now.day + day
            guard !date.weekday.isWeekend else { continue }
            let share = day < 28 ? 98 : max(0, 98 - Int(day - 28))
            for hour in [9, 10, 11, 13, 14, 15, 16] where random.below(100) < share {
                let start = CivilMinute(day: date, minuteOfDay: hour * 60)
                let isSession = hour >= 11 && hour < 16
                if isSession, left > 0, start > LargeService.now + 1440 {
                    treat(clinician, start)
                    left -= 1
                } else {
                    let hours = MinutesOfDay(start: hour * 60, end: hour * 60 + 60)
                    blocks.append(.blocked(clinician: clinician, date, hours))
                }
            }
        }
    }

    private mutating func treat(_ clinician: Int, _ start: CivilMinute) {
        let received = LargeService.now - 90 * 1440
        var person = Person(
            key: UInt64(people.count + 1), referral: Referral(received: received, source: .selfWeb, team: 0))
        var episode = StoredEpisode(received: received)
        episode.state = .inTreatment
        episode.step = details[clinician].role.step
        episode.modality = episode.step == .low ? .guidedSelfHelp : .cognitiveBehaviouralTherapy
        episode.clinician = Int32(clinician)
        episode.stateSince = LargeService.now - 30 * 1440
        episode.lastTreatment = LargeService.now - 7 * 1440
        person.episode = Episode(episode)
        people.append(person)
        appointments.append(
            AppointmentSnapshot(
                person: person.key, clinician: Int32(clinician), kind: .treatment, start: start, minutes: 60,
                bookedAt: LargeService.now - 1440))
    }
}

extension LargeService {
    private static var rules: BookingRules {
        var rules = BookingRules()
        rules.firstAppointmentHorizonDays = 180
        rules.lowHorizonDays = 180
        rules.highHorizonDays = 180
        return rules
    }

    var policy: ServicePolicy {
        ServicePolicy(rules: [LargeService.rules], releaseDays: [7], standards: Standards(), closedDays: [])
    }

    /// What a booking service on a store begins with.
    var foundation: ServiceFoundation {
        var foundation = ServiceFoundation(
            scenario: ServiceInitialised(
                name: "large", fingerprint: "", scenario: "", firstDay: LargeService.now.day - 365),
            teams: ["large"], clinicians: details)
        foundation.weeks = details.map { _ in (usual: week, assessment: week) }
        foundation.changes = blocks
        foundation.people = people.map { (Identity(name: "Person \($0.key)"), $0) }
        foundation.appointments = appointments
        return foundation
    }

    /// The same service at the core's desk alone.
    func desk() -> BookingDesk {
        let clinicians = details.map { known in
            Clinician(
                team: 0, role: known.role, trainedIn: known.trainedIn, seesUnder18: false,
                caseloadCap: Int32(known.caseloadCap))
        }
        let calendar = WorkingCalendar(first: LargeService.now.day, dayCount: LargeService.days, closedDays: [])
        var desk = BookingDesk(
            clinicians: clinicians, rules: policy.rules, standards: policy.standards, calendar: calendar,
            now: LargeService.now)
        desk.keepsEveryone = true
        desk.booksByItself = false
        desk.hear(.releaseDays(team: 0, policy.releaseDays[0]))
        for clinician in clinicians.indices { desk.hear(.weeks(clinician: clinician, usual: week, assessment: week)) }
        for person in people {
            let index = desk.add(person)
            if person.episode.state.isOnCaseload { desk.restoreToCaseload(index) }
            desk.restoreList(index)
        }
        for appointment in appointments { desk.restoreAppointment(Int(appointment.person) - 1, appointment) }
        for block in blocks { desk.hear(block) }
        return desk
    }
}

/// Vigna's splitmix64: enough to vary a service by its seed.
struct Numbers {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
