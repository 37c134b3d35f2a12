/*
 * Philox as a GSL generator, and GSL's error handler.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "CGSL.h"

/* GSL's handler aborts; every caller checks its arguments first, and none could install another handler safely later,
   since the handler is a global. */
__attribute__((constructor)) static void cgsl_switch_error_handler_off(void) {
    gsl_set_error_handler_off();
}

enum { blocks_at_once = CGSL_PHILOX_BUFFER / 4 };

/* The blocks `counter[0]`, `counter[0] + 1`, …: rounds outside, blocks inside, so that the compiler can use vectors. */
static void make_blocks(const cgsl_philox *state, uint32_t *words) {
    uint64_t c0[blocks_at_once], c1[blocks_at_once], c2[blocks_at_once], c3[blocks_at_once];
    for (uint32_t b = 0; b < blocks_at_once; b++) {
        c0[b] = state->counter[0] + b;
        c1[b] = state->counter[1];
        c2[b] = state->counter[2];
        c3[b] = state->counter[3];
    }
    uint32_t k0 = state->key[0], k1 = state->key[1];
    for (int round = 0; round < 10; round++) {
        for (int b = 0; b < blocks_at_once; b++) {
            const uint64_t p0 = 0xD2511F53u * (c0[b] & 0xFFFFFFFFu);
            const uint64_t p1 = 0xCD9E8D57u * (c2[b] & 0xFFFFFFFFu);
            c0[b] = p1 >> 32 ^ c1[b] ^ k0;
            c1[b] = p1 & 0xFFFFFFFFu;
            c2[b] = p0 >> 32 ^ c3[b] ^ k1;
            c3[b] = p0 & 0xFFFFFFFFu;
        }
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    for (int b = 0; b < blocks_at_once; b++) {
        words[4 * b] = (uint32_t)c0[b];
        words[4 * b + 1] = (uint32_t)c1[b];
        words[4 * b + 2] = (uint32_t)c2[b];
        words[4 * b + 3] = (uint32_t)c3[b];
    }
}

void cgsl_philox_refill(cgsl_philox *state) {
    const uint32_t block = state->counter[0];
    if (block == 0) {
        cgsl_philox_block(state->counter, state->key, state->words);
        state->counter[0] = 1;
        state->end = 4;
    } else {
        if (block > UINT32_MAX - blocks_at_once) __builtin_trap(); /* 2^34 words drawn: the next stream begins here */
        make_blocks(state, state->words);
        state->counter[0] = block + blocks_at_once;
        state->end = CGSL_PHILOX_BUFFER;
    }
    state->next = 0;
}

static void set(void *state, unsigned long seed) {
    cgsl_philox_set_seed(state, seed);
    cgsl_philox_position(state, 0, 0, 0);
}

static unsigned long get(void *state) { return cgsl_philox_word(state); }

static double get_double(void *state) { return cgsl_philox_uniform(state); }

static const gsl_rng_type philox4x32_10 = {
    .name = "philox4x32-10",
    .max = UINT32_MAX,
    .min = 0,
    .size = sizeof(cgsl_philox),
    .set = set,
    .get = get,
    .get_double = get_double,
};

gsl_rng *cgsl_philox_alloc(void) { return gsl_rng_alloc(&philox4x32_10); }
