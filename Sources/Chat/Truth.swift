/// What a conversation is, as its corpus says.
public enum Label: String, Sendable, CaseIterable {
  case grooming
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
public enum Stage: String, Sendable, CaseIterable {
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

  /// The position in ``allCases``, as columns store it.
  public var index: Int { Stage.allCases.firstIndex(of: self) ?? 0 }
}

/// A warning sign of published safety advice that a message carries.
public enum Sign: String, Sendable, CaseIterable {
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
public enum Cue: String, Sendable, CaseIterable {
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

/// A set of cases of a small enumeration, one bit per case in the order of `allCases`.
///
/// ```swift
/// let signs: CaseSet<Sign> = [.threat, .ageProbe]
/// signs.rawValue  // 1 << 15 | 1
/// signs.cases     // [.ageProbe, .threat]
/// ```
public struct CaseSet<Case: CaseIterable & Equatable>: Sendable, Hashable,
  ExpressibleByArrayLiteral
{
  public var rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The set with the given cases.
  public init(arrayLiteral elements: Case...) {
    rawValue = 0
    for element in elements { insert(element) }
  }

  public var isEmpty: Bool { rawValue == 0 }

  /// Adds one case. O(number of cases).
  public mutating func insert(_ element: Case) { rawValue |= Self.bit(element) }

  /// Whether `element` is in the set. O(number of cases).
  public func contains(_ element: Case) -> Bool { rawValue & Self.bit(element) != 0 }

  /// The cases of the set in the order of `allCases`.
  public var cases: [Case] { Case.allCases.filter(contains) }

  private static func bit(_ element: Case) -> UInt32 {
    var bit: UInt32 = 1
    for candidate in Case.allCases {
      if candidate == element { return bit }
      bit <<= 1
    }
    return 0
  }
}

/// The warning signs of one message.
public typealias SignSet = CaseSet<Sign>
/// The protective cues of one message.
public typealias CueSet = CaseSet<Cue>
