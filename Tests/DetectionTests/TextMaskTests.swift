import Testing
import TextFeatures

@testable import Detection

@Suite struct TextMaskTests {
  private func masked(_ text: String, _ view: View, salt: UInt64 = 1) throws -> String {
    let mask = try #require(TextMask(view, salt: salt))
    var output: [UInt8] = []
    var tokens: [Token] = []
    mask.append(Array(text.utf8).span, to: &output, &tokens)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: [
    ("see you at 7", "see you at <_number_>"),
    ("Anna, are you there?", "<_name_>, are you there?"),
    ("look at https://example.org/a?b now", "look at <_link_> now"),
    ("www.example.org", "<_link_>"),
    ("mail me: someone@example.org", "mail me: <_link_>"),
    ("the end.and then", "the <_link_> then"),
    ("ok... fine", "ok... fine"),
    ("3.50 or so", "<_number_>.<_number_> or so"),
    ("grün  und\tblau 🙂", "grün  und\tblau 🙂"),
    ("", ""),
  ])
  func redactionReplacesNumbersLinksAndNames(_ text: String, _ expected: String) throws {
    #expect(try masked(text, .redacted) == expected)
  }

  @Test func redactionReplacesNumbersOfAnyLength() throws {
    for length in 1...40 {
      #expect(try masked(String(repeating: "7", count: length), .redacted) == "<_number_>")
    }
  }

  @Test func hashingKeepsEqualityAndNothingElse() throws {
    let words = try masked("Meet me, meet you!", .hashed).split(separator: " ")
    #expect(words.count == 4)
    #expect(words[0] == words[2])
    #expect(Set(words).count == 3)
    #expect(words.allSatisfy { $0.count == 16 && $0.allSatisfy { ("a"..."p").contains($0) } })
    #expect(try masked("meet", .hashed, salt: 2) != words[0])
    #expect(try masked("", .hashed).isEmpty)
  }

  @Test func lengthsRemainUnderMetadata() throws {
    #expect(try masked("grün", .metadata) == "     ")
    #expect(try masked("", .metadata).isEmpty)
  }

  @Test func theOtherViewsLeaveTextAsItIs() {
    for view in [View.full, .profile, .lastK, .reported] {
      #expect(TextMask(view, salt: 1) == nil)
    }
  }
}
