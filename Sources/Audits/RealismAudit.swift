/// How far the benign part of a corpus is from the nearest of other corpora, beside how far these are
/// from one another and how far a corpus is from itself.
///
/// Where at least two others are given, the figure must not exceed the largest distance of one of
/// them to its own nearest: not further than real corpora are from one another, which is all that
/// can be claimed.
struct RealismAudit {
  private(set) var findings: [AuditFinding] = []

  /// Compares the corpus with each of the others; no findings without any.
  ///
  /// - Parameter checkpoint: called between pieces of work; what it throws ends the work.
  init(_ corpus: AuditedCorpus, against others: [AuditedCorpus], checkpoint: () throws -> Void)
    throws
  {
    guard !others.isEmpty else { return }
    let (own, real) = (ChatSample(corpus), others.map { ChatSample($0) })
    let distances: [(String, (ChatSample, ChatSample) -> Double?)] = [
      ("words per message", { SampleDistance.kolmogorovSmirnov($0.words, $1.words) }),
      ("run length", { SampleDistance.kolmogorovSmirnov($0.runs, $1.runs) }),
      ("gaps", { SampleDistance.kolmogorovSmirnov($0.gaps, $1.gaps) }),
      ("hours", { SampleDistance.kuiper($0.hours, $1.hours) }),
    ]
    for (name, distance) in distances {
      compare(name, own, real) { a, b in distance(a, b).map { Estimate(value: $0) } }
    }
    for view in TwoSampleTest.View.allCases {
      try checkpoint()
      let name = "told apart by \(view.rawValue)"
      compare(name, own, real) { TwoSampleTest.area($0.windows, $1.windows, view) }
      findings.append(
        AuditFinding(
          .realism, "\(name): same source", TwoSampleTest.null(own.windows, view),
          detail: "halves of \(own.name), least and most of five draws"))
    }
  }

  private mutating func compare(
    _ name: String, _ own: ChatSample, _ real: [ChatSample],
    _ distance: (ChatSample, ChatSample) -> Estimate?
  ) {
    func nearest(
      to sample: ChatSample, among others: [ChatSample]
    ) -> (distance: Estimate, other: String)? {
      others.compactMap { other in distance(sample, other).map { (distance: $0, other: other.name) }
      }
      .min { $0.distance.value < $1.distance.value }
    }
    let neighbours = real.indices.compactMap { index in
      nearest(to: real[index], among: Array(real[..<index] + real[(index + 1)...])).map {
        (distance: $0.distance, pair: "\(real[index].name) and \($0.other)")
      }
    }
    let between = neighbours.max { $0.distance.value < $1.distance.value }
    let found = nearest(to: own, among: real)
    findings += [
      AuditFinding(
        .realism, "\(name): to the nearest", found?.distance,
        bound: between.map { .atMost($0.distance.value) }, detail: found?.other),
      AuditFinding(
        .realism, "\(name): real to real", between?.distance, detail: between?.pair),
    ]
  }
}
