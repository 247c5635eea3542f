/// A small enumeration whose cases columns store as numbers and sets as bits.
public protocol IndexedCase: CaseIterable, Equatable, Sendable where AllCases == [Self] {
  /// The position in `allCases`; O(1).
  var index: Int { get }
}

// Switches in the order of declaration: they compile to nothing, unlike a search in `allCases`.

extension Stage {
  /// The position in `allCases`, as ``MessageColumns/stage`` stores it; O(1).
  public var index: Int {
    switch self {
    case .ordinary: 0
    case .contact: 1
    case .rapport: 2
    case .riskCheck: 3
    case .isolation: 4
    case .boundaryShift: 5
    case .approach: 6
    case .control: 7
    case .exit: 8
    }
  }
}

extension Sign {
  /// The position in `allCases`, which is the bit in a ``SignSet``; O(1).
  public var index: Int {
    switch self {
    case .ageProbe: 0
    case .personalInfoRequest: 1
    case .supervisionProbe: 2
    case .excessFlattery: 3
    case .giftOrReward: 4
    case .specialBond: 5
    case .identityClaim: 6
    case .secrecyRequest: 7
    case .isolationFromOthers: 8
    case .privateChannelMove: 9
    case .constantAvailability: 10
    case .imageRequest: 11
    case .meetRequest: 12
    case .boundaryTest: 13
    case .guiltOrDebt: 14
    case .threat: 15
    case .traceRemoval: 16
    case .withheld: 17
    }
  }
}

extension Cue {
  /// The position in `allCases`, which is the bit in a ``CueSet``; O(1).
  public var index: Int {
    switch self {
    case .adultInLoop: 0
    case .verifiedRole: 1
    case .openChannel: 2
    case .serviceContext: 3
    case .statesAge: 4
    case .refuses: 5
    case .tellsTrustedAdult: 6
    case .thirdPartyIntervenes: 7
    case .blockOrReport: 8
    }
  }
}
