import CareModel

// Places that clinicians keep for people whom they have from the referral on, until the course begins (CL-18). Where
// somebody is with whom is said with it, so that the capacity always counts as many places as there are people.

extension DeskState {
    /// The clinician to whom a person is allocated and whose course has not begun; nil if to nobody.
    @inline(__always)
    func allocated(_ person: Int) -> Int? {
        people[person].flags.contains(.allocated) ? Int(people[person].assessor) : nil
    }

    /// A clinician keeps a place for a person, instead of whoever did.
    mutating func keepPlace(_ person: Int, with clinician: Int) {
        endPlace(person)
        capacity.keepPlace(clinician, today: now.day)
        people[person].assessor = Int32(clinician)
        people[person].flags.insert(.allocated)
        emit(.allocated(UInt32(person), clinician: Int32(clinician)))
    }

    /// The place that is kept for a person, if one is, is kept no longer: the course begins, or the person goes
    /// elsewhere.
    mutating func endPlace(_ person: Int) {
        guard let clinician = allocated(person) else { return }
        capacity.endPlace(clinician)
        people[person].flags.remove(.allocated)
    }

    /// Takes over that the clinician who is known with a person keeps a place. Nothing is said of it.
    mutating func restorePlace(_ person: Int) {
        capacity.restorePlace(Int(people[person].assessor))
        people[person].flags.insert(.allocated)
    }

    /// Every place that is kept is somebody's.
    func checkPlaces() {
        var places = [Int32](repeating: 0, count: capacity.clinicians.count)
        for person in people.episodes.indices {
            if let clinician = allocated(person) { places[clinician] += 1 }
        }
        for clinician in places.indices {
            precondition(
                places[clinician] == capacity.clinicians[clinician].promised,
                "clinician \(clinician) keeps places for nobody")
        }
    }
}
