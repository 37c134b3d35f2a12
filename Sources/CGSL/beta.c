/*
 * Quantiles of the beta distribution where GSL's own fail. See cgsl_beta.h.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "CGSL.h"
#include <gsl/gsl_roots.h>

typedef struct {
    double (*probability)(double x, double a, double b);
    double target, a, b;
} beta_equation;

static double excess(double x, void *context) {
    const beta_equation *equation = context;
    return equation->probability(x, equation->a, equation->b) - equation->target;
}

static double solve(beta_equation equation) {
    gsl_root_fsolver *solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    if (solver == NULL) return GSL_NAN;
    gsl_function function = {.function = excess, .params = &equation};
    double root = GSL_NAN;
    if (gsl_root_fsolver_set(solver, &function, 0, 1) == GSL_SUCCESS) {
        /* Brent's method bisects at worst, and a double in [0, 1] is worth some hundreds of halvings near 0. */
        for (int step = 0; step < 1000 && gsl_root_fsolver_iterate(solver) == GSL_SUCCESS; step++) {
            root = gsl_root_fsolver_root(solver);
            const double low = gsl_root_fsolver_x_lower(solver), high = gsl_root_fsolver_x_upper(solver);
            if (low > 0 && gsl_root_test_interval(low, high, 0, 1e-14) == GSL_SUCCESS) break;
        }
    }
    gsl_root_fsolver_free(solver);
    return root;
}

/* Whether x answers the question; a comparison with NaN is false. */
static int answers(double x, beta_equation equation) {
    return fabs(excess(x, &equation)) <= 1e-9 * equation.target;
}

double cgsl_beta_lower_quantile(double p, double a, double b) {
    const beta_equation equation = {gsl_cdf_beta_P, p, a, b};
    const double x = gsl_cdf_beta_Pinv(p, a, b);
    return answers(x, equation) ? x : solve(equation);
}

double cgsl_beta_upper_quantile(double q, double a, double b) {
    const beta_equation equation = {gsl_cdf_beta_Q, q, a, b};
    const double x = gsl_cdf_beta_Qinv(q, a, b);
    return answers(x, equation) ? x : solve(equation);
}
