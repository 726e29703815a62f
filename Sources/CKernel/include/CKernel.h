/* The vector kernel: random normals, exp, log and the correlation of shocks, over many futures at once.
 *
 * Every function is a pure function of its arguments and gives the same bits at every level of
 * vector instructions (no contraction, no library mathematics). */
#ifndef PRIMACY_CKERNEL_H
#define PRIMACY_CKERNEL_H

#include <stddef.h>
#include <stdint.h>

/* Fills `out` with `count` standard normal deviates; `count` is a multiple of 16.
 * Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011), then Box and Muller's transform.
 * The deviates depend on seed, stream and counter alone; `counter` advances by count / 2. */
void primacy_normals(uint64_t seed, uint64_t stream, uint64_t counter, size_t count, double *out);

/* out[i, lane] = sum over k <= i of lower[i, k] * shocks[k, lane].
 * Shapes: lower n x n by rows, shocks and out n x lanes by rows; lanes is a multiple of 16. */
void primacy_correlate(
    size_t n, size_t lanes, const double *lower, const double *shocks, double *out);

/* out[i] = exp(x[i]), x clamped to +-700; relative error below 3e-16. */
void primacy_exp(size_t count, const double *x, double *out);

/* out[i] = log(x[i]) for normal, positive x; absolute error below 1 ulp. */
void primacy_log(size_t count, const double *x, double *out);

#endif
