import BookingStore
import CareModel
import Diaries
import Foundation

/// Writes diaries and appointments as a bundle of FHIR R4.
struct BundleWriter {
    private let reader: StoreReader
    private let options: FHIROptions
    private let time: LondonTime
    private let names: [Int64: String]
    private let groups: GroupTimes

    init(_ reader: StoreReader, _ options: FHIROptions) throws {
        self.reader = reader
        self.options = options
        time = try LondonTime()
        groups = try GroupTimes(reader)
        names = options.includesNames ? try reader.names() : [:]
    }

    /// The bundle as JSON, its keys in order: the same state gives the same bytes.
    func write() throws -> Data {
        let entries = try resources().map { Bundle.Entry(fullUrl: options.baseURL + $0.path, resource: $0) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let bundle = Bundle(timestamp: time.text(options.now), entry: entries.isEmpty ? nil : entries)
        return try encoder.encode(bundle) + Data("\n".utf8)
    }

    /// Every resource, clinician by clinician.
    func resources() throws -> [BundleResource] {
        let slots = try DiarySlots(reader, options.days, closedDays: options.closedDays, now: options.now)
        return try reader.clinicians().filter { options.clinicians?.contains($0.clinician) ?? true }.flatMap {
            try resources(of: $0, slots)
        }
    }

    private func resources(of clinician: ClinicianDetails, _ slots: DiarySlots) throws -> [BundleResource] {
        let schedule = Schedule(
            id: "clinician-\(clinician.clinician)", actor: [actor(clinician)],
            planningHorizon: Period(
                start: time.text(options.days.lowerBound.start), end: time.text((options.days.upperBound + 1).start)))
        var resources: [BundleResource] = [.schedule(schedule)]
        var booked: [Int64: String] = [:]  // lookup only
        var day = options.days.lowerBound
        while day <= options.days.upperBound {
            for stretch in try slots.stretches(of: clinician, on: day) {
                let slot = self.slot(stretch, schedule)
                if case .appointment(let number) = stretch.holder { booked[number] = slot.id }
                resources.append(.slot(slot))
            }
            day = day + 1
        }
        let records = try reader.appointments(
            ofClinician: clinician.clinician, from: options.days.lowerBound, through: options.days.upperBound)
        // The service's own work is a slot that is busy, and nobody's appointment.
        for record in records where !groups.isOwnWork(record.placement) {
            let holder = record.placement.seat?.session ?? record.appointment
            resources.append(.appointment(appointment(record, clinician, slot: booked[holder])))
        }
        return resources
    }

    private func actor(_ clinician: ClinicianDetails) -> Reference {
        Reference(
            type: "Practitioner", identifier: .clinician(clinician.clinician),
            display: options.includesNames ? clinician.name.shown : nil)
    }

    private func slot(_ stretch: DiarySlots.Stretch, _ schedule: Schedule) -> Slot {
        let start = stretch.day.start + Int64(stretch.minutes.start)
        let purpose = stretch.purpose.map { $0.rawValue }.map { ColumnForm<UInt8>.purpose.text($0) }
        let name = LondonTime.basic(stretch.day) + LondonTime.clock(start).replacing(":", with: "")
        return Slot(
            id: "\(schedule.id)-\(name)" + (purpose.map { "-\($0)" } ?? ""),
            serviceType: purpose.map { [Concept(text: $0)] },
            schedule: Reference(reference: "Schedule/\(schedule.id)"), status: stretch.status.rawValue,
            start: time.text(start), end: time.text(stretch.day.start + Int64(stretch.minutes.end)))
    }

    private func appointment(
        _ record: AppointmentRecord, _ clinician: ClinicianDetails, slot: String?
    ) -> Appointment {
        let placement = record.placement
        var participants = [Participant(actor: actor(clinician))]
        if let person = placement.person {
            participants.append(
                Participant(
                    actor: Reference(type: "Patient", identifier: .person(person), display: names[person]?.shown)))
        }
        let code = placement.kind.nationalCode
        let stands = record.status == .standing
        return Appointment(
            id: "\(record.appointment)", identifier: [.appointment(record.appointment)], status: record.fhirStatus,
            cancelationReason: record.fhirCancellation,
            appointmentType: Concept(
                coding: [Concept.Coding(system: "urn:stepcare:national-appointment-type", code: code)],
                text: placement.words(groups)),
            start: time.text(placement.start), end: time.text(placement.start + Int64(placement.minutes)),
            minutesDuration: placement.minutes,
            slot: stands ? slot.map { [Reference(reference: "Slot/\($0)")] } : nil,
            created: time.text(record.bookedAt), participant: participants)
    }
}

extension StoreReader {
    /// Everybody's name, by number.
    func names() throws -> [Int64: String] {
        var names: [Int64: String] = [:]  // lookup only
        for person in try everybody() { names[person.known.number] = person.identity.name }
        return names
    }
}

extension String {
    /// A text as FHIR takes it: nothing where there is nothing to be read.
    fileprivate var shown: String? { contains { !$0.isWhitespace } ? self : nil }
}
