import Statistics
import Testing

@testable import CorpusGeneration

@Suite struct ByteBufferTests {
  @Test("Words are runs between blanks, from every place on")
  func words() {
    var random = CounterRandom(seed: 3, stream: 0)
    let letters = Array("ab  é!".utf8)
    for _ in 0..<400 {
      let text = (0..<random.below(40)).map { _ in letters[random.below(letters.count)] }
      var buffer = ByteBuffer()
      // What stood there before must not count.
      buffer.append(Array(repeating: UInt8(ascii: "x"), count: 60))
      buffer.removeAll()
      buffer.append(text)
      for start in 0...text.count {
        let expected = text[start...].split(separator: 0x20).count
        #expect(buffer.words(from: start) == expected)
      }
    }
  }

  @Test("Parts of all lengths are added behind one another")
  func parts() {
    let source = (0..<100).map { UInt8($0) }
    var buffer = ByteBuffer()
    var expected: [UInt8] = []
    for length in 0...40 {
      for start in [0, 1, 50, 100 - length] {
        buffer.append(source.span, start, start + length)
        expected += source[start..<start + length]
      }
    }
    #expect(Array(buffer.bytes[..<buffer.count]) == expected)
  }
}
