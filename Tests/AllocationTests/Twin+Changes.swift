import Allocation
import CareModel
import Diaries
import TestSupport

extension Twin {
    mutating func setWeeks(_ clinician: Int, _ usual: WeekTemplate, _ assessment: WeekTemplate) {
        capacity.setWeeks(clinician, usual: usual, assessment: assessment)
        naive.weeks[clinician] = (usual, assessment)
    }

    mutating func setHours(
        _ clinician: Int, from first: CivilDay, _ usual: WeekTemplate, _ assessment: WeekTemplate
    ) {
        capacity.setWeeks(clinician, usual: usual, assessment: assessment, from: first)
        naive.hours.append((clinician, first, usual, assessment))
    }

    mutating func setReleaseDays(_ days: Int, team: Int) {
        capacity.setReleaseDays(days, team: team)
        naive.releaseDays[team] = days
    }

    mutating func advance(by days: Int) {
        today = today + Int32(days)
    }

    /// Books in both; true if the product books exactly when the arrays are free (BK-1).
    mutating func book(_ offer: SlotOffer) -> Bool {
        let cells = offer.quanta.map { Int(offer.start.day - Twin.first) * 192 + $0 }
        let isFree =
            cells.allSatisfy { !naive.booked[Int(offer.clinician)][$0] }
            && !naive.inRooms.contains {
                $0.room == offer.room && $0.start.day == offer.start.day && $0.quanta.overlaps(offer.quanta)
            }
        guard capacity.book(offer) == isFree else { return false }
        guard isFree else { return true }
        for cell in cells { naive.booked[Int(offer.clinician)][cell] = true }
        booked.append(offer)
        if offer.room >= 0 { naive.inRooms.append(offer) }
        return true
    }

    mutating func release(_ index: Int) {
        let offer = booked.remove(at: index)
        capacity.release(offer)
        naive.inRooms.removeAll { $0 == offer }
        for quantum in offer.quanta {
            naive.booked[Int(offer.clinician)][Int(offer.start.day - Twin.first) * 192 + quantum] = false
        }
    }

    mutating func setAbsence(_ clinician: Int, _ days: ClosedRange<CivilDay>, _ reason: AbsenceReason, _ away: Bool) {
        if away {
            capacity.addAbsence(clinician, days, reason)
        } else {
            capacity.removeAbsence(clinician, days, reason)
        }
        for index in 0..<Twin.dayCount where days.contains(Twin.first + Int32(index)) {
            if away {
                naive.absences[clinician][index].insert(reason)
            } else {
                naive.absences[clinician][index].remove(reason)
            }
        }
    }

    mutating func declareAssessmentWeek(team: Int, _ day: CivilDay) {
        capacity.declareAssessmentWeek(team: team, day)
        naive.assessmentWeeks.append((team, day.monday))
    }

    mutating func update(_ clinician: Int, _ change: (inout Clinician) -> Void) {
        capacity.update(clinician, change)
        let caseload = naive.clinicians[clinician].caseload
        change(&naive.clinicians[clinician])
        naive.clinicians[clinician].caseload = caseload
    }

    mutating func takeOn(_ clinician: Int) {
        capacity.takeOn(clinician, today: today)
        naive.clinicians[clinician].caseload += 1
        if naive.clinicians[clinician].meteredWeek != today.monday {
            naive.clinicians[clinician].meteredWeek = today.monday
            naive.clinicians[clinician].takenThisWeek = 0
        }
        naive.clinicians[clinician].takenThisWeek += 1
    }

    mutating func block(_ clinician: Int, _ day: CivilDay, _ hours: MinutesOfDay) {
        capacity.block(clinician, on: day, hours)
        guard naive.hasPage(day) else { return }
        for quantum in 0..<192 where 360 + quantum * 5 >= hours.start && 360 + quantum * 5 < hours.end {
            naive.booked[clinician][Int(day - Twin.first) * 192 + quantum] = true
        }
    }

    /// One change such as a service makes, or none.
    mutating func change(_ random: inout SplitMix) {
        let clinician = naive.clinicians.isEmpty ? -1 : random.below(naive.clinicians.count)
        let start = today + Int32(random.below(30)) - 2
        switch clinician < 0 ? 99 : random.below(24) {
        case 0...5 where !booked.isEmpty: release(random.below(booked.count))
        case 6...8: advance(by: [1, 1, 1, 3][random.below(4)])
        case 9...10: setAbsence(clinician, start...(start + Int32(random.below(9))), .sickness, true)
        case 11: setAbsence(clinician, start...(start + Int32(random.below(30))), .sickness, false)
        case 12:
            setAbsence(clinician, start...(start + 14), [.duty, .leave, .beforeLongAbsence][random.below(3)], true)
        case 13 where random.below(2) == 0:
            declareAssessmentWeek(team: random.below(2), Twin.first + Int32(random.below(60)))
        case 14: setWeeks(clinician, Twin.week(&random), Twin.week(&random))
        case 15: setReleaseDays(random.below(8) - 1, team: random.below(2))
        case 16: update(clinician) { $0.lastDay = start + 10 }
        case 17: update(clinician) { $0.lastDay = Clinician.never }
        case 18:
            let minute = 360 + random.below(180) * 5
            block(clinician, start, MinutesOfDay(start: minute, end: minute + 60))
        case 20...21: setHours(clinician, from: start, Twin.week(&random), Twin.week(&random))
        case 19: update(clinician) { $0.windsDownFrom = start }
        default: break
        }
    }
}
