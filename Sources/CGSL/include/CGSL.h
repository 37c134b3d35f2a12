/*
 * The only C surface of stepcare: the GNU Scientific Library, and a counter-based generator for it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GSL's default error handler aborts the process. It is switched off before `main` (philox.c), so callers check their
 * arguments first, in Swift, where a misuse can be named.
 */
#ifndef CGSL_H
#define CGSL_H

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_histogram.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_rstat.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "cgsl_beta.h"
#include "cgsl_cholesky.h"
#include "cgsl_exponential.h"
#include "cgsl_least_squares.h"
#include "cgsl_philox.h"
#include "cgsl_trust_region.h"

/* A global that Swift may not read. */
static inline const gsl_qrng_type *cgsl_sobol_type(void) { return gsl_qrng_sobol; }

#endif
