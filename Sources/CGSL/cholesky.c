/*
 * Cholesky's factors of plain arrays. See cgsl_cholesky.h.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "CGSL.h"
#include <gsl/gsl_blas.h>
#include <gsl/gsl_linalg.h>

int cgsl_cholesky(size_t size, double *matrix) {
    gsl_matrix_view view = gsl_matrix_view_array(matrix, size, size);
    return gsl_linalg_cholesky_decomp1(&view.matrix);
}

int cgsl_cholesky_solve(size_t size, const double *factors, double *right) {
    gsl_matrix_const_view view = gsl_matrix_const_view_array(factors, size, size);
    gsl_vector_view x = gsl_vector_view_array(right, size);
    return gsl_linalg_cholesky_svx(&view.matrix, &x.vector);
}

int cgsl_cholesky_half_solve(size_t size, const double *factors, double *right) {
    gsl_matrix_const_view view = gsl_matrix_const_view_array(factors, size, size);
    gsl_vector_view x = gsl_vector_view_array(right, size);
    return gsl_blas_dtrsv(CblasLower, CblasNoTrans, CblasNonUnit, &view.matrix, &x.vector);
}
