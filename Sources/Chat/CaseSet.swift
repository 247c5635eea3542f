/// A set of cases of a small enumeration, one bit per case in the order of `allCases`.
///
/// ```swift
/// let signs: CaseSet<Sign> = [.threat, .ageProbe]
/// signs.rawValue  // 1 << 15 | 1
/// signs.cases     // [.ageProbe, .threat]
/// ```
public struct CaseSet<Case: IndexedCase>: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// Bit `i` stands for the case whose `index` is `i`.
  public var rawValue: UInt32

  /// The set with these bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The set with the given cases.
  public init(arrayLiteral elements: Case...) {
    rawValue = 0
    for element in elements { insert(element) }
  }

  /// Whether no case is in the set.
  public var isEmpty: Bool { rawValue == 0 }

  /// Adds one case. O(1).
  public mutating func insert(_ element: Case) { rawValue |= 1 << UInt32(element.index) }

  /// Whether `element` is in the set. O(1).
  public func contains(_ element: Case) -> Bool { rawValue >> UInt32(element.index) & 1 != 0 }

  /// The cases of the set in the order of `allCases`.
  public var cases: [Case] { Case.allCases.filter(contains) }
}

/// The warning signs of one message.
public typealias SignSet = CaseSet<Sign>
/// The protective cues of one message.
public typealias CueSet = CaseSet<Cue>
