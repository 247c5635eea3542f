import Statistics
import Testing

@testable import CorpusGeneration

struct LetterRunTests {
  private static func slowEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    (start..<limit).first {
      !LetterRun.isLetter(bytes[$0]) && bytes[$0] != UInt8(ascii: "'")
    } ?? limit
  }

  @Test("Every byte is a letter, an apostrophe or the end, wherever it stands among eight")
  func everyByte() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 16)
        bytes[place] = byte
        #expect(LetterRun.end(bytes.span, from: 0, to: 12) == Self.slowEnd(bytes, 0, 12))
      }
    }
  }

  @Test("Texts of all lengths end where a look at each byte says")
  func texts() {
    var random = CounterRandom(seed: 5, stream: 1)
    let letters = Array("abyzAZ'@[`{ \u{7F}é".utf8)
    for count in 0..<40 {
      for _ in 0..<20 {
        let bytes = (0..<count).map { _ in letters[random.below(letters.count)] }
        for start in 0...count {
          let limit = start + random.below(count - start + 1)
          #expect(
            LetterRun.end(bytes.span, from: start, to: limit) == Self.slowEnd(bytes, start, limit))
        }
      }
    }
  }

  @Test("Counts of eight bytes are those of a look at each")
  func counts() {
    var random = CounterRandom(seed: 5, stream: 2)
    let letters = Array("abyzAZ'@[`{ \u{7F}é".utf8)
    for _ in 0..<4000 {
      let length = random.below(9)
      var bytes = (0..<length).map { _ in letters[random.below(5)] }
      while bytes.count < 8 { bytes.append(letters[random.below(letters.count)]) }
      let word = LetterRun.word(bytes.span, 0)
      #expect(LetterRun.count(word) == Self.slowEnd(bytes, 0, 8))
      let ascii = bytes.firstIndex { !LetterRun.isLetter($0) || $0 >= 0x80 } ?? 8
      #expect(LetterRun.asciiCount(word) == ascii)
      for count in 0..<8 {
        let expected = bytes[..<count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        #expect(LetterRun.prefix(word, count) == expected)
      }
    }
  }

  @Test("A byte that stands three times is found wherever it stands, and nothing else is")
  func triples() {
    var random = CounterRandom(seed: 5, stream: 3)
    for _ in 0..<4000 {
      let bytes = (0..<random.below(9)).map { _ in UInt8(0x61 + random.below(3)) }
      let word = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let expected = bytes.indices.dropLast(2).contains {
        bytes[$0] == bytes[$0 + 1] && bytes[$0] == bytes[$0 + 2]
      }
      #expect(LetterRun.hasTriple(word) == expected, "\(bytes)")
    }
  }
}
