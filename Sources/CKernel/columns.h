/* Logarithms, exponentials, sums and crossings of what was drawn. */
#include "CKernel.h"
#include "arithmetic.h"

void LEVEL(exp)(size_t count, const double *x, double *out) {
  size_t i = 0;
  for (; i + 16 <= count; i += 16) {
    vd a = exp_d(load_d(x + i)), b = exp_d(load_d(x + i + 8));
    store_d(out + i, a);
    store_d(out + i + 8, b);
  }
  for (; i < count; i++) out[i] = exp_d((vd)x[i])[0];
}

/* The logarithm of any number. */
INLINE vd log_any(vd x) {
  vd y = log_d(x);
  y = x < 2.2250738585072014e-308 ? (vd)-__builtin_inf() : y;
  y = x < 0.0 ? (vd)__builtin_nan("") : y;
  return x < __builtin_inf() ? y : x;
}

void LEVEL(log)(size_t count, const double *x, double *out) {
  size_t i = 0;
  for (; i + 8 <= count; i += 8) store_d(out + i, log_any(load_d(x + i)));
  for (; i < count; i++) out[i] = log_any((vd)x[i])[0];
}

void LEVEL(sums)(
    size_t steps, size_t count, size_t lanes, size_t rows, const int32_t *places,
    const double *values, double *sums) {
  for (size_t step = 0; step < steps; step++) {
    const double *at = values + step * count * lanes;
    double *out = sums + step * lanes;
    size_t lane = 0;
    for (; lane + 16 <= lanes; lane += 16) {
      vd a = 0, b = 0;
      for (size_t k = 0; k < rows; k++) {
        const double *row = at + (size_t)places[k] * lanes + lane;
        vd x = load_d(row), y = load_d(row + 8);
        a += x == x ? x : (vd)0.0;
        b += y == y ? y : (vd)0.0;
      }
      store_d(out + lane, a);
      store_d(out + lane + 8, b);
    }
    for (; lane < lanes; lane++) {
      double sum = 0;
      for (size_t k = 0; k < rows; k++) {
        double x = at[(size_t)places[k] * lanes + lane];
        sum += x == x ? x : 0.0;
      }
      out[lane] = sum;
    }
  }
}

/* The product of one number of each of so many arrays, multiplied in their order. */
INLINE vd product_at(const double *const *values, size_t factors, size_t at) {
  vd x = load_d(values[0] + at);
#pragma clang loop unroll(full)
  for (size_t k = 1; k < factors; k++) x *= load_d(values[k] + at);
  return x;
}

/* Sums of products over rows of whole vectors; the number of factors known to the compiler. */
INLINE void sums_of_products(
    size_t count, size_t lanes, size_t factors, const double *const *values, size_t first,
    double *sums) {
  for (size_t lane = 0; lane < lanes; lane += 16) {
    vd a = 0, b = 0;
    for (size_t k = 0; k < count; k++) {
      vd x = product_at(values, factors, first + k * lanes + lane);
      vd y = product_at(values, factors, first + k * lanes + lane + 8);
      a += x == x ? x : (vd)0.0;
      b += y == y ? y : (vd)0.0;
    }
    store_d(sums + lane, a);
    store_d(sums + lane + 8, b);
  }
}

void LEVEL(product_sums)(
    size_t count, size_t lanes, size_t factors, const double *const *values, size_t first,
    double *sums) {
  switch (factors) {
  case 1: sums_of_products(count, lanes, 1, values, first, sums); break;
  case 2: sums_of_products(count, lanes, 2, values, first, sums); break;
  case 3: sums_of_products(count, lanes, 3, values, first, sums); break;
  default: sums_of_products(count, lanes, PRIMACY_FACTORS, values, first, sums);
  }
}

INLINE void scaled_products(
    size_t steps, size_t rows, size_t lanes, size_t factors, const double *const *values,
    const double *rates, double *out) {
  size_t at = 0;
  for (size_t step = 0; step < steps; step++) {
    for (size_t row = 0; row < rows; row++) {
      for (size_t lane = 0; lane < lanes; lane += 8, at += 8) {
        store_d(out + at, rates[row] * product_at(values, factors, at));
      }
    }
  }
}

void LEVEL(scaled_products)(
    size_t steps, size_t rows, size_t lanes, size_t factors, const double *const *values,
    const double *rates, double *out) {
  switch (factors) {
  case 1: scaled_products(steps, rows, lanes, 1, values, rates, out); break;
  case 2: scaled_products(steps, rows, lanes, 2, values, rates, out); break;
  case 3: scaled_products(steps, rows, lanes, 3, values, rates, out); break;
  default: scaled_products(steps, rows, lanes, PRIMACY_FACTORS, values, rates, out);
  }
}

void LEVEL(follow)(
    const primacy_lead *lead, int32_t first, size_t years, size_t rows, const double *last,
    const int32_t *last_years, primacy_target target) {
  enum { LANES = 2 * PRIMACY_PAIRS };
  for (size_t step = 0; step < years; step++) {
    const size_t from = step * target.count * LANES;
    vd ahead[LANES / 8];
    for (int k = 0; k < LANES / 8; k++) {
      ahead[k] = lead->levels ? log_any(load_d(lead->levels + from + LANES * lead->row + 8 * k))
                              : (vd)__builtin_nan("");
    }
    for (size_t row = 0; row < rows; row++) {
      if (first + (int32_t)step <= last_years[row]) continue;
      const size_t cell = from + (size_t)target.places[row] * LANES;
      for (int k = 0; k < LANES / 8; k++) {
        vd relative = ahead[k];
        if (lead->levels) relative = log_any(load_d(lead->levels + cell + 8 * k)) - ahead[k];
        relative = relative == relative ? relative : (vd)last[row];
        vd x = load_d(target.out + cell + 8 * k) + lead->slope * relative;
        store_d(target.out + cell + 8 * k, target.scale == PRIMACY_RAW ? x : exp_d(x));
      }
    }
  }
}

void LEVEL(crossings)(
    const double *logs, size_t rows, size_t pairs, const int32_t *challengers,
    const int32_t *incumbents, size_t horizons, const int32_t *years, int64_t *counts) {
  enum { LANES = 2 * PRIMACY_PAIRS, WIDTH = LANES / 8 };
  for (size_t pair = 0; pair < pairs; pair++) {
    const double *above = logs + (size_t)challengers[pair] * LANES;
    const double *below = logs + (size_t)incumbents[pair] * LANES;
    vq crossed[WIDTH] = {0};
    int32_t year = 0;
    for (size_t horizon = 0; horizon < horizons; horizon++) {
      for (; year < years[horizon]; year++, above += rows * LANES, below += rows * LANES) {
        for (int k = 0; k < WIDTH; k++) {
          crossed[k] |= (vq)(load_d(above + 8 * k) >= load_d(below + 8 * k));
        }
      }
      vq count = 0;
      for (int k = 0; k < WIDTH; k++) count -= crossed[k];
      for (int lane = 0; lane < 8; lane++) counts[horizon * pairs + pair] += (int64_t)count[lane];
    }
  }
}
