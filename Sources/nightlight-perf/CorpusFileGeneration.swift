import Chat
import CorpusFormats
import CorpusGeneration
import Dispatch
import Glibc
import Synchronization

/// Generates a whole corpus to a JSONL file, on some threads.
///
/// Threads take pieces of 64 conversations from a shared counter; pieces are written in order, so
/// the file is the same at any number of threads.
final class CorpusFileGeneration: Sendable {
  /// What was written.
  struct Totals: Equatable {
    var conversations = 0
    var messages = 0
    var bytes = 0
  }

  private struct State {
    var totals = Totals()
    var nextToWrite = 0
    var waiting: [Int: (bytes: [UInt8], messages: Int)] = [:]
    var failure: (any Error)?
  }

  private static let pieceSize = 64
  private let generator: Generator
  private let path: String
  private let descriptor: Int32
  private let nextPiece = Atomic<Int>(0)
  private let state = Mutex(State())

  private init(_ generator: Generator, path: String) throws {
    (self.generator, self.path) = (generator, path)
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(path) }
  }

  deinit { close(descriptor) }

  static func write(_ generator: Generator, to path: String, threads: Int) throws -> Totals {
    let generation = try CorpusFileGeneration(generator, path: path)
    if threads == 1 {
      generation.work()
    } else {
      DispatchQueue.concurrentPerform(iterations: threads) { _ in generation.work() }
    }
    return try generation.state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.totals
    }
  }

  private func work() {
    var chunk = Chunk()
    var scratch = Generator.Scratch()
    while true {
      let piece = nextPiece.add(1, ordering: .relaxed).oldValue
      let start = piece * Self.pieceSize
      guard start < generator.count else { return }
      do {
        chunk.removeAll()
        for index in start..<min(start + Self.pieceSize, generator.count) {
          try generator.generate(index, into: &chunk, scratch: &scratch)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(chunk.messages.text.count * 4)
        for index in chunk.conversations.indices {
          JSONL.append(chunk, conversation: index, to: &bytes)
        }
        guard hand(over: piece, bytes, chunk) else { return }
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
        return
      }
    }
  }

  /// Writes the piece and those that waited for it, or lets it wait; false after a failure.
  private func hand(over piece: Int, _ bytes: [UInt8], _ chunk: borrowing Chunk) -> Bool {
    let (conversations, messages) = (chunk.conversations.count, chunk.messages.count)
    return state.withLock { state in
      guard state.failure == nil else { return false }
      state.totals.conversations += conversations
      state.waiting[piece] = (bytes, messages)
      while let next = state.waiting.removeValue(forKey: state.nextToWrite) {
        guard writeAll(next.bytes) else {
          state.failure = Self.failure(path)
          return false
        }
        state.nextToWrite += 1
        state.totals.messages += next.messages
        state.totals.bytes += next.bytes.count
      }
      return true
    }
  }

  private func writeAll(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let written = Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
        if written < 0, errno == EINTR { continue }
        if written <= 0 { return false }
        offset += written
      }
      return true
    }
  }

  private static func failure(_ path: String) -> UnreadableFile {
    UnreadableFile(path: path, reason: String(cString: strerror(errno)))
  }
}
