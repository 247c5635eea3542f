extension [UInt8] {
  /// The bytes with every longest run that belongs together written anew, and the rest as it is. O(n).
  ///
  /// - Parameters:
  ///   - belongs: which bytes make a run, such as letters.
  ///   - write: gets the place of a run and appends what shall stand there.
  func rewritingRuns(
    where belongs: (UInt8) -> Bool, _ write: (Range<Int>, inout [UInt8]) -> Void
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count + 8)
    var at = 0
    while at < count {
      var end = at
      while end < count, belongs(self[end]) { end += 1 }
      if end > at {
        write(at..<end, &result)
        at = end
      } else {
        result.append(self[at])
        at += 1
      }
    }
    return result
  }
}
