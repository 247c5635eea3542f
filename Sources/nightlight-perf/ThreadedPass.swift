import Chat
import Detection
import Dispatch
import Synchronization

/// Passes of a detector over conversations in memory on some threads, which take chunks from one
/// counter.
struct ThreadedPass: Sendable {
  /// What is read: shared by all threads, changed by none.
  typealias Chunks = [Chunk]

  /// How many conversations one thread takes at a time.
  private static let batch = 64

  private let detector: any Detector
  private let chunks: Chunks

  init(_ detector: any Detector, _ chunks: Chunks) {
    (self.detector, self.chunks) = (detector, chunks)
  }

  /// The same conversations in chunks of ``batch``.
  static func chunks(of chunks: Chunks) -> Chunks {
    var batches: Chunks = []
    var open = Chunk()
    for chunk in chunks {
      for conversation in chunk.conversations {
        for index in conversation.messages {
          open.messages.append(
            author: Int(chunk.messages.author[index]), time: chunk.messages.time[index],
            style: chunk.messages.timeStyle[index],
            text: chunk.messages.text[chunk.messages.textRange(index)])
        }
        open.close(conversation)
        guard open.conversations.count == batch else { continue }
        batches.append(open)
        open = Chunk()
      }
    }
    return batches + (open.conversations.isEmpty ? [] : [open])
  }

  /// Scores every prefix of every conversation; the answer does not depend on `threads`.
  func run(threads: Int) -> ScoringPass.Answer {
    let next = Atomic(0)
    let total = Mutex(ScoringPass.Answer())
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var own = ScoringPass.Answer()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < chunks.count else { break }
        var pass = ScoringPass(detector)
        pass.score(chunks[index])
        own.join(pass.answer)
      }
      total.withLock { $0.join(own) }
    }
    return total.withLock { $0 }
  }
}
