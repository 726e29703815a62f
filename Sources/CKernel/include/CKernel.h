int primacy_kernel_version(void);
