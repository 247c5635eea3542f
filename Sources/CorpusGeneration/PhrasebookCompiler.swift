/// Reads a language's folder and turns its grammars into a ``Phrasebook``.
struct PhrasebookCompiler {
  private struct Key: Hashable {
    var file: Int
    var rule: Int
    var pool: Int
  }

  private enum State {
    case open
    case done(Int32)
  }

  private let folder: String
  private var book = Phrasebook()
  private var grammars: [GrammarFile] = []
  private var common: Int?
  private var topicFiles: [String] = []
  private var states: [Key: State] = [:]

  private init(folder: String) { self.folder = folder }

  /// Compiles everything and checks it against the format.
  static func compile(folder: String) throws(GenerationError) -> Phrasebook {
    var compiler = PhrasebookCompiler(folder: folder)
    try compiler.readTopics()
    try compiler.checkFolders()
    let path = folder + "/common.grammar"
    if SourceFile.exists(path) { compiler.common = try compiler.read(path) }
    for act in 0..<Act.count { try compiler.readAct(act) }
    for index in compiler.book.fillerPlaces.indices {
      compiler.book.fillerPlaces[index].file += Int32(compiler.book.files.count)
    }
    compiler.book.files += compiler.topicFiles
    compiler.book.writeScripts()
    return compiler.book
  }

  private mutating func read(_ path: String) throws(GenerationError) -> Int {
    grammars.append(try GrammarFile(SourceFile(path: path)))
    book.files.append(path)
    return grammars.count - 1
  }

  /// Files that no act asks for are mistakes in a name.
  private func checkFolders() throws(GenerationError) {
    for part in ["signs", "cues", "ordinary"] {
      let known = (0..<Act.count).map(Act.file).filter { $0.hasPrefix(part + "/") }
      for name in try SourceFile.names(in: "\(folder)/\(part)") {
        guard known.contains("\(part)/\(name)") else {
          throw .invalid(
            file: "\(folder)/\(part)/\(name)", line: nil,
            reason: "no such act; expected one of "
              + known.map { String($0.dropFirst(part.utf8.count + 1)) }.joined(separator: ", "))
        }
      }
    }
  }

  private mutating func readAct(_ act: Int) throws(GenerationError) {
    let file = try read("\(folder)/\(Act.file(act))")
    let name = Act.names[act]
    for (short, start) in [name, name + "-short"].enumerated() {
      let present = Pool.split.filter { pool in
        grammars[file].rules.contains { $0.name == start && $0.pool == pool }
      }
      if short == 1, present.isEmpty { continue }
      for pool in Pool.split {
        guard
          let rule = grammars[file].rules.firstIndex(where: { $0.name == start && $0.pool == pool })
        else {
          throw .invalid(
            file: grammars[file].path, line: nil,
            reason: "start rule '\(start)' is missing in pool \(pool.name)")
        }
        book.starts[(act * 2 + short) * 3 + pool.rawValue] = try compile(
          Key(file: file, rule: rule, pool: pool.rawValue), act: act)
      }
    }
  }

  private mutating func compile(_ key: Key, act: Int) throws(GenerationError) -> Int32 {
    if case .done(let node)? = states[key] { return node }
    states[key] = .open
    let rule = grammars[key.file].rules[key.rule]
    var branches: [Phrasebook.Branch] = []
    var places: [Phrasebook.Place] = []
    var total: UInt32 = 0
    for alternative in rule.alternatives {
      total += UInt32(alternative.weight)
      let run = try sequence(alternative.nodes, key, alternative.line, act: act)
      branches.append(.init(first: run.first, end: run.end, cumulative: total))
      places.append(.init(file: Int32(key.file), line: Int32(alternative.line)))
    }
    let node = add(branches, places, total)
    states[key] = .done(node)
    return node
  }

  private mutating func add(
    _ branches: [Phrasebook.Branch], _ places: [Phrasebook.Place], _ total: UInt32
  ) -> Int32 {
    book.nodes.append(
      .init(
        first: Int32(book.branches.count), count: Int32(branches.count), total: total,
        isUniform: Int(total) == branches.count))
    book.branches.append(contentsOf: branches)
    book.places.append(contentsOf: places)
    return Int32(book.nodes.count - 1)
  }

  /// Compiles nodes in their order; nested nodes come first so that the items stand in one run.
  private mutating func sequence(
    _ nodes: [GrammarFile.Node], _ key: Key, _ line: Int, act: Int
  ) throws(GenerationError) -> (first: Int32, end: Int32) {
    let file = grammars[key.file]
    func error(_ reason: String) -> GenerationError {
      .invalid(file: file.path, line: line, reason: reason)
    }
    var items: [Phrasebook.Item] = []
    for node in nodes {
      switch node {
      case .text(let bytes):
        guard !bytes.contains(where: isCapital) else {
          throw error("a capital letter; expected lower case (names come from slots)")
        }
        let offset = Int32(book.text.count)
        var last: UInt8 = 0
        for byte in bytes where !(byte == 0x20 && last == 0x20) {
          book.text.append(byte)
          last = byte
        }
        items.append(.init(kind: .text, value: offset, length: Int32(book.text.count) - offset))
      case .slot(let name):
        guard let slot = Slot.names.firstIndex(of: name) else {
          throw error(
            "unknown slot '{\(name)}'; expected one of \(Slot.names.joined(separator: ", "))")
        }
        guard slot != Slot.quote || act == Act.frame else {
          throw error("slot '{quote}' outside of a frame")
        }
        items.append(.init(kind: .slot, value: Int32(slot)))
      case .rule(let name):
        items.append(.init(kind: .node, value: try reference(name, key, line, act: act)))
      case .optional(let inner):
        let run = try sequence(inner, key, line, act: act)
        let empty = Int32(book.items.count)
        items.append(
          .init(
            kind: .node,
            value: choice([(empty, empty), run], key.file, line)))
      case .choice(let choices):
        var runs: [(first: Int32, end: Int32)] = []
        for inner in choices { runs.append(try sequence(inner, key, line, act: act)) }
        items.append(.init(kind: .node, value: choice(runs, key.file, line)))
      }
    }
    let first = Int32(book.items.count)
    book.items.append(contentsOf: items)
    return (first, Int32(book.items.count))
  }

  private mutating func choice(
    _ runs: [(first: Int32, end: Int32)], _ file: Int, _ line: Int
  ) -> Int32 {
    let branches = runs.enumerated().map {
      Phrasebook.Branch(
        first: $0.element.first, end: $0.element.end, cumulative: UInt32($0.offset + 1))
    }
    let place = Phrasebook.Place(file: Int32(file), line: Int32(line))
    return add(branches, branches.map { _ in place }, UInt32(runs.count))
  }

  /// The node of the rule that `name` means where it stands.
  private mutating func reference(
    _ name: String, _ key: Key, _ line: Int, act: Int
  ) throws(GenerationError) -> Int32 {
    let pool = Pool.allCases[key.pool]
    var target: Key?
    for file in [key.file, common].compactMap(\.self) where target == nil {
      if let rule = grammars[file].rule(name, from: pool) {
        target = Key(file: file, rule: rule, pool: key.pool)
      }
    }
    let path = grammars[key.file].path
    guard let target else {
      throw .invalid(
        file: path, line: line,
        reason: "unknown rule '<\(name)>' in pool \(pool.name); expected one of this file or of "
          + "common.grammar")
    }
    if case .open? = states[target] {
      throw .invalid(
        file: path, line: line, reason: "rule '<\(name)>' refers back to itself in a circle")
    }
    return try compile(target, act: act)
  }
}

extension PhrasebookCompiler {
  private mutating func readTopics() throws(GenerationError) {
    let shared = try TopicFile(
      SourceFile(path: folder + "/common.topic"), lists: TopicFile.commonLists)
    let names = try SourceFile.names(in: folder + "/topics").filter { $0.hasSuffix(".topic") }
    guard !names.isEmpty else {
      throw .invalid(file: folder + "/topics", line: nil, reason: "expected at least one topic")
    }
    let common = add(shared)
    for name in names {
      let topic = try TopicFile(
        SourceFile(path: "\(folder)/topics/\(name)"), lists: TopicFile.topicLists)
      book.topics.append(String(name.dropLast(6)))
      book.lists += add(topic) + common
    }
  }

  /// Adds the fillers of a file; the lists in the order of list and pool.
  private mutating func add(_ file: TopicFile) -> [(first: Int32, count: Int32)] {
    // Files of topics are numbered behind those of grammars, once all are read.
    var lists: [(first: Int32, count: Int32)] = []
    for list in file.fillers {
      for pool in Pool.split {
        let fillers = list[pool.rawValue] + list[Pool.shared.rawValue]
        lists.append((Int32(book.fillers.count), Int32(fillers.count)))
        for filler in fillers {
          book.fillers.append((Int32(book.fillerText.count), Int32(filler.text.count)))
          book.fillerText += filler.text
          book.fillerPlaces.append(.init(file: Int32(topicFiles.count), line: Int32(filler.line)))
        }
      }
    }
    topicFiles.append(file.path)
    return lists
  }
}
