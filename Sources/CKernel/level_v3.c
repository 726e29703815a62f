/* AVX2, where the processor has it. */
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#define LEVEL(name) primacy_##name##_v3
#include "columns.h"
#include "drawing.h"
#include "autoregression.h"
#include "likelihoods.h"
#include "products.h"
#pragma clang attribute pop
#endif
