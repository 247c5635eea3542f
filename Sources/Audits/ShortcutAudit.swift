import Chat
import Glibc

/// What tells the classes apart without understanding anything (Geirhos et al. 2020,
/// doi:10.1038/s42256-020-00257-z): single statistics, metadata, first messages, single words, gold
/// acts without their order, ages, personas. AUROC, on all benign conversations and on the hard
/// negatives alone.
struct ShortcutAudit {
  private(set) var findings: [AuditFinding] = []
  private let corpus: AuditedCorpus

  /// Reads the whole corpus. `firstMessages` is the area of a text model on the first three messages,
  /// where there is one.
  init(_ corpus: AuditedCorpus, firstMessages: Estimate?, resamples: Int = 300) {
    self.corpus = corpus
    let labelled = corpus.places.filter {
      corpus[$0].label == .grooming || corpus[$0].label == .benign
    }
    let all = Units(corpus, labelled, resamples)
    let hard = Units(
      corpus, labelled.filter { corpus[$0].label == .grooming || corpus[$0].kind == .hardNegative },
      resamples)
    for statistic in ShapeStatistic.allCases {
      add(statistic.rawValue, all, hard, .atMost(0.6)) { $0.shapes.map { $0.values[statistic] } }
    }
    add("order of ids", all, hard, .atMost(0.6)) { $0.idRanks }
    for (units, suffix) in [(all, ""), (hard, Self.againstHard)] {
      let margins = CrossFit.margins(
        units.metadata, clusters: units.clusters, isPositive: units.isPositive)
      findings.append(
        AuditFinding(
          .shortcuts, "metadata only" + suffix, units.sample.area(margins), bound: .atMost(0.6)))
      let rates = CrossFit.rates(
        units.ageBands, clusters: units.clusters, isPositive: units.isPositive)
      findings.append(
        AuditFinding(
          .shortcuts, "age bands" + suffix, units.sample.area(rates), bound: .atMost(0.68)))
    }
    findings.append(
      AuditFinding(.shortcuts, "first three messages", firstMessages, bound: .atMost(0.65)))
    addToken(.allBenign, "best single word", .atMost(0.7))
    addToken(.hardNegatives, "best single word" + Self.againstHard, .atMost(0.62))
    addActs(all, hard)
    addPersonas(all)
  }

  private static let againstHard = ", hard negatives"

  private mutating func add(
    _ name: String, _ all: Units, _ hard: Units, _ bound: AuditBound, _ scores: (Units) -> [Double?]
  ) {
    for (units, suffix) in [(all, ""), (hard, Self.againstHard)] {
      findings.append(
        AuditFinding(
          .shortcuts, name + suffix, units.sample.separation(scores(units)), bound: bound))
    }
  }

  private mutating func addToken(
    _ contrast: TokenPresence.Contrast, _ name: String, _ bound: AuditBound
  ) {
    let presence = TokenPresence(corpus, against: contrast)
    let area = presence.flatMap {
      LabelledSample(clusters: $0.clusters, isPositive: $0.isPositive).area($0.scores)
    }
    findings.append(
      AuditFinding(.shortcuts, name, area, bound: bound, detail: presence?.word))
  }

  /// Gold acts without order: unknown where no message of the corpus carries one.
  private mutating func addActs(_ all: Units, _ hard: Units) {
    for (units, suffix) in [(all, ""), (hard, Self.againstHard)] {
      let density = all.knowsSigns ? units.sample.separation(units.signDensity) : nil
      let cues = all.knowsCues ? units.sample.separation(units.cueCount) : nil
      findings += [
        AuditFinding(.shortcuts, "gold sign density" + suffix, density, bound: .atMost(0.73)),
        AuditFinding(
          .shortcuts, "all cues together" + suffix, cues,
          bound: suffix.isEmpty ? nil : .atMost(0.7)),
      ]
    }
  }

  private mutating func addPersonas(_ all: Units) {
    let attributes: [(String, (Conversation) -> String?)] = [
      ("locale", \.locale), ("known offline", { $0.knownOffline.map { "\($0)" } }),
      ("participants", { $0.participants.isEmpty ? nil : "\($0.participants.count)" }),
      (
        "claimed ages",
        {
          $0.participants.isEmpty ? nil : "\($0.participants.count { $0.claimedAgeBand != nil })"
        }
      ),
    ]
    for (name, attribute) in attributes {
      let values = all.places.map { attribute(corpus[$0]) }
      let known = values.indices.filter { values[$0] != nil }
      let information = PersonaInformation(
        known.compactMap { values[$0] }, isPositive: known.map { all.isPositive[$0] })
      findings.append(
        AuditFinding(
          .shortcuts, "persona: \(name)", information?.bits,
          bound: information.map { .belowOrPermuted(0.002, permuted: $0.permuted) }
            ?? .atMost(0.002), detail: "bits"))
    }
  }
}

/// The conversations that a shortcut must tell apart.
private struct Units {
  let places: [AuditedCorpus.Place]
  let isPositive: [Bool]
  let clusters: [String]
  let sample: LabelledSample
  let shapes: [ConversationShape]
  let idRanks: [Double?]
  let ageBands: [String?]
  let signDensity: [Double?]
  let cueCount: [Double?]

  var knowsSigns: Bool { signDensity.contains { ($0 ?? 0) > 0 } }
  var knowsCues: Bool { cueCount.contains { ($0 ?? 0) > 0 } }

  init(_ corpus: AuditedCorpus, _ places: [AuditedCorpus.Place], _ resamples: Int) {
    self.places = places
    isPositive = places.map { corpus[$0].label == .grooming }
    clusters = places.map { corpus[$0].cluster }
    sample = LabelledSample(clusters: clusters, isPositive: isPositive, resamples: resamples)
    shapes = places.map { ConversationShape(corpus.chunks[$0.chunk], corpus[$0]) }
    // By length first, so that c10 comes after c9.
    let ids = places.map { corpus[$0].id }
    let order = ids.indices.sorted { (ids[$0].utf8.count, ids[$0]) < (ids[$1].utf8.count, ids[$1]) }
    idRanks = order.enumerated().reduce(into: [Double?](repeating: nil, count: ids.count)) {
      $0[$1.element] = Double($1.offset)
    }
    ageBands = places.map { place in
      let bands = corpus[place].participants.compactMap(\.ageBand)
      return bands.isEmpty ? nil : Set(bands).sorted().joined(separator: " + ")
    }
    func count(_ holds: (MessageColumns, Int) -> Bool) -> [Double] {
      places.map { place in
        let columns = corpus.chunks[place.chunk].messages
        return Double(corpus[place].messages.count { holds(columns, $0) })
      }
    }
    signDensity = zip(places, count { !$0.signs[$1].isEmpty }).map {
      $1 / Double(max(1, corpus[$0].messages.count))
    }
    cueCount = count { !$0.cues[$1].isEmpty }
  }

  /// What end-to-end encryption leaves: who writes how much, and when.
  var metadata: [[Double]] {
    shapes.map { shape in
      func value(_ statistic: ShapeStatistic) -> Double { shape.values[statistic] ?? 0 }
      return [
        log(1 + value(.length)), value(.authors), log(1 + value(.run)), value(.share),
        log(1 + value(.words)), shape.logGap ?? 0, shape.eighths.isEmpty ? 0 : 1,
      ] + (shape.eighths.isEmpty ? [Double](repeating: 0, count: 8) : shape.eighths)
    }
  }
}
