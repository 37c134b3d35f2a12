/*
 * Cholesky's factors of plain arrays, by GSL.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef CGSL_CHOLESKY_H
#define CGSL_CHOLESKY_H

#include <stddef.h>

/* Overwrites a symmetric matrix of `size` rows with its factors; GSL_EDOM if it is not positive definite. */
int cgsl_cholesky(size_t size, double *matrix);

/* Overwrites `right` with the solution of matrix · x = right, given the factors. */
int cgsl_cholesky_solve(size_t size, const double *factors, double *right);

/* Overwrites `right` with the solution of L · x = right, where L is the lower factor. */
int cgsl_cholesky_half_solve(size_t size, const double *factors, double *right);

#endif
