internal import Statistics

/// A distribution as its quantiles at 0, 1/n, …, 1, with straight lines between them.
///
/// Only additions, multiplications and comparisons, so that the same word of random bits gives the
/// same number on every machine.
struct QuantileTable: Sendable {
  let knots: [Double]

  /// - Precondition: at least two knots.
  init(_ knots: [Double]) {
    precondition(knots.count >= 2, "a quantile table has two ends")
    self.knots = knots
  }

  /// The quantile at `unit`, in 0…1 (1 excluded).
  func value(at unit: Double) -> Double {
    let place = unit * Double(knots.count - 1)
    let index = min(Int(place), knots.count - 2)
    let share = place - Double(index)
    let low = knots[index]
    return low + share * (knots[index + 1] - low)
  }

  /// One draw.
  func draw(_ random: inout CounterRandom) -> Double { value(at: random.unit()) }
}

/// The tables that a recipe names.
struct QuantileTables: Sendable {
  static let styles = ["terse", "messenger", "long"]

  let length: QuantileTable
  let shortGap: QuantileTable
  let longGap: QuantileTable
  let segment: QuantileTable
  let initiatorShare: QuantileTable
  /// Per speaker style, the number of words at equally likely places.
  let words: [[UInt8]]

  init(path: String) throws(GenerationError) {
    let tree = try JSONTree(SourceFile(path: path))
    let names = ["length", "short_gap", "long_gap", "segment", "initiator_share"]
    _ = try tree.members(allowed: names + Self.styles, required: names + Self.styles)
    func table(_ name: String) throws(GenerationError) -> QuantileTable {
      let node = try tree.member(name)
      let knots = try node.numbers(in: 0...1e9)
      guard knots.count >= 2, zip(knots, knots.dropFirst()).allSatisfy({ $0 <= $1 }) else {
        throw node.error("expected two or more ascending numbers")
      }
      return QuantileTable(knots)
    }
    length = try table("length")
    shortGap = try table("short_gap")
    longGap = try table("long_gap")
    segment = try table("segment")
    initiatorShare = try table("initiator_share")
    var words: [[UInt8]] = []
    for style in Self.styles {
      let node = try tree.member(style)
      var counts: [UInt8] = []
      for element in try node.elements() { counts.append(UInt8(try element.whole(in: 1...200))) }
      guard !counts.isEmpty else { throw node.error("expected numbers of words") }
      words.append(counts)
    }
    self.words = words
  }
}
