import Allocation
import CareModel
import Diaries

/// Capacity as arrays of truth values, searched quantum by quantum: no words of bits, no memory of full days.
struct NaiveCapacity {
    var clinicians: [Clinician]
    let first: CivilDay
    let dayCount: Int
    let holidays: [CivilDay]
    /// Usual and assessment weeks of each clinician.
    var weeks: [(usual: WeekTemplate, assessment: WeekTemplate)]
    /// Weeks from a day on, the latest that was said last.
    var hours: [(clinician: Int, first: CivilDay, usual: WeekTemplate, assessment: WeekTemplate)] = []
    /// Clinician by clinician, day by day, quantum by quantum.
    var booked: [[Bool]]
    var absences: [[AbsenceReason]]
    var assessmentWeeks: [(team: Int, monday: CivilDay)] = []
    var releaseDays: [Int]
    var rooms: [Room] = []
    /// Everything that is booked in a room.
    var inRooms: [SlotOffer] = []

    init(clinicians: [Clinician], teamCount: Int, first: CivilDay, dayCount: Int, holidays: [CivilDay]) {
        self.clinicians = clinicians
        self.first = first
        self.dayCount = dayCount
        self.holidays = holidays
        weeks = clinicians.map { _ in (WeekTemplate(), WeekTemplate()) }
        booked = clinicians.map { _ in [Bool](repeating: false, count: dayCount * 192) }
        absences = clinicians.map { _ in [AbsenceReason](repeating: [], count: dayCount) }
        releaseDays = [Int](repeating: 0, count: teamCount)
    }

    func hasPage(_ day: CivilDay) -> Bool { day >= first && day < first + Int32(dayCount) }

    /// The weeks of a clinician that are in force on a day.
    func weeks(_ clinician: Int, _ day: CivilDay) -> (usual: WeekTemplate, assessment: WeekTemplate) {
        var found = weeks[clinician]
        var last: CivilDay?
        for known in hours
        where known.clinician == clinician && known.first <= day && last ?? known.first <= known.first {
            found = (known.usual, known.assessment)
            last = known.first
        }
        return found
    }

    func isAssessing(_ team: Int, _ day: CivilDay) -> Bool {
        assessmentWeeks.contains { $0.team == team && day >= $0.monday && day < $0.monday + 7 }
    }

    func members(_ team: Int, _ step: Step) -> [Int] {
        clinicians.indices.filter { Int(clinicians[$0].team) == team && clinicians[$0].role.step == step }
    }

    /// The quanta of a day that are open to a request with a clinician.
    func open(_ request: SlotRequest, _ clinician: Int, _ day: CivilDay, today: CivilDay) -> [Bool] {
        let nothing = [Bool](repeating: false, count: 192)
        let index = Int(day - first)
        let who = clinicians[clinician]
        if holidays.contains(day) || day > who.lastDay { return nothing }
        let away: [AbsenceReason] = [.leave, .sickness, .parentalLeave, .duty, .training, .vacancy]
        if away.contains(where: { absences[clinician][index].contains($0) }) { return nothing }
        let team = Int(who.team)
        let known = weeks(clinician, day)
        let week = isAssessing(team, day) ? known.assessment : known.usual
        let anyPurpose = request.hasPriority || Int(day - today) <= releaseDays[team]
        let purposes = anyPurpose ? SlotPurpose.allCases : [SlotPurpose(request.kind)]
        let grids = purposes.map { week[day.weekday, $0] }
        return (0..<192).map { quantum in
            let minute = 360 + quantum * 5
            if booked[clinician][index * 192 + quantum] { return false }
            if !grids.contains(where: { $0.contains(quantum) }) { return false }
            if CivilMinute(day: day, minuteOfDay: minute) < request.earliest { return false }
            switch request.timeOfDay {
            case .any: return true
            case .morning: return minute < 720
            case .afternoon: return minute >= 720 && minute < 1020
            case .evening: return minute >= 1020
            }
        }
    }

    /// The first quantum of a day from which a request is free to its end.
    func start(_ request: SlotRequest, _ clinician: Int, _ day: CivilDay, today: CivilDay) -> Int? {
        place(request, clinician, day, today: today)?.quantum
    }

    /// The same, and in which room; -1 if none is needed.
    func place(
        _ request: SlotRequest, _ clinician: Int, _ day: CivilDay, today: CivilDay
    ) -> (quantum: Int, room: Int)? {
        guard let minutes = minutes(request, clinician) else { return nil }
        let open = open(request, clinician, day, today: today)
        let (usual, length) = ((request.minutes + 4) / 5, (minutes + 4) / 5)
        for first in 0..<192 where first + length <= 192 {
            guard (first..<first + usual).allSatisfy({ open[$0] }),
                length == usual || (first..<first + length).allSatisfy({ isUnbooked($0, clinician, day) }),
                let room = room(request.needs, clinician, day, first..<first + length)
            else { continue }
            return (first, room)
        }
        return nil
    }

    /// Whether nobody has booked a quantum between the first that can be booked on the day and the last: what an
    /// interpreter makes longer may take it (EQ-2).
    private func isUnbooked(_ quantum: Int, _ clinician: Int, _ day: CivilDay) -> Bool {
        let known = weeks(clinician, day)
        let inForce = isAssessing(Int(clinicians[clinician].team), day) ? known.assessment : known.usual
        let hours = (0..<192).filter { place in
            SlotPurpose.allCases.contains {
                known.usual[day.weekday, $0].contains(place) || inForce[day.weekday, $0].contains(place)
            }
        }
        guard let first = hours.first, let last = hours.last else { return false }
        return first <= quantum && quantum <= last && !booked[clinician][Int(day - self.first) * 192 + quantum]
    }

    /// How long it is with a clinician; nil if the person asks for somebody else (EQ-2, KT-10).
    func minutes(_ request: SlotRequest, _ clinician: Int) -> Int? {
        let who = clinicians[clinician]
        let needs = request.needs
        if needs.therapistSex != .unknown && who.sex != needs.therapistSex { return nil }
        if needs.language == 0 || who.languages.contains(needs.language) { return request.minutes }
        return needs.interpreterMinutes == -1 ? nil : request.minutes + Int(needs.interpreterMinutes)
    }

    /// A room that is free all the time, -1 if none is needed, nil if one is and none is free (CL-9, EQ-5, BK-9).
    private func room(_ needs: PersonNeeds, _ clinician: Int, _ day: CivilDay, _ quanta: Range<Int>) -> Int? {
        let own = rooms.indices.filter { rooms[$0].team == clinicians[clinician].team }
        if !needs.isFaceToFace || own.isEmpty { return -1 }
        let there = inRooms.first { Int($0.clinician) == clinician && $0.start.day == day }
        let fixed = clinicians[clinician].venues[day.weekday]
        let venue = fixed != 0 ? fixed : there.map { rooms[Int($0.room)].venue } ?? 0
        let fitting = own.filter { number in
            let room = rooms[number]
            let isFree = quanta.allSatisfy { quantum in
                let minute = 360 + quantum * 5
                return minute >= room.hours.start && minute + 5 <= room.hours.end
                    && !inRooms.contains {
                        Int($0.room) == number && $0.start.day == day && $0.quanta.contains(quantum)
                    }
            }
            return isFree && (venue == 0 || room.venue == venue) && (needs.venue == 0 || room.venue == needs.venue)
                && (room.isAccessible || !needs.needsAccess)
        }
        return fitting.first { !rooms[$0].isAccessible } ?? fitting.first
    }

    /// The clinicians of a request on a day, in the order in which ties are decided.
    func candidates(_ request: SlotRequest, _ day: CivilDay) -> [Int] {
        let own = rotated(members(request.team, request.step), day)
        let borrows = request.kind == .firstAppointment && request.step == .low && isAssessing(request.team, day)
        let all = own + (borrows ? rotated(members(request.team, .high), day) : [])
        return all.filter { !request.isUnder18 || clinicians[$0].seesUnder18 }.filter {
            switch clinicians[$0].role {
            case .assistantPsychologist: request.kind != .firstAppointment
            case .supportWorker: request.kind == .treatment
            default: true
            }
        }
    }

    private func rotated(_ members: [Int], _ day: CivilDay) -> [Int] {
        let turns = members.indices.map { member in
            StableKey.of(0, UInt64(member) << 32 | UInt64(UInt32(bitPattern: day.number))) >> 33
        }
        return members.indices.sorted { turns[$0] < turns[$1] }.map { members[$0] }
    }

    /// The earliest slot of all: clinician and start.
    func earliest(_ request: SlotRequest, today: CivilDay) -> (clinician: Int, start: CivilMinute)? {
        var day = max(request.earliest.day, first)
        while day <= request.latest, hasPage(day) {
            var best: (clinician: Int, quantum: Int)?
            for clinician in candidates(request, day) {
                guard let start = start(request, clinician, day, today: today) else { continue }
                if best.map({ start < $0.quantum }) ?? true { best = (clinician, start) }
            }
            if let best { return (best.clinician, CivilMinute(day: day, minuteOfDay: 360 + best.quantum * 5)) }
            day = day + 1
        }
        return nil
    }

    /// The earliest slot with one clinician.
    func earliest(_ request: SlotRequest, with clinician: Int, today: CivilDay) -> CivilMinute? {
        var day = max(request.earliest.day, first)
        while day <= request.latest, hasPage(day) {
            if let start = start(request, clinician, day, today: today) {
                return CivilMinute(day: day, minuteOfDay: 360 + start * 5)
            }
            day = day + 1
        }
        return nil
    }
}

extension NaiveCapacity {
    /// Whether a clinician may take somebody new (CL-1, CL-6, CL-7, CL-8).
    func mayTakeOn(_ clinician: Int, today: CivilDay) -> Bool {
        let who = clinicians[clinician]
        if who.caseload >= who.caseloadCap || today >= who.windsDownFrom || who.role == .supportWorker { return false }
        let thisWeek = who.meteredWeek == today.monday ? who.takenThisWeek : 0
        if today < who.meteredUntil, thisWeek >= who.meteredPerWeek { return false }
        guard hasPage(today) else { return true }
        let reasons = absences[clinician][Int(today - first)]
        return ![AbsenceReason.sickness, .parentalLeave, .vacancy, .beforeLongAbsence].contains { reasons.contains($0) }
    }

    /// Who takes a course on, and when it starts (CL-1, CL-11, TX-12).
    func clinician(for request: CourseRequest, today: CivilDay) -> (clinician: Int, start: CivilMinute)? {
        let fit = members(request.session.team, request.session.step).filter {
            clinicians[$0].trainedIn.contains(request.modality) && mayTakeOn($0, today: today)
                && (!request.session.isUnder18 || clinicians[$0].seesUnder18)
        }
        let emptiestFirst = fit.sorted { one, other in
            let left = Int(clinicians[one].caseload) * Int(clinicians[other].caseloadCap)
            let right = Int(clinicians[other].caseload) * Int(clinicians[one].caseloadCap)
            return left == right ? one < other : left < right
        }
        let preferred = fit.filter { $0 == Int(request.preferred) }
        for clinician in preferred + emptiestFirst {
            if let start = earliest(request.session, with: clinician, today: today) { return (clinician, start) }
        }
        return nil
    }
}
