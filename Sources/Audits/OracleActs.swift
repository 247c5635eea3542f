import Chat

/// The gold acts of one conversation in order, as the oracle reads them.
struct OracleActs {
  /// One act: where it stands, and its class · 2 + (1 if an adult writes).
  struct Act {
    var message: Int
    var code: Int
  }

  /// The class of the cues that explain a sign.
  static let exculpating = 6

  private(set) var acts: [Act] = []
  private var positions: Set<Int> = []
  let messageCount: Int

  /// Gathers the acts of conversation `index` of a chunk. O(messages).
  init(_ chunk: Chunk, conversation index: Int) {
    let conversation = chunk.conversations[index]
    messageCount = conversation.messages.count
    let isAdult = conversation.authors.map { author in
      conversation.participants.first { $0.id == author }?.role == "adult"
    }
    for (message, position) in conversation.messages.enumerated() {
      let (signs, cues) = (chunk.messages.signs[position], chunk.messages.cues[position])
      guard !signs.isEmpty || !cues.isEmpty else { continue }
      let role = isAdult[Int(chunk.messages.author[position])] ? 1 : 0
      for code in signs.cases.compactMap(Self.code) + cues.cases.map(Self.code) {
        acts.append(Act(message: message, code: code * 2 + role))
        positions.insert(message)
      }
    }
  }

  /// Whether 0-based message `message` carries an act.
  func hasAct(at message: Int) -> Bool { positions.contains(message) }

  private static func code(_ sign: Sign) -> Int? {
    switch sign {
    case .supervisionProbe: 0
    case .isolationFromOthers, .privateChannelMove, .secrecyRequest: 1
    case .imageRequest, .boundaryTest: 2
    case .meetRequest: 3
    case .guiltOrDebt, .threat, .traceRemoval: 4
    case .withheld: nil
    default: 5
    }
  }

  private static func code(_ cue: Cue) -> Int {
    switch cue {
    case .adultInLoop, .verifiedRole, .openChannel, .serviceContext: exculpating
    case .refuses: 7
    case .tellsTrustedAdult, .thirdPartyIntervenes, .blockOrReport: 8
    case .statesAge: 9
    }
  }
}
