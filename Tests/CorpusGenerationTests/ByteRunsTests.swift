import Testing

@testable import CorpusGeneration

@Suite struct ByteRunsTests {
  private func bracketed(_ text: String) -> String {
    let letters = Array(text.utf8).rewritingRuns(where: { (0x61...0x7A).contains($0) }) {
      $1 += Array("[\($0.count)]".utf8)
    }
    return String(decoding: letters, as: UTF8.self)
  }

  @Test func everyLongestRunIsWrittenOnceAndTheRestStays() {
    #expect(bracketed("ab, c  def!") == "[2], [1]  [3]!")
    #expect(bracketed("abc") == "[3]")
    #expect(bracketed("  . ") == "  . ")
    #expect(bracketed("") == "")
  }

  @Test func aRunThatIsWrittenAsNothingIsGone() {
    let bytes: [UInt8] = [1, 9, 9, 2, 9]
    #expect(bytes.rewritingRuns(where: { $0 == 9 }) { _, _ in } == [1, 2])
  }
}
