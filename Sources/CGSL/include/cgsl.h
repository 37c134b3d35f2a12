#ifndef CGSL_H
#define CGSL_H
#include <gsl/gsl_rng.h>
#include <gsl/gsl_randist.h>
#endif
