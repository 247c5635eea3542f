import Testing

@testable import Pages

@Suite struct PageStyleTests {
  @Test func lightAndDarkDefineTheSameColours() throws {
    let text = PageStyle.text
    let parts = text.split(separator: "@media (prefers-color-scheme:dark)", maxSplits: 1)
    try #require(parts.count == 2)
    let dark = parts[1].prefix { $0 != "*" }
    for name in ["paper", "ink", "soft", "line", "panel", "link", "band", "mark"] {
      #expect(parts[0].contains("--\(name):"), "light \(name)")
      #expect(dark.contains("--\(name):"), "dark \(name)")
    }
  }

  @Test func bracesAreBalanced() {
    let text = PageStyle.text
    #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
    #expect(!text.contains("</style"))
  }
}
