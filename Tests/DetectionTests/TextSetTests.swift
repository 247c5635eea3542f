import Testing

@testable import Detection

@Suite struct TextSetTests {
  private static func insert(_ text: String, _ set: inout TextSet) -> Bool {
    let bytes = Array(text.utf8)
    return set.insert(bytes.span)
  }

  @Test func knowsWhatWasSaid() {
    var set = TextSet()
    let texts = ["", "a", "aa", "b", "ok", "ko", "see you", "see you "]
    #expect(texts.count { Self.insert($0, &set) } == texts.count)
    #expect(texts.count { Self.insert($0, &set) } == 0)
    set.begin()
    let isNew = Self.insert("ok", &set)
    #expect(isNew)
  }

  @Test func forgetsALongTalkToo() {
    var set = TextSet()
    for _ in 0..<2 {
      set.begin()
      #expect((0..<10_000).count { Self.insert("\($0)", &set) } == 10_000)
    }
  }
}
