public import Foundation
public import ScenarioFiles

/// What can be asked for that takes minutes.
public enum BackgroundWish: Hashable, Sendable, Codable {
    /// A plan is to be found.
    case plan(PlanWish)
    /// A provider is to be fitted.
    case fit(FitWish)
}

/// All that takes minutes, of every kind, in one queue.
public typealias BackgroundWork = LongWork<BackgroundWish>

extension LongWork where Wish == BackgroundWish {
    /// Reads what there is, and begins with what waits.
    /// - Parameters:
    ///   - folder: where it is kept.
    ///   - plans: finds plans.
    ///   - fits: fits providers; nil where there is no national file.
    public convenience init(in folder: URL, plans: PlanBench, fits: FitBench? = nil) {
        self.init(in: folder) { wish, tools throws(LongFault) in
            switch wish {
            case .plan(let wish): return try plans.find(wish, tools)
            case .fit(let wish):
                guard let fits else { throw .because("There is no national file here any more") }
                return try fits.fit(wish, tools)
            }
        }
    }

    /// Fitted providers as scenarios, the latest first.
    public var fittedScenarios: [ScenarioShelf.Entry] {
        all.compactMap { task in
            guard case .fit(let wish) = task.wish, case .done = task.state,
                let file = place(of: FitBench.scenario, task.number)
            else { return nil }
            return ScenarioShelf.Entry(
                name: Self.scenarioName(of: wish, task.number), source: .file(file.path), isOwn: false,
                title: task.title)
        }
    }

    /// Plans of a scenario that are done, the latest first; those of what was changed in it too.
    /// - Parameter texts: the scenario's texts as they are now.
    public func plans(of texts: [ScenarioText]) -> [LongTask<BackgroundWish>] {
        all.filter { task in
            guard case .plan(let wish) = task.wish, case .done = task.state else { return false }
            return wish.texts == texts
        }
    }

    /// The name of a fitted provider on the shelf.
    public static func scenarioName(of wish: FitWish, _ number: Int) -> String {
        "fit-\(wish.code.lowercased())-\(number)"
    }
}
