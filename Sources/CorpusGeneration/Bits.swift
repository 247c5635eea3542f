internal import Chat

/// Sets of signs and cues as the planner handles them: bits in the order of `allCases`.
enum Bits {
  static let withheld: UInt32 = sign(.withheld)
  static let image: UInt32 = sign(.imageRequest)
  /// What no minor carries and no talk among minors holds.
  static let adultsOnly: UInt32 = image | sign(.boundaryTest)
  /// What an implicit talk does without.
  static let explicit: UInt32 =
    sign(.threat) | image | sign(.meetRequest) | sign(.boundaryTest)
  static let exculpating: UInt32 = 1 << UInt32(ChainLaw.exculpating) - 1
  static let refuses: UInt32 = cue(.refuses)
  static let block: UInt32 = cue(.blockOrReport)
  static let reports: UInt32 = cue(.blockOrReport) | cue(.tellsTrustedAdult)

  static func sign(_ sign: Sign) -> UInt32 {
    var set = SignSet(rawValue: 0)
    set.insert(sign)
    return set.rawValue
  }

  static func cue(_ cue: Cue) -> UInt32 {
    var set = CueSet(rawValue: 0)
    set.insert(cue)
    return set.rawValue
  }
}
