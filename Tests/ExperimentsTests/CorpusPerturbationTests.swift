import Chat
import CorpusFormats
import CorpusGeneration
import Store
import Testing

@testable import Experiments

@Suite struct CorpusPerturbationTests {
  private let typos = Perturbation(.typos, level: "0.2")!

  private func lines(_ workbench: Workbench, _ corpus: String, _ split: Split?) throws -> [UInt8] {
    var lines: [UInt8] = []
    try workbench.readChunks(corpus: corpus, split: split) { chunk in
      for index in chunk.conversations.indices {
        JSONL.append(chunk, conversation: index, to: &lines)
      }
    }
    return lines
  }

  @Test func theParentAndTheNoiseAreRecorded() throws {
    try Fixtures.withTinyCorpus { workbench in
      let (corpus, counts) = try CorpusPerturbation(typos, of: "tiny")
        .store(in: workbench, name: "noisy") { _ in }
      let parent = try workbench.corpus(named: "tiny")
      #expect(
        corpus.derivation
          == Derivation(
            parent: "tiny", parentSHA256: parent.contentSHA256, kind: "typos", level: "0.2",
            seed: 1, splits: [.test]))
      #expect(corpus.source == parent.source)
      #expect(corpus.conversations == parent.conversations)
      #expect(counts.conversations == 30)
      #expect(try workbench.derived(from: "tiny").map(\.name) == ["noisy"])
    }
  }

  @Test(arguments: [
    (Perturbation.Kind.typos, "0.2"), (.letterCase, "upper"), (.emoji, "0.5"), (.spacing, "0.5"),
    (.splitMerge, "0.5"), (.drop, "0.5"), (.timeJitter, "5"), (.anonymise, "ids"),
  ])
  func onlyTheChosenSplitsDiffer(_ kind: Perturbation.Kind, _ level: String) throws {
    try Fixtures.withTinyCorpus { workbench in
      let noise = try #require(Perturbation(kind, level: level))
      let (corpus, _) = try CorpusPerturbation(noise, of: "tiny")
        .store(in: workbench, name: "noisy") { _ in }
      for split in [Chat.Split.train, .validation] {
        #expect(try lines(workbench, "noisy", split) == lines(workbench, "tiny", split))
      }
      #expect(try lines(workbench, "noisy", .test) != lines(workbench, "tiny", .test))
      let all = try lines(workbench, "noisy", nil)
      #expect(corpus.contentSHA256 == SHA256.hex(SHA256.digest(of: all)))
      var written: [UInt8] = []
      _ = try CorpusPerturbation(noise, of: "tiny")
        .writeLines(from: workbench) { bytes, _ in written += bytes }
      #expect(written == all)
    }
  }

  @Test func paddingComesFromItsOwnSplit() throws {
    try Fixtures.withTinyCorpus { workbench in
      // Every text says which split it is of.
      _ = try workbench.writeCorpus(CorpusRecord(name: "said", contentSHA256: "", source: "jsonl"))
      { writer in
        try workbench.readChunks(corpus: "tiny", split: nil) { chunk in
          var said = chunk
          said.messages = MessageColumns()
          for conversation in chunk.conversations {
            for message in conversation.messages {
              said.messages.append(
                author: Int(chunk.messages.author[message]), time: chunk.messages.time[message],
                style: chunk.messages.timeStyle[message],
                text: (conversation.split?.rawValue ?? "").utf8)
            }
          }
          try writer.append(said)
        }
        return String(repeating: "0", count: 64)
      }
      let noise = try #require(Perturbation(.padding, level: "30"))
      _ = try CorpusPerturbation(noise, of: "said").store(in: workbench, name: "noisy") { _ in }
      var count = 0
      try workbench.readChunks(corpus: "noisy", split: .test) { chunk in
        for message in 0..<chunk.messages.count {
          #expect(chunk.messages.withText(message) { $0.count } == 4)
          count += 1
        }
      }
      #expect(count == 30 * 30 + 30 * 8)
    }
  }

  @Test func theSameAgainIsLeftAsItIs() throws {
    try Fixtures.withTinyCorpus { workbench in
      let work = CorpusPerturbation(typos, of: "tiny")
      let first = try work.store(in: workbench, name: "noisy") { _ in }
      let again = try work.store(in: workbench, name: "noisy") { _ in }
      #expect(first.corpus == again.corpus)
      #expect(first.counts == again.counts)
      let other = CorpusPerturbation(Perturbation(.typos, level: "0.3")!, of: "tiny")
      #expect(throws: ExperimentError.corpusExists("noisy")) {
        try other.store(in: workbench, name: "noisy") { _ in }
      }
      #expect(throws: ExperimentError.corpusExists("tiny")) {
        try work.store(in: workbench, name: "tiny") { _ in }
      }
    }
  }

  @Test func aThrowKeepsNothing() throws {
    struct Stop: Error {}
    try Fixtures.withTinyCorpus { workbench in
      #expect(throws: Stop.self) {
        try CorpusPerturbation(typos, of: "tiny").store(in: workbench, name: "noisy") { _ in
          throw Stop()
        }
      }
      let names = try workbench.corpora().map(\.name)
      #expect(names == ["tiny"])
    }
  }

  @Test func whatCannotBeDoneIsSaid() throws {
    try Fixtures.withTinyCorpus { workbench in
      let absent = CorpusPerturbation(typos, of: "tiny", splits: [.testIID])
      #expect(throws: ExperimentError.nothingToPerturb(corpus: "tiny", splits: ["test-iid"])) {
        try absent.store(in: workbench, name: "noisy") { _ in }
      }
      var chunk = Fixtures.chunk(0..<1, split: .test)
      chunk.conversations[0].locale = "xx"
      _ = try workbench.writeCorpus(
        CorpusRecord(name: "one", contentSHA256: "", source: "jsonl")
      ) { writer in
        try writer.append(chunk)
        return String(repeating: "0", count: 64)
      }
      #expect(throws: GenerationError.self) {
        try CorpusPerturbation(typos, of: "one").store(in: workbench, name: "noisy") { _ in }
      }
      chunk.conversations[0].locale = "en"
      _ = try workbench.writeCorpus(
        CorpusRecord(name: "two", contentSHA256: "", source: "jsonl")
      ) { writer in
        try writer.append(chunk)
        return String(repeating: "0", count: 64)
      }
      let padding = try #require(Perturbation(.padding, level: "5"))
      #expect(throws: ExperimentError.noOrdinaryTalk(corpus: "two", split: "test")) {
        try CorpusPerturbation(padding, of: "two").store(in: workbench, name: "noisy") { _ in }
      }
    }
  }
}
