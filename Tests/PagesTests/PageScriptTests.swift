import Testing

@testable import Pages

@Suite struct PageScriptTests {
  @Test func theScriptCannotEndItsElementNorWriteMarkup() {
    let text = PageScript.text
    #expect(!text.contains("</script"))
    #expect(!text.contains("innerHTML"))
    #expect(!text.contains("fetch"))
    #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
    #expect(text.count { $0 == "(" } == text.count { $0 == ")" })
  }
}
