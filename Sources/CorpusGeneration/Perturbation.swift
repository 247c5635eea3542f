internal import Chat
internal import Statistics

/// Generic noise on the conversations of a corpus: a test of how much a detector can bear.
///
/// What happens to a message depends on the seed, the conversation's id and the message's number,
/// never on label, kind, stage, sign or role: both classes are treated alike. (The content gate, which
/// takes noise back, reads what its rules are about.) A larger share of the same kind and seed hits
/// what a smaller one hits, and more. Whole numbers and comparisons decide every byte, so that the
/// result is the same on every machine.
///
/// ```swift
/// let noise = Perturbation(.typos, level: ".03")!
/// noise.level  // "0.03"
/// noise.name   // "typos-0.03"
/// ```
public struct Perturbation: Sendable, Equatable {
  /// What kind of noise.
  public enum Kind: String, Sendable, CaseIterable {
    /// A share of the letters is swapped, left out, doubled or replaced by a neighbour's key.
    case typos
    /// Every letter is small, capital, or either at random.
    case letterCase = "case"
    /// A share of the messages gets an emoji before or behind it.
    case emoji
    /// A share of the letters that have a look-alike in Cyrillic is replaced by it.
    case homoglyphs
    /// A share of the words has one letter drawn out.
    case elongation
    /// A share of the blanks is left out, doubled or put one letter late.
    case spacing
    /// A share of the messages is cut in two, or joined with the next one of the same author.
    case splitMerge = "split-merge"
    /// Times move by up to so many minutes; the order of the messages stays.
    case timeJitter = "time-jitter"
    /// Speakers get neutral ids; with `names`, so do the given names in the texts.
    case anonymise
    /// A share of the messages is missing.
    case drop
    /// So many ordinary turns of other conversations stand before the first message; those that the
    /// content gate refuses are left out, so that there may be fewer.
    case padding

    /// What levels of this kind look like, as the end of a sentence.
    public var expectedLevel: String {
      switch self {
      case .letterCase: "lower, upper or random"
      case .anonymise: "ids or names"
      case .padding: "a whole number of turns from 1 to 10000"
      case .timeJitter: "minutes, more than 0 and at most 1440"
      case .drop: "a share, more than 0 and less than 1"
      default: "a share, more than 0 and at most 1"
      }
    }
  }

  /// What kind of noise.
  public let kind: Kind
  /// How much of it, in its shortest form: a share, a number or a word, by ``kind``.
  public let level: String
  /// What the draws are keyed with, beside the conversation's id and the message's number.
  public let seed: UInt64

  /// Noise of a kind; nil where the level is none of ``Kind/expectedLevel``.
  public init?(_ kind: Kind, level: String, seed: UInt64 = 1) {
    guard let level = Self.canonical(level, kind) else { return nil }
    (self.kind, self.level, self.seed) = (kind, level, seed)
  }

  /// Kind and level, as names of derived corpora carry them.
  public var name: String { "\(kind.rawValue)-\(level)" }

  /// The shortest form of a level; nil where it is none.
  private static func canonical(_ level: String, _ kind: Kind) -> String? {
    switch kind {
    case .letterCase: return ["lower", "upper", "random"].contains(level) ? level : nil
    case .anonymise: return ["ids", "names"].contains(level) ? level : nil
    case .padding:
      guard let turns = Int(level), (1...10_000).contains(turns) else { return nil }
      return "\(turns)"
    default: break
    }
    // Plain decimal numbers only; a leading zero, because the standard library does not read `.6`.
    guard level.utf8.allSatisfy({ 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ".") }),
      let number = Double("0" + level), number > 0
    else { return nil }
    switch kind {
    case .timeJitter where number <= 1440, .drop where number < 1: break
    case .timeJitter, .drop: return nil
    default: guard number <= 1 else { return nil }
    }
    let whole = Int(number)
    return Double(whole) == number ? "\(whole)" : "\(number)"
  }

  /// The level as a number, for kinds whose level is one. Scaled by a power of two, it is exact.
  var amount: Double { Double(level) ?? 0 }

  /// A 32-bit draw below this happens as often as the level says; 2³² is always.
  var threshold: UInt64 { UInt64(amount * 0x1p32) }

  /// The stream of a conversation for one purpose.
  func random(_ conversation: UInt64, purpose: UInt64) -> CounterRandom {
    // Kinds draw apart, so that two kinds on one corpus do not hit the same letters.
    let number = UInt64(Kind.allCases.firstIndex(of: kind) ?? 0) + 1
    return CounterRandom(seed: seed, stream: conversation, purpose: number << 40 | purpose)
  }

  /// The number of a conversation's streams: the start of the SHA-256 of its id.
  static func stream(of id: String) -> UInt64 {
    SHA256.digest(of: id.utf8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
