import BookingStore
import CareModel

extension AppointmentRecord {
    /// The status in FHIR R4: `booked`, `fulfilled`, `noshow`, `cancelled` or `entered-in-error`. Somebody who came too
    /// late to be seen did not take part: `noshow`.
    var fhirStatus: String {
        switch (status, attendance) {
        case (.undone, _): "entered-in-error"
        case (.cancelled, _), (.standing, .cancelledByPatient), (.standing, .cancelledByProvider): "cancelled"
        case (.standing, .attendedOnTime), (.standing, .attendedLate): "fulfilled"
        case (.standing, .didNotAttend), (.standing, .arrivedTooLate): "noshow"
        case (.standing, nil): "booked"
        }
    }

    /// Who cancelled, in HL7's codes; nil if nobody did.
    var fhirCancellation: Concept? {
        guard fhirStatus == "cancelled" else { return nil }
        let isPerson = attendance == .cancelledByPatient
        return Concept(
            coding: [
                Concept.Coding(
                    system: "http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason",
                    code: isPerson ? "pat" : "prov", display: isPerson ? "Patient" : "Provider")
            ])
    }
}
