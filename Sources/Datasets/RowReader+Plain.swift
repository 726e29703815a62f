extension RowReader {
  /// More bytes than a plain number has, and what stands around it.
  private static let longestNumber = 40

  /// Reads the next record in one pass if it has the form of nearly all, `ABC,1990,series,12.5` and a
  /// line feed, and the code and series of the last.
  ///
  /// What has another form, or a defect, it leaves to ``row(of:in:)``.
  @inline(__always)
  func plainRow(
    of records: inout Records, in bytes: Span<UInt8>
  ) -> (TidyTable.Key, Double)? {
    guard code != 0 else { return nil }
    let start = records.position
    let name = FieldScanner.Field(start: start + 9, end: start + 9 + names[series].count)
    let comma = UInt8(ascii: ",")
    guard bytes.count - name.end > 1 + Self.longestNumber,
      EntityTable.packed(bytes, start, start + 3) == code, bytes[start + 3] == comma,
      let year = Decimal.whole(bytes, start + 4, start + 8), Self.years.contains(year),
      bytes[start + 8] == comma, isSeries(series, bytes, name), bytes[name.end] == comma,
      let (value, end) = Decimal.leading(bytes, name.end + 1, name.end + Self.longestNumber),
      bytes[end] == UInt8(ascii: "\n"), rules[series].bounds.contain(value)
    else { return nil }
    records.pass(to: end + 1)
    return (TidyTable.Key(code: code, series: series, year: year), value)
  }
}
