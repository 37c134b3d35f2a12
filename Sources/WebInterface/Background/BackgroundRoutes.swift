import BookingService
import BookingStore
import Foundation
import HTTPTypes
import Hummingbird
import Workbench

/// A file that stays of something that takes minutes, and can be taken away.
struct BackgroundFile: Sendable {
    let name: String
    let words: String
    let type: String

    init(_ name: String, _ words: String, _ type: String) { (self.name, self.words, self.type) = (name, words, type) }
}

/// What can be done with anything that takes minutes, whatever it is: look how far it has got, stop it, let it go on,
/// take it away, and take its files.
enum BackgroundRoutes {
    /// The routes below an address.
    /// - Parameters:
    ///   - place: the address.
    ///   - back: where one goes when it was taken away.
    ///   - files: what can be taken.
    ///   - isOwn: whether something is of this kind.
    static func routes(
        at place: String, back: String, files: [BackgroundFile], isOwn: @escaping @Sendable (BackgroundWish) -> Bool
    ) -> [Route] {
        [
            .get("\(place)/:id/progress", .may(.forecast)) { asked in
                let (background, task) = try task(asked, isOwn)
                return try BackgroundWords.progress(task, background)
            },
            .get("\(place)/:id/files/:name", .may(.forecast)) { asked in
                let (background, task) = try task(asked, isOwn)
                guard let known = files.first(where: { $0.name == asked.parameters["name"] }),
                    let bytes = background.file(known.name, of: task.number)
                else { throw WebRefusal.nothingThere }
                return .attached(bytes, known.type, known.name)
            },
            .post("\(place)/:id/stop", .may(.forecast)) { asked in
                try change(asked, isOwn, "\(place)/") { background, number, user, isAnybodys throws(LongFault) in
                    try background.stop(number, by: user, named: asked.who?.user.name ?? "", isAnybodys: isAnybodys)
                }
            },
            .post("\(place)/:id/go-on", .may(.forecast)) { asked in
                try change(asked, isOwn, "\(place)/") { background, number, user, isAnybodys throws(LongFault) in
                    try background.goOn(number, by: user, isAnybodys: isAnybodys)
                }
            },
            .post("\(place)/:id/remove", .may(.forecast)) { asked in
                try change(asked, isOwn, back) { background, number, user, isAnybodys throws(LongFault) in
                    try background.remove(number, by: user, isAnybodys: isAnybodys)
                }
            },
        ]
    }

    /// What the address names, if it is of this kind.
    static func task(
        _ asked: WebRequest, _ isOwn: (BackgroundWish) -> Bool
    ) throws(WebRefusal) -> (BackgroundWork, LongTask<BackgroundWish>) {
        guard let background = asked.web.settings.background, let number = asked.number("id"),
            let task = background.find(Int(number)), isOwn(task.wish)
        else { throw .nothingThere }
        return (background, task)
    }

    /// - Parameter place: where one goes then; one that ends with a stroke is that of what was changed.
    private static func change(
        _ asked: WebRequest, _ isOwn: (BackgroundWish) -> Bool, _ place: String,
        _ body: (BackgroundWork, Int, Int64, Bool) throws(LongFault) -> Void
    ) throws -> Response {
        let (background, task) = try task(asked, isOwn)
        do throws(LongFault) {
            try body(background, task.number, asked.who?.user.user ?? 0, asked.who?.may(.administer) == true)
        } catch {
            throw BackgroundWords.refusal(error)
        }
        return .redirect(to: place.hasSuffix("/") ? "\(place)\(task.number)" : place, type: .normal)
    }
}

extension BackgroundWish {
    /// The plan, if it is one.
    var plan: PlanWish? {
        switch self {
        case .plan(let wish): wish
        case .fit: nil
        }
    }

    /// The fit, if it is one.
    var fit: FitWish? {
        switch self {
        case .plan: nil
        case .fit(let wish): wish
        }
    }
}
