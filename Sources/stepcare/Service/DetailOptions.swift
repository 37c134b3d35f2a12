import ArgumentParser
import BookingService
import BookingStore

/// Who somebody is and how to reach them, on the command line (RF-13, BK-7, BK-8).
struct DetailOptions: ParsableArguments {
    @Option(help: "NHS number.")
    var nhsNumber: String?

    @Option(help: "Date of birth, YYYY-MM-DD.")
    var dateOfBirth: Day?

    @Option(help: "Telephone number.")
    var phone: String?

    @Option(help: "Email address.")
    var email: String?

    @Option(help: "Postal address.")
    var address: String?

    @Option(
        help: """
            What the person agreed to receive, with commas between: email, text-message, voicemail, post, gp-letter; \
            or none (BK-7).
            """)
    var consents: ConsentList?

    @Option(help: "How the person wants to hear from the service: one of the same words (BK-8).")
    var preferredChannel: ChannelName?

    @Option(help: "The format that the person needs, such as large print (BK-8).")
    var needsFormat: String?

    /// Whether any is given.
    var isAny: Bool {
        nhsNumber != nil || dateOfBirth != nil || phone != nil || email != nil || address != nil || consents != nil
            || preferredChannel != nil || needsFormat != nil
    }

    /// What is given, as a change.
    var change: PersonChange {
        var change = PersonChange()
        change.nhsNumber = nhsNumber
        change.dateOfBirth = dateOfBirth?.day
        change.phone = phone
        change.email = email
        change.address = address
        change.consents = consents?.consents
        change.preferredChannel = preferredChannel?.channel
        change.format = needsFormat
        return change
    }
}

/// Words of consents, with commas between.
struct ConsentList: ExpressibleByArgument {
    let consents: Consents

    init?(argument: String) {
        var found: Consents = []
        for word in argument == "none" ? [] : argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let channel = ChannelName(argument: String(word)) else { return nil }
            found.insert(channel.channel.consent)
        }
        consents = found
    }
}

/// A way to reach somebody, by its name.
struct ChannelName: ExpressibleByArgument {
    let channel: MessageChannel

    init?(argument: String) {
        guard let channel = MessageChannel.allCases.first(where: { $0.name == argument.trimmingSpaces }) else {
            return nil
        }
        self.channel = channel
    }
}

extension String {
    /// Without spaces at the ends.
    var trimmingSpaces: String {
        var rest = self[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
