/*
 * Nonlinear least squares on plain arrays, by GSL's trust-region method (Levenberg-Marquardt steps).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef CGSL_TRUST_REGION_H
#define CGSL_TRUST_REGION_H

#include <stddef.h>

/* Writes the residuals at `parameters`; 0 if it went well, anything else ends the search. */
typedef int (*cgsl_residuals)(const double *parameters, double *residuals, void *context);

/* Writes their derivatives, residual by residual, one for each parameter; 0 if it went well. */
typedef int (*cgsl_derivatives)(const double *parameters, double *derivatives, void *context);

/*
 * Looks for the `columns` parameters with the least sum of `rows` squared residuals, from those given, and writes them
 * back with their residuals and derivatives. Ends after `most_iterations`, or when a step is smaller than `tolerance`
 * beside the parameters. Returns 0 if it converged, GSL_EMAXITER if it was stopped by the count, GSL_ENOPROG if no
 * step makes the sum smaller, else a GSL error number.
 */
int cgsl_trust_region(
    size_t rows, size_t columns, cgsl_residuals residuals_at, cgsl_derivatives derivatives_at, void *context,
    double *parameters, double *residuals, double *derivatives, size_t most_iterations, double tolerance,
    size_t *iterations);

#endif
