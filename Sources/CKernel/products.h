/* Products of matrices stored by columns, and equations of a triangular one.
 *
 * Every sum is taken in the order of its terms, one product and one sum at a time, as the reference
 * BLAS does. The last tile of a row or column overlaps the one before, which does no harm: what is
 * written twice is the same. */
#include "CKernel.h"
#include "arithmetic.h"

enum { TILE = 4 };

/* `wide` times eight rows of `across` columns of a product. */
INLINE void product_tile(
    size_t wide, size_t across, size_t rows, size_t inner, const double *a, const double *b,
    double *out) {
  vd sum[TILE][2] = {0};
  for (size_t k = 0; k < inner; k++) {
    vd x[2];
#pragma clang loop unroll(full)
    for (size_t w = 0; w < wide; w++) x[w] = load_d(a + rows * k + 8 * w);
#pragma clang loop unroll(full)
    for (size_t c = 0; c < across; c++) {
#pragma clang loop unroll(full)
      for (size_t w = 0; w < wide; w++) sum[c][w] += b[inner * c + k] * x[w];
    }
  }
#pragma clang loop unroll(full)
  for (size_t c = 0; c < across; c++) {
#pragma clang loop unroll(full)
    for (size_t w = 0; w < wide; w++) store_d(out + rows * c + 8 * w, sum[c][w]);
  }
}

/* All rows of `across` columns; at least eight rows. */
INLINE void product_columns(
    size_t across, size_t rows, size_t inner, const double *a, const double *b, double *out) {
  size_t row = 0;
  for (; row + 16 <= rows; row += 16) {
    product_tile(2, across, rows, inner, a + row, b, out + row);
  }
  for (; row < rows; row += 8) {
    size_t from = row + 8 <= rows ? row : rows - 8;
    product_tile(1, across, rows, inner, a + from, b, out + from);
  }
}

void LEVEL(product)(
    size_t rows, size_t inner, size_t columns, const double *a, const double *b, double *out) {
  size_t column = 0;
  if (rows >= 8) {
    for (; column + TILE <= columns; column += TILE) {
      product_columns(TILE, rows, inner, a, b + inner * column, out + rows * column);
    }
    for (; column < columns; column++) {
      product_columns(1, rows, inner, a, b + inner * column, out + rows * column);
    }
  }
  for (; column < columns; column++) {
    for (size_t row = 0; row < rows; row++) {
      double sum = 0;
      for (size_t k = 0; k < inner; k++) sum += b[inner * column + k] * a[rows * k + row];
      out[rows * column + row] = sum;
    }
  }
}

/* `wide` times eight right sides. */
INLINE void solve_tile(
    size_t wide, size_t order, size_t sides, const double *lower, const double *b, double *x) {
  for (size_t row = order; row-- > 0;) {
    const double *factor = lower + order * row;
    vd rest[TILE];
#pragma clang loop unroll(full)
    for (size_t w = 0; w < wide; w++) rest[w] = load_d(b + sides * row + 8 * w);
    for (size_t k = row + 1; k < order; k++) {
#pragma clang loop unroll(full)
      for (size_t w = 0; w < wide; w++) rest[w] -= factor[k] * load_d(x + sides * k + 8 * w);
    }
#pragma clang loop unroll(full)
    for (size_t w = 0; w < wide; w++) store_d(x + sides * row + 8 * w, rest[w] / factor[row]);
  }
}

void LEVEL(solve_transposed)(
    size_t order, size_t sides, const double *lower, const double *b, double *x) {
  size_t side = 0;
  for (; side + 8 * TILE <= sides; side += 8 * TILE) {
    solve_tile(TILE, order, sides, lower, b + side, x + side);
  }
  for (; side < sides && sides >= 8; side += 8) {
    size_t from = side + 8 <= sides ? side : sides - 8;
    solve_tile(1, order, sides, lower, b + from, x + from);
  }
  for (; side < sides; side++) {
    for (size_t row = order; row-- > 0;) {
      double rest = b[sides * row + side];
      for (size_t k = row + 1; k < order; k++) rest -= lower[order * row + k] * x[sides * k + side];
      x[sides * row + side] = rest / lower[order * row + row];
    }
  }
}
