/* The likelihoods of the pooled models, 32 countries abreast. */
#include "CKernel.h"
#include "arithmetic.h"

enum {
  WIDE = PRIMACY_ABREAST / 8,
  /* Sums of logarithms are logarithms of products, of so many factors at most. */
  FACTORS = 8,
};

/* What a filter knows of eight countries, and what their years have told so far. */
typedef struct {
  vd mean, variance, squares, product, logs;
} filtered;

/* Adds one year's surprise to the deviance; one that is not a number adds nothing. */
INLINE void weigh(filtered *state, vd surprise, vd spread) {
  state->squares += surprise == surprise ? surprise * surprise / spread : (vd)0.0;
  state->product *= surprise == surprise ? spread : (vd)1.0;
}

INLINE void fold(filtered state[WIDE]) {
  for (int k = 0; k < WIDE; k++) {
    state[k].logs += log_d(state[k].product);
    state[k].product = 1.0;
  }
}

INLINE double told(const filtered state[WIDE]) {
  double sum = 0;
  for (int k = 0; k < WIDE; k++) {
    vd all = state[k].logs + state[k].squares;
    for (int lane = 0; lane < 8; lane++) sum += all[lane];
  }
  return sum;
}

double LEVEL(growth_deviance)(primacy_sample sample, const double parameters[4]) {
  const double common = parameters[0], persistence = parameters[1], change = parameters[2];
  const double *x = sample.values;
  double deviance = 0;
  for (size_t group = 0; group < sample.groups; group++) {
    filtered state[WIDE];
    vd noise[WIDE];
    for (int k = 0; k < WIDE; k++) {
      noise[k] = parameters[3] * load_d(sample.variances + PRIMACY_ABREAST * group + 8 * k);
      state[k] = (filtered){0.0, change / (1 - persistence * persistence), 0.0, 1.0, 0.0};
    }
    for (size_t step = 0; step < sample.steps[group]; step++) {
      for (int k = 0; k < WIDE; k++, x += 8) {
        vd surprise = load_d(x) - common - state[k].mean;
        vd spread = state[k].variance + noise[k];
        vd gain = state[k].variance / spread;
        weigh(&state[k], surprise, spread);
        state[k].mean = persistence * (state[k].mean + gain * surprise);
        state[k].variance =
            persistence * persistence * (1.0 - gain) * state[k].variance + change;
      }
      if (step % FACTORS == FACTORS - 1) fold(state);
    }
    fold(state);
    deviance += told(state);
  }
  return deviance;
}

double LEVEL(level_deviance)(primacy_sample sample, const double parameters[4]) {
  const double persistence = parameters[2];
  const double *z = sample.values;
  double deviance = 0;
  for (size_t group = 0; group < sample.groups; group++) {
    filtered state[WIDE];
    vd shock[WIDE];
    for (int k = 0; k < WIDE; k++) {
      shock[k] = parameters[3] * load_d(sample.variances + PRIMACY_ABREAST * group + 8 * k);
      state[k] = (filtered){parameters[0], parameters[1], 0.0, 1.0, 0.0};
    }
    for (size_t step = 0; step < sample.steps[group]; step++) {
      const double weight = step == 0 ? 1.0 : 1.0 - persistence;
      const double rate = step == 0 ? 1.0 / (1.0 - persistence * persistence) : 1.0;
      for (int k = 0; k < WIDE; k++, z += 8) {
        vd value = load_d(z);
        if (step > 0) value -= persistence * load_d(z - PRIMACY_ABREAST);
        vd spread = weight * weight * state[k].variance + rate * shock[k];
        vd limit = 3.5 * __builtin_elementwise_sqrt(spread);
        vd surprise = value - weight * state[k].mean;
        surprise = surprise < -limit ? -limit : surprise;
        surprise = surprise > limit ? limit : surprise;
        vd gain = weight * state[k].variance / spread;
        weigh(&state[k], surprise, spread);
        state[k].mean += gain * surprise;
        state[k].variance *= 1.0 - gain * weight;
      }
      if (step % FACTORS == FACTORS - 1) fold(state);
    }
    fold(state);
    deviance += told(state);
  }
  return deviance;
}
