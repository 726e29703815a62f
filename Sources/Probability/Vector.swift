import CKernel

/// Elementary functions over many numbers at once, by the vector kernel.
public enum Vector {
  /// Replaces logarithms by levels; a missing value stays missing.
  public static func exponentiate(_ values: UnsafeMutableBufferPointer<Double>) {
    primacy_exp(values.count, values.baseAddress, values.baseAddress)
  }

  /// Replaces positive levels by their logarithms.
  ///
  /// - Precondition: Every value is normal and positive.
  public static func takeLogarithms(_ values: UnsafeMutableBufferPointer<Double>) {
    primacy_log(values.count, values.baseAddress, values.baseAddress)
  }
}
