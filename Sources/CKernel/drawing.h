/* Drawing at one level of vector instructions; LEVEL(name) names the functions. */
#include "deviates.h"

INLINE void store_wide(double *out, vf x) {
  store_d(out, __builtin_convertvector(x.lo, vd));
  store_d(out + 8, __builtin_convertvector(x.hi, vd));
}

INLINE void store_pairs(double *out, vf x) {
  store_wide(out, x);
  store_wide(out + PRIMACY_PAIRS, -x);
}

INLINE void two_halves(const vq word[4], double *out) {
  vd a, b;
  box_muller_d(joined(word[0], word[1]), joined(word[2], word[3]), &a, &b);
  store_d(out, a);
  store_d(out + GROUP, b);
}

void LEVEL(normals)(primacy_source source, uint64_t counter, size_t count, double *out) {
  for (size_t at = 0; at < count; at += 4 * GROUP) {
    vq one[4], two[4];
    philox(source, counter + at / 2, one, two);
    two_halves(one, out + at);
    if (at + 2 * GROUP < count) two_halves(two, out + at + 2 * GROUP);
  }
}

void LEVEL(deviates)(primacy_source source, uint64_t counter, size_t rows, double *out) {
  for (size_t row = 0; row < rows; row += PRIMACY_PANEL) {
    float z[PRIMACY_PANEL * PRIMACY_PAIRS];
    draw_rows(source, counter + 4 * row, PRIMACY_PANEL, z);
    for (size_t k = row; k < rows && k < row + PRIMACY_PANEL; k++) {
      store_pairs(out + 2 * PRIMACY_PAIRS * k, load_f(z + PRIMACY_PAIRS * (k - row)));
    }
  }
}

/* Four rows of a factor times the deviates. */
INLINE void panel(const float *weights, size_t columns, const float *deviates, vf sum[4]) {
  vf s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  for (size_t k = 0; k < columns; k++) {
    vf z = load_f(deviates + PRIMACY_PAIRS * k);
    s0 += weights[4 * k] * z;
    s1 += weights[4 * k + 1] * z;
    s2 += weights[4 * k + 2] * z;
    s3 += weights[4 * k + 3] * z;
  }
  sum[0] = s0;
  sum[1] = s1;
  sum[2] = s2;
  sum[3] = s3;
}

/* Where the panel of a row begins: those before have 4, 8, ... columns of four weights. */
INLINE size_t panel_offset(size_t row) {
  size_t before = row / PRIMACY_PANEL;
  return 8 * before * (before + 1);
}

/* A count of rows rounded up to whole panels. */
INLINE size_t whole(size_t rows) { return (rows + PRIMACY_PANEL - 1) / PRIMACY_PANEL * PRIMACY_PANEL; }

void LEVEL(correlated)(
    primacy_source source, uint64_t counter, primacy_factor factor, float *scratch, double *out) {
  draw_rows(source, counter, whole(factor.rows), scratch);
  for (size_t row = 0; row < factor.rows; row += PRIMACY_PANEL) {
    vf sum[4];
    panel(factor.weights + panel_offset(row), row + PRIMACY_PANEL, scratch, sum);
    for (size_t k = 0; k < PRIMACY_PANEL && row + k < factor.rows; k++) {
      store_pairs(out + 2 * PRIMACY_PAIRS * (row + k), sum[k]);
    }
  }
}

INLINE vf tail(primacy_source source, uint64_t counter, size_t degrees) {
  vf sum = 0;
  for (size_t row = 0; row < degrees; row += PRIMACY_PANEL) {
    float z[PRIMACY_PANEL * PRIMACY_PAIRS];
    draw_rows(source, counter + 4 * row, PRIMACY_PANEL, z);
    for (size_t k = row; k < degrees && k < row + PRIMACY_PANEL; k++) {
      vf x = load_f(z + PRIMACY_PAIRS * (k - row));
      sum += x * x;
    }
  }
  return __builtin_elementwise_sqrt((float)(degrees - 2) / sum);
}

void LEVEL(tail)(primacy_source source, uint64_t counter, size_t degrees, float *out) {
  store_f(out, tail(source, counter, degrees));
}

/* Stores one row of one year: the first half of the lanes or the second. */
INLINE void emit(primacy_scale scale, double base, vf x, double *out) {
  if (scale == PRIMACY_EXPONENTIAL) {
    vf e = exp_f(x);
    store_d(out, base * __builtin_convertvector(e.lo, vd));
    store_d(out + 8, base * __builtin_convertvector(e.hi, vd));
    return;
  }
  if (scale == PRIMACY_LOGISTIC) {
    vf e = exp_f((float)base + x);
    store_wide(out, e / (1.0f + e));
    return;
  }
  store_d(out, base + __builtin_convertvector(x.lo, vd));
  store_d(out + 8, base + __builtin_convertvector(x.hi, vd));
}

INLINE double base_of(primacy_scale scale, double level) {
  return scale == PRIMACY_EXPONENTIAL ? exp_d((vd)level)[0] : level;
}

INLINE primacy_source channel(primacy_source source, uint64_t add) {
  return (primacy_source){source.seed, source.stream + add};
}

/* The bases of the rows, kept in the scratch. */
INLINE double *bases(size_t rows, const double *levels, primacy_target target, float *scratch) {
  double *base = (double *)(void *)scratch;
  for (size_t row = 0; row < rows; row++) base[row] = base_of(target.scale, levels[row]);
  return base;
}

void LEVEL(draw_growth)(
    const primacy_growth *model, primacy_source source, int32_t first, size_t years,
    size_t rows_a_step, float *scratch, primacy_target target) {
  const size_t n = model->shocks.rows, padded = whole(n);
  const int wanders = model->trends.rows > 0;
  float *z = scratch, *w = z + PRIMACY_PAIRS * padded, *path = w + PRIMACY_PAIRS * padded;
  float *drift = path + 2 * PRIMACY_PAIRS * padded;
  float *below = drift + 2 * PRIMACY_PAIRS * padded;
  const double *base = bases(n, model->levels, target, below + 2 * PRIMACY_PAIRS * padded);
  float left = 1.0f;
  draw_rows(source, 0, padded, z);
  for (size_t row = 0; row < n; row += PRIMACY_PANEL) {
    vf sum[4];
    panel(model->beginnings.weights + panel_offset(row), row + PRIMACY_PANEL, z, sum);
    for (size_t k = 0; k < PRIMACY_PANEL && row + k < n; k++) {
      size_t cell = 2 * PRIMACY_PAIRS * (row + k);
      store_f(drift + cell, model->means[row + k] + sum[k]);
      store_f(drift + cell + PRIMACY_PAIRS, model->means[row + k] - sum[k]);
      store_f(path + cell, (vf)0.0f);
      store_f(path + cell + PRIMACY_PAIRS, (vf)0.0f);
      if (model->slumps) {
        store_f(below + cell, (vf)model->slumps[row + k]);
        store_f(below + cell + PRIMACY_PAIRS, (vf)model->slumps[row + k]);
      }
    }
  }
  for (size_t step = 0; step < years; step++) {
    const int32_t year = first + (int32_t)step;
    const uint64_t counter = (uint64_t)year * rows_a_step * 4;
    draw_rows(channel(source, 1), counter, padded, z);
    if (wanders) draw_rows(channel(source, 2), counter, padded, w);
    vf size = 1.0f;
    if (model->degrees_of_freedom > 0) {
      size = tail(channel(source, 3), counter, model->degrees_of_freedom);
    }
    vf ahead[2] = {0.0f, 0.0f};
    if (model->leader >= 0) {
      ahead[0] = load_f(path + 2 * PRIMACY_PAIRS * model->leader);
      ahead[1] = load_f(path + 2 * PRIMACY_PAIRS * model->leader + PRIMACY_PAIRS);
    }
    for (size_t row = 0; row < n; row += PRIMACY_PANEL) {
      vf shock[4], change[4] = {0.0f, 0.0f, 0.0f, 0.0f};
      panel(model->shocks.weights + panel_offset(row), row + PRIMACY_PANEL, z, shock);
      if (wanders) {
        panel(model->trends.weights + panel_offset(row), row + PRIMACY_PANEL, w, change);
      }
      for (size_t k = 0; k < PRIMACY_PANEL && row + k < n; k++) {
        const size_t at = row + k;
        if (year <= model->last_years[at]) continue;
        double *out =
            target.out + (step * target.count + (size_t)target.places[at]) * 2 * PRIMACY_PAIRS;
        const vf e = size * shock[k], u = size * change[k];
        const float between =
            model->leader >= 0 ? (float)(model->levels[model->leader] - model->levels[at]) : 0.0f;
        for (int half = 0; half < 2; half++) {
          float *x_at = path + 2 * PRIMACY_PAIRS * at + PRIMACY_PAIRS * half;
          float *d_at = drift + 2 * PRIMACY_PAIRS * at + PRIMACY_PAIRS * half;
          vf x = load_f(x_at), d = load_f(d_at), mean = model->growth;
          if (model->leader >= 0) {
            vf gap = between + (ahead[half] - x);
            gap = gap < model->least_gap ? model->least_gap : gap;
            gap = gap > model->most_gap ? model->most_gap : gap;
            mean = model->growth + (model->pull + model->pull_of_square * gap) * gap;
          }
          if (model->conditions) mean += left * model->conditions[at];
          vf growth = (mean + d) + (half ? -e : e);
          if (model->slumps) {
            float *s_at = below + 2 * PRIMACY_PAIRS * at + PRIMACY_PAIRS * half;
            vf slump = load_f(s_at);
            growth += model->rebound * slump;
            slump -= growth;
            store_f(s_at, slump > 0.0f ? slump : (vf)0.0f);
          }
          x += growth;
          d = model->persistence * d + (half ? -u : u);
          store_f(x_at, x);
          store_f(d_at, d);
          emit(target.scale, base[at], x, out + PRIMACY_PAIRS * half);
        }
      }
    }
    left *= model->fading;
  }
}

void LEVEL(draw_level)(
    const primacy_level *model, primacy_source source, int32_t first, size_t years,
    size_t rows_a_step, float *scratch, primacy_target target) {
  const size_t n = model->shocks.rows, padded = whole(n);
  float *z = scratch, *path = z + PRIMACY_PAIRS * padded;
  float *own = path + 2 * PRIMACY_PAIRS * padded;
  const double *base = bases(n, model->levels, target, own + 2 * PRIMACY_PAIRS * padded);
  draw_rows(source, 0, padded, z);
  for (size_t row = 0; row < n; row++) {
    size_t cell = 2 * PRIMACY_PAIRS * row;
    vf away = model->deviations[row] * load_f(z + PRIMACY_PAIRS * row);
    store_f(own + cell, model->means[row] + away);
    store_f(own + cell + PRIMACY_PAIRS, model->means[row] - away);
    store_f(path + cell, (vf)0.0f);
    store_f(path + cell + PRIMACY_PAIRS, (vf)0.0f);
  }
  for (size_t step = 0; step < years; step++) {
    const int32_t year = first + (int32_t)step;
    const uint64_t counter = (uint64_t)year * rows_a_step * 4;
    draw_rows(channel(source, 1), counter, padded, z);
    vf size = 1.0f;
    if (model->degrees_of_freedom > 0) {
      size = tail(channel(source, 2), counter, model->degrees_of_freedom);
    }
    for (size_t row = 0; row < n; row += PRIMACY_PANEL) {
      vf shock[4];
      panel(model->shocks.weights + panel_offset(row), row + PRIMACY_PANEL, z, shock);
      for (size_t k = 0; k < PRIMACY_PANEL && row + k < n; k++) {
        const size_t at = row + k;
        if (year <= model->last_years[at]) continue;
        double *out =
            target.out + (step * target.count + (size_t)target.places[at]) * 2 * PRIMACY_PAIRS;
        const vf e = size * shock[k];
        for (int half = 0; half < 2; half++) {
          const size_t cell = 2 * PRIMACY_PAIRS * at + PRIMACY_PAIRS * half;
          vf x = load_f(path + cell), o = load_f(own + cell);
          x = o + model->persistence * (x - o) + (half ? -e : e);
          store_f(path + cell, x);
          emit(target.scale, base[at], x, out + PRIMACY_PAIRS * half);
        }
      }
    }
  }
}
