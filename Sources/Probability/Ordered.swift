extension RandomAccessCollection where Index == Int {
  /// The first position from which a property holds, where all after it have it too.
  ///
  /// - Returns: The end where no element has the property.
  func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
