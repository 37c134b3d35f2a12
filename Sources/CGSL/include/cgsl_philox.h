/*
 * Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
 * 1, 2, 3", SC11 (2011), doi 10.1145/2063384.2063405, as a buffered generator that GSL can drive.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A block is four words, a pure function of a 64-bit key and a 128-bit counter. A stream owns one slice of that space,
 * 2^32 blocks long, and no two slices overlap, because each field has bits of its own:
 *
 *     key[0..1]      seed, 64 bits
 *     counter[0]     block within the stream, 32 bits
 *     counter[1]     replication, 20 bits (high), and purpose, 12 bits (low)
 *     counter[2..3]  subject, 64 bits
 *
 * Nothing is hashed, so nothing can collide: two streams are equal only if all four fields are.
 */
#ifndef CGSL_PHILOX_H
#define CGSL_PHILOX_H

#include <gsl/gsl_rng.h>
#include <stdint.h>

#define CGSL_PHILOX_PURPOSE_BITS 12
#define CGSL_PHILOX_REPLICATION_BITS 20

/* The purpose that the bootstrap draws under, the last. */
#define CGSL_PHILOX_BOOTSTRAP_PURPOSE 4095

/* Words made at once when a stream turns out to be long; the first four refills after a move make four each. */
#define CGSL_PHILOX_BUFFER 32

typedef struct {
    uint32_t words[CGSL_PHILOX_BUFFER];
    uint32_t next;       /* index in `words` of the next word to serve */
    uint32_t end;        /* words held; next == end means empty */
    uint32_t counter[4]; /* of the next block to make */
    uint32_t key[2];
} cgsl_philox;

/* One block of Philox4x32-10. */
static inline void cgsl_philox_block(const uint32_t counter[4], const uint32_t key[2], uint32_t words[4]) {
    uint32_t c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3];
    uint32_t k0 = key[0], k1 = key[1];
    for (int round = 0; round < 10; round++) {
        const uint64_t p0 = (uint64_t)0xD2511F53u * c0;
        const uint64_t p1 = (uint64_t)0xCD9E8D57u * c2;
        c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
        c1 = (uint32_t)p1;
        c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
        c3 = (uint32_t)p0;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    words[0] = c0;
    words[1] = c1;
    words[2] = c2;
    words[3] = c3;
}

/* Fills the empty buffer from `counter`. Traps at the end of a stream rather than run into the next. */
void cgsl_philox_refill(cgsl_philox *state);

/* Philox as GSL knows it. */
extern const gsl_rng_type cgsl_philox_type;

/* A GSL generator around a state that somebody else owns: nothing is allocated, nothing is to be freed. */
static inline gsl_rng cgsl_philox_generator(cgsl_philox *state) {
    return (gsl_rng){.type = &cgsl_philox_type, .state = state};
}

/* Chooses the key; the stream is then positioned by cgsl_philox_position. */
static inline void cgsl_philox_set_seed(cgsl_philox *state, uint64_t seed) {
    state->key[0] = (uint32_t)seed;
    state->key[1] = (uint32_t)(seed >> 32);
    state->next = state->end = 0;
}

/* Moves to the start of a stream. Makes no block: a stream that is never drawn from costs a few stores. */
static inline void cgsl_philox_position(
    cgsl_philox *state, uint32_t replication, uint32_t purpose, uint64_t subject) {
    state->counter[0] = 0;
    state->counter[1] = replication << CGSL_PHILOX_PURPOSE_BITS | purpose;
    state->counter[2] = (uint32_t)subject;
    state->counter[3] = (uint32_t)(subject >> 32);
    state->next = state->end = 0;
}

/* The start of a stream. Makes no block, and leaves `words` as they are found: a stream that is never drawn from costs
   a few stores. */
static inline cgsl_philox cgsl_philox_stream(
    uint64_t seed, uint32_t replication, uint32_t purpose, uint64_t subject) {
    cgsl_philox state;
    cgsl_philox_set_seed(&state, seed);
    cgsl_philox_position(&state, replication, purpose, subject);
    return state;
}

/* The next 32 bits. */
static inline uint32_t cgsl_philox_word(cgsl_philox *state) {
    if (__builtin_expect(state->next == state->end, 0)) cgsl_philox_refill(state);
    return state->words[state->next++];
}

/* The next 64 bits: two words, the high half first. */
static inline uint64_t cgsl_philox_pair(cgsl_philox *state) {
    const uint32_t next = state->next;
    if (__builtin_expect(next + 2 <= state->end, 1)) {
        state->next = next + 2;
        return (uint64_t)state->words[next] << 32 | state->words[next + 1];
    }
    const uint64_t high = cgsl_philox_word(state);
    return high << 32 | cgsl_philox_word(state);
}

/* Uniform on [0, 1), a multiple of 2^-53. */
static inline double cgsl_philox_uniform(cgsl_philox *state) {
    return (double)(int64_t)(cgsl_philox_pair(state) >> 11) * 0x1p-53;
}

/* The first uniform on [0, 1) of a stream, without the stream: half of all streams are opened for one number. */
static inline double cgsl_philox_first_uniform(
    uint64_t seed, uint32_t replication, uint32_t purpose, uint64_t subject) {
    const uint32_t counter[4] = {
        0, replication << CGSL_PHILOX_PURPOSE_BITS | purpose, (uint32_t)subject, (uint32_t)(subject >> 32)};
    const uint32_t key[2] = {(uint32_t)seed, (uint32_t)(seed >> 32)};
    uint32_t words[4];
    cgsl_philox_block(counter, key, words);
    return (double)(int64_t)(((uint64_t)words[0] << 32 | words[1]) >> 11) * 0x1p-53;
}

/* Uniform on (0, 1), an odd multiple of 2^-53: the midpoints of 2^52 equal cells, so never 0 and never 1. */
static inline double cgsl_philox_uniform_open(cgsl_philox *state) {
    return (double)(int64_t)(cgsl_philox_pair(state) >> 11 | 1) * 0x1p-53;
}

#endif
