import Benchmarking
import Chat
import Detection
import Evaluation
import Foundation

/// A detector from elsewhere at work: it is started again where it fails, but not for ever.
///
/// A conversation on which it takes too long is given up. One on which it ends, or says what is no
/// reply, is tried once more in a fresh process. After ``maximumRestarts`` restarts the detector itself
/// is given up.
final class ExternalDetector: Sendable {
  /// How often it is started again.
  static let maximumRestarts = 5
  /// The share of conversations without a score above which a run has failed.
  static let maximumBadShare = 0.05

  private struct State {
    var session: ExternalSession?
    var restarts = 0
    var lastFault: ExternalFault?
    var failure: ExternalFault?
    var roundTrips = LatencyHistogram()
    var computing = LatencyHistogram()
    var roundTripSum = 0
    var log = ""
    var trainingFile: ExternalTrainingFile?
  }

  /// How it is run.
  let manifest: ExternalManifest
  /// What it said of itself.
  let greeting: ExternalReply.Greeting
  private let seed: UInt64
  private let state: Locked<State>

  /// Starts and greets it.
  ///
  /// - Throws: ``ExternalFault``; `unavailable` where something it needs is not installed.
  init(_ manifest: ExternalManifest, seed: UInt64) throws(ExternalFault) {
    (self.manifest, self.seed) = (manifest, seed)
    let session = try ExternalSession(manifest, seed: seed)
    greeting = session.greeting
    state = Locked(State(session: session))
  }

  /// Why it was given up, if it was.
  var failure: ExternalFault? { state.withLock { $0.failure } }
  /// How often it was started again.
  var restarts: Int { state.withLock { $0.restarts } }
  /// The end of what it wrote to its standard error.
  var log: String { state.withLock { $0.session?.log ?? $0.log } }

  /// What the host measured and what it said itself, with samples per second of the former.
  var measured: (roundTrips: LatencyHistogram, computing: LatencyHistogram, rate: Double?) {
    state.withLock { state in
      let sum = Double(state.roundTripSum)
      return (
        state.roundTrips, state.computing,
        sum > 0 ? Double(state.roundTrips.count) * 1e9 / sum : nil
      )
    }
  }

  /// Lets it train, if it does.
  func train(on examples: Examples) throws {
    guard greeting.trains else { return }
    let file = try ExternalTrainingFile(examples)
    try state.withLock { state in
      state.trainingFile = file
      try state.session?.train(path: file.path)
    }
  }

  /// What it says of a conversation.
  ///
  /// - Throws: ``ExternalFault/Kind/gaveUp`` once it has failed too often.
  func score(_ chunk: Chunk, conversation index: Int) throws(ExternalFault) -> ScoredConversation {
    try state.withLock { state throws(ExternalFault) in
      for _ in 0..<2 {
        do throws(ExternalFault) {
          let session = try ready(&state)
          let answers = try session.score(chunk, conversation: index)
          for nanoseconds in answers.roundTrips {
            state.roundTrips.record(nanoseconds)
            state.roundTripSum += nanoseconds
          }
          for nanoseconds in answers.computing { state.computing.record(nanoseconds) }
          return ScoredConversation(trace: answers.trace, endScore: answers.end)
        } catch {
          guard error.kind != .gaveUp else { throw error }
          discard(&state, error)
          if error.kind == .timeout {
            return ScoredConversation(trace: PrefixTrace(scores: []), outcome: .timeout)
          }
        }
      }
      return ScoredConversation(trace: PrefixTrace(scores: []), outcome: .crash)
    }
  }

  /// Says goodbye. Returns whether it ended by itself in time.
  @discardableResult
  func close() -> Bool {
    state.withLock { state in
      guard let session = state.session else { return true }
      let ended = session.close()
      state.log = session.log
      state.session = nil
      return ended
    }
  }

  /// The process, started again if there is none.
  private func ready(_ state: inout State) throws(ExternalFault) -> ExternalSession {
    if let session = state.session { return session }
    if let failure = state.failure { throw failure }
    guard state.restarts < Self.maximumRestarts else {
      let last = state.lastFault.map { ": it \($0.description)" } ?? ""
      let failure = ExternalFault(
        .gaveUp, "failed again after \(Self.maximumRestarts) restarts\(last)")
      state.failure = failure
      throw failure
    }
    state.restarts += 1
    let session = try ExternalSession(manifest, seed: seed)
    guard session.greeting == greeting else {
      throw ExternalFault(.garbage, "greets with other words than before")
    }
    state.session = session
    if let file = state.trainingFile { try session.train(path: file.path) }
    return session
  }

  private func discard(_ state: inout State, _ fault: ExternalFault) {
    state.session?.stop()
    if let session = state.session { state.log = session.log }
    state.session = nil
    state.lastFault = fault
  }
}
