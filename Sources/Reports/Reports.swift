// The module's types arrive with their files.
