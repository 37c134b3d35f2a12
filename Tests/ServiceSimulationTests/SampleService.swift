import CareModel
import ServiceSimulation

/// An invented service of two teams, small enough for tests and busy enough for queues.
enum SampleService {
    static func scenario(referralsPerWeek: Double = 100) -> ServiceScenario {
        var scenario = ServiceScenario()
        scenario.name = "sample"
        scenario.title = "Sample service"
        scenario.weeks = 52
        scenario.start.warmUpWeeks = 78
        scenario.teams = [
            team("river", referralsPerWeek: referralsPerWeek), team("hill", referralsPerWeek: referralsPerWeek * 0.7),
        ]
        return scenario
    }

    static func team(_ name: String, referralsPerWeek: Double) -> TeamScenario {
        var team = TeamScenario()
        team.name = name
        team.title = name
        team.referrals.perWeek = referralsPerWeek
        let size = referralsPerWeek / 100
        team.staff = [
            staff(.wellbeingPractitioner, count: Int((7 * size).rounded(.up))),
            staff(.seniorWellbeingPractitioner, count: 1),
            staff(.traineeWellbeingPractitioner, count: 2),
            staff(.highIntensityTherapist, count: Int((8 * size).rounded(.up)), wte: 0.8),
            staff(.seniorHighIntensityTherapist, count: 1),
            staff(.traineeHighIntensityTherapist, count: 1),
        ]
        return team
    }

    static func staff(_ role: Role, count: Int, wte: Double = 1) -> StaffInput {
        var staff = StaffInput()
        staff.role = role
        staff.count = count
        staff.wte = wte
        staff.seesUnder18 = true
        return staff
    }
}
