#include "CKernel.h"

#include <string.h>

/* The same bits with and without fused multiply-add units. */
#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__) && defined(__ELF__) && !defined(PRIMACY_NO_CLONES) &&                    \
    !__has_feature(thread_sanitizer) && !__has_feature(address_sanitizer)
#define CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define CLONES
#endif
#define INLINE static inline __attribute__((always_inline))

/* A group is eight counters, which make sixteen deviates. */
enum { GROUP = 8 };

typedef uint64_t u64;

INLINE u64 bits_of(double x) {
  u64 b;
  memcpy(&b, &x, sizeof b);
  return b;
}

INLINE double of_bits(u64 b) {
  double x;
  memcpy(&x, &b, sizeof x);
  return x;
}

/* Natural logarithm after fdlibm's e_log.c, without branches: x = 2^k (1 + f), sqrt(1/2) <= 1 + f
 * < sqrt(2), log(1 + f) = f - s (f - R), s = f / (2 + f). For normal x > 0. */
INLINE double log_of(double x) {
  u64 b = bits_of(x) + (0x3FF0000000000000ull - 0x3FE6A09E667F3BCDull);
  double k = of_bits((b >> 52) | 0x4330000000000000ull) - (4503599627370496.0 + 1023.0);
  double f = of_bits((b & 0x000FFFFFFFFFFFFFull) + 0x3FE6A09E667F3BCDull) - 1.0;
  double s = f / (2.0 + f), z = s * s, w = z * z;
  double even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  double odd = z * (6.666666666666735130e-01 +
                    w * (2.857142874366239149e-01 +
                         w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  double half = 0.5 * f * f;
  return k * 6.93147180369123816490e-01 -
         ((half - (s * (half + even + odd) + k * 1.90821492927058770002e-10)) - f);
}

/* exp x = 2^k exp r, |r| <= ln 2 / 2, Taylor's series to the thirteenth power. */
INLINE double exp_of(double x) {
  x = x < -700.0 ? -700.0 : x; /* not fmax, which would swallow a NaN */
  x = x > 700.0 ? 700.0 : x;
  double shifted = x * 1.44269504088896338700e+00 + 6755399441055744.0;
  double k = shifted - 6755399441055744.0;
  double r = (x - k * 6.93147180369123816490e-01) - k * 1.90821492927058770002e-10;
  double p = 1.0 / 6227020800.0;
  p = p * r + 1.0 / 479001600.0;
  p = p * r + 1.0 / 39916800.0;
  p = p * r + 1.0 / 3628800.0;
  p = p * r + 1.0 / 362880.0;
  p = p * r + 1.0 / 40320.0;
  p = p * r + 1.0 / 5040.0;
  p = p * r + 1.0 / 720.0;
  p = p * r + 1.0 / 120.0;
  p = p * r + 1.0 / 24.0;
  p = p * r + 1.0 / 6.0;
  p = p * r + 0.5;
  p = (p * r) * r + r;
  double scale = of_bits((bits_of(shifted) + 1023ull) << 52);
  return scale + scale * p;
}

/* Eight counters of Philox4x32-10: words in the low halves of 64-bit lanes. */
INLINE void philox(u64 seed, u64 stream, u64 counter, u64 *restrict first, u64 *restrict second) {
  u64 a[GROUP], b[GROUP], c[GROUP], d[GROUP];
  for (int i = 0; i < GROUP; i++) {
    u64 at = counter + (u64)i;
    a[i] = at & 0xFFFFFFFFull;
    b[i] = at >> 32;
    c[i] = stream & 0xFFFFFFFFull;
    d[i] = stream >> 32;
  }
  u64 k0 = seed & 0xFFFFFFFFull, k1 = seed >> 32;
  for (int round = 0; round < 10; round++) {
    for (int i = 0; i < GROUP; i++) {
      u64 p = 0xD2511F53ull * a[i], q = 0xCD9E8D57ull * c[i];
      u64 na = (q >> 32) ^ b[i] ^ k0, nc = (p >> 32) ^ d[i] ^ k1;
      b[i] = q & 0xFFFFFFFFull;
      d[i] = p & 0xFFFFFFFFull;
      a[i] = na;
      c[i] = nc;
    }
    k0 = (k0 + 0x9E3779B9ull) & 0xFFFFFFFFull;
    k1 = (k1 + 0xBB67AE85ull) & 0xFFFFFFFFull;
  }
  for (int i = 0; i < GROUP; i++) {
    first[i] = a[i] | (b[i] << 32);
    second[i] = c[i] | (d[i] << 32);
  }
}

/* Box and Muller: the radius from one word; the angle within an eighth of the circle from the
 * high bits of the other, the eighth from its three lowest. Polynomials after fdlibm's
 * k_sin.c and k_cos.c. */
INLINE void box_muller(u64 r1, u64 r2, double *restrict a, double *restrict b) {
  double u = 2.0 - of_bits((r1 >> 12) | 0x3FF0000000000000ull);
  double radius = __builtin_elementwise_sqrt(-2.0 * log_of(u));
  double t = (of_bits((r2 >> 12) | 0x3FF0000000000000ull) - 1.0) * 7.85398163397448278999e-01;
  double z = t * t;
  double sine =
      t + t * z *
              (-1.66666666666666324348e-01 +
               z * (8.33333333332248946124e-03 +
                    z * (-1.98412698298579493134e-04 +
                         z * (2.75573137070700676789e-06 +
                              z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)))));
  double cosine =
      1.0 - 0.5 * z +
      z * z *
          (4.16666666666666019037e-02 +
           z * (-1.38888888888741095749e-03 +
                z * (2.48015872894767294178e-05 +
                     z * (-2.75573143513906633035e-07 +
                          z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))));
  double x = (r2 & 1) ? sine : cosine, y = (r2 & 1) ? cosine : sine;
  x = of_bits(bits_of(x) ^ ((r2 & 2) << 62));
  y = of_bits(bits_of(y) ^ ((r2 & 4) << 61));
  *a = radius * x;
  *b = radius * y;
}

CLONES void primacy_normals(u64 seed, u64 stream, u64 counter, size_t count, double *out) {
  for (size_t at = 0; at < count; at += 2 * GROUP) {
    u64 first[GROUP], second[GROUP];
    double a[GROUP], b[GROUP];
    philox(seed, stream, counter + at / 2, first, second);
    for (int i = 0; i < GROUP; i++) box_muller(first[i], second[i], &a[i], &b[i]);
    for (int i = 0; i < GROUP; i++) out[at + i] = a[i];
    for (int i = 0; i < GROUP; i++) out[at + GROUP + i] = b[i];
  }
}

CLONES void primacy_correlate(
    size_t n, size_t lanes, const double *restrict lower, const double *restrict shocks,
    double *restrict out) {
  for (size_t at = 0; at < lanes; at += 16) {
    for (size_t i = 0; i < n; i++) {
      double sum[16] = {0};
      for (size_t k = 0; k <= i; k++) {
        double weight = lower[i * n + k];
        const double *row = shocks + k * lanes + at;
        for (int lane = 0; lane < 16; lane++) sum[lane] += weight * row[lane];
      }
      for (int lane = 0; lane < 16; lane++) out[i * lanes + at + lane] = sum[lane];
    }
  }
}

CLONES void primacy_exp(size_t count, const double *x, double *out) {
  /* Four vectors at a time hide the latency of the polynomial. */
#pragma clang loop interleave_count(4)
  for (size_t i = 0; i < count; i++) out[i] = exp_of(x[i]);
}

CLONES void primacy_log(size_t count, const double *x, double *out) {
  for (size_t i = 0; i < count; i++) out[i] = log_of(x[i]);
}
