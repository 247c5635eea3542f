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
}
