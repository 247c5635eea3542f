import Testing

@testable import CorpusFormats

@Suite struct RecentNameTests {
  private let padding = [UInt8](repeating: 0, count: 32)

  @Test func nothingStandsAtFirst() {
    for text in ["\"", "a\"", "\u{0}\""] {
      let stands = RecentName().stands(in: (Array(text.utf8) + padding).span, at: 0)
      #expect(!stands)
    }
  }

  @Test(arguments: ["", "a", "eightchr", "ninechars", "sixteen chars ab", "é漢😀"])
  func standsOnlyWhereTheWholeNameDoes(name: String) throws {
    let text = Array("x\(name)\"".utf8) + padding
    let made = RecentName(text.span, 1..<1 + name.utf8.count, index: 7)
    let recent = try #require(made)
    #expect(recent.index == 7 && recent.count == name.utf8.count)
    func stands(_ other: String) -> Bool {
      recent.stands(in: (Array(other.utf8) + padding).span, at: 0)
    }
    #expect(stands(name + "\""))
    #expect(stands(name + "\"x"))
    for other in [name, name + "x\"", "x" + name + "\"", String(name.dropLast()) + "?\""] {
      #expect(!stands(other), "\(other)")
    }
  }

  @Test func longNamesAreNotKept() {
    let text = [UInt8](repeating: 0x78, count: 40)
    let made = RecentName(text.span, 0..<17, index: 0)
    #expect(made == nil)
  }
}
