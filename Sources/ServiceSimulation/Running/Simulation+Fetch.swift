import Allocation
import CPrefetch
import CareModel

extension Simulation {
    /// Asks memory for the person of the next event, if it is about one, while the present event is handled: a person
    /// is some eight cache lines in four columns, which altogether are larger than a core's own memory.
    @inline(__always)
    func fetch(_ event: SimulationEvent) {
        let subject = Int(event.subject)
        fetch(people.address(of: subject), bytes: MemoryLayout<PersonState>.size)
        fetch(desk.people.address(of: subject), bytes: MemoryLayout<DeskPerson>.size)
        fetch(desk.episodes.address(of: subject), bytes: MemoryLayout<Episode>.size)
        fetch(desk.referrals.address(of: subject), bytes: MemoryLayout<Referral>.size)
    }

    /// Asks memory for the diary in which the next session is looked for, a week ahead, while it is drawn what becomes
    /// of the present one.
    @inline(__always)
    func fetchDiary(after person: Int) {
        let clinician = Int(desk.people[person].slotClinician)
        guard clinician >= 0, let page = desk.capacity.addresses(clinician, on: now.day + 7) else { return }
        cprefetch(page.full)
        cprefetch(page.absence)
        cprefetch(page.booked)
    }

    @inline(__always)
    private func fetch(_ address: UnsafeRawPointer?, bytes: Int) {
        guard let address else { return }
        for offset in stride(from: 0, to: bytes, by: 64) { cprefetch(address + offset) }
    }
}
