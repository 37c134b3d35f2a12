import BookingService
import BookingStore
import CareModel

/// The parts of a self-referral, in their order, each a page of its own (BK-11, RF-13).
enum SelfReferralPart: String, CaseIterable, Sendable {
    case safety, place, about, reach, needs

    /// The heading of its page.
    var title: String {
        switch self {
        case .safety: "Do you need help now?"
        case .place: "Is this the service for you?"
        case .about: "Who you are"
        case .reach: "How we can reach you"
        case .needs: "What would help you to come"
        }
    }

    /// What is said before its questions; nil if they say enough.
    var words: String? {
        switch self {
        case .safety: "You can go on with this form whatever you answer."
        case .place: nil
        case .about: "We ask for your NHS number only to find you faster: leave it out if you do not have it at hand."
        case .reach: "Enter a telephone number, an email address or an address: at least one."
        case .needs: "Answer what matters to you, and leave out the rest."
        }
    }

    /// The part before it.
    var before: SelfReferralPart? {
        Self.allCases.firstIndex(of: self).flatMap { $0 == 0 ? nil : Self.allCases[$0 - 1] }
    }

    /// The part after it.
    var after: SelfReferralPart? {
        Self.allCases.firstIndex(of: self).flatMap { $0 + 1 < Self.allCases.count ? Self.allCases[$0 + 1] : nil }
    }

    /// Which part it is of how many.
    var caption: String {
        "Refer yourself, part \((Self.allCases.firstIndex(of: self) ?? 0) + 1) of \(Self.allCases.count)"
    }
}

/// A team that people refer themselves to.
struct SelfReferralTeam: Sendable {
    var title: String
    /// The age from which it sees people (PR-4).
    var youngestAge: Int
}

/// How urgent somebody says that it is.
enum SelfReferralNeed: String, CaseIterable, Sendable {
    case now, thoughts, no

    var words: String {
        switch self {
        case .now: "Yes: I am in danger, or I may end my life or harm somebody"
        case .thoughts: "I have thoughts of this kind, and I am safe today"
        case .no: "No"
        }
    }
}

/// Why a service is not the one for somebody.
enum SelfReferralLimit: Equatable, Sendable {
    case tooYoung(Int)
    case elsewhere
    case noPractice

    var title: String {
        switch self {
        case .tooYoung: "This service is for people who are older"
        case .elsewhere: "Another service is there for you"
        case .noPractice: "You need a GP here first"
        }
    }

    /// What somebody can do instead.
    var words: [String] {
        switch self {
        case .tooYoung(let age):
            [
                "We see people from the age of \(age). Nothing that you entered was kept.",
                "Talk to your GP, or call NHS 111: they know who helps people of your age where you live.",
            ]
        case .elsewhere:
            [
                "We see people who live in the places that are listed. Nothing that you entered was kept.",
                "On nhs.uk, look for \"NHS talking therapies\": there you find the service of the place where "
                    + "you live.",
            ]
        case .noPractice:
            [
                "We see people who are registered with a GP here. Nothing that you entered was kept.",
                "On nhs.uk, look for \"find a GP\". You need no proof of address, and no NHS number. Then refer "
                    + "yourself again.",
            ]
        }
    }
}
