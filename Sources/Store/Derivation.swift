public import Chat

/// How a corpus was made from another one, by noise that is put on some of its splits.
///
/// ```swift
/// let curve = try workbench.derived(from: "everyday").filter { $0.derivation?.kind == "typos" }
/// curve.compactMap { $0.derivation?.amount }  // [0.01, 0.03, 0.05]
/// ```
public struct Derivation: Sendable, Equatable {
  /// The name of the parent when it was read; it may be gone, or be another corpus now.
  public var parent: String
  /// SHA-256 of the parent's content, 64 hex digits.
  public var parentSHA256: String
  /// The kind of noise, such as `typos`.
  public var kind: String
  /// How much of it: a number or a word, by ``kind``.
  public var level: String
  /// The seed of the noise.
  public var seed: UInt64
  /// The splits that differ from the parent's; all others are as they were.
  public var splits: [Split]

  /// A derivation with these properties.
  public init(
    parent: String, parentSHA256: String, kind: String, level: String, seed: UInt64,
    splits: [Split]
  ) {
    (self.parent, self.parentSHA256, self.kind) = (parent, parentSHA256, kind)
    (self.level, self.seed, self.splits) = (level, seed, splits)
  }

  /// The level as a number, the place on the axis of a curve; nil for a word such as `upper`.
  public var amount: Double? {
    level.utf8.first.map { 0x30...0x39 ~= $0 } == true ? Double(level) : nil
  }
}
