// A release build leaves the words of a `precondition` out; whoever wrote a model needs them there most. So the rules
// that a caller can break are checked by `guard`, and end here: out of line, so that the loop keeps only the
// comparison.

/// Ends the program with what was done wrong.
@usableFromInline @inline(never)
func misuse(_ what: StaticString) -> Never { fatalError("\(what)") }

/// Ends the program with what was done wrong, and the number it was done with.
@usableFromInline @inline(never)
func misuse(_ what: StaticString, _ number: Int) -> Never { fatalError("\(what): \(number)") }

/// Ends the program with what was done wrong, and the amount it was done with.
@usableFromInline @inline(never)
func misuse(_ what: StaticString, _ amount: Double) -> Never { fatalError("\(what): \(amount)") }

/// Ends the program where time would go back.
@usableFromInline @inline(never)
func misuse<Time: SimulationTime>(_ what: StaticString, _ time: Time, now: Time) -> Never {
    fatalError("\(what): at \(time), when the clock is at \(now)")
}
