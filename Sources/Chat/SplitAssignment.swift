/// Shares of a corpus that become train, validation and test, assigned by hash: the same corpus is
/// split alike everywhere, and conversations of one group are never separated.
///
/// Within each label, groups are ordered by the SHA-256 of their name and dealt out by their size, so
/// that every label is divided in the wanted proportion, as nearly as its groups allow.
///
/// ```swift
/// let assignment = SplitAssignment("0.6/0.2/0.2")!
/// assignment.splits(of: [(id: "c1", group: nil, label: .benign)])  // [.train]
/// ```
public struct SplitAssignment: Sendable, Equatable {
  /// What the assignment needs to know of a conversation.
  public typealias Item = (id: String, group: String?, label: Label?)

  /// The share of training, 0…1.
  public let train: Double
  /// The share of validation, 0…1.
  public let validation: Double
  /// The share of test, 0…1.
  public let test: Double

  /// Three fifths for training, one for validation, one for test.
  public static let standard = SplitAssignment(unchecked: 0.6, 0.2, 0.2)

  /// Shares that are not negative and add up to 1 (within 1e-9); nil for others.
  public init?(train: Double, validation: Double, test: Double) {
    guard train >= 0, validation >= 0, test >= 0, abs(train + validation + test - 1) <= 1e-9 else {
      return nil
    }
    self.init(unchecked: train, validation, test)
  }

  /// Shares as a command line gives them, such as `0.6/0.2/0.2` or `.8/.1/.1`; nil for everything
  /// that is not three plain decimal numbers adding up to 1.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let shares = parts.compactMap { part -> Double? in
      let isPlain = part.allSatisfy { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ".") }
      // A leading zero, because the standard library reads `0.6` but not `.6`.
      return isPlain && !part.isEmpty ? Double("0" + String(decoding: part, as: UTF8.self)) : nil
    }
    guard shares.count == 3 else { return nil }
    self.init(train: shares[0], validation: shares[1], test: shares[2])
  }

  private init(unchecked train: Double, _ validation: Double, _ test: Double) {
    (self.train, self.validation, self.test) = (train, validation, test)
  }

  /// The split of each conversation, in the order given; it does not depend on that order.
  ///
  /// Conversations with one `group` (or, without one, with one `id`) stay together. A group whose
  /// conversations differ in label counts as grooming if any of them is, else as
  /// insufficient-evidence if any is, else as benign if any is. O(n log n).
  public func splits(of conversations: [Item]) -> [Split] {
    let keys = conversations.map { Self.key($0.group ?? $0.id) }
    let byKey = conversations.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    var strata: [[Range<Int>]] = Array(repeating: [], count: 4)
    var start = 0
    while start < byKey.count {
      var end = start + 1
      var stratum = Self.stratum(conversations[byKey[start]].label)
      while end < byKey.count, keys[byKey[end]] == keys[byKey[start]] {
        stratum = min(stratum, Self.stratum(conversations[byKey[end]].label))
        end += 1
      }
      strata[stratum].append(start..<end)
      start = end
    }
    var splits = Array(repeating: Split.train, count: conversations.count)
    for groups in strata {
      let total = Double(groups.reduce(0) { $0 + $1.count })
      var before = 0
      for group in groups {
        // The middle of the group decides, so that rounding favours no split.
        let middle = (Double(before) + Double(group.count) / 2) / total
        let split: Split =
          middle < train ? .train : middle < train + validation ? .validation : .test
        for position in group { splits[byKey[position]] = split }
        before += group.count
      }
    }
    return splits
  }

  /// The SHA-256 of a group's name, comparable.
  private static func key(_ name: String) -> [UInt64] {
    var hash = SHA256()
    hash.update(name.utf8)
    let words = hash.digestWords()
    return (0..<4).map { UInt64(words[2 * $0]) << 32 | UInt64(words[2 * $0 + 1]) }
  }

  private static func stratum(_ label: Label?) -> Int {
    switch label {
    case .grooming: 0
    case .insufficientEvidence: 1
    case .benign: 2
    case nil: 3
    }
  }
}
