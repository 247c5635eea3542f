internal import Chat
internal import Statistics

/// From acts to text: the grammar of each act, openers and tails, frames, then noise and the gate.
///
/// The number of words is drawn first from the speaker's style and follows one law whatever the act;
/// family, kind and stage choose nothing here.
struct Wording: Sendable {
  /// Up to so many words an act is said by its short start; from so many on a clause is added. In
  /// between an opener fills up: the numbers make the mean of the style come out.
  private static let shortest = 5
  private static let longest = 6

  let book: Phrasebook
  let speech: SpeechLaw
  let noise: Noise
  let words: [[UInt8]]
  let lexicon: GateLexicon
  /// Cumulative shares of the acts between the first and last of a sitting: no greeting, no farewell.
  private let acts: [Double]
  /// How often a sitting begins with a greeting and ends with a farewell.
  private let greets: Double
  private let parts: Double
  private let joinerTotal: Int

  init(book: Phrasebook, speech: SpeechLaw, tables: QuantileTables, gate: ContentGate) {
    (self.book, self.speech) = (book, speech)
    noise = Noise(speech)
    words = tables.words
    lexicon = gate.lexicon
    let (greeting, closing) = (
      Act.greeting - Act.firstOrdinary, Act.closing - Act.firstOrdinary
    )
    acts = StructureData.cumulative(
      speech.acts.enumerated().map {
        $0.offset == greeting || $0.offset == closing ? 0 : $0.element
      })
    let sittings = max(0.01, speech.longGap * speech.sessionBorder)
    let total = speech.acts.reduce(0, +)
    greets = min(0.9, speech.acts[greeting] / total / sittings)
    parts = min(0.9, speech.acts[closing] / total / sittings)
    joinerTotal = speech.joiners.reduce(0) { $0 + $1.weight }
  }

  /// What the message before left behind.
  struct Thread {
    var act = -1
    var author: UInt8 = 255
  }

  /// The acts of a message: its signs and cues, else one of ordinary talk.
  func acts(
    _ plan: Plan, _ index: Int, _ thread: Thread, into list: inout [Int],
    _ random: inout CounterRandom
  ) {
    let (signs, cues) = (plan.signs[index], plan.cues[index])
    if signs | cues == 0, list.count == 1 {
      list[0] = ordinary(plan, index, thread, &random)
      return
    }
    list.removeAll(keepingCapacity: true)
    if signs | cues == 0 {
      list.append(ordinary(plan, index, thread, &random))
      return
    }
    let cuesFirst = signs != 0 && cues != 0 && random.next() & 1 == 0
    for turn in 0..<2 {
      let isCue = (turn == 0) == cuesFirst
      var left = isCue ? cues : signs
      while left != 0 {
        list.append(left.trailingZeroBitCount + (isCue ? Act.firstCue : 0))
        left &= left - 1
      }
    }
  }

  private func ordinary(
    _ plan: Plan, _ index: Int, _ thread: Thread, _ random: inout CounterRandom
  ) -> Int {
    let begins = index == 0 || plan.session[index] != plan.session[index - 1]
    let ends = index == plan.count - 1 || plan.session[index] != plan.session[index + 1]
    let edge = random.unit()
    if begins, edge < greets { return Act.greeting }
    if ends, !begins, edge < parts { return Act.closing }
    var act = Act.firstOrdinary + Planner.pick(acts, random.unit())
    // One question does not answer another.
    if act == Act.question, thread.act == Act.question {
      act = Act.firstOrdinary + Planner.pick(acts, random.unit())
    }
    return act
  }

  /// Words the acts into `voice.text`, without noise.
  func compose(
    _ list: [Int], _ plan: Plan, _ index: Int, _ voice: inout Voice, _ spare: inout ByteBuffer,
    _ random: inout CounterRandom
  ) {
    let style = plan.people[Int(plan.author[index])].style
    let target = Int(words[style][random.below(words[style].count)])
    let share = max(1, target / list.count)
    voice.begin()
    voice.fillers[Slot.name] = plan.people[addressee(plan, index)].name
    for (number, act) in list.enumerated() {
      if number > 0 { join(&voice, &random) }
      let node = start(act, short: share <= Self.shortest, voice.pool)
      if number == 0, frames(act, plan, &random) {
        frame(node, &voice, &random)
      } else {
        book.render(node, &voice, &random)
      }
      voice.trim()
    }
    var missing = target - voice.text.words()
    if missing >= Self.longest { lengthen(target, &missing, &voice, &random) }
    // A greeting opens by itself, and nobody opens every message.
    if missing >= 2, list[0] != Act.greeting, random.next() & 1 == 0 {
      swap(&voice.text, &spare)
      voice.text.removeAll()
      book.render(book.start(Act.opener, short: false, pool: voice.pool), &voice, &random)
      voice.trim()
      if !voice.text.isEmpty { voice.text.append(0x20) }
      voice.append(spare.bytes.span, 0, spare.count)
    }
  }

  /// The start of an act; the full one where it has no short one.
  @inline(__always) private func start(_ act: Int, short: Bool, _ pool: Int) -> Int {
    let node = short ? book.start(act, short: true, pool: pool) : -1
    return node >= 0 ? node : book.start(act, short: false, pool: pool)
  }

  /// Adds tails and clauses of ordinary talk by turns until the words are there.
  private func lengthen(
    _ target: Int, _ missing: inout Int, _ voice: inout Voice, _ random: inout CounterRandom
  ) {
    // The mark of a question moves behind its tail.
    let asks = voice.text.last == UInt8(ascii: "?")
    if asks { voice.text.removeLast() }
    var isTail = true
    for _ in 0..<24 where missing >= Self.longest {
      let start = voice.text.count
      if isTail {
        if random.next() & 1 == 0 { voice.text.append(UInt8(ascii: ",")) }
        voice.text.append(0x20)
        book.render(book.start(Act.tail, short: false, pool: voice.pool), &voice, &random)
      } else {
        join(&voice, &random)
        let act = Act.extenders[random.below(Act.extenders.count)]
        book.render(self.start(act, short: missing <= Self.longest, voice.pool), &voice, &random)
      }
      voice.trim()
      if voice.text.last == UInt8(ascii: "?") { voice.text.removeLast() }
      isTail.toggle()
      missing -= max(1, voice.text.words(from: start))
    }
    if asks { voice.text.append(UInt8(ascii: "?")) }
  }

  /// Whom a message speaks to: the last other author, else the other side.
  private func addressee(_ plan: Plan, _ index: Int) -> Int {
    let author = plan.author[index]
    var before = index
    while before > 0, index - before < 8 {
      before -= 1
      if plan.author[before] != author { return Int(plan.author[before]) }
    }
    return author == 0 ? 1 : 0
  }

  /// Whether the clause is quoted: signs of quoting families, and ordinary talk here and there.
  private func frames(_ act: Int, _ plan: Plan, _ random: inout CounterRandom) -> Bool {
    let unit = random.unit()
    if act < Act.firstCue {
      let quotes = plan.kind == .hardNegative && plan.scenarioQuotes
      return quotes && unit < speech.quotedSign
    }
    guard act >= Act.firstOrdinary else { return false }
    return unit < (plan.quotingSpeaker ? speech.quotedByQuoting : speech.quotedOrdinary)
  }

  /// Wraps the first clause of a message.
  private func frame(_ node: Int, _ voice: inout Voice, _ random: inout CounterRandom) {
    book.render(node, &voice, &random)
    voice.trim()
    swap(&voice.text, &voice.quote)
    voice.text.removeAll()
    book.render(book.start(Act.frame, short: false, pool: voice.pool), &voice, &random)
  }

  private func join(_ voice: inout Voice, _ random: inout CounterRandom) {
    if voice.text.last == UInt8(ascii: "?") || voice.text.last == UInt8(ascii: "!") {
      voice.text.append(0x20)
      return
    }
    var draw = random.below(joinerTotal)
    for joiner in speech.joiners {
      draw -= joiner.weight
      if draw < 0 {
        voice.text.append(joiner.text)
        return
      }
    }
  }
}
