import Chat

/// Reads the `conversation` elements of a PAN-2012 file one after the other.
struct PANParser: ConversationSource, ~Copyable {
  var reader: XMLReader
  /// The messages of the conversation at hand.
  var messages = MessageColumns()
  /// The line at which the conversation at hand begins.
  private(set) var startLine = 0
  var file: String { reader.file }
  var line: Int { reader.line }
  private let truth: PANTruth
  private var authors = ByteStringTable()
  /// The `line` attribute of each message.
  private var lines: [Int] = []
  private var isInside = false

  init(path: String, truth: String?) throws {
    let listed = try PANTruth(path: truth)
    let opened = try XMLReader(path: path)
    self.truth = listed
    reader = opened
  }

  /// The next conversation.
  ///
  /// - Throws: ``XMLReader/Malformed`` and ``UnreadableFile``, after which nothing more can be read.
  mutating func next() throws -> ConversationStep {
    if !isInside {
      guard case .start = try reader.next(), reader.isNamed("conversations") else {
        throw XMLReader.Malformed(reason: "another root element; expected 'conversations'")
      }
      isInside = true
    }
    while true {
      switch try reader.next(skippingSpaces: true) {
      case .finished: return .finished
      case .end: continue
      case .text:
        throw XMLReader.Malformed(reason: "text in 'conversations'; expected 'conversation'")
      case .start:
        guard reader.isNamed("conversation") else {
          throw XMLReader.Malformed(
            reason: "another element in 'conversations'; expected 'conversation'")
        }
        let depth = reader.depth
        startLine = reader.line
        messages.removeAll()
        do {
          return .conversation(try conversation())
        } catch let fault as LineFault {
          let line = reader.line
          while reader.depth >= depth { _ = try reader.next() }
          return .bad(line: line, fault)
        }
      }
    }
  }

  /// Reads a conversation whose start tag was read last, up to its end tag.
  private mutating func conversation() throws -> Conversation {
    authors.removeAll()
    lines.removeAll(keepingCapacity: true)
    var id: [UInt8]?
    for attribute in reader.attributes where attribute.name == "id" { id = attribute.value }
    guard let id else { throw LineFault("conversation without 'id' attribute; expected one") }
    var conversation = Conversation(id: String(decoding: id, as: UTF8.self))
    conversation.extra = PANAttributes.extra(reader.attributes.filter { $0.name != "id" })
    while try nextElement(in: "conversation") {
      guard reader.isNamed("message") else {
        throw LineFault("another element in a conversation; expected 'message'")
      }
      let extra = try message()
      if !extra.isEmpty { conversation.messageExtras[messages.count - 1] = extra }
    }
    for index in 0..<authors.count { conversation.authors.append(authors.string(index)) }
    label(&conversation, id)
    return conversation
  }

  /// Reads a message whose start tag was read last; the members nobody knows.
  private mutating func message() throws -> [UInt8] {
    var number: Int?
    for attribute in reader.attributes where attribute.name == "line" {
      number = Self.number(attribute.value)
      if number == nil { throw LineFault("'line' is no number from 1; expected one") }
    }
    guard let number else { throw LineFault("message without 'line' attribute; expected one") }
    let before = lines.last ?? 0
    guard number > before else {
      throw LineFault("'line' does not rise; expected the numbers of a conversation to rise")
    }
    lines.append(number)
    // The number is kept where it is not the position, which is what an export would write.
    let isPosition = number == lines.count
    let extra =
      isPosition && reader.attributes.count == 1
      ? [] : PANAttributes.extra(reader.attributes.filter { $0.name != "line" || !isPosition })
    var (author, time): (Int?, Int64?)
    var hasText = false
    while try nextElement(in: "message") {
      if reader.isNamed("author"), author == nil {
        try readContent()
        author = try authorNumber()
      } else if reader.isNamed("time"), time == nil {
        try readContent()
        guard let clock = TimeStyle.parse(reader.text.span), clock.style == .clock else {
          throw LineFault("'time' is no time; expected HH:MM")
        }
        time = clock.time
      } else if reader.isNamed("text"), !hasText {
        hasText = true
        try readContent()
        messages.text += reader.text
        guard messages.text.count <= Chunk.maximumTextBytes else {
          throw LineFault("a conversation of more than 64 MiB of text; expected none longer")
        }
      } else {
        throw LineFault("another element in a message; expected one author, time and text each")
      }
    }
    guard let author else { throw LineFault("message without 'author'; expected one") }
    guard hasText else { throw LineFault("message without 'text'; expected one, possibly empty") }
    messages.endMessage(author: author, time: time ?? 0, style: time == nil ? .absent : .clock)
    return extra
  }

  /// Moves to the next element of the one that is open; false at its end.
  private mutating func nextElement(in parent: String) throws -> Bool {
    switch try reader.next(skippingSpaces: true) {
    case .start: return true
    case .end, .finished: return false
    case .text: throw LineFault("text in a \(parent); expected elements only")
    }
  }

  /// Reads the text of the element whose start tag was read last, up to its end tag, into the reader.
  private mutating func readContent() throws {
    guard reader.attributes.isEmpty else {
      throw LineFault("attributes in a message's elements; expected none")
    }
    if !reader.text.isEmpty { reader.text.removeAll(keepingCapacity: true) }
    while true {
      switch try reader.next() {
      case .text: continue
      case .end, .finished: return
      case .start: throw LineFault("an element in a message's text; expected text only")
      }
    }
  }

  /// The number of the author whose name was read.
  private mutating func authorNumber() throws(LineFault) -> Int {
    guard !reader.text.isEmpty else { throw LineFault("empty 'author'; expected an author's id") }
    var name: [UInt8] = []
    swap(&name, &reader.text)
    defer { swap(&name, &reader.text) }
    return authors.insert(name.span, 0..<name.count).index
  }

  /// Sets what the truth says.
  private mutating func label(_ conversation: inout Conversation, _ id: [UInt8]) {
    switch truth.problem {
    case nil: return
    case .authors:
      conversation.label = .benign
      for author in conversation.authors where truth.lists(author: Array(author.utf8)) {
        conversation.label = .grooming
        conversation.participants.append(Participant(id: author, role: PAN2012.listedRole))
      }
    case .lines:
      conversation.label = .benign
      let listed = truth.lines(of: id)
      for (position, line) in lines.enumerated() where listed.contains(line) {
        conversation.label = .grooming
        var extra = conversation.messageExtras[position] ?? []
        if !extra.isEmpty { extra.append(UInt8(ascii: ",")) }
        extra += PAN2012.mark
        conversation.messageExtras[position] = extra
      }
    }
  }

  private static func number(_ bytes: [UInt8]) -> Int? {
    guard bytes.allSatisfy({ 0x30...0x39 ~= $0 }), 1...9 ~= bytes.count else { return nil }
    let value = bytes.reduce(0) { $0 * 10 + Int($1 & 15) }
    return value > 0 ? value : nil
  }
}
