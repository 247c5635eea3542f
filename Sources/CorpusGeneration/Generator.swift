public import Chat
internal import Statistics

/// A corpus as a value: what to generate, with every file it names read and checked.
///
/// ```swift
/// let generator = try Generator(recipe: "Datasets/recipes/smoke.json")
/// var chunk = Chunk()
/// var scratch = Generator.Scratch()
/// for index in generator.shard(1, of: 1) {
///   try generator.generate(index, into: &chunk, scratch: &scratch)
/// }
/// ```
public struct Generator: Sendable {
  /// Buffers of one thread.
  public struct Scratch: Sendable {
    /// How many draws of noise the content gate dropped so far.
    public internal(set) var droppedDraws = 0
    var plan = Plan()
    var draft = Draft()
    var voice = Voice()
    var acts: [Int] = []
    var plain = PlainWords()
    var spare = ByteBuffer()
    var typed = ByteBuffer()

    /// Empty buffers.
    public init() {}
  }

  private let source: Recipe
  private let planner: Planner
  private let wording: Wording

  /// Reads a recipe and everything it names; `seed` and `conversations` override the recipe's.
  ///
  /// - Throws: ``GenerationError``, with file and line of the mistake.
  public init(recipe path: String, seed: UInt64? = nil, conversations: Int? = nil) throws {
    source = try Recipe(path: path, seed: seed, conversations: conversations)
    let gate = try ContentGate(locale: source.locale)
    let data = try StructureData(folder: source.structure)
    let tables = try QuantileTables(path: source.tables)
    let book = try PhrasebookCompiler.compile(folder: source.grammars)
    try PhrasebookInspection(book, gate: gate).run()
    planner = Planner(
      data: data, tables: tables, allocation: Allocation(source), seed: source.seed, book: book)
    wording = Wording(book: book, speech: data.speech, tables: tables, gate: gate)
  }

  /// The recipe's name.
  public var name: String { source.name }
  /// The recipe as JSON, with the overrides.
  public var recipe: String { source.json }
  /// The seed in force.
  public var seed: UInt64 { source.seed }
  /// The locale of every conversation.
  public var locale: String { source.locale }
  /// How many conversations the whole corpus has, extra splits included.
  public var count: Int { planner.allocation.count }
  /// Names of the settings that conversations may take place in, sorted.
  public var settings: [String] { planner.data.settings }
  /// Names of the topics of talk, sorted.
  public var topics: [String] { wording.book.topics }
  /// How many conversations every split has, in the order train, validation, test, test-iid.
  public var splitSizes: [(split: Split, count: Int)] { planner.allocation.sizes }

  /// Σp² of every start rule and pool, in closed form: the capacity of the grammars.
  public func realisations() -> [Realisations] { wording.book.realisations() }

  /// The conversations of shard `number` (1-based) of `total`, a contiguous range.
  ///
  /// - Precondition: `number` is in 1...total.
  public func shard(_ number: Int, of total: Int) -> Range<Int> {
    precondition((1...max(1, total)).contains(number), "a shard outside of 1...total")
    func bound(_ number: Int) -> Int {
      let product = count.multipliedFullWidth(by: number)
      return total.dividingFullWidth(product).quotient
    }
    return bound(number - 1)..<bound(number)
  }

  /// Adds conversation `index` (0-based) to a chunk; depends on recipe, seed and index alone.
  ///
  /// - Throws: ``GenerationError/contentGate(place:)``.
  public func generate(_ index: Int, into chunk: inout Chunk, scratch: inout Scratch) throws {
    precondition((0..<count).contains(index), "a conversation outside of the corpus")
    planner.plan(index, &scratch.plan, &scratch.draft)
    let conversation = conversation(scratch.plan)
    try write(&chunk.messages, &scratch)
    chunk.close(conversation)
  }
}

extension Generator {
  /// Words, types and gates every message of the plan.
  private func write(
    _ columns: inout MessageColumns, _ scratch: inout Scratch
  ) throws(GenerationError) {
    let plan = scratch.plan
    var thread = Wording.Thread()
    var random = planner.random(plan.index, .words)
    var noise = planner.random(plan.index, .noise)
    let hasAdult = plan.people.contains(where: \.isAdult)
    let hasMinor = plan.people.contains { !$0.isAdult }
    let scanner = GateScanner(wording.lexicon, strict: hasAdult && hasMinor)
    scratch.voice.pool = plan.pool.rawValue
    let withheld = Bits.withheld
    for index in 0..<plan.count {
      if plan.signs[index] == withheld {
        GateScanner.token.withUTF8Buffer { for byte in $0 { columns.text.append(byte) } }
        thread.act = -1
      } else {
        scratch.voice.topic = Int(plan.topic[index])
        wording.acts(plan, index, thread, into: &scratch.acts, &random)
        wording.compose(
          scratch.acts, plan, index, &scratch.voice, &scratch.spare, &random)
        thread.act = scratch.acts[0]
        try type(plan, index, scanner, &columns, &scratch, &noise)
      }
      columns.textEnd.append(UInt32(columns.text.count))
    }
    Self.add(plan, to: &columns)
  }

  /// Adds what the plan says of the messages, column by column.
  private static func add(_ plan: Plan, to columns: inout MessageColumns) {
    let order = order(plan).places
    columns.author.append(contentsOf: plan.author.lazy.map { order[Int($0)] })
    columns.time.append(contentsOf: plan.time.lazy.map { $0 * 1000 })
    columns.timeStyle.append(contentsOf: repeatElement(.isoSecondsUTC, count: plan.count))
    columns.session.append(contentsOf: plan.session)
    // Stages describe the segments of grooming; benign talk has none.
    let isGrooming = plan.kind == .grooming
    columns.stage.append(contentsOf: plan.stage.lazy.map { isGrooming ? $0 + 1 : 0 })
    columns.signs.append(contentsOf: plan.signs.lazy.map { SignSet(rawValue: $0) })
    columns.cues.append(contentsOf: plan.cues.lazy.map { CueSet(rawValue: $0) })
  }

  /// Adds the message as its author types it; noise that the gate refuses is drawn again.
  private func type(
    _ plan: Plan, _ index: Int, _ scanner: GateScanner, _ columns: inout MessageColumns,
    _ scratch: inout Scratch, _ noise: inout CounterRandom
  ) throws(GenerationError) {
    let rates = plan.people[Int(plan.author[index])].noise
    for _ in 0..<4 {
      scratch.typed.removeAll()
      wording.noise.apply(scratch.voice.text, rates, into: &scratch.typed, &noise)
      if scanner.refusal(of: scratch.typed, &scratch.plain) == .none {
        scratch.typed.write(to: &columns.text)
        return
      }
      let rule = scanner.refusal(of: scratch.voice.text, &scratch.plain)
      guard rule == .none else {
        let acts = scratch.acts.map { Act.names[$0] }.joined(separator: " + ")
        throw .contentGate(
          place: "conversation \(Self.id(plan.index)), message \(index + 1), \(acts) in pool "
            + "\(plan.pool.name) (\(rule.name))")
      }
      scratch.droppedDraws += 1
    }
    scratch.voice.text.write(to: &columns.text)
  }

  static func id(_ index: Int) -> String {
    let digits = String(index + 1)
    return "c" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }

  /// Per person, the place among the authors: by first message, those who never write last; and how
  /// many write.
  private static func order(_ plan: Plan) -> (places: [UInt32], writers: Int) {
    var order = [UInt32](repeating: .max, count: plan.people.count)
    var next: UInt32 = 0
    for author in plan.author where order[Int(author)] == .max {
      order[Int(author)] = next
      next += 1
    }
    let writers = Int(next)
    for person in order.indices where order[person] == .max {
      order[person] = next
      next += 1
    }
    return (order, writers)
  }

  /// Metadata and truth of the plan.
  private func conversation(_ plan: Plan) -> Conversation {
    var conversation = Conversation(id: Self.id(plan.index))
    let (order, writers) = Self.order(plan)
    conversation.label = plan.kind == .grooming ? .grooming : .benign
    conversation.split = plan.place.split
    conversation.group = "g\(plan.place.group + 1)"
    conversation.locale = source.locale
    conversation.kind = plan.kind
    conversation.scenario = plan.scenario
    conversation.families = ["\(source.locale)/\(plan.pool.name)"]
    conversation.seed = plan.seed
    conversation.knownOffline = plan.knownOffline
    conversation.onset = plan.onset > 0 ? plan.onset : nil
    conversation.decidable = plan.decidable > 0 ? plan.decidable : nil
    for (number, person) in plan.people.indices.sorted(by: { order[$0] < order[$1] }).enumerated() {
      let id = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(number)))
      conversation.participants.append(
        Participant(
          id: id, role: plan.people[person].isAdult ? "adult" : "child",
          ageBand: plan.people[person].ageBand,
          claimedAgeBand: planner.claim(plan, person: person)))
      if number < writers { conversation.authors.append(id) }
    }
    conversation.extra = Array("\"setting\":\"\(planner.data.settings[plan.setting])\"".utf8)
    return conversation
  }
}
