// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Points that fill a cube more evenly than chance does, by GSL's Sobol' sequence, moved together by a random shift.
///
/// I. M. Sobol', USSR Computational Mathematics and Mathematical Physics 7(4), 1967, doi
/// 10.1016/0041-5553(67)90144-9; the shift modulo 1 is Cranley and Patterson's (1976), doi 10.1137/0713071: each point
/// alone is uniform, and all together are as even as before.
public enum SobolSequence {
    /// The most dimensions that GSL has; what is beyond is filled by chance.
    public static let dimensionLimit = 40

    /// So many points of the cube, each coordinate on [0, 1).
    /// - Parameters:
    ///   - count: how many, from the first but the corner.
    ///   - dimensions: at least 1.
    ///   - source: of the shift, under the given purpose.
    public static func points(_ count: Int, dimensions: Int, from source: RandomSource, purpose: UInt16) -> [[Double]] {
        precondition(count >= 0 && dimensions >= 1, "a sequence has a dimension")
        let even = min(dimensions, dimensionLimit)
        guard let sequence = gsl_qrng_alloc(cgsl_sobol_type(), UInt32(even)) else { return [] }
        defer { gsl_qrng_free(sequence) }
        var shift: [Double] = []
        var stream = source.stream(purpose: purpose, subject: 0)
        for _ in 0..<even { shift.append(stream.uniform()) }
        var point = [Double](repeating: 0, count: even)
        return (0..<count).map { _ in
            gsl_qrng_get(sequence, &point)
            var moved = zip(point, shift).map { ($0 + $1).truncatingRemainder(dividingBy: 1) }
            while moved.count < dimensions { moved.append(stream.uniform()) }
            return moved
        }
    }
}
