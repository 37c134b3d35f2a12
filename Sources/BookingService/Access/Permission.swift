public import BookingStore

/// What somebody may do (IG-1).
public enum Permission: UInt8, CaseIterable, Sendable {
    /// See numbers about the whole service.
    case seeTotals
    /// See who waits, and a person's record.
    case seePeople
    /// Offer, hold, book, move and cancel.
    case book
    /// Book against a rule that allows it with a reason (CL-1).
    case override
    /// Record what happened in an appointment.
    case recordContact
    /// Change who works when.
    case changeStaff
    /// Add users, import, back up, restore.
    case administer
    /// Read the access log, compare the database with its log.
    case audit
    /// Try changes of the service out in forecasts, and keep what was tried.
    case forecast

    /// The permission in a sentence: "may not …".
    public var words: String {
        switch self {
        case .seeTotals: "see the service's numbers"
        case .seePeople: "see people's records"
        case .book: "book"
        case .override: "override a rule"
        case .recordContact: "record what happened in an appointment"
        case .changeStaff: "change who works when"
        case .administer: "administer the service"
        case .audit: "read the access log or verify the database"
        case .forecast: "make forecasts"
        }
    }
}

extension UserRole {
    /// What the role may do: a commissioner sees totals only, of what is and of what might be.
    public var permissions: Set<Permission> {
        switch self {
        case .scheduler: [.seeTotals, .seePeople, .book]
        case .clinician: [.seeTotals, .seePeople, .book, .recordContact]
        case .manager: [.seeTotals, .seePeople, .book, .override, .recordContact, .changeStaff, .audit, .forecast]
        case .commissioner: [.seeTotals, .forecast]
        case .administrator: Set(Permission.allCases)
        }
    }
}
