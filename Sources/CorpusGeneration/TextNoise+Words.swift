internal import Statistics

extension TextNoise {
  /// Common ones without a meaning that could matter.
  private static let emoji = [
    "🙂", "😀", "😄", "😅", "😂", "😎", "🤔", "😴", "🙄", "😮", "👍", "👋", "🙌", "👀", "🎉", "✨",
    "🔥", "☀️", "🌧️", "🌈", "🍕", "☕", "🎵", "⚽", "🎮", "📚", "🐶", "🐱",
  ].map { Array($0.utf8) }

  func withEmoji(_ text: [UInt8], _ random: CounterRandom) -> [UInt8] {
    guard happens(random.value(at: 0)) else { return text }
    let form = Self.emoji[choice(random.value(at: 1), of: Self.emoji.count)]
    if text.isEmpty { return form }
    return random.value(at: 2) & 3 == 0 ? form + [0x20] + text : text + [0x20] + form
  }

  /// The last vowel of a word, or else its last letter, is written three or four times.
  func elongated(_ text: [UInt8], _ random: CounterRandom) -> [UInt8] {
    text.rewritingRuns(where: Self.isLetter) { word, result in
      let draw = random.value(at: UInt64(word.lowerBound))
      guard word.count > 1, happens(draw) else {
        result += text[word]
        return
      }
      let long =
        text[word].lastIndex { "aeiou".utf8.contains($0 | 0x20) } ?? word.upperBound - 1
      result += text[word.lowerBound...long]
      result.append(contentsOf: repeatElement(text[long], count: 2 + choice(draw, of: 2)))
      result += text[long + 1..<word.upperBound]
    }
  }

  func respaced(_ text: [UInt8], _ random: CounterRandom) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 4)
    var at = 0
    while at < text.count {
      let draw = random.value(at: UInt64(at))
      guard text[at] == 0x20, happens(draw) else {
        result.append(text[at])
        at += 1
        continue
      }
      switch choice(draw, of: 3) {
      case 0: break
      case 1 where at + 1 < text.count && Self.isLetter(text[at + 1]):
        result += [text[at + 1], 0x20]
        at += 1
      default: result += [0x20, 0x20]
      }
      at += 1
    }
    return result
  }
}
