/// The prepared families of a list, and where each metric of a table comes from.
struct MetricPlan: Sendable {
  private let families: [any MetricFamily]
  /// By position in the answer: the family and the place among its values.
  private let places: [(family: Int, place: Int)]

  /// Prepares every metric in the order of ``MetricSuite/names``, or one of them.
  init(_ units: [EvaluatedConversation], only name: String? = nil) {
    let wanted = name.map { [$0] } ?? MetricSuite.names
    let types = MetricSuite.families.filter { type in type.names.contains { wanted.contains($0) } }
    families = types.map { $0.init(units) }
    places = wanted.compactMap { name in
      for (family, type) in types.enumerated() {
        if let place = type.names.firstIndex(of: name) { return (family, place) }
      }
      return nil
    }
  }

  /// The metrics where conversation `k` stands `weights[k]` times.
  func values(_ weights: [Int]) -> [WeightedMetric] {
    let answers = families.map { $0.values(weights) }
    return places.map { answers[$0.family][$0.place] }
  }
}
