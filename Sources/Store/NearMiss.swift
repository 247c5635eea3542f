/// The name most like a mistyped one, for messages.
enum NearMiss {
  /// The candidate nearest to `name`, if fewer than four edits and less than half of its length away;
  /// the first in order of ties. O(candidates · length²).
  static func of(_ name: String, among candidates: [String]) -> String? {
    candidates.map { ($0, distance(Array($0.utf8), Array(name.utf8))) }
      .filter { $0.1 < 4 && $0.1 * 2 < max($0.0.utf8.count, 2) }
      .min { $0.1 < $1.1 }?.0
  }

  /// How many bytes to insert, delete or replace (Levenshtein 1966).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let substituted = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
