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
  enum { ROWS = PANELS * PRIMACY_PANEL };
  for (size_t row = 0; row < rows; row += ROWS) {
    const size_t end = rows - row < ROWS ? rows - row : ROWS;
    float z[ROWS * PRIMACY_PAIRS];
    draw_rows(source, counter + row, end, z);
    for (size_t k = 0; k < end; k++) {
      store_pairs(out + 2 * PRIMACY_PAIRS * (row + k), load_f(z + PRIMACY_PAIRS * k));
    }
  }
}

/* Four rows' shocks: the common deviates times their weights, and each row's own times its own. */
INLINE void panel(const float *weights, const float *deviates, size_t row, vf sum[4]) {
  vf s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  weights += row * (PRIMACY_COMMON + 1);
  for (size_t k = 0; k < PRIMACY_COMMON; k++, weights += PRIMACY_PANEL) {
    vf z = load_f(deviates + PRIMACY_PAIRS * k);
    s0 += weights[0] * z;
    s1 += weights[1] * z;
    s2 += weights[2] * z;
    s3 += weights[3] * z;
  }
  const float *own = deviates + PRIMACY_PAIRS * (PRIMACY_COMMON + row);
  sum[0] = s0 + weights[0] * load_f(own);
  sum[1] = s1 + weights[1] * load_f(own + PRIMACY_PAIRS);
  sum[2] = s2 + weights[2] * load_f(own + 2 * PRIMACY_PAIRS);
  sum[3] = s3 + weights[3] * load_f(own + 3 * PRIMACY_PAIRS);
}

/* A count of rows rounded up to whole panels. */
INLINE size_t whole(size_t rows) { return (rows + PRIMACY_PANEL - 1) / PRIMACY_PANEL * PRIMACY_PANEL; }

void LEVEL(correlated)(
    primacy_source source, uint64_t counter, primacy_shocks shocks, float *scratch, double *out) {
  draw_rows(source, counter, PRIMACY_COMMON + shocks.rows, scratch);
  for (size_t row = 0; row < shocks.rows; row += PRIMACY_PANEL) {
    vf sum[4];
    panel(shocks.weights, scratch, row, sum);
    for (size_t k = 0; k < PRIMACY_PANEL && row + k < shocks.rows; k++) {
      store_pairs(out + 2 * PRIMACY_PAIRS * (row + k), sum[k]);
    }
  }
}

/* The common scale of a year. Two degrees of chi-square are minus twice the logarithm of a uniform
 * number, the odd one is the square of a normal one; the lanes are not turned, or they would share a
 * scale. */
INLINE vf tail(primacy_source source, uint64_t counter, size_t degrees) {
  vf sum = 0;
  for (size_t left = degrees; left > 0; counter += 2 * GROUP) {
    vq one[4], two[4];
    philox(source, counter, one, two);
    for (int k = 0; k < 2 && left > 0; k++) {
      const vq *word = k ? two : one;
      vu r1 = (vu)joined(word[0], word[2]), r2 = (vu)joined(word[1], word[3]);
      if (left == 1) {
        vf x, y;
        box_muller_f(r1, r2, &x, &y);
        sum += x * x;
        left = 0;
        continue;
      }
      sum += -2.0f * log_f(uniform(r1));
      left -= 2;
      if (left < 2) continue;
      sum += -2.0f * log_f(uniform(r2));
      left -= 2;
    }
  }
  return __builtin_elementwise_sqrt((float)(degrees - 2) / sum);
}

void LEVEL(tail)(primacy_source source, uint64_t counter, size_t degrees, float *out) {
  store_f(out, tail(source, counter, degrees));
}

/* Sixteen lanes of a path as they are stored. */
INLINE vf emitted(primacy_scale scale, float base, vf x) {
  if (scale == PRIMACY_EXPONENTIAL) return base * exp_f(x);
  if (scale == PRIMACY_RAW) return base + x;
  vf e = exp_f(base + x);
  return e / (1.0f + e);
}

/* Stores a row's path in a year and its mirror. */
INLINE void emit(primacy_target target, size_t step, size_t row, float base, vf path, vf mirror) {
  float *at = target.out + (step * target.count + (size_t)target.places[row]) * 2 * PRIMACY_PAIRS;
  store_f(at, emitted(target.scale, base, path));
  store_f(at + PRIMACY_PAIRS, emitted(target.scale, base, mirror));
}

/* Stores what a year's rows have come to, but for those known. */
INLINE void emit_year(
    primacy_target target, size_t step, size_t rows, int32_t year, const int32_t *last_years,
    const float *base, const float *path) {
  for (size_t row = 0; row < rows; row++, path += 2 * PRIMACY_PAIRS) {
    if (year <= last_years[row]) continue;
    emit(target, step, row, base[row], load_f(path), load_f(path + PRIMACY_PAIRS));
  }
}

INLINE primacy_source channel(primacy_source source, uint64_t add) {
  return (primacy_source){source.seed, source.stream + add};
}

/* The bases of the rows, kept in the scratch: levels where paths become levels by a factor. */
INLINE float *bases(size_t rows, const double *levels, primacy_target target, float *scratch) {
  for (size_t row = 0; row < rows; row++) {
    double level = levels[row];
    scratch[row] = (float)(target.scale == PRIMACY_EXPONENTIAL ? exp_d((vd)level)[0] : level);
  }
  return scratch;
}

void LEVEL(draw_growth)(
    const primacy_growth *model, primacy_source source, int32_t first, size_t years,
    size_t rows_a_step, float *scratch, primacy_target target) {
  const size_t n = model->shocks.rows, padded = whole(n);
  const int wanders = model->trends.rows > 0;
  float *z = scratch, *w = z + PRIMACY_PAIRS * (PRIMACY_COMMON + padded);
  float *path = w + PRIMACY_PAIRS * (PRIMACY_COMMON + padded);
  float *drift = path + 2 * PRIMACY_PAIRS * padded;
  float *below = drift + 2 * PRIMACY_PAIRS * padded;
  const float *base = bases(n, model->levels, target, below + 2 * PRIMACY_PAIRS * padded);
  float left = 1.0f;
  draw_rows(source, 0, PRIMACY_COMMON + n, z);
  for (size_t row = 0; row < n; row += PRIMACY_PANEL) {
    vf sum[4];
    panel(model->beginnings.weights, z, row, sum);
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
    const uint64_t counter = (uint64_t)year * rows_a_step;
    draw_rows(channel(source, 1), counter, PRIMACY_COMMON + n, z);
    if (wanders) draw_rows(channel(source, 2), counter, PRIMACY_COMMON + n, w);
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
      panel(model->shocks.weights, z, row, shock);
      if (wanders) panel(model->trends.weights, w, row, change);
      for (size_t k = 0; k < PRIMACY_PANEL && row + k < n; k++) {
        const size_t at = row + k;
        if (year <= model->last_years[at]) continue;
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
        }
      }
    }
    emit_year(target, step, n, year, model->last_years, base, path);
    left *= model->fading;
  }
}

void LEVEL(draw_level)(
    const primacy_level *model, primacy_source source, int32_t first, size_t years,
    size_t rows_a_step, float *scratch, primacy_target target) {
  const size_t n = model->shocks.rows, padded = whole(n);
  float *z = scratch, *path = z + PRIMACY_PAIRS * (PRIMACY_COMMON + padded);
  float *own = path + 2 * PRIMACY_PAIRS * padded;
  const float *base = bases(n, model->levels, target, own + 2 * PRIMACY_PAIRS * padded);
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
    const uint64_t counter = (uint64_t)year * rows_a_step;
    draw_rows(channel(source, 1), counter, PRIMACY_COMMON + n, z);
    vf size = 1.0f;
    if (model->degrees_of_freedom > 0) {
      size = tail(channel(source, 2), counter, model->degrees_of_freedom);
    }
    for (size_t row = 0; row < n; row += PRIMACY_PANEL) {
      vf shock[4];
      panel(model->shocks.weights, z, row, shock);
      for (size_t k = 0; k < PRIMACY_PANEL && row + k < n; k++) {
        const size_t at = row + k;
        if (year <= model->last_years[at]) continue;
        const vf e = size * shock[k];
        for (int half = 0; half < 2; half++) {
          const size_t cell = 2 * PRIMACY_PAIRS * at + PRIMACY_PAIRS * half;
          vf x = load_f(path + cell), o = load_f(own + cell);
          x = o + model->persistence * (x - o) + (half ? -e : e);
          store_f(path + cell, x);
        }
      }
    }
    emit_year(target, step, n, year, model->last_years, base, path);
  }
}
