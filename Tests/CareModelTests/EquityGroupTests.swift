import CareModel
import Testing

/// Groups by which averages are split (EQ-1).
@Suite struct EquityGroupTests {
    @Test func aReferralIsInOneGroupOfEachCharacteristicInOrder() {
        for (number, ethnicity) in EthnicityGroup.allCases.enumerated() {
            var referral = Referral(received: CivilMinute(minutes: 0), source: .generalPractitioner, team: 0)
            referral.ethnicity = ethnicity
            referral.deprivationDecile = UInt8(number * 2)
            var groups: [Int] = []
            Characteristic.forEachGroup(of: referral) { groups.append($0) }
            #expect(groups.map { EquityGroup.all[$0].characteristic } == Characteristic.allCases)
            #expect(groups.map { EquityGroup.all[$0].value } == Characteristic.allCases.map { $0.value(of: referral) })
            #expect(groups.map { EquityGroup.all[$0].index } == groups)
        }
    }
}
