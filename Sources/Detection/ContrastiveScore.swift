/// How much nearer a text is to examples of a rare class than to common ones: the score of one text
/// in Roblox Sentinel 2.0.
///
/// Of the nearest examples of both sides together the k nearest are kept; the score is the
/// logarithm of the mean of e^similarity over those of the rare side by the same over those of the
/// common side. A side none of whose examples is kept counts with its nearest one.
/// Source: Roblox Sentinel (github.com/Roblox/Sentinel, Apache-2.0), `SentinelLocalIndex` and
/// `score_formulae`.
enum ContrastiveScore {
  /// Sentinel's default number of neighbours.
  static let neighbours = 5
  /// Sentinel's default: smaller scores count as 0.
  static let floor = 0.1

  /// The logarithm, neither clipped nor floored; 0 where a side has no example.
  ///
  /// - Parameters:
  ///   - positive: similarities to the nearest examples of the rare class, falling.
  ///   - negative: the same for the common class.
  static func logRatio(
    positive: [Double], negative: [Double], limit: Int = neighbours
  ) -> Double {
    guard let nearestPositive = positive.first, let nearestNegative = negative.first else {
      return 0
    }
    var (taken, refused) = (0, 0)
    var (rare, common) = (0.0, 0.0)
    while taken + refused < limit, taken < positive.count || refused < negative.count {
      // Among equals the rare side comes first.
      let isRare =
        refused == negative.count
        || taken < positive.count && positive[taken] >= negative[refused]
      if isRare {
        rare += Elementary.exp(positive[taken])
        taken += 1
      } else {
        common += Elementary.exp(negative[refused])
        refused += 1
      }
    }
    let rareMean = taken > 0 ? rare / Double(taken) : Elementary.exp(nearestPositive)
    let commonMean = refused > 0 ? common / Double(refused) : Elementary.exp(nearestNegative)
    return Elementary.log(rareMean / commonMean)
  }

  /// What Sentinel counts: 0 below the floor.
  @inline(__always) static func floored(_ logRatio: Double) -> Double {
    logRatio < floor ? 0 : logRatio
  }
}
