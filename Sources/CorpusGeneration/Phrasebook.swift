/// All grammars of a language in flat arrays, ready to be rendered without a String.
///
/// A node is a choice among branches; a branch is a run of items; an item is a text, another node or
/// a slot. Every rule, option and choice of the files is a node, once per pool it is reached from.
struct Phrasebook: Sendable {
  enum ItemKind: UInt8, Sendable { case text, node, slot }

  struct Item: Sendable {
    var kind: ItemKind
    /// Offset of the text, number of the node or of the slot.
    var value: Int32
    /// Length of the text.
    var length: Int32 = 0
  }

  struct Branch: Sendable {
    var first: Int32
    var end: Int32
    /// Weights up to and with this branch.
    var cumulative: UInt32
  }

  struct Node: Sendable {
    var first: Int32
    var count: Int32
    var total: UInt32
    var isUniform: Bool
  }

  /// Where a branch stands in the files.
  struct Place: Sendable {
    var file: Int32
    var line: Int32
  }

  var text: [UInt8] = []
  var items: [Item] = []
  var branches: [Branch] = []
  var nodes: [Node] = []
  var places: [Place] = []
  /// All branches as rendering reads them: see ``writeScripts()``.
  var script: [UInt8] = []
  /// Where each branch begins in ``script``, and where each node stands as an item.
  var scripts: [Int32] = []
  var choices: [Int32] = []
  /// starts[(act · 2 + short) · 3 + pool]: a node, or -1.
  var starts = [Int32](repeating: -1, count: Act.count * 6)
  var files: [String] = []

  var topics: [String] = []
  var fillerText: [UInt8] = []
  /// Where each filler stands in ``fillerText``.
  var fillers: [(offset: Int32, length: Int32)] = []
  var fillerPlaces: [Place] = []
  /// lists[(topic · Slot.listed + slot) · 3 + pool]: the fillers of a slot.
  var lists: [(first: Int32, count: Int32)] = []

  /// The start of an act in a pool, -1 where there is none.
  @inline(__always) func start(_ act: Int, short: Bool, pool: Int) -> Int {
    Int(starts[(act * 2 + (short ? 1 : 0)) * 3 + pool])
  }

  @inline(__always) func list(_ slot: Int, topic: Int, pool: Int) -> (first: Int32, count: Int32) {
    lists[(topic * Slot.listed + slot) * 3 + pool]
  }

  func place(_ place: Place) -> String {
    place.line > 0 ? "\(files[Int(place.file)]):\(place.line)" : files[Int(place.file)]
  }
}
