// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

extension RandomStream {
    /// Puts values in an order by chance, every order as likely as any other, by GSL (Fisher and Yates).
    /// - Complexity: O(*n*).
    public mutating func shuffle<Element: BitwiseCopyable>(_ values: inout [Element]) {
        let count = values.count
        values.withUnsafeMutableBytes { bytes in
            onGSL { gsl_ran_shuffle($0, bytes.baseAddress, count, MemoryLayout<Element>.stride) }
        }
    }

    /// Some of the values, none twice, in their order, every choice as likely as any other, by GSL.
    ///
    /// - Parameter count: how many; 0 … as many as there are.
    /// - Complexity: O(*n*).
    public mutating func choose<Element: BitwiseCopyable>(_ count: Int, of values: [Element]) -> [Element] {
        precondition(count >= 0 && count <= values.count, "as many are chosen as there are, at most")
        var values = values
        let all = values.count
        return [Element](unsafeUninitializedCapacity: count) { chosen, filled in
            values.withUnsafeMutableBytes { bytes in
                _ = onGSL {
                    gsl_ran_choose(
                        $0, UnsafeMutableRawPointer(chosen.baseAddress), count, bytes.baseAddress, all,
                        MemoryLayout<Element>.stride)
                }
            }
            filled = count
        }
    }
}
