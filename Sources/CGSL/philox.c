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

enum { blocks_at_once = CGSL_PHILOX_BUFFER / 4, blocks_one_by_one = 4 };

/* One 32-bit word of each block, in a 64-bit lane so that a product fits. */
typedef uint64_t lanes __attribute__((vector_size(8 * blocks_at_once)));

#if defined(__x86_64__) && defined(__GLIBC__)
#define CGSL_WIDEST __attribute__((target_clones("avx2", "default"))) /* integers: the same bits whichever runs */
#else
#define CGSL_WIDEST
#endif

/* The blocks `counter[0]`, `counter[0] + 1`, … */
CGSL_WIDEST static void make_blocks(cgsl_philox *state) {
    const lanes low = (lanes){0} + 0xFFFFFFFFu;
    lanes c0, c1 = (lanes){0} + state->counter[1];
    lanes c2 = (lanes){0} + state->counter[2], c3 = (lanes){0} + state->counter[3];
    for (uint32_t b = 0; b < blocks_at_once; b++) c0[b] = state->counter[0] + b;
    uint32_t k0 = state->key[0], k1 = state->key[1];
    for (int round = 0; round < 10; round++) {
        const lanes p0 = 0xD2511F53u * (c0 & low);
        const lanes p1 = 0xCD9E8D57u * (c2 & low);
        c0 = p1 >> 32 ^ c1 ^ k0;
        c1 = p1 & low;
        c2 = p0 >> 32 ^ c3 ^ k1;
        c3 = p0 & low;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    for (int b = 0; b < blocks_at_once; b++) {
        state->words[4 * b] = (uint32_t)c0[b];
        state->words[4 * b + 1] = (uint32_t)c1[b];
        state->words[4 * b + 2] = (uint32_t)c2[b];
        state->words[4 * b + 3] = (uint32_t)c3[b];
    }
}

void cgsl_philox_refill(cgsl_philox *state) {
    const uint32_t block = state->counter[0];
    if (block < blocks_one_by_one) {
        cgsl_philox_block(state->counter, state->key, state->words);
        state->counter[0] = block + 1;
        state->end = 4;
    } else {
        if (block > UINT32_MAX - blocks_at_once) __builtin_trap(); /* 2^34 words drawn: the next stream begins here */
        make_blocks(state);
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

const gsl_rng_type cgsl_philox_type = {
    .name = "philox4x32-10",
    .max = UINT32_MAX,
    .min = 0,
    .size = sizeof(cgsl_philox),
    .set = set,
    .get = get,
    .get_double = get_double,
};
