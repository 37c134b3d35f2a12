import Allocation
import BookingStore
import CareModel

/// Asks for cases to be handed over before their clinician leaves (CL-7, CL-11, TX-12).
///
/// Somebody is asked for exactly as long as a clinician with a last day has the person: on the caseload, or allocated
/// from the referral on (CL-18). What ends that ends the task, whichever way it came about; so it is looked at where
/// the person is then, not at what happened.
struct HandoverWriter {
    let log: StepLog

    private var box: DeskBox { log.box }

    /// The clinician who has a person, on the caseload or allocated to them; nil if nobody has.
    private func holder(of person: Int) -> Int? {
        let episode = box.desk.episodes[person]
        if episode.state.isOnCaseload { return Int(episode.clinician) }
        return box.desk.people[person].flags.contains(.allocated) ? Int(box.desk.people[person].assessor) : nil
    }

    private func lastDay(of clinician: Int) -> CivilDay? {
        let day = box.desk.capacity.clinicians[clinician].lastDay
        return day < Clinician.never ? day : nil
    }

    private func open(of person: Int) throws -> [TaskRecord] {
        try log.writer.tasks(of: Int64(person + 1)).filter { $0.task.kind == .handOver }
    }

    /// A person may be with somebody else now, or with nobody: whoever was to hand the case over need not.
    func settle(_ person: Int) throws {
        guard !log.isReplay else { return }
        let holder = holder(of: person)
        for record in try open(of: person) where record.task.clinician.map({ Int($0) }) != holder {
            try log.append(.taskDone(TaskDone(task: record.task.task, note: "the case was handed over")))
        }
    }

    /// A clinician has a person from now on; one who leaves is to hand over this case too.
    func ask(_ person: Int, from clinician: Int) throws {
        guard !log.isReplay, let lastDay = lastDay(of: clinician), holder(of: person) == clinician else { return }
        let isAsked = try open(of: person).contains { $0.task.clinician == Int32(clinician) }
        if !isAsked { try add(person, from: clinician, by: lastDay) }
    }

    /// A clinician has another last day, or stays: everybody whom they have is asked for by that day, and what was
    /// asked for before is not, any more.
    /// - Returns: the numbers of the people who are to be handed over.
    func askAll(from clinician: Int, by lastDay: CivilDay?) throws -> [Int64] {
        let allocated = box.desk.people.indices.filter {
            box.desk.people[$0].flags.contains(.allocated) && Int(box.desk.people[$0].assessor) == clinician
        }
        let members = (box.desk.caseloadMembers[clinician] + allocated.map { Int32($0) }).sorted()
        for record in try log.writer.tasks()
        where record.task.kind == .handOver && record.task.clinician == Int32(clinician) {
            try log.append(.taskDone(TaskDone(task: record.task.task, note: "the last day is another")))
        }
        guard let lastDay else { return [] }
        for member in members { try add(Int(member), from: clinician, by: lastDay) }
        return members.map { Int64($0) + 1 }
    }

    private func add(_ person: Int, from clinician: Int, by lastDay: CivilDay) throws {
        let due = max(log.now, CivilMinute(day: lastDay, minuteOfDay: 1020))
        try log.tasks.add(.handOver, due: due, person: person, clinician: clinician)
    }
}
