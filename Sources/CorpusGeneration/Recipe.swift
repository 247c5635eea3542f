internal import Chat

/// What to generate: the recipe file, read and checked, with the overrides of the command line.
struct Recipe: Sendable {
  let path: String
  let name: String
  let locale: String
  let seed: UInt64
  /// Conversations of train, validation and test together; extra splits come on top.
  let conversations: Int
  /// Parts of each kind, in the order of `ConversationKind.allCases`.
  let mix: [Int]
  /// Shares of train, validation and test.
  let splits: [Double]
  /// Conversations of test-iid as a share of ``conversations``.
  let iid: Double
  let grammars: String
  let structure: String
  let tables: String
  /// The paths as the file has them.
  private let written: [(key: String, path: String)]

  init(path: String, seed: UInt64?, conversations: Int?) throws(GenerationError) {
    self.path = path
    let tree = try JSONTree(SourceFile(path: path))
    let required = [
      "name", "locale", "seed", "conversations", "mix", "splits", "grammars", "structure", "tables",
    ]
    _ = try tree.members(allowed: required + ["extra"], required: required)
    name = try Self.word(try tree.member("name"))
    locale = try Self.word(try tree.member("locale"))
    let given = try tree.member("seed").whole(in: 0...UInt64.max)
    self.seed = seed ?? given
    let size = Int(try tree.member("conversations").whole(in: 1...1_000_000_000))
    if let conversations, !(1...1_000_000_000).contains(conversations) {
      throw tree.error("expected 1 to 1000000000 conversations, not \(conversations)")
    }
    self.conversations = conversations ?? size

    let mixTree = try tree.member("mix")
    let kinds = ConversationKind.allCases.map(\.rawValue)
    var mix = [Int](repeating: 0, count: kinds.count)
    for (key, value) in try mixTree.members(allowed: kinds) {
      mix[kinds.firstIndex(of: key) ?? 0] = Int(try value.whole(in: 0...100_000))
    }
    guard mix.reduce(0, +) > 0 else { throw mixTree.error("expected a part of at least one kind") }
    self.mix = mix

    let splitTree = try tree.member("splits")
    let names = ["train", "validation", "test"]
    _ = try splitTree.members(allowed: names, required: names)
    var shares: [Double] = []
    for name in names { shares.append(try splitTree.member(name).number()) }
    guard abs(shares.reduce(0, +) - 1) < 1e-9 else {
      throw splitTree.error("expected shares that add up to 1")
    }
    splits = shares
    if let extra = try tree.optional("extra") {
      _ = try extra.members(allowed: ["test-iid"])
      iid = try extra.optional("test-iid")?.number() ?? 0
    } else {
      iid = 0
    }
    var written: [(key: String, path: String)] = []
    for key in ["grammars", "structure", "tables"] {
      written.append((key, try tree.member(key).text()))
    }
    self.written = written
    grammars = SourceFile.resolve(written[0].path, from: path)
    structure = SourceFile.resolve(written[1].path, from: path)
    tables = SourceFile.resolve(written[2].path, from: path)
  }

  /// The recipe with its overrides, as JSON with keys in a fixed order.
  var json: String {
    func list(_ pairs: [(String, String)]) -> String {
      "{" + pairs.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }
    let kinds = ConversationKind.allCases.enumerated().map {
      ($0.element.rawValue, "\(mix[$0.offset])")
    }
    let shares = zip(["train", "validation", "test"], splits).map { ($0, "\($1)") }
    return list(
      [
        ("name", "\"\(name)\""), ("locale", "\"\(locale)\""), ("seed", "\(seed)"),
        ("conversations", "\(conversations)"), ("mix", list(kinds)), ("splits", list(shares)),
        ("extra", list([("test-iid", "\(iid)")])),
      ] + written.map { ($0.key, Self.quoted($0.path)) })
  }

  private static func word(_ tree: JSONTree) throws(GenerationError) -> String {
    let text = try tree.text()
    let allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.".utf8
    guard !text.isEmpty, text.utf8.count <= 64, text.utf8.allSatisfy(allowed.contains) else {
      throw tree.error("expected 1 to 64 letters, digits, '-', '_' or '.'")
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case ..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
