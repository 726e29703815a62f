import Czip

/// Unpacks a gzip file, within limits.
///
/// **Source.** RFC 1952; by the system's zlib.
enum Gzip {
  /// The first two bytes of such a file.
  static let magic: [UInt8] = [0x1F, 0x8B]

  static func unpack(_ bytes: [UInt8], limits: UnpackingLimits) throws(UnpackingError) -> [UInt8] {
    var stream = z_stream()
    // 16 asks for a gzip header, 15 for the largest window.
    guard inflateInit2_(&stream, 16 + 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damaged("zlib cannot be started") }
    defer { inflateEnd(&stream) }
    var input = bytes
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    let capacity = chunk.count
    let status = input.withUnsafeMutableBufferPointer { input -> Result<Int32, UnpackingError> in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(clamping: input.count)
      while true {
        let status = chunk.withUnsafeMutableBufferPointer { chunk in
          stream.next_out = chunk.baseAddress
          stream.avail_out = UInt32(capacity)
          return inflate(&stream, Z_NO_FLUSH)
        }
        output.append(contentsOf: chunk[..<(capacity - Int(stream.avail_out))])
        let isAllowed = limits.allow(unpacked: output.count, packed: bytes.count)
        guard isAllowed else { return .failure(.tooLarge("more than \(output.count) bytes")) }
        if status != Z_OK || stream.avail_out == UInt32(capacity) { return .success(status) }
      }
    }
    guard try status.get() == Z_STREAM_END else {
      throw .damaged("the compressed bytes end or break after \(output.count) bytes")
    }
    return output
  }
}
