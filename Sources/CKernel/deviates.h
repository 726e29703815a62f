/* Counter-based standard normal deviates. */
#include "CKernel.h"
#include "arithmetic.h"

/* How many counters are taken at once. */
enum { GROUP = 8 };

/* One round of Philox4x32 on eight counters, words in the low halves of 64-bit lanes. */
INLINE void philox_round(vq word[4], uint64_t k0, uint64_t k1) {
  const uint64_t low = 0xFFFFFFFFull;
  vq p = 0xD2511F53ull * (word[0] & low), q = 0xCD9E8D57ull * (word[2] & low);
  word[0] = (q >> 32) ^ word[1] ^ k0;
  word[2] = (p >> 32) ^ word[3] ^ k1;
  word[1] = q;
  word[3] = p;
}

INLINE void philox_begin(primacy_source source, uint64_t counter, vq word[4]) {
  vq at = counter + (vq){0, 1, 2, 3, 4, 5, 6, 7};
  word[0] = at;
  word[1] = at >> 32;
  word[2] = (vq)source.stream;
  word[3] = (vq)(source.stream >> 32);
}

/* Two times eight counters of Philox4x32-10, side by side to hide the latency of the rounds.
 * What the high halves of the lanes hold is of no meaning. */
INLINE void philox(primacy_source source, uint64_t counter, vq one[4], vq two[4]) {
  uint64_t k0 = source.seed & 0xFFFFFFFFull, k1 = source.seed >> 32;
  philox_begin(source, counter, one);
  philox_begin(source, counter + GROUP, two);
#pragma clang loop unroll(full)
  for (int round = 0; round < 10; round++) {
    philox_round(one, k0, k1);
    philox_round(two, k0, k1);
    k0 = (k0 + 0x9E3779B9ull) & 0xFFFFFFFFull;
    k1 = (k1 + 0xBB67AE85ull) & 0xFFFFFFFFull;
  }
}

/* Two words as one: the first in the low half. */
INLINE vq joined(vq low, vq high) { return (low & 0xFFFFFFFFull) | high << 32; }

/* Box and Muller: the radius from one word; the angle within an eighth of the circle from the
 * high bits of the other, the eighth from its three lowest. Polynomials after fdlibm's
 * k_sin.c and k_cos.c. */
INLINE void box_muller_d(vq r1, vq r2, vd *a, vd *b) {
  vd u = 2.0 - (vd)((r1 >> 12) | 0x3FF0000000000000ull);
  vd radius = __builtin_elementwise_sqrt(-2.0 * log_d(u));
  vd t = ((vd)((r2 >> 12) | 0x3FF0000000000000ull) - 1.0) * 7.85398163397448278999e-01;
  vd z = t * t;
  vd sine =
      t + t * z *
              (-1.66666666666666324348e-01 +
               z * (8.33333333332248946124e-03 +
                    z * (-1.98412698298579493134e-04 +
                         z * (2.75573137070700676789e-06 +
                              z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)))));
  vd cosine =
      1.0 - 0.5 * z +
      z * z *
          (4.16666666666666019037e-02 +
           z * (-1.38888888888741095749e-03 +
                z * (2.48015872894767294178e-05 +
                     z * (-2.75573143513906633035e-07 +
                          z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))));
  vd x = (r2 & 1) != 0 ? sine : cosine, y = (r2 & 1) != 0 ? cosine : sine;
  *a = radius * (vd)((vq)x ^ ((r2 & 2) << 62));
  *b = radius * (vd)((vq)y ^ ((r2 & 4) << 61));
}

/* A uniform number of 31 bits and a half; never zero, and one only by rounding. */
INLINE vf uniform(vu word) {
  return __builtin_convertvector((vi)(word >> 1), vf) * 0x1p-31f + 0x1p-32f;
}

/* The same in single precision, 32 bits a word; polynomials after Cephes' sinf and cosf. */
INLINE void box_muller_f(vu r1, vu r2, vf *a, vf *b) {
  vf radius = __builtin_elementwise_sqrt(-2.0f * log_f(uniform(r1)));
  vf t = (__builtin_convertvector((vi)(r2 >> 9), vf) + 0.5f) * 9.36267570e-08f;
  vf z = t * t;
  vf sine = t + t * z * (-1.6666654611e-1f + z * (8.3321608736e-3f + z * -1.9515295891e-4f));
  vf cosine = 1.0f - 0.5f * z +
              z * z * (4.166664568298827e-2f +
                       z * (-1.388731625493765e-3f + z * 2.443315711809948e-5f));
  vf x = (r2 & 1) != 0 ? sine : cosine, y = (r2 & 1) != 0 ? cosine : sine;
  *a = radius * (vf)((vu)x ^ ((r2 & 2) << 30));
  *b = radius * (vf)((vu)y ^ ((r2 & 4) << 29));
}

/* Two panels' deviates from eight counters: 16 numbers from the first four, 16 from the last. Cosines
 * come before sines, each in the order of counters, of a counter's first two words before its last. */
INLINE void two_panels(const vq word[4], vf *first, vf *second) {
  vf x, y;
  box_muller_f((vu)joined(word[0], word[2]), (vu)joined(word[1], word[3]), &x, &y);
  *first = __builtin_shufflevector(
      x, y, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23);
  *second = __builtin_shufflevector(
      x, y, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31);
}

/* Changes the sign of those fours of lanes whose digit is not zero. */
#define TURNED(x, a, b, c, d)                                                                     \
  ((vf)((vu)(x) ^ ((vu){a, a, a, a, b, b, b, b, c, c, c, c, d, d, d, d} << 31)))

/* Four rows of 16 lanes from 16 deviates w, x, y, z of four lanes each: the quaternion w + xi + yj + zk
 * times 1, i, j and k from the left, each product in four lanes. */
INLINE void store_panel(float *out, vf x) {
  store_f(out, TURNED(x, 0, 1, 1, 1));
  store_f(out + PRIMACY_PAIRS,
          TURNED(__builtin_shufflevector(x, x, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11),
                 0, 0, 0, 1));
  store_f(out + 2 * PRIMACY_PAIRS,
          TURNED(__builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7),
                 0, 1, 0, 0));
  store_f(out + 3 * PRIMACY_PAIRS,
          TURNED(__builtin_shufflevector(x, x, 12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3),
                 0, 0, 1, 0));
}

/* How many panels come from the counters that are taken at once. */
enum { PANELS = 2 * GROUP / PRIMACY_PANEL };

/* Rows of 16 deviates; the room is for whole panels of four rows, each of which takes a counter. */
INLINE void draw_rows(primacy_source source, uint64_t counter, size_t rows, float *out) {
  for (size_t row = 0; row < rows; row += PANELS * PRIMACY_PANEL) {
    vq one[4], two[4];
    vf panels[PANELS];
    philox(source, counter + row, one, two);
    two_panels(one, &panels[0], &panels[1]);
    two_panels(two, &panels[2], &panels[3]);
    for (size_t k = 0; k < PANELS && row + PRIMACY_PANEL * k < rows; k++) {
      store_panel(out + PRIMACY_PAIRS * (row + PRIMACY_PANEL * k), panels[k]);
    }
  }
}
