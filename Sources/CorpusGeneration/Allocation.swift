internal import Chat

/// Which split, kind and persona group every conversation has.
///
/// Conversations are laid out in positions: first train, then validation, test and test-iid. Kinds
/// follow one fixed pattern along the positions, so that every split holds its exact quota; a keyed
/// permutation spreads the positions over the ids, so that an id says nothing.
struct Allocation: Sendable {
  struct Place: Equatable {
    var split: Split
    var kind: ConversationKind
    /// The persona group, counted over the whole corpus.
    var group: Int
  }

  /// How many conversations every split has, in the order they are laid out.
  let sizes: [(split: Split, count: Int)]
  let count: Int
  private let pattern: [ConversationKind]
  private let permutation: Permutation

  init(_ recipe: Recipe) {
    let splits: [Split] = [.train, .validation, .test]
    var sizes: [(split: Split, count: Int)] = []
    var (share, placed) = (0.0, 0)
    for (index, split) in splits.enumerated() {
      share += recipe.splits[index]
      let last = index == splits.count - 1
      let end = last ? recipe.conversations : Int(share * Double(recipe.conversations) + 0.5)
      sizes.append((split, max(0, min(end, recipe.conversations) - placed)))
      placed = max(placed, min(end, recipe.conversations))
    }
    sizes.append((.testIID, Int(recipe.iid * Double(recipe.conversations) + 0.5)))
    self.sizes = sizes
    count = sizes.reduce(0) { $0 + $1.count }
    pattern = Self.pattern(recipe.mix)
    permutation = Permutation(count: count, key: recipe.seed)
  }

  /// Where conversation `index` stands.
  func place(_ index: Int) -> Place {
    let position = permutation(index)
    var (start, groups) = (0, 0)
    for size in sizes {
      let inside = position - start
      if inside < size.count {
        let kind = pattern[position % pattern.count]
        return Place(split: size.split, kind: kind, group: groups + inside / 2)
      }
      start += size.count
      groups += (size.count + 1) / 2
    }
    preconditionFailure("position outside of every split")
  }

  /// One period of kinds in which every stretch holds each kind in proportion, within one.
  static func pattern(_ mix: [Int]) -> [ConversationKind] {
    let divisor = mix.reduce(0) { greatestCommonDivisor($0, $1) }
    let parts = mix.map { $0 / divisor }
    let total = parts.reduce(0, +)
    var credit = [Int](repeating: 0, count: parts.count)
    var pattern: [ConversationKind] = []
    for _ in 0..<total {
      for kind in parts.indices { credit[kind] += parts[kind] }
      var best = 0
      for kind in parts.indices where credit[kind] > credit[best] { best = kind }
      credit[best] -= total
      pattern.append(ConversationKind.allCases[best])
    }
    return pattern
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
