import CKernel

/// What the allocator does with memory that is freed.
public enum FreedMemory {
  /// Keeps it for what is allocated next, for the whole process.
  ///
  /// Blocks of futures are some megabytes that come and go; the GNU allocator gives such back to the
  /// system each time, which clears every page anew. At most half a gigabyte is kept.
  public static func keep() { primacy_keep_freed_memory() }
}
