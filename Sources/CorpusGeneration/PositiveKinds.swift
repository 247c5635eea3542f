/// The kinds of grooming talks and the shares of those that are drawn, for every class alike.
struct PositiveKinds: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case veryShort = "very-short"
    case groupBystanders = "group-bystanders"
    case twoAdults = "two-adults"
    case slow
    case diluted
    case interrupted
    case manySessions = "many-sessions"
    case implicitOnly = "implicit-only"
    case refusalAndReport = "refusal-and-report"
    case resumedAfterBlock = "resumed-after-block"
    case youngOffender = "young-offender"
    case knownOffline = "known-offline"
    case roleReversal = "role-reversal"
    case plain
  }

  /// Per kind, the share that is drawn; 0 for kinds that follow from other draws.
  let shares: [Double]

  func share(_ kind: Kind) -> Double {
    shares[Kind.allCases.firstIndex(of: kind) ?? 0]
  }

  init(path: String) throws(GenerationError) {
    let tree = try JSONTree(SourceFile(path: path))
    _ = try tree.members(allowed: ["kinds"])
    var shares = [Double?](repeating: nil, count: Kind.allCases.count)
    for node in try tree.member("kinds").elements() {
      _ = try node.members(allowed: ["kind", "share", "decided_by", "rule"], required: ["kind"])
      let name = try node.member("kind").text()
      guard let index = Kind.allCases.firstIndex(where: { $0.rawValue == name }) else {
        throw node.error("unknown kind '\(name)'")
      }
      shares[index] = try node.optional("share")?.number() ?? 0
    }
    for (index, share) in shares.enumerated() where share == nil {
      throw tree.error("kind '\(Kind.allCases[index].rawValue)' is missing")
    }
    self.shares = shares.map { $0 ?? 0 }
  }
}
