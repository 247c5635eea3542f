import Chat
import Statistics
import Testing

@testable import Audits

@Suite struct RealismAuditTests {
  /// Benign talk with words, gaps and hours of a source.
  private func corpus(
    _ name: String, words: Int, gap: Int, hour: Int, seed: UInt64
  ) -> AuditedCorpus {
    var planted = PlantedCorpus(120, seed: seed)
    planted.change(where: { _ in true }) { draft, random in
      draft.label = nil
      for index in draft.messages.indices {
        draft.messages[index].minute = hour * 60 + index * gap
        draft.messages[index].words = (0..<(words + random.below(3))).map { _ in
          PlantedCorpus.word(random.below(500))
        }
      }
    }
    return planted.corpus(name)
  }

  private func findings(_ own: AuditedCorpus, _ others: [AuditedCorpus]) throws -> [AuditFinding] {
    try RealismAudit(own, against: others, checkpoint: {}).findings
  }

  @Test func aCorpusLikeOneOfTheRealOnesHolds() throws {
    let real = [
      corpus("one", words: 4, gap: 1, hour: 10, seed: 2),
      corpus("two", words: 9, gap: 7, hour: 18, seed: 3),
    ]
    let findings = try findings(corpus("own", words: 4, gap: 1, hour: 10, seed: 4), real)
    #expect(findings.broken == [])
    #expect(findings["words per message: to the nearest"]?.detail == "one")
    #expect((findings["words per message: real to real"]?.value ?? 0) == 1)
    #expect((findings["told apart by surface: real to real"]?.value ?? 0) > 0.95)
    let same = findings["told apart by surface: same source"]?.value ?? 0
    #expect(same > 0.35 && same < 0.65)
    let near = findings["told apart by surface: to the nearest"]?.value ?? 1
    #expect(near > 0.35 && near < 0.65)
  }

  @Test func aCorpusFurtherAwayThanRealOnesFromOneAnotherBreaks() throws {
    let real = [
      corpus("one", words: 6, gap: 3, hour: 10, seed: 2),
      corpus("two", words: 6, gap: 3, hour: 10, seed: 3),
    ]
    let gaps = try findings(corpus("own", words: 6, gap: 9, hour: 10, seed: 4), real)
    #expect(gaps.broken.contains("gaps: to the nearest"))
    #expect(gaps["gaps: to the nearest"]?.bound == .atMost(0))
    let words = try findings(corpus("own", words: 20, gap: 3, hour: 10, seed: 4), real)
    #expect(words.broken.contains("words per message: to the nearest"))
    #expect(words.broken.contains("told apart by surface: to the nearest"))
    #expect(!words.broken.contains("gaps: to the nearest"))
  }

  @Test func oneOtherCorpusBindsNothing() throws {
    let findings = try findings(
      corpus("own", words: 4, gap: 1, hour: 10, seed: 4),
      [corpus("one", words: 9, gap: 7, hour: 18, seed: 2)])
    #expect(findings.broken == [])
    #expect(findings["words per message: real to real"]?.verdict == .unknown)
    #expect(findings["words per message: to the nearest"]?.verdict == .noted)
    #expect(try self.findings(AuditedCorpus("empty", []), []).isEmpty)
  }

  @Test func groomingIsNotCompared() {
    var planted = PlantedCorpus(30)
    planted.change(where: \.isPositive) { draft, _ in
      draft.messages = [PlantedCorpus.Message(words: Array(repeating: "x", count: 99))]
    }
    #expect(ChatSample(planted.corpus()).words.allSatisfy { $0 < 20 })
  }
}
