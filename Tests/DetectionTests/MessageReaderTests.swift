import Testing

@testable import Detection

@Suite struct MessageReaderTests {
  private func read(_ view: View, _ texts: [(Int, String)], claims: [String?]) -> [String] {
    var reader = MessageReader(lens: ViewLens(view, salt: 1))
    reader.begin(claims: claims)
    return texts.map { author, text in
      var output: [UInt8] = []
      reader.append(Array(text.utf8).span, author: author, to: &output)
      return String(decoding: output, as: UTF8.self)
    }
  }

  @Test func everyAuthorClaimsOnce() {
    #expect(
      read(.profile, [(1, "a"), (0, "b"), (1, "c"), (5, "d")], claims: ["adult", "16-17"])
        == ["_claims_16_17_ a", "_claims_adult_ b", "c", "d"])
  }

  @Test func noOtherViewTellsClaims() {
    for view in View.allCases where view != .profile {
      #expect(read(view, [(0, "")], claims: ["adult"]) == [""])
    }
  }
}
