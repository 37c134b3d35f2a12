/*
 * Quantiles of the beta distribution for parameters up to ten million.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GSL 2.7 answers NaN, or a wrong number, for some large or lopsided parameters, 3 and 100,000 say, which is what a
 * rare outcome among many appointments gives. Where it does, these solve GSL's own distribution function by GSL's Brent
 * method. That function has five digits or more while a + b is below 10^7.
 */
#ifndef CGSL_BETA_H
#define CGSL_BETA_H

/* The x in [0, 1] with P(X <= x) = p. `p` in (0, 1), `a` and `b` positive; NaN only if there is no memory. */
double cgsl_beta_lower_quantile(double p, double a, double b);

/* The x in [0, 1] with P(X > x) = q. */
double cgsl_beta_upper_quantile(double q, double a, double b);

#endif
