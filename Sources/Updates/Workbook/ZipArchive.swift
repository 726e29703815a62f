import Czip

/// A ZIP archive in memory, read within limits.
///
/// Sizes in the directory are not believed: as many bytes as it says are read, and one more, which
/// must not come.
struct ZipArchive: ~Copyable {
  private let archive: OpaquePointer
  /// What libzip reads from; it does not own it.
  private let bytes: UnsafeMutablePointer<UInt8>
  /// The names of the entries, in the order of the directory.
  let names: [String]

  /// - Throws: A reason why it is not an archive, or too large a one.
  init(_ contents: [UInt8], limits: UnpackingLimits) throws(UnpackingError) {
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: max(contents.count, 1))
    contents.withUnsafeBufferPointer { bytes.initialize(from: $0.baseAddress!, count: $0.count) }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(bytes, zip_uint64_t(contents.count), 0, &error),
      let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error)
    else {
      let words = String(cString: zip_error_strerror(&error))
      bytes.deallocate()
      throw .damaged(words)
    }
    do throws(UnpackingError) {
      names = try Self.names(in: archive, limits)
    } catch {
      zip_discard(archive)
      bytes.deallocate()
      throw error
    }
    self.archive = archive
    self.bytes = bytes
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  private static func names(
    in archive: OpaquePointer, _ limits: UnpackingLimits
  ) throws(UnpackingError) -> [String] {
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= limits.entries else {
      throw .tooLarge("\(count) entries where \(limits.entries) are allowed")
    }
    var names: [String] = []
    var total = 0
    for index in 0..<count {
      var entry = zip_stat_t()
      guard zip_stat_index(archive, zip_uint64_t(index), 0, &entry) == 0, let name = entry.name
      else { throw .damaged("entry \(index) has no description") }
      names.append(String(cString: name))
      let size = Int(clamping: entry.size)
      total += min(size, limits.total + 1)
      guard limits.allow(unpacked: size, packed: Int(clamping: entry.comp_size)) else {
        throw .tooLarge("\(names[index]) unpacks from \(entry.comp_size) to \(size) bytes")
      }
    }
    guard total <= limits.total else {
      throw .tooLarge("more than \(limits.total) bytes when unpacked")
    }
    return names
  }

  /// The bytes of an entry; nothing where there is none of the name.
  func bytes(of name: String) throws(UnpackingError) -> [UInt8]? {
    guard let index = names.firstIndex(of: name) else { return nil }
    var entry = zip_stat_t()
    guard zip_stat_index(archive, zip_uint64_t(index), 0, &entry) == 0,
      let file = zip_fopen_index(archive, zip_uint64_t(index), 0)
    else { throw .damaged("\(name) cannot be opened") }
    defer { zip_fclose(file) }
    let size = Int(clamping: entry.size)
    var failure: Int64 = 0
    let contents = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let read = zip_fread(file, buffer.baseAddress! + count, zip_uint64_t(size - count))
        if read <= 0 {
          failure = Int64(read) - 1
          return
        }
        count += Int(read)
      }
    }
    guard failure == 0 else { throw .damaged("\(name) ends or breaks before \(size) bytes") }
    var more: UInt8 = 0
    switch zip_fread(file, &more, 1) {
    case 0: return contents
    case 1: throw .tooLarge("\(name) has more than the \(size) bytes that the directory says")
    default: throw .damaged("\(name) does not have the checksum that the directory says")
    }
  }
}
