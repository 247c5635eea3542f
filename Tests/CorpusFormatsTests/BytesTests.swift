import Testing

@testable import CorpusFormats

@Suite struct BytesTests {
  @Test(arguments: [0, 1, 9, 10, 99, 100, 12_345, UInt64.max])
  func decimals(number: UInt64) {
    var bytes: [UInt8] = []
    bytes.append(decimal: number)
    #expect(String(decoding: bytes, as: UTF8.self) == String(number))
  }

  @Test func wordsAreLittleEndian() {
    let word = Array("x12345678".utf8).span.word(at: 1)
    #expect(word == 0x3837_3635_3433_3231)
  }

  @Test func multibyteCharactersEndAtASCIIOrBeforeABadOne() {
    func end(_ bytes: [UInt8]) -> Int {
      (bytes + [0, 0, 0, 0]).span.endOfMultibyte(from: 0)
    }
    #expect(end(Array("é漢😀a".utf8)) == 9)
    #expect(end([0xc3, 0xa9, 0xe2, 0x82]) == 2)
    #expect(end([0xed, 0xa0, 0x80]) == 0)
    #expect(end([0x41]) == 0)
  }

  @Test func outputsTakeTextRangesAndWords() {
    var bytes: [UInt8] = Array("<".utf8)
    bytes.append(addingCapacity: 30) { output in
      output.append("ab")
      output.append("cdefgh".utf8.span, 1..<3)
      output.append("xyz".utf8.span, 2..<2)
      output.append(word: Array("12345678".utf8).span.word(at: 0), keeping: 3)
      output.append(word: Array("12345678".utf8).span.word(at: 0), keeping: 8)
    }
    #expect(String(decoding: bytes, as: UTF8.self) == "<abde12312345678")
  }
}
