// SPDX-License-Identifier: GPL-3.0-or-later

/// A choice in whole steps.
public struct PlanVariable: Sendable, Hashable, Codable {
    /// What it is called.
    public let name: String
    /// The values that it may take, both ends included.
    public let range: ClosedRange<Int>

    /// A choice of that name within a range.
    public init(name: String, range: ClosedRange<Int>) {
        self.name = name
        self.range = range
    }
}
