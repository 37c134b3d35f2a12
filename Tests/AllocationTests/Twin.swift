import Allocation
import CareModel
import Diaries
import TestSupport

/// The same service twice: as the product holds it and as arrays. Every change is made to both.
struct Twin: ~Copyable {
    var capacity: Capacity
    var naive: NaiveCapacity
    var today: CivilDay
    var booked: [SlotOffer] = []

    /// 23 November 2026, a Monday: Christmas and the New Year lie in the weeks after it.
    static let first = CivilDay(number: 9_823)
    static let dayCount = 60
    static let teamCount = 2
    private static let holidays = ["2026-12-25", "2026-12-28", "2027-01-01", "2026-12-09"].compactMap { CivilDay($0) }

    /// Two small teams with short weeks, so that days are often full.
    init(_ random: inout SplitMix) {
        var clinicians: [Clinician] = []
        for team in 0..<Twin.teamCount {
            for step in Step.allCases {
                for _ in 0..<random.below(4) { clinicians.append(Twin.clinician(&random, team: team, step: step)) }
            }
        }
        let calendar = WorkingCalendar(
            first: Twin.first, dayCount: Twin.dayCount, closedDays: Twin.holidays.filter { $0.date.day == 9 })
        let rooms = (0..<random.below(4)).map { _ in Twin.room(&random) }
        capacity = Capacity(clinicians: clinicians, teamCount: Twin.teamCount, calendar: calendar, rooms: rooms)
        naive = NaiveCapacity(
            clinicians: clinicians, teamCount: Twin.teamCount, first: Twin.first, dayCount: Twin.dayCount,
            holidays: Twin.holidays)
        naive.rooms = rooms
        today = Twin.first + Int32(random.below(4))
        for clinician in clinicians.indices { setWeeks(clinician, Twin.week(&random), Twin.week(&random)) }
        for team in 0..<Twin.teamCount where random.below(3) > 0 { setReleaseDays(random.below(8) - 1, team: team) }
    }

    static func clinician(_ random: inout SplitMix, team: Int, step: Step) -> Clinician {
        let roles = Role.allCases.filter { $0.step == step }
        var clinician = Clinician(
            team: Int32(team), role: roles[random.below(roles.count)],
            trainedIn: ModalitySet(Modality.allCases.filter { $0.step == step && random.below(3) > 0 }),
            seesUnder18: random.below(2) == 0, caseloadCap: Int32(1 + random.below(12)))
        clinician.sex = [Sex.female, .male, .unknown][random.below(3)]
        if random.below(3) == 0 { clinician.languages = LanguageSet([[2], [200], [2, 70]][random.below(3)]) }
        if random.below(3) == 0 {
            clinician.venues = VenueWeek(Weekday.allCases.map { _ in UInt8(random.below(3)) })
        }
        if random.below(4) == 0 { clinician.lastDay = first + Int32(random.below(60)) }
        if random.below(4) == 0 { clinician.windsDownFrom = first + Int32(random.below(60)) }
        if random.below(3) == 0 {
            clinician.meteredUntil = first + Int32(random.below(40))
            clinician.meteredPerWeek = Int32(1 + random.below(3))
        }
        return clinician
    }

    /// A room of either team, at one of two venues, with odd hours.
    private static func room(_ random: inout SplitMix) -> Room {
        let start = 360 + random.below(60) * 7
        let hours =
            random.below(2) == 0 ? MinutesOfDay(start: 0, end: 1440) : MinutesOfDay(start: start, end: start + 301)
        return Room(
            team: Int32(random.below(Twin.teamCount)), venue: UInt8(1 + random.below(2)),
            isAccessible: random.below(3) == 0, hours: hours)
    }

    /// What somebody may ask for beside time.
    private static func needs(_ random: inout SplitMix) -> PersonNeeds {
        var needs = PersonNeeds()
        if random.below(3) == 0 {
            needs.language = [2, 70, 200][random.below(3)]
            needs.interpreterMinutes = [-1, 0, 20][random.below(3)]
        }
        needs.therapistSex = [Sex.unknown, .unknown, .unknown, .female, .male][random.below(5)]
        needs.isFaceToFace = random.below(2) == 0
        needs.venue = random.below(2) == 0 ? 0 : UInt8(1 + random.below(2))
        needs.needsAccess = random.below(4) == 0
        return needs
    }

    /// A few slots in a few places of a week, odd hours, an evening or a Saturday among them.
    static func week(_ random: inout SplitMix) -> WeekTemplate {
        var week = WeekTemplate()
        for weekday in Weekday.allCases where random.below(weekday.isWeekend ? 6 : 2) == 0 {
            var quantum = random.below(150)
            for _ in 0..<(1 + random.below(4)) {
                let purpose = SlotPurpose.allCases[[0, 0, 1, 1, 2][random.below(5)]]
                let end = min(192, quantum + 3 + random.below(14))
                week[weekday, purpose] = week[weekday, purpose] | DayGrid(quantum..<end)
                quantum = end + random.below(8)
                if quantum > 180 { break }
            }
        }
        return week
    }

    /// A request; most are for a first appointment without wishes, for the memory of full days serves those.
    func request(_ random: inout SplitMix) -> SlotRequest {
        let isPlain = random.below(3) > 0
        let kind: AppointmentKind = isPlain ? .firstAppointment : AppointmentKind.allCases[random.below(3)]
        let start = today + Int32(random.below(isPlain ? 4 : 20)) - (random.below(10) == 0 ? 5 : 0)
        var request = SlotRequest(
            kind: kind, minutes: isPlain && random.below(4) > 0 ? 50 : [15, 30, 45, 60, 75][random.below(5)],
            team: random.below(Twin.teamCount), step: random.below(3) == 0 ? .high : .low,
            earliest: CivilMinute(day: start, minuteOfDay: random.below(2) == 0 ? 0 : random.below(1440)),
            latest: start + Int32(random.below(40)) - 1)
        if !isPlain {
            request.isUnder18 = random.below(3) == 0
            request.hasPriority = random.below(3) == 0
            request.timeOfDay = TimeOfDayPreference.allCases[random.below(4)]
            if random.below(2) == 0 { request.needs = Twin.needs(&random) }
        }
        return request
    }
}
