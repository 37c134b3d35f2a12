import CareModel
import RandomStreams

/// A course at one step and how far it has got, made up: its length, the sessions had, the scores (TX-10).
struct CourseStage {
    /// Sessions that the course takes.
    var length: Int
    /// Sessions that were had.
    var had: Int
    /// Days between two sessions, with those that are missed and made up.
    var gapDays: Double
    /// Days since the last session, or since the course was given to somebody, and days until the next.
    var sinceLast = 0.0
    var untilNext = 0.0
    /// The scores at the first contact.
    var start: Scores
    /// The latest scores.
    var now: Scores

    /// A course that is over.
    /// - Parameter severity: of those whom the person's source refers (RF-15).
    init(at step: Step, _ practice: Practice, _ severity: Severity, _ luck: inout ListedLuck) {
        let course = step == .low ? practice.low : practice.high
        length = CourseStage.length(of: course, practice.attendance, &luck)
        had = length
        let attendance = practice.attendance
        let missed = attendance.didNotAttendTreatment + attendance.cancelledTreatment + attendance.providerCancels
        gapDays = Double(course.rule.intervalDays) * (1 + min(1, missed))
        (start, now) = (Scores(depression: 0, anxiety: 0), Scores(depression: 0, anxiety: 0))
        takeScores(
            practice.scores, severity, change: step == .low ? practice.scores.lowChange : practice.scores.highChange,
            &luck.scores)
    }

    /// A course as it is found on some day of a service that has settled: a long one as much oftener as it is longer,
    /// at any of its days (the inspection paradox of renewal processes; Cox, *Renewal Theory*, 1962, 5.3).
    static func onSomeDay(
        at step: Step, _ practice: Practice, _ severity: Severity, _ luck: inout ListedLuck
    ) -> CourseStage {
        var stage = CourseStage(at: step, practice, severity, &luck)
        let lead = Double(practice.firstAppointments.noticeDays) + daysUntilFree
        func days(_ stage: CourseStage) -> Double { lead + Double(stage.length - 1) * stage.gapDays }
        let longest = lead + Double(longest) * stage.gapDays
        for _ in 0..<256 where luck.found.uniform() * longest >= days(stage) {
            stage = CourseStage(at: step, practice, severity, &luck)
        }
        let day = luck.day.uniform() * days(stage)
        if day < lead {
            (stage.had, stage.sinceLast, stage.untilNext) = (0, day, lead - day)
        } else {
            let gaps = (day - lead) / stage.gapDays
            stage.had = min(stage.length - 1, 1 + Int(gaps))
            stage.sinceLast = (gaps - gaps.rounded(.down)) * stage.gapDays
            stage.untilNext = stage.gapDays - stage.sinceLast
        }
        let scores = practice.scores
        stage.takeScores(scores, severity, change: step == .low ? scores.lowChange : scores.highChange, &luck.scores)
        return stage
    }

    /// Longer courses than this are found as often as courses of this length.
    private static var longest: Int { 24 }

    /// Days from the notice that somebody needs to the first free time for a first session.
    private static var daysUntilFree: Double { 5 }

    /// Sessions of a course: what the person needs, unless the number that may be had, or the person, ends it before.
    private static func length(
        of course: CourseInput, _ attendance: AttendanceInput, _ luck: inout ListedLuck
    ) -> Int {
        let variance = max(0.01, course.neededVariation * course.neededVariation)
        let needed = luck.needs.gamma(shape: 1 / variance, scale: course.neededSessions * variance).rounded()
        let agrees = luck.agreement.uniform() < course.supervisorAgrees
        let most = (agrees ? course.rule.agreedContacts : course.rule.usualContacts) - 1
        let length = max(1, min(Int(min(needed, 200)), most))
        let missed = attendance.didNotAttendTreatment * (1 - attendance.makesContact)
        let stops = min(0.9, course.stopsEarly + missed)
        for session in 1..<max(2, length) where luck.stops.uniform() < stops { return session }
        return length
    }

    /// Latent scores that fall with each session, measured at the first contact and now.
    private mutating func takeScores(
        _ input: ScoresInput, _ severity: Severity, change: Double, _ random: inout RandomStream
    ) {
        let one = random.normal(mean: 0, standardDeviation: 1)
        let other = random.normal(mean: 0, standardDeviation: 1)
        let both = input.correlation * one + (1 - input.correlation * input.correlation).squareRoot() * other
        let depression = input.depressionMean + severity.depression + input.depressionDeviation * one
        let anxiety = input.anxietyMean + severity.anxiety + input.anxietyDeviation * both
        let fall = random.normal(mean: change, standardDeviation: abs(change) * input.changeVariation) * Double(had)
        start = CourseStage.measured(depression, anxiety, input, &random)
        now =
            had == 0
            ? start : CourseStage.measured(depression - fall, anxiety - fall * input.anxietyShare, input, &random)
    }

    private static func measured(
        _ depression: Double, _ anxiety: Double, _ input: ScoresInput, _ random: inout RandomStream
    ) -> Scores {
        let noise = (
            random.normal(mean: 0, standardDeviation: input.noise),
            random.normal(mean: 0, standardDeviation: input.noise)
        )
        return Scores(
            depression: LatentScore.measured(depression + noise.0, ceiling: Scores.depressionCeiling),
            anxiety: LatentScore.measured(anxiety + noise.1, ceiling: Scores.anxietyCeiling))
    }
}

/// The numbers that make up where somebody is in a course whom a scenario only counts.
struct ListedLuck: ~Copyable {
    var needs: RandomStream
    var agreement: RandomStream
    var stops: RandomStream
    var found: RandomStream
    var day: RandomStream
    var scores: RandomStream

    init(of key: UInt64, _ random: Luck) {
        needs = random.stream(.listedNeed, of: key)
        agreement = random.stream(.listedAgreement, of: key)
        stops = random.stream(.listedStop, of: key)
        found = random.stream(.listedFound, of: key)
        day = random.stream(.listedDay, of: key)
        scores = random.stream(.listedScores, of: key)
    }
}
