// SPDX-License-Identifier: GPL-3.0-or-later

import RandomStreams
import Testing

/// The first draws at one seed, frozen: a change here changes every result ever published with a seed.
///
/// These say nothing about whether the distributions are right; the other files do. To record, run with an empty list
/// and read the failure.
@Suite("First draws, frozen")
struct RandomStreamsGoldenTests {
    func draws<Value>(_ draw: (inout RandomStream) -> Value) -> [Value] {
        var random = RandomStream(seed: 20_261_123, replication: 3, purpose: 2, subject: 812)
        return (0..<4).map { _ in draw(&random) }
    }

    @Test("Exact on every machine: integers, and one rounding each")
    func exact() {
        #expect(
            draws { $0.word() } == [
                31_539_840, 529_018_596, 1_534_929_293, 453_278_352,
            ])
        #expect(
            draws { $0.uniform().bitPattern } == [
                4_575_116_433_519_313_536, 4_600_109_579_991_695_646, 4_599_524_021_865_094_440,
                4_596_817_199_879_673_492,
            ])
        #expect(
            draws { $0.exponential(mean: 1).bitPattern } == [
                4_571_279_626_276_321_144, 4_602_930_517_874_668_411, 4_600_295_801_047_839_219,
                4_589_050_023_064_664_586,
            ])
        #expect(
            draws { $0.normal(mean: 0, standardDeviation: 1).bitPattern } == [
                4_566_757_633_776_756_470, 4_591_044_548_433_822_979, 13_821_368_325_579_320_681,
                4_605_058_094_305_870_218,
            ])
        #expect(draws { $0.integer(below: 192) } == [1, 23, 68, 20])
        #expect(draws { $0.bernoulli(0.5) } == [true, true, true, true])
        let choice = Categorical(weights: [0.68, 0.09, 0.23])
        #expect(draws { $0.categorical(choice) } == [2, 0, 2, 2])
    }

    func agree(_ draws: [Double], _ expected: [Double]) -> Bool {
        draws.count == expected.count && zip(draws, expected).allSatisfy { abs($0 - $1) <= 1e-12 * abs($1) }
    }

    @Test("Through the C library's functions or GSL's arithmetic, whose last digit may differ between machines")
    func libraryFunctions() {
        #expect(
            agree(
                draws { $0.lognormal(mean: 20, coefficientOfVariation: 0.5) },
                [
                    13.136244499299066, 14.144453005504639, 15.610031158169711, 19.297164572545274,
                ]))
        #expect(
            agree(
                draws { $0.gamma(shape: 2.5, scale: 4) },
                [
                    8.678446468568591, 13.989357373860274, 6.210244377035557, 7.781005440950999,
                ]))
        #expect(
            agree(
                draws { $0.weibull(shape: 1.5, scale: 10) },
                [
                    28.903716380329833, 10.192144111461568, 10.812507340386837, 13.391694011977561,
                ]))
        #expect(
            agree(
                draws { $0.beta(alpha: 2, beta: 5) },
                [
                    0.20384128160462522, 0.20755991455716585, 0.54736807702958, 0.47478319319717077,
                ]))
        #expect(
            agree(
                draws { $0.truncatedNormal(mean: 14, standardDeviation: 6, lowerBound: 0, upperBound: 27) },
                [
                    1.2760929845708748, 11.821622261296042, 11.30381976854214, 9.302266628193244,
                ]))
        let law = Empirical(observations: [1, 2, 4, 8, 16])
        #expect(
            agree(
                draws { $0.empirical(law) },
                [
                    1.0293737651064725, 2.8590286022155302, 2.5989885564519177, 1.8492295299353878,
                ]))
        #expect(draws { $0.poisson(mean: 31.7) } == [30, 43, 25, 39])
        #expect(draws { $0.negativeBinomial(mean: 5, dispersion: 0.3) } == [4, 11, 3, 9])
        #expect(draws { $0.binomial(trials: 40, probability: 0.3) } == [5, 11, 11, 10])
    }
}
