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

INLINE vd combined(primacy_operation operation, vd a, vd b) {
  switch (operation) {
  case PRIMACY_SUM: return a + b;
  case PRIMACY_DIFFERENCE: return a - b;
  case PRIMACY_PRODUCT: return a * b;
  case PRIMACY_QUOTIENT: return b == 0.0 ? (vd)__builtin_nan("") : a / b;
  default: {
    vd greater = a > b ? a : b;
    return a == a ? greater : a;
  }
  }
}

INLINE void combine(
    primacy_operation operation, size_t count, const double *a, const double *b, double *out) {
  size_t i = 0;
  for (; i + 8 <= count; i += 8) store_d(out + i, combined(operation, load_d(a + i), load_d(b + i)));
  for (; i < count; i++) out[i] = combined(operation, (vd)a[i], (vd)b[i])[0];
}

void LEVEL(combine)(
    primacy_operation operation, size_t count, const double *a, const double *b, double *out) {
  switch (operation) {
  case PRIMACY_SUM: combine(PRIMACY_SUM, count, a, b, out); break;
  case PRIMACY_DIFFERENCE: combine(PRIMACY_DIFFERENCE, count, a, b, out); break;
  case PRIMACY_PRODUCT: combine(PRIMACY_PRODUCT, count, a, b, out); break;
  case PRIMACY_QUOTIENT: combine(PRIMACY_QUOTIENT, count, a, b, out); break;
  default: combine(PRIMACY_GREATER, count, a, b, out);
  }
}

typedef _Bool truths __attribute__((ext_vector_type(8)));

/* A bit a lane of a comparison, whose lanes are all ones or zero. */
INLINE uint64_t bits(vq comparison) {
  return __builtin_bit_cast(uint8_t, __builtin_convertvector(comparison, truths));
}

void LEVEL(compare)(
    size_t steps, size_t lanes, const double *x, double y, uint64_t *at_least, uint64_t *at_most) {
  for (size_t step = 0; step < steps; step++, x += lanes) {
    uint64_t least = 0, most = 0;
    size_t lane = 0;
    for (; lane + 8 <= lanes; lane += 8) {
      vd values = load_d(x + lane);
      least |= bits((vq)(values >= y)) << lane;
      most |= bits((vq)(values <= y)) << lane;
    }
    for (; lane < lanes; lane++) {
      least |= (uint64_t)(x[lane] >= y) << lane;
      most |= (uint64_t)(x[lane] <= y) << lane;
    }
    at_least[step] = least;
    at_most[step] = most;
  }
}

/* A number that counts for nothing where it is missing. */
INLINE vf or_zero(vf x) { return x == x ? x : (vf)0.0f; }

void LEVEL(sums)(
    size_t steps, size_t count, size_t lanes, size_t rows, const int32_t *places,
    const float *values, float *sums) {
  for (size_t step = 0; step < steps; step++) {
    const float *at = values + step * count * lanes;
    float *out = sums + step * lanes;
    size_t lane = 0;
    for (; lane + 16 <= lanes; lane += 16) {
      vf sum = 0;
      for (size_t k = 0; k < rows; k++) {
        sum += or_zero(load_f(at + (size_t)places[k] * lanes + lane));
      }
      store_f(out + lane, sum);
    }
    for (; lane < lanes; lane++) {
      float sum = 0;
      for (size_t k = 0; k < rows; k++) {
        float x = at[(size_t)places[k] * lanes + lane];
        sum += x == x ? x : 0.0f;
      }
      out[lane] = sum;
    }
  }
}

void LEVEL(product_sums)(
    size_t steps, size_t rows, primacy_products products, float *scratch, float *sums) {
  enum { LANES = 2 * PRIMACY_PAIRS };
  for (size_t k = 0; k < products.count * steps * LANES; k++) sums[k] = 0;
  for (size_t step = 0; step < steps; step++) {
    for (size_t row = 0; row < rows; row++) {
      const size_t from = (step * rows + row) * LANES;
      for (size_t k = 0; k < products.count; k++) {
        vf x = load_f(products.values[k] + from);
        vf y = load_f(products.values[k] + from + PRIMACY_PAIRS);
        const int32_t parent = products.parents[k];
        if (parent >= 0) {
          x = load_f(scratch + parent * LANES) * x;
          y = load_f(scratch + parent * LANES + PRIMACY_PAIRS) * y;
        }
        store_f(scratch + k * LANES, x);
        store_f(scratch + k * LANES + PRIMACY_PAIRS, y);
        float *sum = sums + (k * steps + step) * LANES;
        store_f(sum, load_f(sum) + or_zero(x));
        store_f(sum + PRIMACY_PAIRS, load_f(sum + PRIMACY_PAIRS) + or_zero(y));
      }
    }
  }
}

/* Products of so many factors as the compiler is told. */
INLINE void scaled_products(
    size_t steps, size_t rows, size_t lanes, size_t factors, const float *const *values,
    const float *rates, float *out) {
  size_t at = 0;
  for (size_t step = 0; step < steps; step++) {
    for (size_t row = 0; row < rows; row++) {
      for (size_t lane = 0; lane < lanes; lane += 16, at += 16) {
        vf x = load_f(values[0] + at);
#pragma clang loop unroll(full)
        for (size_t k = 1; k < factors; k++) x *= load_f(values[k] + at);
        store_f(out + at, rates[row] * x);
      }
    }
  }
}

void LEVEL(scaled_products)(
    size_t steps, size_t rows, size_t lanes, size_t factors, const float *const *values,
    const float *rates, float *out) {
  switch (factors) {
  case 1: scaled_products(steps, rows, lanes, 1, values, rates, out); break;
  case 2: scaled_products(steps, rows, lanes, 2, values, rates, out); break;
  case 3: scaled_products(steps, rows, lanes, 3, values, rates, out); break;
  default: scaled_products(steps, rows, lanes, PRIMACY_FACTORS, values, rates, out);
  }
}

/* The logarithm of what is above zero. */
INLINE vf log_level(vf x) { return x > 0.0f ? log_f(x) : (vf)__builtin_nanf(""); }

void LEVEL(follow)(
    const primacy_lead *lead, int32_t first, size_t years, size_t rows, const float *last,
    const int32_t *last_years, primacy_target target) {
  enum { LANES = 2 * PRIMACY_PAIRS };
  for (size_t step = 0; step < years; step++) {
    const size_t from = step * target.count * LANES;
    vf ahead[2] = {0.0f, 0.0f};
    for (int half = 0; half < 2 && lead->levels; half++) {
      ahead[half] = log_level(load_f(lead->levels + from + LANES * lead->row + PRIMACY_PAIRS * half));
    }
    for (size_t row = 0; row < rows; row++) {
      if (first + (int32_t)step <= last_years[row]) continue;
      const size_t cell = from + (size_t)target.places[row] * LANES;
      for (int half = 0; half < 2; half++) {
        const size_t at = cell + PRIMACY_PAIRS * (size_t)half;
        vf relative = last[row];
        if (lead->levels) {
          vf own = log_level(load_f(lead->levels + at)) - ahead[half];
          relative = own == own ? own : relative;
        }
        vf x = load_f(target.out + at) + lead->slope * relative;
        store_f(target.out + at, target.scale == PRIMACY_RAW ? x : exp_f(x));
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
