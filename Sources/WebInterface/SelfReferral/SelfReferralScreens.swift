import Allocation
import BookingService
import BookingStore
import CareModel
import HTTPTypes
import Hummingbird

/// Whoever wants help refers themselves, without an account (BK-11): a page for each part, help at once where an answer
/// is urgent, everything once more to check, and a reference to keep.
enum SelfReferralScreens {
    static let path = "/refer-yourself"

    static let routes: [Route] = [
        .get(path, .anybody) { asked in start(asked) },
        .post(path, .anybody) { asked in try await goOn(asked) },
    ]

    /// What is not a part: the page with help, and the page on which everything is checked.
    private enum Place: String { case start, help, check, send }

    // MARK: From page to page

    private static func start(_ asked: WebRequest) -> Response {
        let page = Page(
            title: "Refer yourself for talking therapy",
            blocks: [
                .paragraph("For people who feel anxious, low or stressed, or who cannot put something behind them."),
                .list([
                    "It takes about five minutes, and you need no account.",
                    "You need your date of birth, and a way in which we can reach you.",
                    "Nothing is kept until you send it at the end.",
                ]),
                .heading("If you need help now"), .list(UrgentHelp.sentences), .links(calls),
                .form(Form(action: path, fields: [.hidden("page", Place.start.rawValue)], button: "Start")),
                .links([Link("How long people wait now", "/waits"), Link("What is kept of you", "/privacy")]),
            ])
        return asked.web.pages.response(page, asked)
    }

    private static let calls = [
        Link("Call 999", "tel:999", hidden: "if a life is in danger"),
        Link("Call 111, and choose option 2", "tel:111", hidden: "for urgent help with your mental health"),
        Link("Call 116 123", "tel:116123", hidden: "to talk to the Samaritans"),
    ]

    private static func goOn(_ asked: WebRequest) async throws -> Response {
        let now = asked.desk.clock.minute
        let teams = try await asked.desk.run { service in
            zip(try service.teamNames().teams, service.policy.rules).map {
                SelfReferralTeam(title: $0.title, youngestAge: $1.youngestAge)
            }
        }
        let answers = SelfReferral(form: asked.form, teams: teams, now: now)
        // Whoever goes back, or changes something, goes there without being asked whether all is right here.
        if let wanted = asked.form.text("go") { return show(wanted, answers, asked) }
        let page = asked.form.text("page") ?? ""
        guard let part = SelfReferralPart(rawValue: page) else {
            switch Place(rawValue: page) {
            case .help: return show(hasChecked(asked) ? Place.check.rawValue : "place", answers, asked)
            case .check, .send: return try await send(answers, asked)
            case .start, nil: return show(.safety, answers, asked)
            }
        }
        let faults = answers.faults(part)
        if !faults.isEmpty { return show(part, answers, asked, faults) }
        if part == .safety, answers.need != .no { return help(answers, asked) }
        if part == .place, let limit = answers.limit { return show(limit, answers, asked) }
        if !hasChecked(asked), let next = part.after { return show(next, answers, asked) }
        return check(answers, asked)
    }

    private static func hasChecked(_ asked: WebRequest) -> Bool { asked.form.text("checked") != nil }

    private static func show(_ name: String, _ answers: SelfReferral, _ asked: WebRequest) -> Response {
        if let part = SelfReferralPart(rawValue: name) { return show(part, answers, asked) }
        return name == Place.check.rawValue ? check(answers, asked) : start(asked)
    }

    // MARK: Pages

    /// A form of a page: what was entered elsewhere goes with it, and the secret that makes one referral of it.
    private static func form(
        _ page: String, _ part: SelfReferralPart?, _ fields: [Field], _ button: String, _ answers: SelfReferral,
        _ asked: WebRequest, isChecked: Bool? = nil
    ) -> Form {
        var hidden = [Field.hidden("page", page)] + answers.carried(besides: part)
        if isChecked ?? hasChecked(asked) { hidden.append(.hidden("checked", "yes")) }
        return Form(action: path, fields: hidden + fields, button: button, once: asked.form.text("once") ?? "")
    }

    private static func show(
        _ part: SelfReferralPart, _ answers: SelfReferral, _ asked: WebRequest, _ faults: [Page.Fault] = []
    ) -> Response {
        var form = form(part.rawValue, part, answers.fields(part, faults), "Continue", answers, asked)
        let back = hasChecked(asked) ? Place.check.rawValue : part.before?.rawValue
        form.second = SecondButton(
            buttonWords: "Back", buttonName: "go", buttonValue: back ?? Place.start.rawValue)
        let words = part.words.map { [Block.paragraph($0)] } ?? []
        let page = Page(
            title: part.title, caption: part.caption, faults: faults,
            blocks: reminder(answers, besides: part) + words + [.form(form)])
        return asked.web.pages.response(page, asked, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    /// Whoever said that it is urgent has the numbers before them on every page that follows.
    private static func reminder(_ answers: SelfReferral, besides part: SelfReferralPart? = nil) -> [Block] {
        guard answers.need != .no, part != .safety else { return [] }
        return [.notice("Help now", UrgentHelp.sentences.joined(separator: " "), isWarning: false)]
    }

    private static func help(_ answers: SelfReferral, _ asked: WebRequest) -> Response {
        var form = form(Place.help.rawValue, nil, [], "Continue with the referral", answers, asked)
        form.second = SecondButton(buttonWords: "Back", buttonName: "go", buttonValue: "safety")
        let after =
            answers.need == .now
            ? "What you entered is kept on this page. If you send the referral, somebody of the service is to call you."
            : "What you entered is kept on this page. You can go on with the referral."
        let page = Page(
            title: "Help is there now",
            blocks: [
                .notice("Call now if you need help", UrgentHelp.sentences[0]),
                .list(Array(UrgentHelp.sentences.dropFirst())), .links(calls), .paragraph(after), .form(form),
            ])
        return asked.web.pages.response(page, asked)
    }

    private static func show(
        _ limit: SelfReferralLimit, _ answers: SelfReferral, _ asked: WebRequest
    ) -> Response {
        var form = form(SelfReferralPart.place.rawValue, nil, [], "Change my answers", answers, asked)
        form.fields.append(.hidden("go", SelfReferralPart.place.rawValue))
        let page = Page(
            title: limit.title, blocks: reminder(answers) + limit.words.map { .paragraph($0) } + [.form(form)])
        return asked.web.pages.response(page, asked)
    }

    /// Everything that was entered, to be checked before it is sent.
    private static func check(
        _ answers: SelfReferral, _ asked: WebRequest, refused: String? = nil
    ) -> Response {
        var blocks = reminder(answers)
        if let refused { blocks.append(.notice("It was not sent yet", refused)) }
        for part in SelfReferralPart.allCases {
            var change = form(part.rawValue, nil, [], "Change", answers, asked, isChecked: true)
            change.fields.append(.hidden("go", part.rawValue))
            (change.buttonHidden, change.isSecondary) = ("\"\(part.title)\"", true)
            let lines = answers.fields(part).map { ($0.label, $0.answer ?? "not answered") }
            blocks += [.heading(part.title), .facts(Facts(lines.map { ($0, $1) })), .form(change)]
        }
        blocks += [
            .heading("Send it"),
            .paragraph(
                "This service keeps what you entered to help you, and shows it to nobody outside your care."),
            .form(form(Place.send.rawValue, nil, [], "Send my referral", answers, asked, isChecked: true)),
        ]
        return asked.web.pages.response(
            Page(title: "Check your answers", caption: "Refer yourself", blocks: blocks), asked,
            status: refused == nil ? .ok : .tooManyRequests)
    }

    // MARK: Sending

    private static func send(_ answers: SelfReferral, _ asked: WebRequest) async throws -> Response {
        for part in SelfReferralPart.allCases {
            let faults = answers.faults(part)
            if !faults.isEmpty { return show(part, answers, asked, faults) }
        }
        if let limit = answers.limit { return show(limit, answers, asked) }
        if let seconds = asked.web.limits.secondsToWait(.selfReferral, asked.origin) {
            let minutes = counted((seconds + 59) / 60, "minute", "minutes")
            return check(
                answers, asked,
                refused: "Many referrals come from where you are. Everything is kept here: send it in \(minutes).")
        }
        guard asked.web.selfReferrals.takes() else {
            return check(
                answers, asked,
                refused:
                    "More people refer themselves at the moment than we can take here. Please ring us: we take your "
                    + "referral on the telephone. Everything is kept on this page, and you can send it in an hour.")
        }
        let reference = ReferralReference(
            ofForm: asked.form.text("once") ?? Secrets.text(of: Secrets.bytes(12)))
        let call = try await asked.desk.run { try SelfReferralDoor.send(answers, reference, to: $0) }
        return done(answers, reference, call, asked)
    }

    private static func done(
        _ answers: SelfReferral, _ reference: ReferralReference, _ call: CivilMinute?, _ asked: WebRequest
    ) -> Response {
        var blocks: [Block] = [
            .facts(Facts([("Your reference", reference.text)])),
            .paragraph("Keep it: with it the service finds your referral if you call."),
        ]
        if answers.need != .no {
            let called = call.map { [UrgentHelp.call($0, now: answers.now)] } ?? []
            blocks += [.heading("If you need help now"), .list(UrgentHelp.sentences + called), .links(calls)]
        }
        blocks += [
            .heading("What happens next"),
            .list([
                "Somebody of the service reads your referral.",
                "Then we are in touch to agree a first appointment, in the way that you chose.",
                "If you are worse while you wait, tell us or your GP: you need not wait for us to write.",
            ]), .links([Link("How long people wait now", "/waits")]),
        ]
        let page = Page(title: "We have your referral", done: "Your referral was sent.", blocks: blocks)
        return asked.web.pages.response(page, asked)
    }
}

extension Field {
    /// What was entered or chosen, as one reads it; nil if nothing was.
    fileprivate var answer: String? {
        if let choices = (options ?? radios ?? boxes)?.choices {
            let words = choices.filter(\.isChosen).map(\.words)
            return words.isEmpty ? nil : words.joined(separator: "; ")
        }
        return value.isEmpty ? nil : value
    }
}
