import Chat
import Testing
import TextFeatures

@testable import Detection

@Suite struct AuthorSumsTests {
  static func stage(_ seed: UInt64) throws -> LinearTextModel {
    try #require(try TwoStageTests.trained(seed).authors)
  }

  @Test(arguments: [UInt64(1), 2])
  func theRunningMarginsAreThoseOfTheRows(_ seed: UInt64) throws {
    let stage = try Self.stage(seed)
    let examples = RoleCorpus.examples(seed: seed + 40, count: 20)
    let rows = OffenderRows(examples, hasher: stage.hasher, checkpoint: {}).rows
    let expected = stage.margins(rows, repetition: .linear)
    let chunk = examples.chunks[0]
    var found: [Double] = []
    for conversation in chunk.conversations where conversation.label == .grooming {
      var sums = AuthorSums()
      for message in conversation.messages {
        sums.observe(
          author: Int(chunk.messages.author[message]),
          chunk.messages.text.span.extracting(chunk.messages.textRange(message)), stage)
      }
      found += conversation.authors.indices.map { sums.margin($0) + stage.bias }
      let strongest = try #require(sums.strongest)
      #expect(sums.margin(strongest) >= sums.margin(1 - strongest))
    }
    #expect(found.count == expected.count && found.count == 20)
    for (mine, theirs) in zip(found, expected) {
      #expect((mine - theirs).magnitude < 1e-9, "seed \(seed)")
    }
  }

  @Test func authorsBeyondTheCapAreNotToldApart() throws {
    let stage = try Self.stage(1)
    var sums = AuthorSums()
    #expect(sums.strongest == nil)
    let text = Array("tulip soil".utf8)
    sums.observe(author: AuthorSums.maximumAuthors, text.span, stage)
    sums.observe(author: .max, text.span, stage)
    #expect(sums.strongest == nil && sums.margin(AuthorSums.maximumAuthors) == 0)
    sums.observe(author: AuthorSums.maximumAuthors - 1, text.span, stage)
    #expect(sums.strongest == AuthorSums.maximumAuthors - 1)
    sums.begin()
    #expect(sums.strongest == nil)
  }
}
