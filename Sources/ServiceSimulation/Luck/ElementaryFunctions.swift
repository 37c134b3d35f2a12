import Glibc

// The only place where the simulator touches the C library.

/// The natural logarithm.
@inline(__always)
func cLog(_ x: Double) -> Double { log(x) }

/// The exponential.
@inline(__always)
func cExp(_ x: Double) -> Double { exp(x) }

/// A power.
@inline(__always)
func cPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
