import CCrypto

/// A SHA-256 digest, in hexadecimal.
///
/// **Source.** FIPS 180-4; computed by OpenSSL's libcrypto.
public struct Digest: Hashable, Sendable {
  public let hexadecimal: String

  public init(of bytes: Span<UInt8>) {
    var digest = [UInt8](repeating: 0, count: 32)
    let done = bytes.withUnsafeBufferPointer {
      EVP_Digest($0.baseAddress, $0.count, &digest, nil, EVP_sha256(), nil)
    }
    precondition(done == 1, "libcrypto cannot compute SHA-256")
    let digits = Array("0123456789abcdef".utf8)
    hexadecimal = String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// As `datapackage.json` and data sets write it.
  public var name: String { "sha256:\(hexadecimal)" }

  /// The digest of several files: that of the lines that `sha256sum` prints for them.
  ///
  /// `sha256sum entities.csv maddison.csv … | sha256sum` gives the same.
  public init(ofFiles files: [(name: String, digest: Digest)]) {
    let lines = files.sorted { $0.name < $1.name }
      .map { "\($0.digest.hexadecimal)  \($0.name)\n" }
    self.init(of: Array(lines.joined().utf8).span)
  }
}
