/// How close each feature is to each profile: a class, or a part of the conversations of a class.
///
/// The weight of a feature in a profile is Σ log₂(1 + tf/length) over the texts of the profile.
/// Weights are divided by the sum of their profile, so that a large profile gains nothing, then by
/// the sum of their feature: the affinities of a feature with all profiles sum to 1. A text is the
/// mean of the affinities of its features, repetitions included.
///
/// Escalante et al. 2017, "Early detection of deception and aggressiveness using profile-based
/// representations", doi:10.1016/j.eswa.2017.07.040.
struct ProfileAffinities {
  let profileCount: Int
  /// The buckets that have affinities, in order of appearance.
  let known: [Int]
  /// For each bucket its affinity with each profile; all 0 where it is left out.
  private let table: [Double]

  /// - Parameters:
  ///   - rows: the texts of all profiles.
  ///   - leftOut: rows that do not count.
  ///   - minimumDocuments: a feature of fewer rows is left out.
  init(
    _ rows: ProfileRows, bucketCount: Int, minimumDocuments: Int,
    leftOut: (Int) -> Bool = { _ in false }
  ) {
    let count = rows.profileCount
    var table = [Double](repeating: 0, count: bucketCount * count)
    var totals = [Double](repeating: 0, count: count)
    var documents = [UInt32](repeating: 0, count: bucketCount)
    var seen: [Int] = []
    for row in 0..<rows.texts.count where !leftOut(row) {
      let entries = rows.texts.starts[row]..<rows.texts.starts[row + 1]
      let length = Double(entries.reduce(0) { $0 + Int(rows.texts.counts[$1]) })
      let profile = rows.profiles[row]
      for entry in entries {
        let bucket = Int(rows.texts.buckets[entry])
        let weight = Elementary.logOnePlus(Double(rows.texts.counts[entry]) / length)
        table[bucket * count + profile] += weight
        totals[profile] += weight
        if documents[bucket] == 0 { seen.append(bucket) }
        documents[bucket] += 1
      }
    }
    // The base of the logarithm falls out here.
    for bucket in seen {
      let place = bucket * count
      guard documents[bucket] >= max(1, minimumDocuments) else {
        for profile in 0..<count { table[place + profile] = 0 }
        continue
      }
      var sum = 0.0
      for profile in 0..<count where totals[profile] > 0 {
        table[place + profile] /= totals[profile]
        sum += table[place + profile]
      }
      for profile in 0..<count { table[place + profile] /= sum }
    }
    known = seen.filter { documents[$0] >= max(1, minimumDocuments) }
    (profileCount, self.table) = (count, table)
  }

  /// The affinities of a bucket with all profiles; all 0 where it is left out.
  func affinities(_ bucket: Int) -> [Double] {
    Array(table[bucket * profileCount..<(bucket + 1) * profileCount])
  }

  /// The mean affinities of a row's features; all equal without a known feature.
  func vector(_ rows: FeatureRows, _ row: Int) -> [Double] {
    var sum = [Double](repeating: 0, count: profileCount)
    var known = 0.0
    for entry in rows.starts[row]..<rows.starts[row + 1] {
      let place = Int(rows.buckets[entry]) * profileCount
      let times = Double(rows.counts[entry])
      var total = 0.0
      for profile in 0..<profileCount {
        sum[profile] += times * table[place + profile]
        total += table[place + profile]
      }
      known += total > 0 ? times : 0
    }
    return sum.map { known > 0 ? $0 / known : 1 / Double(profileCount) }
  }
}
