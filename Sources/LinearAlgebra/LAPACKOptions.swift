/// The letters by which LAPACK is told what to do.
extension CChar {
  static let lowerTriangle = CChar(UInt8(ascii: "L"))
  static let upperTriangle = CChar(UInt8(ascii: "U"))
  static let asIs = CChar(UInt8(ascii: "N"))
  static let transposing = CChar(UInt8(ascii: "T"))
  static let fromTheLeft = CChar(UInt8(ascii: "L"))
  static let anyDiagonal = CChar(UInt8(ascii: "N"))
  static let oneNorm = CChar(UInt8(ascii: "1"))
  static let withVectors = CChar(UInt8(ascii: "V"))
  static let withoutVectors = CChar(UInt8(ascii: "N"))
  static let thinVectors = CChar(UInt8(ascii: "S"))
}
