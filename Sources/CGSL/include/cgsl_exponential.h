/*
 * The exponential distribution by the ziggurat method, which GSL does not have: its own takes a logarithm a draw.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * G. Marsaglia and W. W. Tsang, "The ziggurat method for generating random variables", Journal of Statistical Software
 * 5(8), 2000, doi 10.18637/jss.v005.i08: 256 layers of equal area under e^-x. Two changes. The layer and the place
 * within it come from different bits (J. A. Doornik, "An improved ziggurat method to generate normal random samples",
 * 2005), and the place has 53 bits, not 32. The tail needs no logarithm: an exponential has no memory.
 */
#ifndef CGSL_EXPONENTIAL_H
#define CGSL_EXPONENTIAL_H

#include "cgsl_philox.h"

typedef struct {
    uint64_t inside; /* a place below this, in units of width, lies wholly under the curve */
    double width;    /* of the layer, divided by 2^53 */
} cgsl_exponential_layer;

/* The layers from the base, which carries the tail, to the top. */
extern const cgsl_exponential_layer cgsl_exponential_layers[256];

/* The one draw in forty-five that the layers do not settle at once. */
double cgsl_exponential_slow(cgsl_philox *state, uint32_t layer, double x);

/* An exponential of mean 1: on [0, infinity), two words in 97.8% of draws. */
static inline double cgsl_exponential(cgsl_philox *state) {
    const uint64_t bits = cgsl_philox_pair(state);
    const uint32_t layer = bits & 0xFF;
    const uint64_t place = bits >> 11;
    const double x = (double)(int64_t)place * cgsl_exponential_layers[layer].width;
    if (__builtin_expect(place < cgsl_exponential_layers[layer].inside, 1)) return x;
    return cgsl_exponential_slow(state, layer, x);
}

#endif
