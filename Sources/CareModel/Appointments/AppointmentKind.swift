/// What an appointment is for, with its code in the national data set.
@frozen
public enum AppointmentKind: UInt8, CaseIterable, Sendable {
    /// The first appointment: assessment and first treatment contact in one (FA-1 … FA-3).
    case firstAppointment
    /// A treatment session (TX-1, TX-2).
    case treatment
    /// A keeping-in-touch call: review only, never a treatment session (KT-3).
    case keepingInTouch

    /// The name in files.
    public var name: String {
        switch self {
        case .firstAppointment: "first-appointment"
        case .treatment: "treatment"
        case .keepingInTouch: "keeping-in-touch"
        }
    }

    /// The name in sentences.
    public var title: String {
        switch self {
        case .firstAppointment: "first appointment"
        case .treatment: "session"
        case .keepingInTouch: "keeping-in-touch call"
        }
    }

    /// National appointment type: 03 assessment and treatment, 02 treatment, 04 review only.
    public var nationalCode: String {
        switch self {
        case .firstAppointment: "03"
        case .treatment: "02"
        case .keepingInTouch: "04"
        }
    }

    /// Whether attending counts as a treatment contact (KT-3, KP-5). A first appointment counts when treatment began
    /// in it.
    @inlinable
    public var mayBeTreatment: Bool { self != .keepingInTouch }
}

extension AppointmentKind: NamedCode {}
