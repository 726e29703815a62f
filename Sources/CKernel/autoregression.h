/* Drawing a vector autoregression at one level of vector instructions.
 *
 * The equations are linear and the lanes mirrored pairs, so that growth is a mean, the same in
 * every lane, and a deviation that the two lanes of a pair have with opposite signs. */
typedef float v4 __attribute__((ext_vector_type(4)));
typedef v4 v4_at __attribute__((aligned(4)));

INLINE v4 load_4(const float *at) { return *(const v4_at *)at; }

/* Where the paths of all rows stand. */
typedef struct {
  /* One a row and lag, in whole panels: the latest first. */
  float *growth, *away;
  float *next_growth, *next_away;
  /* One a row: the level over the last one known. */
  float *level, *level_away;
} course;

/* Four rows' next growth from that of the years before. */
INLINE void next_panel(
    const primacy_autoregression *model, const float *z, size_t row, const course *at) {
  const size_t n = model->shocks.rows, padded = whole(n);
  const float *weights = model->weights + (row / PRIMACY_PANEL) * 4 * (1 + model->lags * n);
  vf away[4];
  panel(model->shocks.weights, z, row, away);
  v4 growth = load_4(weights);
  for (size_t lag = 0; lag < model->lags; lag++) {
    const float *before = at->growth + lag * padded, *apart = at->away + lag * padded * PRIMACY_PAIRS;
    const float *by = weights + 4 * (1 + lag * n);
    for (size_t k = 0; k < n; k++) {
      const vf x = load_f(apart + PRIMACY_PAIRS * k);
      away[0] += by[4 * k] * x;
      away[1] += by[4 * k + 1] * x;
      away[2] += by[4 * k + 2] * x;
      away[3] += by[4 * k + 3] * x;
      growth += load_4(by + 4 * k) * before[k];
    }
  }
  for (size_t k = 0; k < PRIMACY_PANEL; k++) {
    at->next_growth[row + k] = growth[k];
    store_f(at->next_away + PRIMACY_PAIRS * (row + k), away[k]);
  }
}

/* Adds a year's growth to a row's level; growth that is known is the same in every lane. */
INLINE void advance(
    const primacy_autoregression *model, const float *known, size_t row, const course *at) {
  float *away = at->next_away + PRIMACY_PAIRS * row;
  if (known) {
    at->next_growth[row] = known[row];
    store_f(away, (vf)0.0f);
    return;
  }
  const float size = model->deviations[row];
  float *level_away = at->level_away + PRIMACY_PAIRS * row;
  at->level[row] += model->mean + size * at->next_growth[row];
  store_f(level_away, load_f(level_away) + size * load_f(away));
}

void LEVEL(draw_autoregression)(
    const primacy_autoregression *model, primacy_source source, int32_t first, size_t years,
    size_t rows_a_step, float *scratch, primacy_target target) {
  const size_t n = model->shocks.rows, padded = whole(n), wide = PRIMACY_PAIRS * padded;
  const size_t lags = model->lags;
  float *z = scratch;
  course at = {.away = z + wide + PRIMACY_PAIRS * PRIMACY_COMMON};
  at.next_away = at.away + lags * wide;
  at.level_away = at.next_away + wide;
  at.growth = at.level_away + wide;
  at.next_growth = at.growth + lags * padded;
  at.level = at.next_growth + padded;
  const float *base = bases(n, model->levels, target, at.level + padded);
  for (size_t k = 0; k < lags * wide; k++) at.away[k] = 0;
  for (size_t k = 0; k < wide; k++) at.level_away[k] = 0;
  for (size_t k = 0; k < padded; k++) at.level[k] = 0;
  for (size_t lag = 0; lag < lags; lag++) {
    for (size_t k = 0; k < n; k++) at.growth[lag * padded + k] = model->growth[lag * n + k];
  }
  const int32_t last = first + (int32_t)years - 1;
  for (int32_t year = model->begin; year <= last; year++) {
    draw_rows(channel(source, 1), (uint64_t)year * rows_a_step, PRIMACY_COMMON + n, z);
    for (size_t row = 0; row < n; row += PRIMACY_PANEL) next_panel(model, z, row, &at);
    for (size_t row = 0; row < n; row++) {
      const int is_known = year <= model->last_years[row];
      advance(model, is_known ? model->known + (size_t)(year - model->begin) * n : 0, row, &at);
      if (is_known || year < first) continue;
      const vf away = load_f(at.level_away + PRIMACY_PAIRS * row);
      emit(target, (size_t)(year - first), row, base[row], at.level[row] + away,
           at.level[row] - away);
    }
    for (size_t lag = lags; lag-- > 1;) {
      for (size_t k = 0; k < wide; k++) at.away[lag * wide + k] = at.away[(lag - 1) * wide + k];
      for (size_t k = 0; k < padded; k++) {
        at.growth[lag * padded + k] = at.growth[(lag - 1) * padded + k];
      }
    }
    for (size_t k = 0; k < wide; k++) at.away[k] = at.next_away[k];
    for (size_t k = 0; k < padded; k++) at.growth[k] = at.next_growth[k];
  }
}
