/*
 * Weighted least squares on plain arrays. See cgsl_least_squares.h.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "CGSL.h"
#include <gsl/gsl_multifit.h>

int cgsl_least_squares(
    size_t rows, size_t columns, const double *design, const double *response, const double *weights,
    double *coefficients, double *inverse, double *squares) {
    if (columns == 0 || rows < columns) return GSL_EINVAL;
    gsl_multifit_linear_workspace *workspace = gsl_multifit_linear_alloc(rows, columns);
    if (workspace == NULL) return GSL_ENOMEM;
    gsl_matrix_const_view x = gsl_matrix_const_view_array(design, rows, columns);
    gsl_vector_const_view y = gsl_vector_const_view_array(response, rows);
    gsl_vector_const_view w = gsl_vector_const_view_array(weights, rows);
    gsl_vector_view c = gsl_vector_view_array(coefficients, columns);
    gsl_matrix_view v = gsl_matrix_view_array(inverse, columns, columns);
    size_t rank = 0;
    const int status = gsl_multifit_wlinear_tsvd(
        &x.matrix, &w.vector, &y.vector, 1e-10, &c.vector, &v.matrix, squares, &rank, workspace);
    gsl_multifit_linear_free(workspace);
    return status == GSL_SUCCESS && rank < columns ? GSL_ESING : status;
}
