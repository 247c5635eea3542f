import Chat
import CorpusFormats
import Foundation
import Glibc

/// A file that lives as long as the value.
final class TemporaryFile: Sendable {
  let path: String

  init(_ pieces: [[UInt8]], name: String = "corpus", suffix: String = "") {
    let folder = FileManager.default.temporaryDirectory.path
    var template = Array("\(folder)/nightlight-\(name)-XXXXXX\(suffix)".utf8CString)
    let descriptor = mkstemps(&template, Int32(suffix.utf8.count))
    precondition(descriptor >= 0)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for piece in pieces {
      var written = 0
      while written < piece.count {
        let count = piece.withUnsafeBytes { bytes in
          write(descriptor, bytes.baseAddress! + written, bytes.count - written)
        }
        precondition(count > 0)
        written += count
      }
    }
    close(descriptor)
  }

  convenience init(_ bytes: [UInt8], name: String = "corpus", suffix: String = "") {
    self.init([bytes], name: name, suffix: suffix)
  }

  convenience init(_ text: String, name: String = "corpus", suffix: String = "") {
    self.init([Array(text.utf8)], name: name, suffix: suffix)
  }

  deinit { unlink(path) }
}

/// A conversation with its messages, comparable wherever its columns stand.
struct Whole: Equatable {
  var conversation: Conversation
  var texts: [[UInt8]]
  var authors: [String]
  var times: [Int64]
  var styles: [TimeStyle]
  var sessions: [UInt32]
  var stages: [UInt8]
  var signs: [SignSet]
  var cues: [CueSet]

  init(_ chunk: borrowing Chunk, _ index: Int) {
    conversation = chunk.conversations[index]
    let range = conversation.messages
    texts = range.map { Array(chunk.messages.text[chunk.messages.textRange($0)]) }
    authors = range.map { chunk.conversations[index].authors[Int(chunk.messages.author[$0])] }
    times = Array(chunk.messages.time[range])
    styles = Array(chunk.messages.timeStyle[range])
    sessions = Array(chunk.messages.session[range])
    stages = Array(chunk.messages.stage[range])
    signs = Array(chunk.messages.signs[range])
    cues = Array(chunk.messages.cues[range])
    conversation.messages = 0..<range.count
  }

  var text: [String] { texts.map { String(decoding: $0, as: UTF8.self) } }
}

/// Everything in a file of canonical JSONL.
func readAll(
  _ text: String, options: JSONL.Options = .init(), maximumTextBytes: Int = 4 << 20
) throws -> [Whole] {
  try readAll(bytes: Array(text.utf8), options: options, maximumTextBytes: maximumTextBytes)
}

/// Everything in a file of canonical JSONL.
func readAll(
  bytes: [UInt8], options: JSONL.Options = .init(), maximumTextBytes: Int = 4 << 20
) throws -> [Whole] {
  let file = TemporaryFile(bytes)
  var all: [Whole] = []
  let summary = try JSONL.read(
    path: file.path, options: options, maximumTextBytes: maximumTextBytes
  ) { chunk in
    for index in chunk.conversations.indices { all.append(Whole(chunk, index)) }
  }
  precondition(summary.conversations == all.count)
  precondition(summary.messages == all.reduce(0) { $0 + $1.texts.count })
  return all
}

/// What a file of canonical JSONL looks like when it is written again.
func rewritten(_ text: String, maximumTextBytes: Int = 4 << 20) throws -> String {
  let file = TemporaryFile(text)
  var bytes: [UInt8] = []
  _ = try JSONL.read(path: file.path, maximumTextBytes: maximumTextBytes) { chunk in
    for index in chunk.conversations.indices {
      JSONL.append(chunk, conversation: index, to: &bytes)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Why reading fails: line and reason.
func refusal(_ text: String, options: JSONL.Options = .init()) -> FormatError? {
  do {
    _ = try readAll(text, options: options)
    return nil
  } catch {
    return error as? FormatError
  }
}

/// A small reproducible generator for properties.
struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func string(_ length: Int) -> String {
    let letters = Array(
      "abc XYZ.,!?\"\\/\n\t\r\u{8}\u{c}\u{1}\u{1f}\u{7f}éß€漢字😀🏳️‍🌈\u{2028}\u{fffd}<>&'".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<length { text.append(letters[below(letters.count)]) }
    return String(text)
  }
}
