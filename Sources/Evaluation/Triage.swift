import Chat
import Glibc

/// What a moderator finds who reads conversations from the highest score down.
///
/// Over the ranking by final score, with gain 1 for grooming and 0 for benign:
///
/// - P@k = grooming among the first k / k, also where fewer than k conversations are there, as in
///   trec_eval;
/// - R@k = grooming among the first k / all grooming;
/// - NDCG@k = DCG@k / DCG@k of the perfect ranking, DCG@k = Σ gain_i / log2(i+1) over places
///   i = 1…k (Järvelin and Kekäläinen 2002, doi:10.1145/582415.582418);
/// - reviews to reach a recall: the smallest k with R@k at or above it.
///
/// **Unit and range.** Conversations; in 0…1, better when higher, reviews from 1 to all, better when
/// lower. P@k is also precision at rank k or at capacity k.
///
/// **Ties** are broken by the SHA-256 of the conversation's id, so neither the order of a file nor
/// the naming of a corpus helps a detector that gives everything one score. **Missing scores** (NaN
/// too) stand below every score, in that order too.
///
/// **Empty**: nil without grooming (P@k without any conversation). O(n log n) once; P, R, reviews
/// O(1) or O(log n); NDCG O(k).
///
/// **Comparison.** NDCG@k agrees with `ndcg_score(…, k=k)` of scikit-learn where no scores are
/// equal; there tied scores share their gain by default.
public struct Triage: Sendable, Equatable {
  /// How many conversations are ranked.
  public let count: Int
  /// Ranks (0-based) of the grooming conversations, rising.
  private let ranks: [Int]

  /// Ranks conversations.
  public init(_ units: [EvaluatedConversation]) {
    let keys = units.map { unit in
      // The first eight bytes decide but for one pair in 2⁶⁴; the id decides there.
      (
        isScored: unit.usableScore != nil, score: unit.usableScore ?? 0,
        hash: SHA256.digest(of: unit.id.utf8).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      )
    }
    let order = units.indices.sorted { a, b in
      if keys[a].isScored != keys[b].isScored { return keys[a].isScored }
      if keys[a].score != keys[b].score { return keys[a].score > keys[b].score }
      return (keys[a].hash, units[a].id) < (keys[b].hash, units[b].id)
    }
    count = units.count
    ranks = order.indices.filter { units[order[$0]].isPositive }
  }

  /// How many conversations are grooming.
  public var positiveCount: Int { ranks.count }

  /// P@k; nil without conversations.
  ///
  /// - Precondition: `k` > 0.
  public func precision(at k: Int) -> Double? {
    precondition(k > 0, "a ranking is cut at its first place or later")
    return count == 0 ? nil : Double(found(in: k)) / Double(k)
  }

  /// R@k; nil without grooming.
  ///
  /// - Precondition: `k` > 0.
  public func recall(at k: Int) -> Double? {
    precondition(k > 0, "a ranking is cut at its first place or later")
    return ranks.isEmpty ? nil : Double(found(in: k)) / Double(ranks.count)
  }

  /// NDCG@k; nil without grooming.
  ///
  /// - Precondition: `k` > 0.
  public func ndcg(at k: Int) -> Double? {
    precondition(k > 0, "a ranking is cut at its first place or later")
    guard !ranks.isEmpty else { return nil }
    func gain(_ ranks: some Sequence<Int>) -> Double {
      ranks.reduce(0) { $0 + 1 / log2(Double($1 + 2)) }
    }
    return gain(ranks.prefix(found(in: k))) / gain(0..<min(k, ranks.count))
  }

  /// The fewest reviews with which a moderator reaches a recall; nil without grooming.
  ///
  /// - Precondition: 0 < `recall` ≤ 1.
  public func reviews(toReach recall: Double) -> Int? {
    precondition(recall > 0 && recall <= 1, "a recall lies in 0…1")
    guard !ranks.isEmpty else { return nil }
    // 0.8 · 35 is a little more than 28 in binary; 28 of 35 is a recall of 0.8.
    let needed = Int((recall * Double(ranks.count) - 1e-9).rounded(.up))
    return ranks[max(needed, 1) - 1] + 1
  }

  /// Grooming among the first k, by bisection.
  private func found(in k: Int) -> Int {
    var (low, high) = (0, ranks.count)
    while low < high {
      let middle = (low + high) / 2
      if ranks[middle] < k { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
