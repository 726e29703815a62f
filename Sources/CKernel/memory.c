/* What the allocator does with memory that is freed. */
#include "CKernel.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

void primacy_keep_freed_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 512 << 20);
#endif
}
