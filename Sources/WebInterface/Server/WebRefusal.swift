import BookingService
import BookingStore
import HTTPTypes

/// Why a request is not answered as asked, before the service is.
enum WebRefusal: Error, Equatable, Sendable {
    /// Somebody must sign in.
    case signIn
    /// The user may not.
    case mayNot(Permission)
    /// The form was filled in at another site.
    case foreignForm
    /// The form is of a session that is over.
    case staleForm
    /// More was sent than is read.
    case tooLarge(Int)
    /// There is nothing at the address.
    case nothingThere
    /// What was sent cannot be read; why.
    case unreadable(String)
    /// The address takes other methods than this.
    case otherMethod([String])
    /// Too many requests; seconds to wait.
    case tooMany(Int)

    var status: HTTPResponse.Status {
        switch self {
        case .signIn: .unauthorized
        case .mayNot, .foreignForm, .staleForm: .forbidden
        case .tooLarge: .contentTooLarge
        case .nothingThere: .notFound
        case .unreadable: .badRequest
        case .otherMethod: .methodNotAllowed
        case .tooMany: .tooManyRequests
        }
    }

    /// The heading of the page.
    var title: String {
        switch self {
        case .signIn: "Sign in to go on"
        case .mayNot: "You may not do that"
        case .foreignForm: "That form came from another site"
        case .staleForm: "Your session ended while you were typing"
        case .tooLarge: "That is too much at once"
        case .nothingThere: "There is no such page"
        case .unreadable: "That could not be read"
        case .otherMethod: "That cannot be done at this address"
        case .tooMany: "Too many requests"
        }
    }

    /// What is wrong, and what helps.
    var words: String {
        switch self {
        case .signIn: "Sign in, and you come back to this page."
        case .mayNot(let right): "Your account may not \(right.words). An administrator of the service can change that."
        case .foreignForm: "Nothing was changed. Open the page from here, and try again."
        case .staleForm: "Nothing was changed. What you typed is below: open the page again, and copy it."
        case .tooLarge(let most): "No more than \(most / 1024) kB can be sent to this page. Nothing was changed."
        case .nothingThere: "Check the address, or look the person up."
        case .unreadable(let why): why
        case .otherMethod(let methods): "It takes \(methods.joined(separator: ", "))."
        case .tooMany(let seconds): "Try again in \(seconds) seconds. Nothing was changed."
        }
    }
}

extension BookingError {
    /// The status with which it is told.
    var status: HTTPResponse.Status {
        switch self {
        case .forbidden, .noRelationship: .forbidden
        case .store: .serviceUnavailable
        case .noSuchPerson, .noSuchTeam, .noSuchAppointment, .noSuchHold, .noSuchLink, .noSuchGroup: .notFound
        case .notInitialised, .hasOutcome, .nothingToCorrect, .dependsOn, .holdEnded, .refused, .needsReason,
            .lateNotes, .impossible, .notNow, .begun, .groupBegun, .attemptTooSoon, .endsEpisode, .endsWithoutContact,
            .notWarned, .mayReply, .needsSupervisor, .riskOpen, .duplicateReferral, .wrongIdentity, .likelySame,
            .farMinute, .refusedReferrals, .seatRefused, .invalid:
            .conflict
        }
    }
}
