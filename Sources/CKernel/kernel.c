#include "CKernel.h"
int primacy_kernel_version(void) { return 1; }
