internal import Statistics

/// Noise within the text of one message.
///
/// Only ASCII letters, blanks, and for capitals the letters of Latin-1 are touched, so that what is
/// valid UTF-8 stays so. The draw for a letter belongs to its place, whatever happened before it.
struct TextNoise {
  private let kind: Perturbation.Kind
  private let level: String
  private let threshold: UInt64

  init(_ perturbation: Perturbation) {
    (kind, level) = (perturbation.kind, perturbation.level)
    threshold = perturbation.threshold
  }

  /// The text with this noise on it. O(bytes).
  func applied(to text: [UInt8], _ random: CounterRandom) -> [UInt8] {
    switch kind {
    case .typos: mistyped(text, random)
    case .letterCase: recased(text, random)
    case .homoglyphs: disguised(text, random)
    case .emoji: withEmoji(text, random)
    case .elongation: elongated(text, random)
    case .spacing: respaced(text, random)
    default: text
    }
  }

  /// Whether the high half of a draw says that something happens.
  func happens(_ draw: UInt64) -> Bool { draw >> 32 < threshold }

  /// One of `count` choices from the low half of a draw.
  func choice(_ draw: UInt64, of count: Int) -> Int {
    Int(((draw & 0xFFFF_FFFF) * UInt64(count)) >> 32)
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

/// Letters.
extension TextNoise {
  /// The keys beside a…z on the QWERTY keyboard, in the order of the alphabet.
  private static let neighbours: [[UInt8]] = """
    qwsz vghn xdfv serfcx wrsd drtgcv ftyhbv gyujnb uojk huikmn jiolm kop njk bhjm ipkl ol wa etdf \
    awedxz rfgy yihj cfgb qeas zsdc tugh asx
    """.utf8.split(separator: 0x20).map(Array.init)

  /// Letters with a look-alike, and the look-alike's two bytes in UTF-8.
  private static let lookAlikes: [UInt8: [UInt8]] = {
    let pairs: [(Character, Character)] = [
      ("a", "\u{430}"), ("c", "\u{441}"), ("e", "\u{435}"), ("i", "\u{456}"), ("j", "\u{458}"),
      ("o", "\u{43E}"), ("p", "\u{440}"), ("s", "\u{455}"), ("x", "\u{445}"), ("y", "\u{443}"),
      ("A", "\u{410}"), ("B", "\u{412}"), ("C", "\u{421}"), ("E", "\u{415}"), ("H", "\u{41D}"),
      ("I", "\u{406}"), ("J", "\u{408}"), ("K", "\u{41A}"), ("M", "\u{41C}"), ("O", "\u{41E}"),
      ("P", "\u{420}"), ("S", "\u{405}"), ("T", "\u{422}"), ("X", "\u{425}"),
    ]
    return Dictionary(
      uniqueKeysWithValues: pairs.map { (Array(String($0).utf8)[0], Array(String($1).utf8)) })
  }()

  private func mistyped(_ text: [UInt8], _ random: CounterRandom) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 4)
    var at = 0
    while at < text.count {
      let byte = text[at]
      let draw = random.value(at: UInt64(at))
      guard Self.isLetter(byte), happens(draw) else {
        result.append(byte)
        at += 1
        continue
      }
      let next = at + 1 < text.count && Self.isLetter(text[at + 1]) ? text[at + 1] : nil
      let follows = at > 0 && Self.isLetter(text[at - 1])
      let keys = Self.neighbours[Int(byte | 0x20) - 0x61]
      switch choice(draw, of: 4) {
      case 0 where next != nil:
        result += [text[at + 1], byte]
        at += 1
      case 1 where next != nil || follows: break
      case 2: result += [byte, byte]
      default:
        // The low bits chose the kind of slip already.
        let key = keys[choice(CounterRandom.mix(draw), of: keys.count)]
        result.append(key & 0xDF | byte & 0x20)
      }
      at += 1
    }
    return result
  }

  private func disguised(_ text: [UInt8], _ random: CounterRandom) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 8)
    for (at, byte) in text.enumerated() {
      if let form = Self.lookAlikes[byte], happens(random.value(at: UInt64(at))) {
        result += form
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private func recased(_ text: [UInt8], _ random: CounterRandom) -> [UInt8] {
    var result = text
    for at in text.indices {
      let byte = text[at]
      // In Latin-1, À…Þ and à…þ differ in the same bit; × and ÷ stand between them.
      let isLatin = at > 0 && text[at - 1] == 0xC3 && byte & 0x1F != 0x17 && byte & 0x1F != 0x1F
      guard Self.isLetter(byte) || isLatin else { continue }
      let isSmall = level == "lower" || level == "random" && random.value(at: UInt64(at)) >> 63 == 0
      result[at] = isSmall ? byte | 0x20 : byte & 0xDF
    }
    return result
  }
}
