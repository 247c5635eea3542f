internal import Chat

/// What a clause does: a warning sign, a protective cue, ordinary talk, or help for its wording.
///
/// Acts are numbered: signs first, then cues, the acts of ordinary talk, `tail`, `opener`, `frame`.
/// Their numbers are written out (and counted by a test): a global that is counted when it is first
/// asked for costs a check whenever it is asked for.
enum Act {
  static let names: [String] =
    ChainLaw.signs.map(\.rawValue) + Cue.allCases.map(\.rawValue) + SpeechLaw.acts
    + ["tail", "opener", "frame"]
  static let firstCue = 17
  static let firstOrdinary = 26
  static let tail = 38
  static let opener = tail + 1
  static let frame = tail + 2
  static let count = tail + 3

  static let greeting = firstOrdinary
  static let question = firstOrdinary + 3
  static let closing = firstOrdinary + 10
  /// Statement, opinion, plan and story: clauses that go on after any other.
  static let extenders = [1, 5, 6, 7].map { firstOrdinary + $0 }

  /// The file of an act below the folder of its language.
  static func file(_ act: Int) -> String {
    let folder = act < firstCue ? "signs" : act < firstOrdinary ? "cues" : "ordinary"
    return "\(folder)/\(names[act]).grammar"
  }
}
