import Forecasting
import ScenarioFiles

/// A service with some sliders moved, and a name.
public struct WhatIf: Hashable, Sendable, Codable {
    /// A slider, and where it is put.
    public struct Setting: Hashable, Sendable, Codable {
        /// Which slider.
        public var slider: String
        /// Where it is.
        public var value: Double

        /// A slider that is moved.
        public init(slider: String, value: Double) {
            self.slider = slider
            self.value = value
        }
    }

    /// What it is called.
    public var name: String
    /// The sliders that are moved.
    public var settings: [Setting]

    /// A service with these sliders moved.
    public init(name: String, settings: [Setting]) {
        self.name = name
        self.settings = settings
    }

    /// What it changes, in the order of the sliders.
    /// - Throws: the fault of a slider that is not there, or not there to be put so.
    func changes(_ sliders: [Slider]) throws(SliderFault) -> [ScenarioChange] {
        if let unknown = settings.first(where: { setting in !sliders.contains { $0.id == setting.slider } }) {
            throw SliderFault(slider: unknown.slider, words: "This scenario has nothing of the name \(unknown.slider)")
        }
        var changes: [ScenarioChange] = []
        for slider in sliders {
            guard let value = settings.last(where: { $0.slider == slider.id })?.value else { continue }
            try slider.check(value)
            if value != slider.now { changes += slider.changes(value) }
        }
        return changes
    }
}

/// What is asked of the bench: a scenario, what might be done in it, and for how long.
public struct Question: Hashable, Sendable, Codable {
    /// The scenario, by its name on the shelf.
    public var scenario: String
    /// Weeks that are looked ahead.
    public var weeks: Int
    /// What is laid beside the scenario as it is, ``most`` of them.
    public var whatIfs: [WhatIf]

    /// A question.
    public init(scenario: String, weeks: Int, whatIfs: [WhatIf]) {
        self.scenario = scenario
        self.weeks = weeks
        self.whatIfs = whatIfs
    }

    /// Most what-ifs that are laid side by side.
    public static let most = 4
    /// Weeks that can be looked ahead, and as a rule.
    public static let weeksAllowed = 4...104
    public static let usualWeeks = 52
}
