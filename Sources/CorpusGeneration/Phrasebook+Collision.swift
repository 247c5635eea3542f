internal import Chat

/// How many different texts a start rule gives, weighted by how often it gives them.
public struct Realisations: Sendable, Equatable {
  /// The start rule, such as `secrecy-request-short`.
  public let rule: String
  /// `train`, `validation` or `test`.
  public let pool: String
  /// Σp² over the derivations: the chance that two independent ones are the same.
  public let sumOfSquares: Double

  /// 1 / Σp²: as many equally likely texts would repeat as often.
  ///
  /// Derivations that happen to give the same text count as different ones, so the true number is at
  /// most this. In a corpus of N such texts the share that repeats another is about N · Σp².
  public var effective: Double { 1 / sumOfSquares }
}

extension Phrasebook {
  /// Σp² of every start rule, in closed form.
  ///
  /// The chance of a collision is a polynomial in the slots: a set of slots stands for the product of
  /// their 1/n, once each, since a slot keeps its value within a text. Two texts agree on topical
  /// slots only under the same topic. O(nodes · 2^slots of a rule).
  func realisations() -> [Realisations] {
    var memo = [[UInt32: Double]?](repeating: nil, count: nodes.count)
    var result: [Realisations] = []
    for act in 0..<Act.count {
      for short in [false, true] {
        for pool in Pool.split {
          let node = start(act, short: short, pool: pool.rawValue)
          guard node >= 0 else { continue }
          let terms = collision(node, &memo)
          let sum = terms.sorted { $0.key < $1.key }
            .reduce(0) { $0 + $1.value * chance($1.key, pool: pool.rawValue) }
          result.append(
            Realisations(
              rule: Act.names[act] + (short ? "-short" : ""), pool: pool.name, sumOfSquares: sum))
        }
      }
    }
    return result
  }

  /// Σ over branches of (weight share)², times the product of their items, by set of slots.
  private func collision(_ node: Int, _ memo: inout [[UInt32: Double]?]) -> [UInt32: Double] {
    if let known = memo[node] { return known }
    let choice = nodes[node]
    var sum: [UInt32: Double] = [:]
    var before: UInt32 = 0
    for index in Int(choice.first)..<Int(choice.first + choice.count) {
      let branch = branches[index]
      let share = Double(branch.cumulative - before) / Double(choice.total)
      before = branch.cumulative
      var product: [UInt32: Double] = [0: share * share]
      for position in Int(branch.first)..<Int(branch.end) {
        let item = items[position]
        let factor: [UInt32: Double]
        switch item.kind {
        case .text: continue
        case .slot: factor = [1 << UInt32(item.value): 1]
        case .node: factor = collision(Int(item.value), &memo)
        }
        var next: [UInt32: Double] = [:]
        for (left, x) in product {
          for (right, y) in factor { next[left | right, default: 0] += x * y }
        }
        product = next
      }
      for (slots, value) in product { sum[slots, default: 0] += value }
    }
    memo[node] = sum
    return sum
  }

  /// The chance that two texts agree on every slot of a set.
  private func chance(_ slots: UInt32, pool: Int) -> Double {
    func product(_ range: Range<Int>, topic: Int) -> Double {
      range.reduce(1) { result, slot in
        guard slots & 1 << UInt32(slot) != 0 else { return result }
        return result / Double(list(slot, topic: topic, pool: pool).count)
      }
    }
    let common = product(Slot.topical..<Slot.listed, topic: 0)
    guard slots & (1 << UInt32(Slot.topical) - 1) != 0 else { return common }
    let same = topics.indices.reduce(0) { $0 + product(0..<Slot.topical, topic: $1) }
    return common * same / Double(topics.count * topics.count)
  }
}
