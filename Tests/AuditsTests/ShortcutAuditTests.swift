import Chat
import Statistics
import Testing

@testable import Audits

/// Each fault is found, and no other.
@Suite struct ShortcutAuditTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// Names of what must break, with and without `, hard negatives`.
    var breaks: [String]
    var plant: @Sendable (inout PlantedCorpus) -> Void

    init(
      _ name: String, _ breaks: [String], _ plant: @escaping @Sendable (inout PlantedCorpus) -> Void
    ) {
      (testDescription, self.breaks, self.plant) = (name, breaks, plant)
    }
  }

  private func findings(_ planted: PlantedCorpus) -> [AuditFinding] {
    ShortcutAudit(planted.corpus(), firstMessages: nil, resamples: 20).findings
  }

  @Test func aCleanCorpusBreaksNothing() {
    let findings = findings(PlantedCorpus())
    #expect(findings.broken == [])
    // Unknown is only the text model, which was not given.
    #expect(findings.filter { $0.verdict == .unknown }.map(\.name) == ["first three messages"])
    #expect(findings["length"]?.low != nil)
  }

  static let faults = [
    Fault("length", ["length", "metadata only"]) { planted in
      planted.change(where: \.isPositive) { draft, _ in draft.messages += draft.messages.prefix(4) }
    },
    Fault("hour", ["hour", "share at night", "metadata only"]) { planted in
      planted.changeMessages(where: \.isPositive) { message, _ in
        message.minute = message.minute.map { $0 + 720 }
      }
    },
    Fault("runs", ["run length", "metadata only"]) { planted in
      planted.change(where: \.isPositive) { draft, _ in
        for index in draft.messages.indices { draft.messages[index].author = index % 2 }
      }
    },
    Fault("questions", ["question rate"]) { planted in
      planted.changeMessages(where: \.isPositive) { message, random in
        if random.below(4) == 0 { message.words[1] += "?" }
      }
    },
    Fault("lower case", ["lower-case starts"]) { planted in
      planted.changeMessages(where: \.isPositive) { message, _ in
        message.words[0] = message.words[0].lowercased()
      }
    },
    Fault("punctuation", ["no final punctuation"]) { planted in
      planted.changeMessages(where: \.isPositive) { message, _ in message.end = "." }
    },
    Fault("placeholder", ["placeholder", "best single word"]) { planted in
      planted.change(where: \.isPositive) { draft, random in
        if random.below(4) > 0 { draft.messages[2].words[3] = "[content-withheld]" }
      }
    },
    Fault("authors", ["author count", "metadata only"]) { planted in
      planted.change(where: \.isPositive) { draft, _ in
        // A message that is a run of its own stays one, so that no run gets shorter.
        let authors = draft.messages.map(\.author)
        if let alone = (1..<(authors.count - 1)).first(where: {
          authors[$0] != authors[$0 - 1] && authors[$0] != authors[$0 + 1]
        }) {
          draft.messages[alone].author = 2
        }
      }
    },
    Fault("words", ["mean words", "metadata only"]) { planted in
      planted.changeMessages(where: \.isPositive) { message, random in
        message.words.insert(PlantedCorpus.word(random.below(3000)), at: 2)
      }
    },
    Fault("order", ["order of ids"]) { planted in
      let ids = planted.drafts.map(\.id).sorted()
      var (low, high) = (0, ids.count - 1)
      planted.change(where: { _ in true }) { draft, _ in
        if draft.isPositive {
          draft.id = ids[low]
          low += 1
        } else {
          draft.id = ids[high]
          high -= 1
        }
      }
    },
    Fault("ages", ["age bands"]) { planted in
      planted.change(where: { !$0.isPositive }) { draft, random in
        if random.below(3) > 0 { draft.bands = ["adult", "adult"] }
      }
    },
    Fault("a word", ["best single word"]) { planted in
      planted.change(where: \.isPositive) { draft, random in
        if random.below(3) > 0 { draft.messages[4].words[3] = "lantern" }
      }
    },
    Fault("signs", ["gold sign density"]) { planted in
      planted.changeMessages(where: \.isPositive) { message, random in
        if random.below(4) == 0 { message.signs = [.secrecyRequest] }
      }
    },
  ]

  @Test(arguments: faults) func eachFaultIsFoundAndNoOther(_ fault: Fault) {
    var planted = PlantedCorpus()
    fault.plant(&planted)
    let wanted = Set(fault.breaks.flatMap { [$0, $0 + ", hard negatives"] })
    #expect(findings(planted).broken == wanted)
  }

  @Test func aWordThatOnlyHardNegativesLack() {
    var planted = PlantedCorpus()
    planted.change(where: { !$0.isHard }) { draft, random in
      if random.below(3) == 0 { draft.messages[4].words[3] = "lantern" }
    }
    let findings = findings(planted)
    #expect(findings.broken == ["best single word, hard negatives"])
    #expect(findings["best single word, hard negatives"]?.detail == "“lantern”")
  }

  @Test func cuesAreBoundAgainstHardNegatives() {
    var planted = PlantedCorpus()
    planted.changeMessages(where: \.isHard) { message, random in
      if random.below(4) == 0 { message.cues = [.adultInLoop] }
    }
    #expect(findings(planted).broken == ["all cues together, hard negatives"])
  }

  @Test func personasAreBoundByInformation() {
    var planted = PlantedCorpus()
    planted.change(where: \.isPositive) { draft, random in
      if random.below(2) == 0 { draft.knownOffline = true }
    }
    #expect(findings(planted).broken == ["persona: known offline"])
  }

  @Test func firstMessagesAreBound() {
    let findings = ShortcutAudit(
      PlantedCorpus(60).corpus(), firstMessages: Estimate(value: 0.7, low: 0.6, high: 0.8)
    ).findings
    #expect(findings["first three messages"]?.verdict == .broken)
  }

  @Test func whatIsNotSaidIsUnknown() {
    var planted = PlantedCorpus(60)
    planted.change(where: { _ in true }) { draft, _ in
      (draft.kind, draft.bands, draft.knownOffline) = (nil, [], nil)
      for index in draft.messages.indices {
        draft.messages[index].minute = nil
        (draft.messages[index].signs, draft.messages[index].cues) = ([], [])
      }
    }
    let findings = findings(planted)
    for name in [
      "hour", "share at night", "length, hard negatives", "age bands", "gold sign density",
      "all cues together", "persona: known offline", "best single word, hard negatives",
    ] { #expect(findings[name]?.verdict == .unknown, "\(name)") }
    #expect(findings["length"]?.value != nil)
  }
}
