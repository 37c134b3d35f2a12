import CareModel
import RandomStreams

/// What is believed of somebody's latent scores and of the fall a session, given what was measured: a normal
/// distribution of four quantities, which each measurement narrows (the Kalman filter's update; Anderson and Moore,
/// *Optimal Filtering*, 1979, 3.1).
struct ScoreBelief {
    // In order: latent PHQ-9 and GAD-7 at the start, fall a session earlier, fall a session now.
    private var mean: [Double]
    private var covariance: [[Double]]
    private var sessions = 0.0
    private var earlier = 0.0
    private var credit = 0.0
    private let anxietyShare: Double

    /// When something was measured.
    enum Moment { case atStart, now }

    /// What is believed of somebody of whom nothing was measured.
    /// - Parameter severity: of those whom the person's source refers (RF-15).
    init(_ scores: ScoresInput, _ severity: Severity) {
        let covaries = scores.correlation * scores.depressionDeviation * scores.anxietyDeviation
        mean = [scores.depressionMean + severity.depression, scores.anxietyMean + severity.anxiety, 0, 0]
        covariance = [
            [scores.depressionDeviation * scores.depressionDeviation, covaries, 0, 0],
            [covaries, scores.anxietyDeviation * scores.anxietyDeviation, 0, 0],
            [0, 0, 0, 0], [0, 0, 0, 0],
        ]
        anxietyShare = scores.anxietyShare
    }

    /// Takes in how long the course has been, before anything of it is measured.
    mutating func believe(in course: CourseSoFar, _ scores: ScoresInput) {
        (sessions, earlier, credit) = (course.sessions, course.earlier, course.credit)
        for (place, change) in [(2, course.earlierChange), (3, course.change)] {
            let deviation = change * scores.changeVariation
            mean[place] = change
            covariance[place][place] = deviation * deviation
        }
    }

    /// Takes in a pair of scores.
    mutating func observe(
        _ moment: Moment, depression: UInt8, anxiety: UInt8, _ scores: ScoresInput, _ random: inout RandomStream
    ) {
        update(
            weights(moment, isAnxiety: false), plus: moment == .now ? credit : 0, depression,
            ceiling: Scores.depressionCeiling, noise: scores.noise, &random)
        update(
            weights(moment, isAnxiety: true), plus: moment == .now ? credit * anxietyShare : 0, anxiety,
            ceiling: Scores.anxietyCeiling, noise: scores.noise, &random)
    }

    /// Draws latent scores as they are now and as they were at the start, and the fall a session at the present step.
    func draw(
        _ random: inout RandomStream
    ) -> (depression: Double, anxiety: Double, fall: Double, atStart: LatentScores) {
        var rows = [[Double]](repeating: [0, 0, 0, 0], count: 4)
        var drawn = mean
        for row in 0..<4 {
            for column in 0...row {
                let known = (0..<column).reduce(0) { $0 + rows[row][$1] * rows[column][$1] }
                let rest = covariance[row][column] - known
                if row == column {
                    rows[row][row] = max(0, rest).squareRoot()
                } else {
                    rows[row][column] = rows[column][column] > 1e-9 ? rest / rows[column][column] : 0
                }
            }
        }
        let normals = (0..<4).map { _ in random.normal(mean: 0, standardDeviation: 1) }
        for row in 0..<4 { drawn[row] += (0...row).reduce(0) { $0 + rows[row][$1] * normals[$1] } }
        func now(isAnxiety: Bool) -> Double {
            zip(weights(.now, isAnxiety: isAnxiety), drawn).reduce(0) { $0 + $1.0 * $1.1 }
        }
        return (
            now(isAnxiety: false) - credit, now(isAnxiety: true) - credit * anxietyShare, drawn[3],
            LatentScores(depression: drawn[0], anxiety: drawn[1])
        )
    }

    /// What a latent score is made of.
    private func weights(_ moment: Moment, isAnxiety: Bool) -> [Double] {
        let share = moment == .atStart ? 0 : isAnxiety ? anxietyShare : 1
        return [isAnxiety ? 0 : 1, isAnxiety ? 1 : 0, -earlier * share, -sessions * share]
    }

    /// One measurement. At the floor or the ceiling the score says no more than that it lies beyond.
    private mutating func update(
        _ weights: [Double], plus: Double, _ score: UInt8, ceiling: UInt8, noise: Double, _ random: inout RandomStream
    ) {
        let spread = covariance.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
        let variance = zip(spread, weights).reduce(0) { $0 + $1.0 * $1.1 } + noise * noise
        let expected = zip(mean, weights).reduce(0) { $0 + $1.0 * $1.1 } - plus
        guard variance > 1e-9 else { return }
        let width = 1.0 / 12
        var value = Double(score)
        if score == 0 || score == ceiling {
            value = beyond(score == 0 ? 0.5 : Double(ceiling) - 0.5, isBelow: score == 0, expected, variance, &random)
        }
        let gain = spread.map { $0 / (variance + width) }
        for row in 0..<4 {
            mean[row] += gain[row] * (value - expected)
            for column in 0..<4 { covariance[row][column] -= gain[row] * spread[column] }
        }
    }

    /// A normal number beyond a bound; the bound where none is found.
    private func beyond(
        _ bound: Double, isBelow: Bool, _ mean: Double, _ variance: Double, _ random: inout RandomStream
    ) -> Double {
        for _ in 0..<32 {
            let drawn = random.normal(mean: mean, standardDeviation: variance.squareRoot())
            if isBelow ? drawn <= bound : drawn >= bound { return drawn }
        }
        return bound
    }
}
