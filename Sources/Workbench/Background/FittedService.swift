import Foundation

/// A provider that was fitted, and what its fit is worth.
public struct FittedService: Sendable {
    /// The name of its scenario on the shelf.
    public let scenario: String
    /// What it is called.
    public let title: String
    /// What its fit is worth, in a sentence.
    public let sentence: String
    /// Whether each main figure is as near to what was published as is asked.
    public let holds: Bool
}

extension LongWork where Wish == BackgroundWish {
    /// Providers that were fitted, the latest first.
    public var fittedServices: [FittedService] {
        all.compactMap { task in
            guard case .fit(let wish) = task.wish, case .done(let sentence) = task.state else { return nil }
            return FittedService(
                scenario: Self.scenarioName(of: wish, task.number), title: task.title, sentence: sentence,
                holds: file(FitBench.verdict, of: task.number).map { String(decoding: $0, as: UTF8.self) }
                    == FitBench.holds)
        }
    }

    /// Two services may be laid side by side only where the fits of both hold.
    /// - Returns: why these may not; nil if they may.
    public func refusal(ofLaying one: (name: String, title: String), beside other: (name: String, title: String))
        -> String?
    {
        guard one.name != other.name else { return "Choose another service than the one that is shown" }
        let reasons = [one, other].compactMap { name, title -> String? in
            guard let fitted = fittedServices.first(where: { $0.scenario == name }) else {
                return "'\(title)' was fitted to no published figures here"
            }
            return fitted.holds ? nil : "'\(title)': \(fitted.sentence)"
        }
        guard !reasons.isEmpty else { return nil }
        return "Two services are laid side by side only where the fits of both hold: "
            + reasons.joined(separator: "; ")
    }
}
