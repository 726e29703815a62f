/* The vector kernel: random normals, elementary functions and the futures of the pooled models, over
 * many futures at once.
 *
 * Every function is a pure function of its arguments and gives the same bits at every level of
 * vector instructions: no contraction, no library mathematics, sums in a fixed order. The level is
 * chosen once, the highest that the processor has.
 *
 * Futures are drawn in single precision: a deviate's relative error is below 1e-6, far below its
 * own size. The lanes of a block are antithetic pairs: where one lane has the deviate z, the lane
 * half a block further has -z; only the first half is made. Of that only four lanes are drawn: the
 * deviates of four rows are a quaternion, which is turned by 1, i, j and k for four lanes each. Any
 * sum of weighted deviates is then uncorrelated in the four. */
#ifndef PRIMACY_CKERNEL_H
#define PRIMACY_CKERNEL_H

#include <stddef.h>
#include <stdint.h>

/* How many lanes are made; a row of a block has as many again with the signs changed. */
#define PRIMACY_PAIRS 16
/* How many rows lie together in a panel. */
#define PRIMACY_PANEL 4
/* How many deviates all rows of a step have in common. */
#define PRIMACY_COMMON 8

/* Where deviates come from: Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011). */
typedef struct {
  uint64_t seed;
  /* The block in the high half, the channel in the low half. */
  uint64_t stream;
} primacy_source;

/* What makes shocks of deviates: for each panel of four rows and each common deviate four weights, then
 * four of the rows' own deviates. A step's deviates are the common ones, then one a row. */
typedef struct {
  size_t rows;
  const float *weights;
} primacy_shocks;

/* What is stored of a path: its logarithm or logit, or the level. */
typedef enum { PRIMACY_RAW, PRIMACY_EXPONENTIAL, PRIMACY_LOGISTIC } primacy_scale;

/* Where paths are stored, in single precision: out[(step * count + places[row]) * 32 + lane]. */
typedef struct {
  float *out;
  size_t count;
  const int32_t *places;
  primacy_scale scale;
} primacy_target;

/* Powers whose growth wanders around a common rate; the equations are PooledGrowth's. */
typedef struct {
  /* Without rows of trends, a deviation changes by its persistence alone. */
  primacy_shocks beginnings, shocks, trends;
  /* One a row: the last level on the model's scale and its year, the mean of the deviation. */
  const double *levels;
  const int32_t *last_years;
  const float *means;
  float growth, persistence, pull, pull_of_square, least_gap, most_gap;
  /* The row of the leader, or -1. */
  ptrdiff_t leader;
  /* One a row, or nothing: how far the last level is below the highest, and what conditions add to
   * the growth of the first year; a part `rebound` of a slump is made good in a year, a part
   * `fading` of the conditions is left after one. */
  const float *slumps, *conditions;
  float rebound, fading;
  /* Degrees of freedom of the common scale, or 0 for none. */
  size_t degrees_of_freedom;
} primacy_growth;

/* Powers that return to a level of their own; the equations are PooledLevel's. */
typedef struct {
  primacy_shocks shocks;
  /* One a row: the last level and its year, mean and deviation of the own level over it. */
  const double *levels;
  const int32_t *last_years;
  const float *means, *deviations;
  float persistence;
  size_t degrees_of_freedom;
} primacy_level;

/* Powers whose growth depends on all powers' growth before; the equations are
 * VectorAutoregression's, its coefficients drawn. */
typedef struct {
  primacy_shocks shocks;
  size_t lags;
  /* For each panel of four rows a column of constants, then one a power of the first lag, then of
   * the next: four weights each. */
  const float *weights;
  /* One a row of standardized growth, for as many years as there are lags, the last first. */
  const float *growth;
  /* One a row: the last level and its year, the deviation that growth is in units of. */
  const double *levels;
  const int32_t *last_years;
  const float *deviations;
  float mean;
  /* The year after the sample, and from it on a row of standardized growth for every year that
   * some power knows. */
  int32_t begin;
  const float *known;
} primacy_autoregression;

/* Fills `out` with `count` independent standard normal deviates in double precision; `count` is a
 * multiple of 16. Philox, then Box and Muller's transform; the counter advances by count / 2. */
void primacy_normals(primacy_source source, uint64_t counter, size_t count, double *out);

/* Fills `out` with rows of 32 standard normal deviates in turns and antithetic pairs; the counter advances
 * by four for four rows. */
void primacy_deviates(primacy_source source, uint64_t counter, size_t rows, double *out);

/* One step's shocks, 32 lanes a row, of the deviates at the counter. The scratch has 16 numbers for each
 * common deviate and each row, rows counted in whole panels. */
void primacy_correlated(
    primacy_source source, uint64_t counter, primacy_shocks shocks, float *scratch, double *out);

/* The common scale of a step in the 16 lanes drawn: sqrt((n - 2) / chi-square with n degrees). */
void primacy_tail(primacy_source source, uint64_t counter, size_t degrees_of_freedom, float *out);

/* Draws the years from `first` on; a row's years up to its last are not touched. `rows_a_step` is
 * how many rows of deviates a year has room for. The scratch has 144 numbers for each common deviate and
 * each row, rows counted in whole panels, and is aligned like a double. */
void primacy_draw_growth(
    const primacy_growth *model, primacy_source source, int32_t first, size_t years,
    size_t rows_a_step, float *scratch, primacy_target target);
void primacy_draw_level(
    const primacy_level *model, primacy_source source, int32_t first, size_t years,
    size_t rows_a_step, float *scratch, primacy_target target);
/* The same; the scratch has 52 numbers and 17 for each lag instead. */
void primacy_draw_autoregression(
    const primacy_autoregression *model, primacy_source source, int32_t first, size_t years,
    size_t rows_a_step, float *scratch, primacy_target target);

/* out[i] = exp(x[i]), x clamped to +-700; relative error below 3e-16. */
void primacy_exp(size_t count, const double *x, double *out);

/* out[i] = log(x[i]); absolute error below 1 ulp. Zero and what is too small to be normal give minus
 * infinity, negative numbers NaN. */
void primacy_log(size_t count, const double *x, double *out);

/* What two numbers are combined to. */
typedef enum {
  PRIMACY_SUM,
  PRIMACY_DIFFERENCE,
  PRIMACY_PRODUCT,
  /* NaN over zero. */
  PRIMACY_QUOTIENT,
  /* NaN where one is. */
  PRIMACY_GREATER
} primacy_operation;

/* out[i] = a[i] and b[i] combined; out may be either. */
void primacy_combine(
    primacy_operation operation, size_t count, const double *a, const double *b, double *out);

/* For each step a bit a lane: whether x[step * lanes + lane] is at least `y`, and at most; at most 64
 * lanes. */
void primacy_compare(
    size_t steps, size_t lanes, const double *x, double y, uint64_t *at_least, uint64_t *at_most);

/* sums[step * lanes + lane] = sum over k of values[(step * count + places[k]) * lanes + lane], in the
 * order of k, a NaN counted as zero. */
void primacy_sums(
    size_t steps, size_t count, size_t lanes, size_t rows, const int32_t *places,
    const float *values, float *sums);

/* How many factors a product of levels has at most. */
#define PRIMACY_FACTORS 4

/* Products that share their first factors: each is values[k], or that times the product of the parent,
 * which stands before; -1 for no parent. */
typedef struct {
  size_t count;
  const int32_t *parents;
  const float *const *values;
} primacy_products;

/* sums[(k * steps + step) * 32 + lane] = sum over rows of the product k at (step * rows + row) * 32 + lane,
 * rows added in their order, a NaN counted as zero. The scratch has 32 numbers a product. */
void primacy_product_sums(
    size_t steps, size_t rows, primacy_products products, float *scratch, float *sums);

/* out[k] = rates[k / lanes % rows] times the product of values[factor][k], multiplied in their order:
 * so many steps of rows of lanes, lanes a multiple of 16. */
void primacy_scaled_products(
    size_t steps, size_t rows, size_t lanes, size_t factors, const float *const *values,
    const float *rates, float *out);

/* An indicator that another follows: its levels, in the shape of the other's target, and the row that
 * the rest is compared with. Without levels every row is as in its last year. */
typedef struct {
  const float *levels;
  size_t row;
  float slope;
} primacy_lead;

/* Adds to logarithms drawn in the target, from the year `first` on and after each row's last, the
 * slope times the logarithm of the row's lead over that of the lead's row, or times `last` where there
 * is none; levels where the target wants them. The equation is PennEffect's. */
void primacy_follow(
    const primacy_lead *lead, int32_t first, size_t years, size_t rows, const float *last,
    const int32_t *last_years, primacy_target target);

/* out = a b, stored by columns: `rows` by `inner` times `inner` by `columns`; out is neither. */
void primacy_product(
    size_t rows, size_t inner, size_t columns, const double *a, const double *b, double *out);

/* Solves L' x = b, L lower of some order and stored by columns, b and x apart and stored by rows of so
 * many right sides. */
void primacy_solve_transposed(
    size_t order, size_t sides, const double *lower, const double *b, double *x);

/* Counts in how many of 32 lanes each pair's challenger has been above its incumbent by the end of
 * each horizon: counts[horizon * pairs + pair] grows by that.
 * logs[(year * rows + row) * 32 + lane], the first year the first that counts; years ascending. */
void primacy_crossings(
    const double *logs, size_t rows, size_t pairs, const int32_t *challengers,
    const int32_t *incumbents, size_t horizons, const int32_t *years, int64_t *counts);

/* Bins of equal width from `low` on; what is beyond counts in the outermost, a NaN in none. */
typedef struct {
  double low, bins_a_unit;
  size_t bins;
} primacy_bins;

/* The first and the last bin in which some x counts; the first beyond the last where none does. */
typedef struct {
  size_t first, last;
} primacy_bin_range;
primacy_bin_range primacy_bins_of(size_t count, const double *x, primacy_bins bins);

/* Counts each x in its bin, counts[0] being that of the bin `first`. Returns how many were counted. */
size_t primacy_bin(
    size_t count, const double *x, primacy_bins bins, size_t first, uint32_t *counts);

/* How many countries are learned from side by side. */
#define PRIMACY_ABREAST 32

/* Countries' years for a likelihood, in groups of 32: values[(step * 32 + lane)] of one group after
 * another, NaN after a country's last. */
typedef struct {
  size_t groups;
  const size_t *steps;
  const double *values;
  /* 32 a group. */
  const double *variances;
} primacy_sample;

/* Minus twice the logarithm of the likelihood of growth, but for a constant: PooledGrowth's
 * equations, Kalman's filter. The parameters: common growth, persistence, variance of the changes
 * of trend, noise. */
double primacy_growth_deviance(primacy_sample sample, const double parameters[4]);

/* The same of levels, PooledLevel's equations. The parameters: centre, dispersion squared,
 * persistence, noise. */
double primacy_level_deviance(primacy_sample sample, const double parameters[4]);

/* Has the GNU allocator keep up to half a gigabyte of what is freed; nothing happens with others. */
void primacy_keep_freed_memory(void);

/* How many levels of vector instructions the processor has, and the one in use; for tests. */
int primacy_levels(void);
void primacy_use_level(int level);

#endif
