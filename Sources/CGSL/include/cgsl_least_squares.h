/*
 * Weighted least squares on plain arrays, by GSL's singular value decomposition.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef CGSL_LEAST_SQUARES_H
#define CGSL_LEAST_SQUARES_H

#include <stddef.h>

/*
 * Fits `response` (`rows` values) by `design` (`rows` rows of `columns` values) with a weight for each row. Writes
 * `columns` coefficients, the inverse of the weighted normal matrix (`columns` squared, to be scaled by the variance of
 * a row of weight 1) and the weighted sum of squared residuals. 0 if it went well, else a GSL error number: GSL_ESING
 * if the other columns explain a column to ten digits.
 */
int cgsl_least_squares(
    size_t rows, size_t columns, const double *design, const double *response, const double *weights,
    double *coefficients, double *inverse, double *squares);

#endif
