import Allocation

/// What somebody says in a keeping-in-touch call, in words (KT-3).
enum CallOutcomes {
    static let all: [(String, String, CallOutcome)] = [
        ("keeps-waiting", "They keep waiting", .keepsWaiting),
        ("quicker", "They would take something quicker", .quicker),
        ("readier", "They are readier than they were", .readier),
        ("no-longer-needed", "They need it no longer", .noLongerNeeded),
        ("risk-risen", "The risk has risen", .riskRisen),
    ]
}
