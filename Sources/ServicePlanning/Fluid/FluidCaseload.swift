/// People in treatment at a step as water: they come in at one end of their courses and leave at the other, so that
/// whoever has just begun does not end next week. The course is so many stages that each lasts as long as chance has it
/// (an Erlang law): without them a list that is worked off by new clinicians would seem to be worked off at once.
struct FluidCaseload: Sendable {
    /// People by how far their course has come.
    private var stages: SIMD4<Double>

    /// Stages of a course.
    static let stages = 4

    /// So many people, as far in their courses as chance has it.
    init(_ people: Double) {
        stages = SIMD4(repeating: people / Double(Self.stages))
    }

    /// People in treatment.
    var people: Double { stages.sum() }

    /// A week goes by.
    /// - Parameter ending: share of all that would end in it if they were evenly far on, 0 … 1 / stages at most.
    /// - Returns: people who ended.
    mutating func pass(ending: Double) -> Double {
        let moved = stages * min(1, ending * Double(Self.stages))
        stages -= moved
        for stage in 1..<Self.stages { stages[stage] += moved[stage - 1] }
        return moved[Self.stages - 1]
    }

    /// People begin.
    mutating func begin(_ people: Double) { stages[0] += people }
}
