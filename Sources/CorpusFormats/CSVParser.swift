import Chat

/// Puts the conversations of a CSV file together from their records.
struct CSVParser: ConversationSource, ~Copyable {
  var reader: CSVRecordReader
  /// The messages of the conversation at hand.
  var messages = MessageColumns()
  /// The line at which the conversation at hand begins.
  private(set) var startLine = 0
  var file: String { reader.file }
  var line: Int { reader.lastLine }
  private let columns: CSVColumns
  private let positiveLabel: String?
  private var authors = ByteStringTable()
  /// Whether the reader stands at a record that no conversation has taken yet.
  private var hasRecord: Bool

  init(path: String, positiveLabel: String?) throws {
    var opened = try CSVRecordReader(path: path)
    let (columns, hasRecord) = try Self.header(&opened)
    reader = opened
    (self.columns, self.hasRecord) = (columns, hasRecord)
    self.positiveLabel = positiveLabel
  }

  /// Reads the header, and moves to the first record behind it.
  private static func header(
    _ reader: inout CSVRecordReader
  ) throws -> (columns: CSVColumns, hasRecord: Bool) {
    guard try reader.next() else {
      throw FormatError(
        file: reader.file, line: 1, reason: "the file is empty; expected a header and messages")
    }
    var header: [String] = []
    for index in 0..<reader.count { header.append(reader.string(index)) }
    do {
      let columns = try CSVColumns(header: header)
      return (columns, try reader.next())
    } catch let error as LineFault {
      throw FormatError(file: reader.file, line: reader.line, reason: error.reason)
    }
  }

  /// The next conversation: the records that stand together and name it.
  ///
  /// - Throws: `FormatError` where the file is not CSV, and `UnreadableFile`.
  mutating func next() throws -> ConversationStep {
    guard hasRecord else { return .finished }
    messages.removeAll()
    authors.removeAll()
    startLine = reader.line
    guard reader.count == columns.count else {
      let line = reader.line
      let fault = wrongCount()
      hasRecord = try reader.next()
      return .bad(line: line, fault)
    }
    var conversation = Conversation(id: field(.conversation) ?? "")
    var bad: (line: Int, fault: LineFault)?
    repeat {
      let line = reader.line
      do throws(LineFault) {
        if bad == nil { try readRecord(into: &conversation, isFirst: line == startLine) }
      } catch {
        bad = (line, error)
      }
      hasRecord = try reader.next()
    } while hasRecord && belongs(to: conversation.id)
    if let bad { return .bad(line: bad.line, bad.fault) }
    for index in 0..<authors.count { conversation.authors.append(authors.string(index)) }
    return .conversation(conversation)
  }

  /// A record of another number of fields spoils the conversation it stands behind.
  private func belongs(to id: String) -> Bool {
    reader.count != columns.count || field(.conversation)?.utf8.elementsEqual(id.utf8) == true
  }

  private mutating func readRecord(
    into conversation: inout Conversation, isFirst: Bool
  ) throws(LineFault) {
    guard reader.count == columns.count else { throw wrongCount() }
    guard !conversation.id.isEmpty else {
      throw LineFault("column 'conversation' is empty; expected the conversation's id")
    }
    let label = try label()
    let split = try split()
    if isFirst {
      (conversation.label, conversation.split) = (label, split)
    } else if (label, split) != (conversation.label, conversation.split) {
      throw LineFault(
        "label or split differs from line \(startLine); expected the same in a conversation")
    }
    var (time, style) = (Int64(0), TimeStyle.absent)
    if let column = columns[.time], !reader.range(column).isEmpty {
      (time, style) = try self.time(column)
      if style.isVerbatim {
        let written = "\"time\":\"\(reader.string(column))\""
        conversation.messageExtras[messages.count] = Array(written.utf8)
      }
    }
    if let column = columns[.text] { messages.text += reader.bytes[reader.range(column)] }
    guard messages.text.count <= Chunk.maximumTextBytes else {
      throw LineFault("a conversation of more than 64 MiB of text; expected none longer")
    }
    guard let column = columns[.author] else { return }
    let name = Array(reader.bytes[reader.range(column)])
    let author = authors.insert(name.span, 0..<name.count).index
    messages.endMessage(author: author, time: time, style: style)
  }

  private func time(_ column: Int) throws(LineFault) -> (Int64, TimeStyle) {
    let range = reader.range(column)
    if let found = TimeStyle.parse(reader.bytes.span.extracting(range)) {
      return (found.time, found.style)
    }
    let isNumber = reader.bytes[range].allSatisfy { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") }
    guard isNumber, let milliseconds = Int64(reader.string(column)) else {
      throw LineFault(
        "column 'time' is no time; expected one such as 2031-05-02T18:04:11Z, or milliseconds")
    }
    return (milliseconds, .integer)
  }

  private func label() throws(LineFault) -> Label? {
    guard let text = field(.label), !text.isEmpty else { return nil }
    if let positiveLabel { return text == positiveLabel ? .grooming : .benign }
    guard let label = Label(rawValue: text) else {
      throw LineFault(
        "column 'label' has an unknown value; expected \(NameTable(Label.self).list)")
    }
    return label
  }

  private func split() throws(LineFault) -> Split? {
    guard let text = field(.split), !text.isEmpty else { return nil }
    guard let split = Split(rawValue: text) else {
      throw LineFault(
        "column 'split' has an unknown value; expected \(NameTable(Split.self).list)")
    }
    return split
  }

  private func field(_ name: CSVColumns.Name) -> String? { columns[name].map { reader.string($0) } }

  private func wrongCount() -> LineFault {
    LineFault("\(reader.count) fields; expected \(columns.count), as in the header")
  }
}
