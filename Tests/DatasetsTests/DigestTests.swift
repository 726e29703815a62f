import Testing

@testable import Datasets

@Suite("Digest")
struct DigestTests {
  /// By FIPS 180-4, appendix B.
  @Test func `is that of the standard's examples`() {
    #expect(
      Digest(of: Array("abc".utf8).span).name
        == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Digest(of: [UInt8]().span).hexadecimal.hasPrefix("e3b0c44298fc1c14"))
  }

  /// By another program: `sha256sum a b | sha256sum`, where a holds "abc" and b nothing.
  @Test func `of files does not depend on their order`() {
    let files = [("b", Digest(of: [UInt8]().span)), ("a", Digest(of: Array("abc".utf8).span))]
    #expect(Digest(ofFiles: files) == Digest(ofFiles: files.reversed()))
    #expect(
      Digest(ofFiles: files).hexadecimal
        == "09c7e0b8a02d027d95ec0375a600ed4ad4d6b26a1c93f16d9150cab5fec761a6")
  }
}
