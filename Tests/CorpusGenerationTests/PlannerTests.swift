import Chat
import Testing

@testable import CorpusGeneration

/// What must hold in every conversation, judged from the outside on the corpus as it comes out.
@Suite struct PlannerTests {
  private static let groups: [[Sign]] = [
    [.supervisionProbe], [.isolationFromOthers, .privateChannelMove, .secrecyRequest],
    [.imageRequest, .boundaryTest], [.meetRequest], [.guiltOrDebt, .threat, .traceRemoval],
  ]
  private static let exculpating: [Cue] = [
    .adultInLoop, .verifiedRole, .openChannel, .serviceContext,
  ]

  private struct View {
    let conversation: Conversation
    let signs: [SignSet]
    let cues: [CueSet]
    let stages: [Stage]
    let adults: [Bool]
    /// Whether an exculpating cue stands within five messages.
    let explained: [Bool]

    init(_ chunk: Chunk, _ index: Int) {
      conversation = chunk.conversations[index]
      let range = conversation.messages
      signs = Array(chunk.messages.signs[range])
      cues = Array(chunk.messages.cues[range])
      stages = chunk.messages.stage[range].map { Stage.allCases[Int($0)] }
      let roles = conversation.participants
      adults = chunk.messages.author[range].map { roles[Int($0)].role == "adult" }
      var explained = [Bool](repeating: false, count: signs.count)
      for (index, cues) in cues.enumerated()
      where exculpating.contains(where: { cues.contains($0) }) {
        for near in max(0, index - 5)...min(signs.count - 1, index + 5) { explained[near] = true }
      }
      self.explained = explained
    }

    /// Groups and stages of the unexplained critical signs up to a message.
    func open(upTo end: Int, inStages: Bool) -> (groups: Set<Int>, stages: Set<Stage>) {
      var groups: Set<Int> = []
      var stages: Set<Stage> = []
      for message in 0..<end where adults[message] && !explained[message] && !signs[message].isEmpty
      {
        if inStages, !self.stages[message].isCritical { continue }
        for (number, group) in PlannerTests.groups.enumerated()
        where group.contains(where: { signs[message].contains($0) }) {
          groups.insert(number)
          stages.insert(self.stages[message])
        }
      }
      return (groups, stages)
    }
  }

  /// One corpus for all tests: 1,100 conversations.
  private static let corpus: [View] = {
    guard let generator = try? Miniature().generator(seed: 11, conversations: 1000),
      let chunk = try? generator.chunk(0..<generator.count)
    else { return [] }
    return chunk.conversations.indices.map { View(chunk, $0) }
  }()

  private func views() throws -> [View] {
    try #require(Self.corpus.count == 1100)
    return Self.corpus
  }

  @Test func the_labelling_rule_holds_in_every_conversation() throws {
    for view in try views() {
      let count = view.signs.count
      let roles = Set(view.conversation.participants.compactMap(\.role))
      if view.conversation.label == .grooming {
        #expect(roles == ["adult", "child"])
        let open = view.open(upTo: count, inStages: true)
        #expect(open.groups.count >= 2, "\(view.conversation.id)")
        #expect(open.stages.count >= 2, "\(view.conversation.id)")
      } else if roles.count == 2 {
        let open = view.open(upTo: count, inStages: false)
        #expect(open.groups.count <= 1, "\(view.conversation.id)")
      }
    }
  }

  @Test func onset_and_decidable_follow_their_definitions() throws {
    for view in try views() where view.conversation.label == .grooming {
      let first = view.signs.indices.first { !view.signs[$0].isEmpty && view.stages[$0].isCritical }
      #expect(view.conversation.onset == first.map { $0 + 1 })
      let decidable = try #require(view.conversation.decidable)
      for (end, holds) in [(decidable, true), (decidable - 1, false)] {
        let open = view.open(upTo: end, inStages: true)
        #expect((open.groups.count >= 2 && open.stages.count >= 2) == holds)
      }
      #expect(view.conversation.onset ?? 0 <= view.conversation.decidable ?? 0)
    }
  }

  @Test func stages_belong_to_grooming_alone() throws {
    for view in try views() {
      let benign = view.conversation.label == .benign
      #expect(view.stages.allSatisfy { ($0 == .ordinary) == benign })
    }
  }

  @Test func minors_never_ask_for_images_nor_test_limits() throws {
    for view in try views() {
      for (message, signs) in view.signs.enumerated() where !view.adults[message] {
        #expect(!signs.contains(.imageRequest))
        #expect(!signs.contains(.boundaryTest))
      }
    }
  }

  @Test func withheld_turns_keep_their_distance() throws {
    let views = try views()
    var (messages, withheld, grooming, held) = (0, 0, 0, 0)
    for view in views {
      let turns = view.signs.indices.filter { view.signs[$0].contains(.withheld) }
      messages += view.signs.count
      withheld += turns.count
      if view.conversation.label == .grooming {
        grooming += 1
        held += turns.isEmpty ? 0 : 1
      }
      for turn in turns {
        #expect(view.adults[turn])
        #expect(view.cues[turn].isEmpty)
        #expect(view.conversation.participants.contains { $0.role == "adult" })
        let near = max(0, turn - 3)...min(view.signs.count - 1, turn + 3)
        #expect(near.allSatisfy { !view.signs[$0].contains(.imageRequest) })
      }
    }
    #expect(Double(withheld) <= 0.01 * Double(messages))
    #expect(held * 2 <= grooming)
    #expect(held > 0)
  }

  @Test func withheld_turns_are_as_frequent_in_every_kind() throws {
    var shares: [ConversationKind: (held: Double, all: Double)] = [:]
    for view in try views() {
      guard let kind = view.conversation.kind else { continue }
      shares[kind, default: (0, 0)].all += 1
      if view.signs.contains(where: { $0.contains(.withheld) }) {
        shares[kind, default: (0, 0)].held += 1
      }
    }
    // Standard errors are .02 to .03.
    let rates = ConversationKind.allCases.compactMap { shares[$0].map { $0.held / $0.all } }
    #expect((rates.max() ?? 1) - (rates.min() ?? 0) < 0.1, "\(rates)")
  }

  @Test func only_minors_state_their_age() throws {
    for view in try views() {
      for (message, cues) in view.cues.enumerated() where cues.contains(.statesAge) {
        #expect(!view.adults[message])
      }
    }
  }

  @Test func kinds_of_positives_are_what_their_name_says() throws {
    var seen: [String: Int] = [:]
    for view in try views() where view.conversation.label == .grooming {
      let scenario = view.conversation.scenario ?? ""
      seen[scenario, default: 0] += 1
      let onset = view.conversation.onset ?? 0
      let count = view.signs.count
      let refusals = view.cues.indices.filter { view.cues[$0].contains(.refuses) }
      let critical = view.signs.indices.filter { message in
        view.adults[message]
          && Self.groups.contains { $0.contains { view.signs[message].contains($0) } }
      }
      switch PositiveKinds.Kind(rawValue: scenario) {
      case .veryShort: #expect(count <= 20)
      case .groupBystanders: #expect(view.conversation.participants.count >= 3)
      case .twoAdults: #expect(view.conversation.participants.count { $0.role == "adult" } == 2)
      case .slow: #expect(Double(onset) > 0.6 * Double(count), "\(view.conversation.id)")
      case .interrupted: #expect(view.stages.last?.isCritical == true)
      case .implicitOnly:
        for sign in [Sign.threat, .imageRequest, .meetRequest, .boundaryTest] {
          #expect(view.signs.allSatisfy { !$0.contains(sign) })
        }
      case .refusalAndReport: #expect((refusals.first ?? count) < (critical.last ?? 0))
      case .resumedAfterBlock:
        let block = view.cues.firstIndex { $0.contains(.blockOrReport) } ?? count
        #expect(critical.contains { $0 > block })
      case .youngOffender:
        #expect(view.conversation.participants.contains { $0.ageBand == "young-adult" })
      case .knownOffline: #expect(view.conversation.knownOffline == true)
      case .roleReversal: #expect(view.conversation.participants.first?.role == "child")
      case .diluted, .manySessions, .plain: break
      case nil: Issue.record("unknown kind \(scenario)")
      }
    }
    #expect(seen.count == PositiveKinds.Kind.allCases.count, "\(seen)")
  }

  @Test func every_family_of_hard_negatives_occurs() throws {
    let hard = try views().filter { $0.conversation.kind == .hardNegative }
    #expect(Set(hard.compactMap(\.conversation.scenario)).count == 30)
  }
}
