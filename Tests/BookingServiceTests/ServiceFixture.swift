import Allocation
import BookingService
import BookingStore
import CareModel
import Diaries

/// A small service: two teams, six clinicians with small caseloads, diaries with few slots, so that everything that can
/// be full is full soon.
enum ServiceFixture {
    /// Mondays on which a sequence begins: a plain one, and those of the weeks that end with a clock change.
    static let mondays = [(2027, 1, 11), (2027, 3, 22), (2027, 10, 25)].map { year, month, day in
        CivilDay(year: year, month: month, day: day) ?? CivilDay(number: 0)
    }

    static let clinicians = 6

    static func details(_ index: Int, from monday: CivilDay) -> ClinicianDetails {
        let isLow = [true, true, false, false, true, false][index]
        var details = ClinicianDetails(
            clinician: Int32(index), team: index < 4 ? 0 : 1, name: "Clinician \(index)",
            role: isLow ? .wellbeingPractitioner : .highIntensityTherapist, wholeTimePercent: 100,
            caseloadCap: isLow ? 2 : 1,
            trainedIn: ModalitySet(isLow ? [.guidedSelfHelp] : [.cognitiveBehaviouralTherapy, .counselling]),
            seesUnder18: index == 1 || index == 3, startedOn: monday - 365)
        details.sex = [.female, .male, .female, .male, .female, .female][index]
        details.languages = index == 0 || index == 3 ? [2] : []
        if index == 2 { details.venues = [1, 1, 1, 2, 2, 0, 0] }
        if index == 1 {
            details.meteredUntil = monday + 40
            details.meteredPerWeek = 1
        }
        return details
    }

    /// Two hours for first appointments, two for sessions and one for calls, on three days of the week.
    static func week(_ clinician: Int) -> WeekTemplate {
        var week = WeekTemplate()
        for weekday in Weekday.allCases.prefix(5) where (Int(weekday.rawValue) + clinician) % 2 == 0 {
            for (purpose, hours) in [(SlotPurpose.firstAppointment, 9..<11), (.treatment, 11..<13)] {
                week[weekday, purpose] = grid(hours)
            }
            week[weekday, .keepingInTouch] = grid(14..<15)
        }
        return week
    }

    private static func grid(_ hours: Range<Int>) -> DayGrid {
        DayGrid(
            Quanta.index(minuteOfDay: hours.lowerBound * 60)..<Quanta.index(minuteOfDay: hours.upperBound * 60))
    }

    static func foundation(_ monday: CivilDay) -> ServiceFoundation {
        var foundation = ServiceFoundation(
            scenario: ServiceInitialised(name: "small", fingerprint: "", scenario: "", firstDay: monday),
            teams: ["north", "south"], clinicians: (0..<clinicians).map { details($0, from: monday) })
        foundation.rooms = [
            RoomAdded(room: 1, team: 0, name: "Blue", venue: 1),
            RoomAdded(
                room: 2, team: 0, name: "Green", venue: 2, isAccessible: true,
                hours: MinutesOfDay(start: 600, end: 1020)),
        ]
        foundation.weeks = (0..<clinicians).map { (usual: week($0), assessment: week($0)) }
        foundation.people = (1...8).map { (Identity(name: "Person \($0)"), person($0, from: monday)) }
        foundation.changes = [
            .absent(clinician: 0, first: monday + 8, last: monday + 9, .leave),
            .blocked(clinician: 2, monday + 2, MinutesOfDay(start: 660, end: 720)),
            .assessmentWeek(team: 0, monday: monday + 14),
        ]
        return foundation
    }

    /// Somebody who waits on the first morning: three in four of the first team, most of them for treatment.
    private static func person(_ number: Int, from monday: CivilDay) -> Person {
        let received = CivilMinute(day: monday - Int32(3 * number), minuteOfDay: 600)
        let team = number % 4 == 0 ? 1 : 0
        var person = Person(key: UInt64(number), referral: referral(team, traits: 1, at: received))
        var episode = StoredEpisode(received: received)
        episode.step = number % 3 == 0 ? .high : .low
        episode.modality = episode.step == .low ? .guidedSelfHelp : .cognitiveBehaviouralTherapy
        let waitsForTreatment = number > 2
        episode.state = waitsForTreatment ? .waitingTreatment : .waitingFirstAppointment
        if waitsForTreatment {
            episode.firstAppointment = received + 1440
            episode.waitingSince = received + 1440
            episode.stateSince = received + 1440
            person.facts.lastKeptInTouch = monday - 2
        }
        person.episode = Episode(episode)
        return person
    }

    static var policy: ServicePolicy {
        var rules = BookingRules()
        rules.noticeDays = 2
        rules.groups.facilitators = 1
        rules.groups.sessions = 3
        rules.groups.smallest = 2
        rules.groups.largest = 3
        // In the second team appointments must be confirmed (FA-7).
        var confirming = rules
        confirming.attendance.confirmationHours = 24
        return ServicePolicy(
            rules: [rules, confirming], releaseDays: [5, 0], standards: Standards(), closedDays: [])
    }

    static func referral(_ team: Int, traits: Int, at now: CivilMinute) -> Referral {
        var referral = Referral(received: now, source: .selfWeb, team: UInt8(team))
        referral.scores = Scores(depression: 14, anxiety: 11)
        if traits & 7 == 0 { referral.perinatal = .yes }
        if traits & 31 == 0 { referral.weeksUntilBirth = 3 }
        if traits & 24 == 8 { referral.ageBand = .sixteenToSeventeen }
        if traits & 96 == 32 { referral.timeOfDay = .morning }
        if traits & 128 != 0 { referral.veteran = .yes }
        if traits & 768 == 256 { referral.channel = .faceToFace }
        if traits & 3072 == 1024 { referral.venue = traits & 4096 == 0 ? 1 : 2 }
        if traits & 1536 == 512 { referral.therapistSex = traits & 8192 == 0 ? .female : .male }
        if traits & 6144 == 2048 {
            referral.language = 2
            referral.interpreter = [.unknown, .no, .yes, .yes][traits >> 13 & 3]
        }
        if traits & 24576 == 8192 { referral.accessibilityNeed = .yes }
        return referral
    }
}
