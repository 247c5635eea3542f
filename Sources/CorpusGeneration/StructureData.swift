internal import Chat

/// A family of hard negatives: who talks where, which signs stand in its talk and what explains them.
struct Family: Sendable {
  enum Pair: String, CaseIterable, Sendable {
    /// An adult and a minor.
    case adultMinor = "AM"
    case minors = "MM"
    case adults = "AA"
  }

  let id: String
  /// Share among the hard negatives.
  let weight: Double
  /// Cumulative shares of the pairs, in the order of `Pair.allCases`.
  let pairs: [Double]
  /// How often the minor of an adult–minor pair carries the signs.
  let minorLeads: Double
  /// Indices into ``StructureData/settings``.
  let settings: [Int]
  /// Per exculpating cue (`adult-in-loop` … `service-context`), the chance to be in the palette.
  let coverCues: [Double]
  /// How often a cue stands beside a cluster of critical signs.
  let cover: Double
  let repeatsAfterRefusal: Double
  /// Multipliers for tells-trusted-adult, third-party-intervenes, block-or-report.
  let aftermath: [Double]
  /// Whether its signs are quoted: wrapped in a frame.
  let quotes: Bool
  /// Per sign, the chance to be in the palette.
  let palette: [Double]
}

/// The structural layer as data: families, the chain of stages, the kinds of positives, speech.
struct StructureData: Sendable {
  let families: [Family]
  /// Names of the settings, sorted.
  let settings: [String]
  /// P(setting), and the same among settings that positives share; both cumulative.
  let settingShares: [Double]
  let sharedSettingShares: [Double]
  /// Per setting, the cumulative P(family | setting).
  let familyShares: [[Double]]
  let chain: ChainLaw
  let positives: PositiveKinds
  let speech: SpeechLaw

  init(folder: String) throws(GenerationError) {
    chain = try ChainLaw(path: folder + "/chain.json")
    positives = try PositiveKinds(path: folder + "/positives.json")
    speech = try SpeechLaw(path: folder + "/speech.json")
    let tree = try JSONTree(SourceFile(path: folder + "/families.json"))
    _ = try tree.members(allowed: ["families"])
    let nodes = try tree.member("families").elements()
    guard !nodes.isEmpty else { throw tree.error("expected at least one family") }
    var names: Set<String> = []
    for node in nodes {
      for setting in try node.member("settings").elements() { names.insert(try setting.text()) }
    }
    let sorted = names.sorted()
    settings = sorted
    var families: [Family] = []
    for node in nodes { families.append(try Self.family(node, settings: sorted)) }
    self.families = families

    var joint = [[Double]](
      repeating: [Double](repeating: 0, count: families.count), count: sorted.count)
    for (index, family) in families.enumerated() {
      for setting in family.settings {
        joint[setting][index] += family.weight / Double(family.settings.count)
      }
    }
    let mass = joint.map { $0.reduce(0, +) }
    settingShares = Self.cumulative(mass)
    sharedSettingShares = Self.cumulative(
      mass.enumerated().map { sorted[$0.offset].hasPrefix("adult:") ? 0 : $0.element })
    familyShares = joint.map(Self.cumulative)
    guard (sharedSettingShares.last ?? 0) > 0.5 else {
      throw tree.error("expected a setting outside of 'adult:…'")
    }
  }

  /// Running sums of the shares, scaled so that the last one is 1 (0 where all are 0).
  static func cumulative(_ shares: [Double]) -> [Double] {
    let total = shares.reduce(0, +)
    var sum = 0.0
    var result: [Double] = []
    for share in shares {
      sum += share
      result.append(total > 0 ? sum / total : 0)
    }
    return result
  }

  private static func family(
    _ node: JSONTree, settings: [String]
  ) throws(GenerationError) -> Family {
    let keys = [
      "id", "weight", "pairs", "minor_leads", "settings", "emphasis", "absent", "cover_cues",
      "cover", "repeat_after_refusal", "aftermath", "quotes", "palette",
    ]
    _ = try node.members(allowed: keys, required: keys)
    let pairNode = try node.member("pairs")
    var pairs: [Double] = []
    _ = try pairNode.members(allowed: Family.Pair.allCases.map(\.rawValue))
    for pair in Family.Pair.allCases {
      pairs.append(try pairNode.optional(pair.rawValue)?.number() ?? 0)
    }
    guard pairs.reduce(0, +) > 0 else { throw pairNode.error("expected a pair") }
    var places: [Int] = []
    for setting in try node.member("settings").elements() {
      let name = try setting.text()
      if let index = settings.firstIndex(of: name) { places.append(index) }
    }
    guard !places.isEmpty else { throw node.error("a family without a setting") }
    let covers = try named(
      try node.member("cover_cues"), Cue.allCases.prefix(ChainLaw.exculpating).map(\.rawValue))
    guard covers.contains(where: { $0 > 0 }) else {
      throw node.error("a family without an exculpating cue")
    }
    let palette = try named(try node.member("palette"), ChainLaw.signs.map(\.rawValue))
    for absent in try node.member("absent").elements() {
      let name = try absent.text()
      guard let sign = ChainLaw.signs.firstIndex(where: { $0.rawValue == name }) else {
        throw absent.error("unknown sign '\(name)'")
      }
      guard palette[sign] == 0 else { throw absent.error("'\(name)' is absent and in the palette") }
    }
    return Family(
      id: try node.member("id").text(), weight: try node.member("weight").number(),
      pairs: cumulative(pairs), minorLeads: try node.member("minor_leads").number(),
      settings: places, coverCues: covers, cover: try node.member("cover").number(),
      repeatsAfterRefusal: try node.member("repeat_after_refusal").number(),
      aftermath: try named(
        try node.member("aftermath"), ChainLaw.lateCues.map(\.rawValue), in: 0...10, missing: 1),
      quotes: try node.member("quotes").flag(), palette: palette)
  }

  /// One number per name from an object that may hold only these names.
  static func named(
    _ node: JSONTree, _ names: [String], in range: ClosedRange<Double> = 0...1,
    missing: Double? = 0
  ) throws(GenerationError) -> [Double] {
    _ = try node.members(allowed: names, required: missing == nil ? names : [])
    var numbers: [Double] = []
    for name in names {
      numbers.append(try node.optional(name)?.number(in: range) ?? missing ?? 0)
    }
    return numbers
  }
}
