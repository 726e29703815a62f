/* Elementary functions on vectors, in double and in single precision. */
#ifndef PRIMACY_ARITHMETIC_H
#define PRIMACY_ARITHMETIC_H

#include <stdint.h>

/* The same bits with and without fused multiply-add units. */
#pragma STDC FP_CONTRACT OFF
/* Vectors are passed to inlined functions only. */
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))

typedef double vd __attribute__((ext_vector_type(8)));
typedef uint64_t vq __attribute__((ext_vector_type(8)));
typedef float vf __attribute__((ext_vector_type(16)));
typedef int32_t vi __attribute__((ext_vector_type(16)));
typedef uint32_t vu __attribute__((ext_vector_type(16)));
typedef vd vd_at __attribute__((aligned(8)));
typedef vf vf_at __attribute__((aligned(4)));

INLINE vd load_d(const double *at) { return *(const vd_at *)at; }
INLINE void store_d(double *at, vd x) { *(vd_at *)at = x; }
INLINE vf load_f(const float *at) { return *(const vf_at *)at; }
INLINE void store_f(float *at, vf x) { *(vf_at *)at = x; }

/* Natural logarithm after fdlibm's e_log.c, without branches: x = 2^k (1 + f), sqrt(1/2) <= 1 + f
 * < sqrt(2), log(1 + f) = f - s (f - R), s = f / (2 + f). For normal x > 0. */
INLINE vd log_d(vd x) {
  vq b = (vq)x + (0x3FF0000000000000ull - 0x3FE6A09E667F3BCDull);
  vd k = (vd)((b >> 52) | 0x4330000000000000ull) - (4503599627370496.0 + 1023.0);
  vd f = (vd)((b & 0x000FFFFFFFFFFFFFull) + 0x3FE6A09E667F3BCDull) - 1.0;
  vd s = f / (2.0 + f), z = s * s, w = z * z;
  vd even = w * (3.999999999940941908e-01 +
                 w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  vd odd = z * (6.666666666666735130e-01 +
                w * (2.857142874366239149e-01 +
                     w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  vd half = 0.5 * f * f;
  return k * 6.93147180369123816490e-01 -
         ((half - (s * (half + even + odd) + k * 1.90821492927058770002e-10)) - f);
}

/* exp x = 2^k exp r, |r| <= ln 2 / 2, Taylor's series to the thirteenth power. */
INLINE vd exp_d(vd x) {
  x = x < -700.0 ? -700.0 : x; /* not a minimum, which would swallow a NaN */
  x = x > 700.0 ? 700.0 : x;
  vd shifted = x * 1.44269504088896338700e+00 + 6755399441055744.0;
  vd k = shifted - 6755399441055744.0;
  vd r = (x - k * 6.93147180369123816490e-01) - k * 1.90821492927058770002e-10;
  vd p = 1.0 / 6227020800.0;
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
  vd scale = (vd)(((vq)shifted + 1023ull) << 52);
  return scale + scale * p;
}

/* Natural logarithm in single precision after Cephes' logf, for normal x > 0; below 2 ulps. */
INLINE vf log_f(vf x) {
  vu b = (vu)x + (0x3F800000u - 0x3F3504F3u);
  vf k = __builtin_convertvector((vi)(b >> 23) - 127, vf);
  vf f = (vf)((b & 0x007FFFFFu) + 0x3F3504F3u) - 1.0f;
  vf z = f * f;
  vf p = 7.0376836292e-2f;
  p = p * f - 1.1514610310e-1f;
  p = p * f + 1.1676998740e-1f;
  p = p * f - 1.2420140846e-1f;
  p = p * f + 1.4249322787e-1f;
  p = p * f - 1.6668057665e-1f;
  p = p * f + 2.0000714765e-1f;
  p = p * f - 2.4999993993e-1f;
  p = p * f + 3.3333331174e-1f;
  p = p * f * z - k * 2.12194440e-4f - 0.5f * z;
  return k * 0.693359375f + (f + p);
}

/* exp in single precision after Cephes' expf, x clamped to +-80; below 2 ulps. */
INLINE vf exp_f(vf x) {
  x = x < -80.0f ? -80.0f : x;
  x = x > 80.0f ? 80.0f : x;
  vf shifted = x * 1.44269504088896341f + 12582912.0f;
  vf k = shifted - 12582912.0f;
  vf r = (x - k * 0.693359375f) + k * 2.12194440e-4f;
  vf p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  return p * (vf)(((vu)shifted + 127u) << 23);
}

#endif
