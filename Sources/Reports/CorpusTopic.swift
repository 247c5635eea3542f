/// What the pages about one corpus are about, in the order of reading.
enum CorpusTopic: String, CaseIterable, Sendable {
  case leaderboard
  case headToHead = "head-to-head"
  case policies
  case delay
  case reviewers
  case views
  case robustness
  case stages
  case calibration
  case errors
  case corpus

  /// What a link calls it.
  var title: String {
    switch self {
    case .leaderboard: "Leaderboard"
    case .headToHead: "Head to head"
    case .policies: "Scorers and policies"
    case .delay: "Delay"
    case .reviewers: "Base rate and reviewers"
    case .views: "Price of encryption"
    case .robustness: "Robustness"
    case .stages: "Stages"
    case .calibration: "Calibration"
    case .errors: "Errors"
    case .corpus: "The corpus"
    }
  }

  /// The question that the page answers.
  var question: String {
    switch self {
    case .leaderboard: "Which detector finds most, soonest, at what cost?"
    case .headToHead: "Which differences between detectors are more than chance?"
    case .policies: "What does the rule that turns scores into alerts change?"
    case .delay: "How much of the harm has been said by the time of the alert?"
    case .reviewers: "What would the alerts mean for the people who read them?"
    case .views: "What is lost where text may not be read?"
    case .robustness: "What do typing errors, other spellings and padding do?"
    case .stages: "Does a detector know where in the course of events it is?"
    case .calibration: "Is a score of 0.8 right eight times out of ten?"
    case .errors: "Which conversations does each detector get most wrong?"
    case .corpus: "What is in the data, and can it be won by a shortcut?"
    }
  }
}
