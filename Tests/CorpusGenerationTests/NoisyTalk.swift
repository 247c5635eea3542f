import Chat

@testable import CorpusGeneration

/// Small conversations to put noise on, and what came of them.
enum NoisyTalk {
  struct Line {
    var author: Int
    var text: String
    var stage: Stage?
    var signs: SignSet
    var session: Int

    init(
      _ author: Int, _ text: String, _ stage: Stage? = nil, _ signs: SignSet = [], session: Int = 1
    ) {
      (self.author, self.text, self.stage) = (author, text, stage)
      (self.signs, self.session) = (signs, session)
    }
  }

  /// A chunk with one conversation between an adult, `anna`, and a minor, `ben`, a minute a line.
  static func chunk(
    _ lines: [Line], id: String = "c1", _ change: (inout Conversation) -> Void = { _ in }
  ) -> Chunk {
    var chunk = Chunk()
    add(lines, id: id, to: &chunk, change)
    return chunk
  }

  static func add(
    _ lines: [Line], id: String, to chunk: inout Chunk,
    _ change: (inout Conversation) -> Void = { _ in }
  ) {
    var conversation = Conversation(id: id)
    (conversation.split, conversation.locale) = (.test, "en")
    conversation.authors = ["anna", "ben"]
    conversation.participants = [
      Participant(id: "anna", role: "adult", ageBand: "adult"),
      Participant(id: "ben", role: "child", ageBand: "13-15"),
    ]
    for (number, line) in lines.enumerated() {
      chunk.messages.append(
        author: line.author, time: 1_935_511_200_000 + Int64(number) * 60_000,
        style: .isoSecondsUTC, text: line.text.utf8, session: line.session, stage: line.stage,
        signs: line.signs)
    }
    change(&conversation)
    chunk.close(conversation)
  }

  /// All conversations with noise on them.
  static func noisy(
    _ chunk: Chunk, _ kind: Perturbation.Kind, _ level: String, seed: UInt64 = 1,
    pool: PaddingPool? = nil
  ) throws -> (chunk: Chunk, counts: PerturbationCounts) {
    let gate = try ContentGate(locale: "en")
    guard let noise = Perturbation(kind, level: level, seed: seed) else { throw BadLevel() }
    var result = Chunk()
    var counts = PerturbationCounts()
    for index in chunk.conversations.indices {
      noise.append(
        chunk, conversation: index, gate: gate, pool: pool, to: &result, counts: &counts)
    }
    return (result, counts)
  }

  struct BadLevel: Error {}

  /// A level at which every kind does something.
  static func level(_ kind: Perturbation.Kind) -> String {
    switch kind {
    case .letterCase: "random"
    case .anonymise: "names"
    case .padding: "7"
    case .timeJitter: "3"
    default: "0.3"
    }
  }

  /// Generated conversations, all of the test split; made once, because every test reads them.
  private static let made = Result { () throws -> Chunk in
    var chunk = try Miniature().generator(conversations: 30).chunk(0..<30)
    for index in chunk.conversations.indices { chunk.conversations[index].split = .test }
    return chunk
  }

  /// Thirty generated conversations of the test split, and a pool that pads them.
  static func generated() throws -> (chunk: Chunk, pool: PaddingPool) {
    let chunk = try made.get()
    return (chunk, pool(chunk, turns: 7))
  }

  static func pool(_ chunk: Chunk, turns: Int, seed: UInt64 = 1) -> PaddingPool {
    var pool = PaddingPool(Perturbation(.padding, level: "\(turns)", seed: seed)!)
    pool.offer(chunk)
    pool.close()
    return pool
  }
}

extension Chunk {
  /// The texts of a conversation.
  func texts(_ index: Int = 0) -> [String] { conversations[index].messages.map { text($0) } }
}
