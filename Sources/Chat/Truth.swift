/// What a conversation is, as its corpus says.
public enum Label: String, Sendable, CaseIterable {
  /// An adult grooms a minor.
  case grooming
  /// Everything else that its corpus could decide.
  case benign
  /// Scored, but left out of binary metrics.
  case insufficientEvidence = "insufficient-evidence"
}

/// The part of a corpus a conversation belongs to; `test` is the track template-ood.
public enum Split: String, Sendable, CaseIterable {
  case train
  case validation
  case test
  case testIID = "test-iid"
  case testScenario = "test-scenario"
  case testLength = "test-length"
  case testLanguage = "test-language"
}

/// Why a generated conversation is in its corpus.
public enum ConversationKind: String, Sendable, CaseIterable {
  case grooming
  case hardNegative = "hard-negative"
  case ordinary
}

/// The stage of the segment a message stands in (O'Connell 2003; Gupta 2012).
public enum Stage: String, Sendable, IndexedCase {
  case ordinary
  case contact
  case rapport
  case riskCheck = "risk-check"
  case isolation
  case boundaryShift = "boundary-shift"
  case approach
  case control
  case exit

  /// Whether the stage lies in risk-check…control, where a sign marks the onset.
  public var isCritical: Bool {
    switch self {
    case .riskCheck, .isolation, .boundaryShift, .approach, .control: true
    case .ordinary, .contact, .rapport, .exit: false
    }
  }
}

/// A warning sign of published safety advice that a message carries.
public enum Sign: String, Sendable, IndexedCase {
  case ageProbe = "age-probe"
  case personalInfoRequest = "personal-info-request"
  case supervisionProbe = "supervision-probe"
  case excessFlattery = "excess-flattery"
  case giftOrReward = "gift-or-reward"
  case specialBond = "special-bond"
  case identityClaim = "identity-claim"
  case secrecyRequest = "secrecy-request"
  case isolationFromOthers = "isolation-from-others"
  case privateChannelMove = "private-channel-move"
  case constantAvailability = "constant-availability"
  case imageRequest = "image-request"
  case meetRequest = "meet-request"
  case boundaryTest = "boundary-test"
  case guiltOrDebt = "guilt-or-debt"
  case threat
  case traceRemoval = "trace-removal"
  case withheld
}

/// A protective cue: what a message says that may explain a sign.
public enum Cue: String, Sendable, IndexedCase {
  case adultInLoop = "adult-in-loop"
  case verifiedRole = "verified-role"
  case openChannel = "open-channel"
  case serviceContext = "service-context"
  case statesAge = "states-age"
  case refuses
  case tellsTrustedAdult = "tells-trusted-adult"
  case thirdPartyIntervenes = "third-party-intervenes"
  case blockOrReport = "block-or-report"
}
