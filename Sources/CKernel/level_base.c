/* What every processor has: SSE2 on x86-64, NEON on arm64. */
#define LEVEL(name) primacy_##name##_base
#include "columns.h"
#include "drawing.h"
#include "autoregression.h"
#include "likelihoods.h"
#include "products.h"
