internal import Chat

/// How stages follow one another, when signs fire in them, and what stands against the signs.
struct ChainLaw: Sendable {
  /// Every sign that a grammar words; `withheld` is a token, not a wording.
  static let signs = Array(Sign.allCases.dropLast())
  /// The first cues of `Cue.allCases` explain a sign beside them.
  static let exculpating = 4
  /// Cues that may end a talk, in the order of the data.
  static let lateCues: [Cue] = [.tellsTrustedAdult, .thirdPartyIntervenes, .blockOrReport]
  static let stages: [Stage] = [
    .contact, .rapport, .riskCheck, .isolation, .boundaryShift, .approach, .control, .exit,
  ]

  /// Per stage, cumulative chances of the next one; the last column is the end.
  let transition: [[Double]]
  /// Mean messages of a segment, before it is scaled to the length of the talk.
  let segmentMean: [Double]
  /// A cue explains a sign at most this many messages away.
  let window: Int
  /// Per sign, its critical group, or -1.
  let group: [Int]
  let groups: Int
  /// Bits of the signs that belong to a critical group.
  let critical: UInt32
  /// Signs that the other side may carry as well, and how much less often.
  let soft: SignSet
  let softShare: Double
  /// Per sign: chance to be in the palette of a grooming talk, and the firing factor of negatives.
  let palette: [Double]
  let alpha: [Double]
  let beta: [Double]
  /// rho[stage][sign]: chance that a sign of the palette stands in a message of the leading side.
  let rho: [[Double]]
  let ordinaryPalette: Double
  let ordinaryDensity: Double
  let ordinaryStray: Double
  let strayCue: Double
  let keepType: Double
  let keepEvent: Double
  let nearCue: Double
  let refusalRepeat: Double
  let refusalSingle: Double
  /// late[cue][kind], in the order of ``lateCues`` and of `ConversationKind.allCases`.
  let late: [[Double]]
  let lateBeforeLastSign: Double
  let statesAge: [Double]
  /// Share of the talks with an adult that hold a withheld turn.
  let withheld: Double

  init(path: String) throws(GenerationError) {
    let tree = try JSONTree(SourceFile(path: path))
    let keys = [
      "stages", "transition", "segment_mean", "share", "window", "critical_groups", "soft_signs",
      "soft_share", "palette", "alpha", "beta", "rho", "ordinary", "decoys", "refusals",
      "late_cues", "states_age", "withheld",
    ]
    _ = try tree.members(allowed: keys, required: keys)
    let stages = Self.stages.map(\.rawValue)
    let signs = Self.signs.map(\.rawValue)
    let kinds = ConversationKind.allCases.map(\.rawValue)
    let stageNode = try tree.member("stages")
    var listed: [String] = []
    for stage in try stageNode.elements() { listed.append(try stage.text()) }
    guard listed == stages else {
      throw stageNode.error("expected the stages \(stages.joined(separator: ", "))")
    }
    var rows: [[Double]] = []
    for row in try tree.member("transition").elements() {
      rows.append(StructureData.cumulative(try row.numbers(count: stages.count + 1)))
    }
    guard rows.count == stages.count, rows.allSatisfy({ $0.last ?? 0 > 0.5 }) else {
      throw try tree.member("transition").error("expected \(stages.count) rows of chances")
    }
    transition = rows
    segmentMean = try tree.member("segment_mean").numbers(count: stages.count, in: 1...1000)
    window = Int(try tree.member("window").whole(in: 1...100))

    var group = [Int](repeating: -1, count: signs.count)
    let groupNodes = try tree.member("critical_groups").elements()
    for (index, node) in groupNodes.enumerated() {
      for sign in try Self.indices(node, signs) { group[sign] = index }
    }
    self.group = group
    groups = groupNodes.count
    critical = group.enumerated().reduce(0) {
      $1.element >= 0 ? $0 | 1 << UInt32($1.offset) : $0
    }
    guard groups >= 2 else { throw tree.error("expected at least two critical groups") }
    var soft = SignSet(rawValue: 0)
    for sign in try Self.indices(try tree.member("soft_signs"), signs) {
      soft.rawValue |= 1 << UInt32(sign)
    }
    self.soft = soft
    softShare = try tree.member("soft_share").number()
    palette = try StructureData.named(try tree.member("palette"), signs, missing: nil)
    alpha = try StructureData.named(try tree.member("alpha"), signs, in: 0...2, missing: nil)
    beta = try StructureData.named(try tree.member("beta"), signs, in: 0...2, missing: nil)
    let rhoNode = try tree.member("rho")
    _ = try rhoNode.members(allowed: stages, required: stages)
    var rho: [[Double]] = []
    for stage in stages { rho.append(try StructureData.named(try rhoNode.member(stage), signs)) }
    self.rho = rho

    let ordinary = try StructureData.named(
      try tree.member("ordinary"), ["palette", "density", "stray", "stray_cue"], missing: nil)
    (ordinaryPalette, ordinaryDensity, ordinaryStray, strayCue) =
      (ordinary[0], ordinary[1], ordinary[2], ordinary[3])
    let decoys = try StructureData.named(
      try tree.member("decoys"), ["keep_type", "keep_event", "near_cue"], missing: nil)
    (keepType, keepEvent, nearCue) = (decoys[0], decoys[1], decoys[2])
    let refusals = try StructureData.named(
      try tree.member("refusals"), ["repeat", "single"], missing: nil)
    (refusalRepeat, refusalSingle) = (refusals[0], refusals[1])
    let lateNode = try tree.member("late_cues")
    let lateNames = Self.lateCues.map(\.rawValue)
    _ = try lateNode.members(
      allowed: lateNames + ["before_last_sign"], required: lateNames + ["before_last_sign"])
    var late: [[Double]] = []
    for name in lateNames {
      late.append(try StructureData.named(try lateNode.member(name), kinds, missing: nil))
    }
    self.late = late
    lateBeforeLastSign = try lateNode.member("before_last_sign").number()
    statesAge = try StructureData.named(try tree.member("states_age"), kinds, missing: nil)
    withheld = try tree.member("withheld").number()
  }

  private static func indices(
    _ node: JSONTree, _ names: [String]
  ) throws(GenerationError) -> [Int] {
    var indices: [Int] = []
    for element in try node.elements() {
      let name = try element.text()
      guard let index = names.firstIndex(of: name) else {
        throw element.error("unknown sign '\(name)'")
      }
      indices.append(index)
    }
    return indices
  }
}
