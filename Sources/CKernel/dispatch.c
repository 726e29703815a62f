/* Chooses the level of vector instructions: the highest that the processor has. */
#include "CKernel.h"

#include <stdatomic.h>

static _Atomic int chosen = -1;

int primacy_levels(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("x86-64-v4")) return 3;
  if (__builtin_cpu_supports("x86-64-v3")) return 2;
#endif
  return 1;
}

void primacy_use_level(int level) {
  int most = primacy_levels() - 1;
  atomic_store_explicit(&chosen, level < most ? level : most, memory_order_relaxed);
}

static int level(void) {
  int now = atomic_load_explicit(&chosen, memory_order_relaxed);
  if (now < 0) {
    now = primacy_levels() - 1;
    atomic_store_explicit(&chosen, now, memory_order_relaxed);
  }
  return now;
}

#if defined(__x86_64__)
#define DISPATCH(name, parameters, arguments)                                                     \
  void primacy_##name##_base parameters;                                                          \
  void primacy_##name##_v3 parameters;                                                            \
  void primacy_##name##_v4 parameters;                                                            \
  void primacy_##name parameters {                                                                \
    switch (level()) {                                                                            \
    case 2: primacy_##name##_v4 arguments; break;                                                 \
    case 1: primacy_##name##_v3 arguments; break;                                                 \
    default: primacy_##name##_base arguments;                                                     \
    }                                                                                             \
  }
#else
#define DISPATCH(name, parameters, arguments)                                                     \
  void primacy_##name##_base parameters;                                                          \
  void primacy_##name parameters { primacy_##name##_base arguments; }
#endif

#if defined(__x86_64__)
#define DISPATCH_VALUE(name, parameters, arguments)                                               \
  double primacy_##name##_base parameters;                                                        \
  double primacy_##name##_v3 parameters;                                                          \
  double primacy_##name##_v4 parameters;                                                          \
  double primacy_##name parameters {                                                              \
    switch (level()) {                                                                            \
    case 2: return primacy_##name##_v4 arguments;                                                 \
    case 1: return primacy_##name##_v3 arguments;                                                 \
    default: return primacy_##name##_base arguments;                                              \
    }                                                                                             \
  }
#else
#define DISPATCH_VALUE(name, parameters, arguments)                                               \
  double primacy_##name##_base parameters;                                                        \
  double primacy_##name parameters { return primacy_##name##_base arguments; }
#endif

DISPATCH(normals, (primacy_source s, uint64_t counter, size_t count, double *out),
         (s, counter, count, out))
DISPATCH(deviates, (primacy_source s, uint64_t counter, size_t rows, double *out),
         (s, counter, rows, out))
DISPATCH(correlated,
         (primacy_source s, uint64_t counter, primacy_shocks shocks, float *scratch, double *out),
         (s, counter, shocks, scratch, out))
DISPATCH(tail, (primacy_source s, uint64_t counter, size_t degrees, float *out),
         (s, counter, degrees, out))
DISPATCH(draw_growth,
         (const primacy_growth *model, primacy_source s, int32_t first, size_t years,
          size_t rows_a_step, float *scratch, primacy_target target),
         (model, s, first, years, rows_a_step, scratch, target))
DISPATCH(draw_level,
         (const primacy_level *model, primacy_source s, int32_t first, size_t years,
          size_t rows_a_step, float *scratch, primacy_target target),
         (model, s, first, years, rows_a_step, scratch, target))
DISPATCH(draw_autoregression,
         (const primacy_autoregression *model, primacy_source s, int32_t first, size_t years,
          size_t rows_a_step, float *scratch, primacy_target target),
         (model, s, first, years, rows_a_step, scratch, target))
DISPATCH(exp, (size_t count, const double *x, double *out), (count, x, out))
DISPATCH(log, (size_t count, const double *x, double *out), (count, x, out))
DISPATCH(combine,
         (primacy_operation operation, size_t count, const double *a, const double *b, double *out),
         (operation, count, a, b, out))
DISPATCH(compare,
         (size_t steps, size_t lanes, const double *x, double y, uint64_t *at_least,
          uint64_t *at_most),
         (steps, lanes, x, y, at_least, at_most))
DISPATCH(sums,
         (size_t steps, size_t count, size_t lanes, size_t rows, const int32_t *places,
          const float *values, float *sums),
         (steps, count, lanes, rows, places, values, sums))
DISPATCH(product_sums,
         (size_t steps, size_t rows, primacy_products products, float *scratch, float *sums),
         (steps, rows, products, scratch, sums))
DISPATCH(scaled_products,
         (size_t steps, size_t rows, size_t lanes, size_t factors, const float *const *values,
          const float *rates, float *out),
         (steps, rows, lanes, factors, values, rates, out))
DISPATCH(follow,
         (const primacy_lead *lead, int32_t first, size_t years, size_t rows, const float *last,
          const int32_t *last_years, primacy_target target),
         (lead, first, years, rows, last, last_years, target))
DISPATCH(product,
         (size_t rows, size_t inner, size_t columns, const double *a, const double *b, double *out),
         (rows, inner, columns, a, b, out))
DISPATCH(solve_transposed,
         (size_t order, size_t sides, const double *lower, const double *b, double *x),
         (order, sides, lower, b, x))
DISPATCH(crossings,
         (const double *logs, size_t rows, size_t pairs, const int32_t *challengers,
          const int32_t *incumbents, size_t horizons, const int32_t *years, int64_t *counts),
         (logs, rows, pairs, challengers, incumbents, horizons, years, counts))
DISPATCH_VALUE(growth_deviance, (primacy_sample sample, const double parameters[4]),
               (sample, parameters))
DISPATCH_VALUE(level_deviance, (primacy_sample sample, const double parameters[4]),
               (sample, parameters))

/* Scattered counts gain nothing from vectors. */
static size_t bin_of(double x, primacy_bins bins) {
  const double most = (double)bins.bins - 1;
  double at = (x - bins.low) * bins.bins_a_unit;
  at = at > 0 ? at : 0;
  return (size_t)(at < most ? at : most);
}

primacy_bin_range primacy_bins_of(size_t count, const double *x, primacy_bins bins) {
  double least = __builtin_inf(), most = -__builtin_inf();
  for (size_t i = 0; i < count; i++) {
    least = x[i] < least ? x[i] : least;
    most = x[i] > most ? x[i] : most;
  }
  if (most < least) return (primacy_bin_range){1, 0};
  return (primacy_bin_range){bin_of(least, bins), bin_of(most, bins)};
}

size_t primacy_bin(
    size_t count, const double *x, primacy_bins bins, size_t first, uint32_t *counts) {
  size_t counted = 0;
  for (size_t i = 0; i < count; i++) {
    if (x[i] != x[i]) continue;
    counts[bin_of(x[i], bins) - first]++;
    counted++;
  }
  return counted;
}
