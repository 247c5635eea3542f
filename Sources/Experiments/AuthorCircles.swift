import Chat

/// Conversations that hang together by their authors: two that share one belong to one circle, and so
/// do those that share authors with either.
///
/// A predator who writes in train and in test would let a detector recognise a person instead of a
/// behaviour; a circle never crosses a split. Union–find by size; O(log n) an
/// author.
struct AuthorCircles {
  private var numbers: [String: Int] = [:]
  private var parents: [Int] = []
  private var sizes: [Int] = []
  /// A conversation's id and the number of one of its authors; nil where nobody writes.
  private var members: [(id: String, author: Int?)] = []

  /// Adds a conversation. O(authors · log n).
  mutating func add(_ conversation: Conversation) {
    let numbers = conversation.authors.map { number($0) }
    for other in numbers.dropFirst() { join(numbers[0], other) }
    members.append((conversation.id, numbers.first))
  }

  /// The group of every conversation: the first id, in the order added, of its circle.
  var groups: [String: String] {
    var names: [Int: String] = [:]
    var groups: [String: String] = [:]
    for (id, author) in members {
      guard let author else {
        groups[id] = id
        continue
      }
      let root = root(author)
      let name = names[root] ?? id
      names[root] = name
      groups[id] = name
    }
    return groups
  }

  private mutating func number(_ author: String) -> Int {
    if let known = numbers[author] { return known }
    numbers[author] = parents.count
    parents.append(parents.count)
    sizes.append(1)
    return parents.count - 1
  }

  private mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    guard a != b else { return }
    let (large, small) = sizes[a] < sizes[b] ? (b, a) : (a, b)
    parents[small] = large
    sizes[large] += sizes[small]
  }

  private func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number { number = parents[number] }
    return number
  }
}
