import CareModel
import RuleEvidence
import Testing

/// Where people belong by the referral matrix (RF-8), and which step scores call for (ST-4).
@Suite struct ReferralMatrixTests {
    private static let ratings: [MatrixRating] = [.unknown, .low, .medium, .high]

    @Test("RF-8: low and medium in everything is this service, and so is high severity or chronicity")
    func thisService() {
        for severity in Self.ratings {
            for chronicity in Self.ratings {
                for other in [MatrixRating.unknown, .low, .medium] {
                    var matrix = ReferralMatrix()
                    (matrix.severity, matrix.chronicity) = (severity, chronicity)
                    (matrix.complexity, matrix.impairment) = (other, other)
                    (matrix.substanceUse, matrix.risk, matrix.earlierInterventions) = (other, other, other)
                    #expect(matrix.destination == .thisService, "\(matrix)")
                }
            }
        }
    }

    @Test("RF-8: one high rating sends a person to whom the matrix names")
    func oneHigh() {
        let places: [(WritableKeyPath<ReferralMatrix, MatrixRating>, ReferralDestination)] = [
            (\.severity, .thisService), (\.chronicity, .thisService), (\.complexity, .communityMentalHealthTeam),
            (\.impairment, .communityMentalHealthTeam), (\.substanceUse, .substanceMisuseService),
            (\.risk, .communityMentalHealthTeam), (\.earlierInterventions, .communityMentalHealthTeam),
        ]
        for (rating, expected) in places {
            var matrix = ReferralMatrix()
            matrix[keyPath: rating] = .high
            #expect(matrix.destination == expected)
            RuleEvidence.record(
                ["RF-8"], test: "ReferralMatrixTests.oneHigh", effect: "each of seven ratings alone, as the matrix says"
            )
        }
        #expect(Set(ReferralDestination.allCases.map(\.name)).count == ReferralDestination.allCases.count)
    }

    @Test("RF-8: of several high ratings, safety goes first, then what the community team treats")
    func severalHigh() {
        var matrix = ReferralMatrix()
        matrix.substanceUse = .high
        matrix.complexity = .high
        #expect(matrix.destination == .communityMentalHealthTeam)
        matrix.risk = .high
        #expect(matrix.destination == .communityMentalHealthTeam)
        matrix.severity = .high
        #expect(matrix.destination == .crisisTeam)
    }

    @Test("RF-8: the bands of severity, by the higher of the two")
    func bands() {
        for depression in UInt8(0)...27 {
            for anxiety in UInt8(0)...21 {
                let one = depression >= 20 ? 3 : depression >= 10 ? 2 : 1
                let other = anxiety >= 15 ? 3 : anxiety >= 10 ? 2 : 1
                let rating = MatrixRating.severity(of: Scores(depression: depression, anxiety: anxiety))
                #expect(Int(rating.rawValue) == max(one, other), "\(depression), \(anxiety)")
            }
        }
        #expect(Chronicity.allCases.map { MatrixRating.chronicity($0) } == [.low, .medium, .high])
        #expect((0...4).map { MatrixRating.earlierInterventions($0) } == [.low, .medium, .medium, .high, .high])
    }

    @Test("RF-8: the matrix counts only where the service uses it")
    func onlyWhereUsed() {
        var matrix = ReferralMatrix()
        matrix.risk = .high
        var rule = ScreeningRule()
        #expect(rule.refusal(facts: ScreeningFacts(), matrix: matrix) == nil)
        rule.usesMatrix = true
        #expect(rule.refusal(facts: ScreeningFacts(), matrix: matrix) == .signposted)
        #expect(rule.refusal(facts: ScreeningFacts()) == nil)
        var excluded = ScreeningFacts()
        excluded.isExcluded = true
        #expect(rule.refusal(facts: excluded, matrix: matrix) == .notSuitable)
    }

    @Test("ST-4: every pair of scores has one level, and higher scores never a lower one")
    func levels() {
        let thresholds = StepThresholds()
        func level(_ depression: UInt8, _ anxiety: UInt8) -> CareLevel {
            thresholds.level(for: Scores(depression: depression, anxiety: anxiety))
        }
        #expect(level(4, 4) == .belowStepTwo && level(5, 0) == .stepTwo && level(0, 5) == .stepTwo)
        #expect(level(14, 14) == .stepTwo && level(14, 15) == .stepTwo)
        #expect(level(15, 0) == .stepThree && level(19, 21) == .stepThree && level(0, 16) == .stepThree)
        #expect(level(20, 0) == .stepThreePlus && level(27, 21) == .stepThreePlus)
        for depression in UInt8(0)...26 {
            for anxiety in UInt8(0)...20 {
                let here = level(depression, anxiety).rawValue
                #expect(
                    level(depression + 1, anxiety).rawValue >= here && level(depression, anxiety + 1).rawValue >= here)
            }
        }
        #expect(CareLevel.allCases.map(\.step) == [.low, .low, .high, .high])
        RuleEvidence.record(
            ["ST-4"], test: "ReferralMatrixTests.levels", effect: "all 616 pairs of scores at the level of the bands")
    }
}
