/*
 * Nonlinear least squares by GSL's trust-region method.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cgsl_trust_region.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_multifit_nlinear.h>
#include <gsl/gsl_vector.h>
#include <stdlib.h>

struct search {
    cgsl_residuals residuals_at;
    cgsl_derivatives derivatives_at;
    void *context;
    double *parameters;
    double *residuals;
    double *derivatives;
};

static void read_parameters(const gsl_vector *x, double *parameters) {
    for (size_t i = 0; i < x->size; i++) parameters[i] = gsl_vector_get(x, i);
}

static int residuals(const gsl_vector *x, void *params, gsl_vector *f) {
    struct search *search = params;
    read_parameters(x, search->parameters);
    if (search->residuals_at(search->parameters, search->residuals, search->context) != 0) return GSL_EBADFUNC;
    for (size_t i = 0; i < f->size; i++) gsl_vector_set(f, i, search->residuals[i]);
    return GSL_SUCCESS;
}

static int derivatives(const gsl_vector *x, void *params, gsl_matrix *jacobian) {
    struct search *search = params;
    read_parameters(x, search->parameters);
    if (search->derivatives_at(search->parameters, search->derivatives, search->context) != 0) return GSL_EBADFUNC;
    for (size_t i = 0; i < jacobian->size1; i++)
        for (size_t j = 0; j < jacobian->size2; j++)
            gsl_matrix_set(jacobian, i, j, search->derivatives[i * jacobian->size2 + j]);
    return GSL_SUCCESS;
}

int cgsl_trust_region(
    size_t rows, size_t columns, cgsl_residuals residuals_at, cgsl_derivatives derivatives_at, void *context,
    double *parameters, double *residuals_out, double *derivatives_out, size_t most_iterations, double tolerance,
    size_t *iterations) {
    gsl_multifit_nlinear_parameters settings = gsl_multifit_nlinear_default_parameters();
    /* Parameters come in units of their own uncertainty: none is to be scaled by the slopes of the first step. */
    settings.scale = gsl_multifit_nlinear_scale_levenberg;
    gsl_multifit_nlinear_workspace *work =
        gsl_multifit_nlinear_alloc(gsl_multifit_nlinear_trust, &settings, rows, columns);
    double *scratch = malloc(columns * sizeof(double));
    if (work == NULL || scratch == NULL) {
        gsl_multifit_nlinear_free(work);
        free(scratch);
        return GSL_ENOMEM;
    }
    struct search search = {residuals_at, derivatives_at, context, scratch, residuals_out, derivatives_out};
    gsl_multifit_nlinear_fdf fdf = {.f = residuals, .df = derivatives, .fvv = NULL, .n = rows, .p = columns,
                                    .params = &search};
    gsl_vector_const_view start = gsl_vector_const_view_array(parameters, columns);
    int status = gsl_multifit_nlinear_init(&start.vector, &fdf, work);
    int info = 0;
    if (status == GSL_SUCCESS)
        status = gsl_multifit_nlinear_driver(most_iterations, tolerance, 1e-8, 0.0, NULL, NULL, &info, work);
    *iterations = gsl_multifit_nlinear_niter(work);
    const gsl_vector *best = gsl_multifit_nlinear_position(work);
    const gsl_vector *left = gsl_multifit_nlinear_residual(work);
    const gsl_matrix *slopes = gsl_multifit_nlinear_jac(work);
    for (size_t i = 0; i < columns; i++) parameters[i] = gsl_vector_get(best, i);
    for (size_t i = 0; i < rows; i++) {
        residuals_out[i] = gsl_vector_get(left, i);
        for (size_t j = 0; j < columns; j++) derivatives_out[i * columns + j] = gsl_matrix_get(slopes, i, j);
    }
    gsl_multifit_nlinear_free(work);
    free(scratch);
    return status;
}
