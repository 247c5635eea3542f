/// How people write, whatever they write about: acts of ordinary talk, noise, turns and times.
struct SpeechLaw: Sendable {
  static let acts = [
    "greeting", "statement", "agreement", "question", "reaction", "opinion", "plan", "story",
    "humour", "thanks", "closing", "apology",
  ]
  static let noises = [
    "lower_case_start", "no_final_punctuation", "emoji", "elongation", "textisms", "misspelling",
  ]

  /// Shares of the ordinary acts, and cumulative shares of the speaker styles.
  let acts: [Double]
  let styles: [Double]
  /// Per kind of noise, the range a speaker's rate is drawn from.
  let noise: [(low: Double, high: Double)]
  /// The chance that a run by one speaker ends, as a range.
  let runs: (low: Double, high: Double)
  let longGap: Double
  /// How often a long gap begins a new sitting.
  let sessionBorder: Double
  let initiatorFirst: Double
  /// Activity per hour of the day, in whole parts.
  let hours: [Int64]
  let newTopic: Double
  /// How often a frame wraps: signs of quoting families, ordinary talk, and ordinary talk of a
  /// speaker who quotes (third: how many speakers do).
  let quotedSign: Double
  let quotedOrdinary: Double
  let quotingSpeakers: Double
  let quotedByQuoting: Double
  let joiners: [(text: [UInt8], weight: Int)]
  let emoji: [[UInt8]]
  let textisms: [(word: [UInt8], form: [UInt8])]
  let misspellings: [(word: [UInt8], form: [UInt8])]

  init(path: String) throws(GenerationError) {
    let tree = try JSONTree(SourceFile(path: path))
    let keys = [
      "ordinary_acts", "styles", "noise", "runs", "long_gap", "session_border", "initiator_first",
      "hours", "new_topic", "frames", "joiners", "emoji", "textisms", "misspellings",
    ]
    _ = try tree.members(allowed: keys, required: keys)
    acts = try StructureData.named(try tree.member("ordinary_acts"), Self.acts, missing: nil)
    styles = StructureData.cumulative(
      try StructureData.named(try tree.member("styles"), QuantileTables.styles, missing: nil))
    let noiseNode = try tree.member("noise")
    _ = try noiseNode.members(allowed: Self.noises, required: Self.noises)
    var noise: [(low: Double, high: Double)] = []
    for name in Self.noises { noise.append(try Self.range(try noiseNode.member(name))) }
    self.noise = noise
    runs = try Self.range(try tree.member("runs"))
    guard runs.low >= 0.05 else { throw try tree.member("runs").error("expected at least 0.05") }
    longGap = try tree.member("long_gap").number()
    sessionBorder = try tree.member("session_border").number()
    initiatorFirst = try tree.member("initiator_first").number()
    var hours: [Int64] = []
    for hour in try tree.member("hours").elements() {
      hours.append(Int64(try hour.whole(in: 1...10_000)))
    }
    guard hours.count == 24 else { throw try tree.member("hours").error("expected 24 numbers") }
    self.hours = hours
    newTopic = try tree.member("new_topic").number()
    let frames = try StructureData.named(
      try tree.member("frames"),
      ["quoting_family", "ordinary", "quoting_speaker", "quoting_speaker_rate"], missing: nil)
    (quotedSign, quotedOrdinary, quotingSpeakers, quotedByQuoting) =
      (frames[0], frames[1], frames[2], frames[3])
    var joiners: [(text: [UInt8], weight: Int)] = []
    for (key, value) in try tree.member("joiners").members() {
      joiners.append((Array(key.utf8), Int(try value.whole(in: 1...1000))))
    }
    guard !joiners.isEmpty else { throw try tree.member("joiners").error("expected a joiner") }
    self.joiners = joiners
    var emoji: [[UInt8]] = []
    for element in try tree.member("emoji").elements() {
      emoji.append(Array(try element.text().utf8))
    }
    guard !emoji.isEmpty else { throw try tree.member("emoji").error("expected an emoji") }
    self.emoji = emoji
    textisms = try Self.forms(try tree.member("textisms"))
    misspellings = try Self.forms(try tree.member("misspellings"))
  }

  private static func range(_ node: JSONTree) throws(GenerationError) -> (low: Double, high: Double)
  {
    let ends = try node.numbers(count: 2)
    guard ends[0] <= ends[1] else { throw node.error("expected the lower end first") }
    return (ends[0], ends[1])
  }

  private static func forms(
    _ node: JSONTree
  ) throws(GenerationError) -> [(word: [UInt8], form: [UInt8])] {
    var forms: [(word: [UInt8], form: [UInt8])] = []
    for (key, value) in try node.members() {
      let form = try value.text()
      guard !key.isEmpty, !form.isEmpty, !(key + form).utf8.contains(0x20) else {
        throw value.error("expected one word and its other spelling")
      }
      forms.append((Array(key.utf8), Array(form.utf8)))
    }
    return forms
  }
}
