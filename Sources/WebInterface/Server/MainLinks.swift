import BookingService
import Mustache
import Workbench

/// A link at the head of a page.
struct MainLink: Sendable {
    let mainWords: String
    let mainAddress: String
    /// Whether it leads to where one is.
    let isHere: Bool
}

/// The other pages of the part that one is in, in a row of their own.
struct BesideLinks: Sendable {
    /// What the part is called, for whoever does not see where the row stands.
    let besideTitle: String
    let besideLinks: [MainLink]
}

/// The links at the head of each page: one for each part of the desk, and within a part one for each of its pages. All
/// have the same parts; whoever may see one page of a part alone has its link in the part's place.
enum MainLinks {
    /// Pages that belong together.
    struct Part {
        /// What they are called together; nil for the name of the first.
        var words: String?
        var pages: [(words: String, address: String, section: Page.Section)]

        private func isHere(_ section: Page.Section?) -> Bool { pages.contains { $0.section == section } }

        /// The link to the part: to its first page.
        func link(_ section: Page.Section?) -> MainLink {
            let own = pages.count > 1 ? words : nil
            return MainLink(
                mainWords: own ?? pages[0].words, mainAddress: pages[0].address, isHere: isHere(section))
        }

        /// The links within the part; nil if one is elsewhere, or it has but one page.
        func beside(_ section: Page.Section?) -> BesideLinks? {
            guard pages.count > 1, isHere(section) else { return nil }
            return BesideLinks(
                besideTitle: words ?? pages[0].words,
                besideLinks: pages.map {
                    MainLink(mainWords: $0.words, mainAddress: $0.address, isHere: $0.section == section)
                })
        }
    }

    /// What somebody may go to.
    static func of(_ asked: WebRequest) -> [Part] {
        guard let who = asked.who else { return [] }
        let settings = asked.web.settings
        let (seesPeople, seesTotals) = (who.may(.seePeople), who.may(.seeTotals))
        let forecasts = who.may(.forecast)
        let hasBench = forecasts && settings.bench != nil
        let hasKept = hasBench && settings.bench?.forecasts != nil
        /// A part of those pages that are there for them.
        func part(_ pages: [(Bool, String, String, Page.Section)], called words: String? = nil) -> Part? {
            let there = pages.filter { $0.0 }.map { (words: $0.1, address: $0.2, section: $0.3) }
            return there.isEmpty ? nil : Part(words: words, pages: there)
        }
        return [
            part([(seesPeople, "Today", "/", .today)]), part([(seesPeople, "Find a person", "/find", .find)]),
            part([
                (seesPeople, "Waiting lists", "/waiting", .lists), (forecasts, "Waits now", "/waits-now", .waits),
            ]),
            part([(seesPeople, "Diaries", "/diaries", .diaries)]), part([(seesPeople, "Groups", "/groups", .groups)]),
            part([
                (seesTotals, "Staff and rooms", "/staff", .staff), (forecasts, "Caseloads", "/caseloads", .caseloads),
            ]),
            part(
                [
                    (hasBench, "What if", "/forecast", .forecast), (hasKept, "Kept forecasts", "/kept", .kept),
                    (forecasts && settings.background != nil, "Plans", "/plans", .plans),
                    (forecasts && settings.fits != nil, "Providers", "/providers", .providers),
                    (hasBench, "Set up", "/set-up", .setUp),
                ], called: "Forecasts"),
            part([(hasBench, "Commissioning", "/commissioning", .commissioning)]),
            part([(true, "Your account", "/account", .account)]),
        ].compactMap { $0 }
    }
}

extension MainLink: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "mainWords": mainWords
        case "mainAddress": mainAddress
        case "isHere": isHere
        default: nil
        }
    }
}

extension BesideLinks: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "besideTitle": besideTitle
        case "besideLinks": besideLinks
        default: nil
        }
    }
}
