import Allocation
import CareModel
import Testing

@testable import BookingService

/// What contradicts the rest of a record is refused, never dropped (AT-1).
@Suite struct ContactRecordTests {
    typealias Part = ContactRecord.Part
    typealias Occasion = ContactRecord.Occasion

    private func record(_ attendance: Attendance, _ parts: [Part]) -> ContactRecord {
        var record = ContactRecord(attendance)
        for part in parts {
            switch part {
            case .scores: record.scores = Scores(depression: 14, anxiety: 12)
            case .itemNine: record.itemNine = 1
            case .step: record.step = .low
            case .modality: record.modality = .guidedSelfHelp
            case .end: record.end = .signposted
            case .next: record.next = .goesOn
            case .call: record.call = .quicker
            case .computerised: record.takesComputerised = true
            case .exception: record.exception = true
            case .endCourse: record.endsCourse = true
            case .askException: record.asksException = true
            case .risk: record.riskFound = true
            case .agreedBy: record.agreement = .agreed(by: "Ann Invented")
            case .askSupervisor: record.agreement = .asked
            }
        }
        return record
    }

    /// The rule in the words of the desk, written a second time: each pair of parts, code and occasion.
    private func isAllowed(_ occasion: Occasion, _ wasSeen: Bool, _ parts: Set<Part>) -> Bool {
        let words: Set<Part> = [.exception, .endCourse, .askException]
        if parts.intersection(words).count > 1 { return false }
        // A supervisor's word is for a discharge, and nobody is discharged at risk (ST-8).
        if !parts.isDisjoint(with: [.agreedBy, .askSupervisor]) { return false }
        if parts.isSuperset(of: [.risk, .end]) { return false }
        guard wasSeen else { return occasion == .firstAppointment ? parts.isEmpty : parts.isSubset(of: words) }
        let everywhere: Set<Part> = [.scores, .itemNine, .risk]
        switch occasion {
        case .firstAppointment:
            if parts.contains(.end), !parts.isDisjoint(with: [.step, .modality, .computerised]) { return false }
            return parts.isSubset(of: everywhere.union([.step, .modality, .end, .computerised]))
        case .session: return parts.isSubset(of: everywhere.union([.next, .exception]))
        case .support: return parts.isSubset(of: everywhere.union([.next]))
        case .call: return parts.isSubset(of: everywhere.union([.call, .computerised]))
        }
    }

    @Test("Every pair of parts at every occasion", arguments: Occasion.allCases)
    func everyPair(occasion: Occasion) {
        for attendance in [Attendance.attendedOnTime, .attendedLate, .arrivedTooLate, .didNotAttend] {
            for one in Part.allCases {
                for other in Part.allCases {
                    let parts = one == other ? [one] : [one, other]
                    let found = record(attendance, parts).contradiction(at: occasion)
                    let isAllowed = isAllowed(occasion, attendance.wasSeen, Set(parts))
                    #expect((found == nil) == isAllowed, "\(attendance) \(parts) at \(occasion): \(found ?? "allowed")")
                }
            }
            #expect(record(attendance, []).contradiction(at: occasion) == nil)
        }
    }

    @Test func valuesThatContradictEachOther() {
        var contact = record(.attendedOnTime, [.step, .modality])
        contact.step = .high
        #expect(contact.contradiction?.contains("--step 3") == true)
        contact = record(.attendedOnTime, [.next, .exception])
        contact.next = .completed
        #expect(contact.contradiction?.contains("--next completed") == true)
        contact = record(.attendedOnTime, [.next, .risk])
        contact.next = .completed
        #expect(contact.contradiction?.contains("--next completed") == true)
        contact = record(.attendedOnTime, [.end, .risk])
        contact.end = .referredOn
        #expect(contact.contradiction(at: .firstAppointment) == nil)
        contact = record(.attendedOnTime, [.next, .agreedBy])
        contact.next = .stops
        #expect(contact.contradiction(at: .session) == nil && contact.contradiction(at: .support) != nil)
        contact = record(.attendedOnTime, [.call, .computerised])
        contact.call = .riskRisen
        #expect(contact.contradiction != nil)
        contact = record(.attendedOnTime, [.next])
        contact.next = .stepUp
        #expect(contact.contradiction(at: .support) != nil && contact.contradiction(at: .session) == nil)
    }
}
