import Benchmarking
import Chat
import Detection
import Foundation

/// One process of a detector from elsewhere that has said hello.
final class ExternalSession {
  /// What it said of one conversation, and how long it took.
  struct Answers: Equatable {
    var trace: PrefixTrace
    /// The score after the end: of a conversation without messages the only one.
    var end: Double
    /// From the write of each message to the last byte of its reply, in nanoseconds.
    var roundTrips: [Int] = []
    /// What the detector says that each message took, in nanoseconds.
    var computing: [Int] = []
  }

  /// The exit status of a detector that lacks a package (`EX_UNAVAILABLE` of sysexits.h).
  static let unavailableStatus: Int32 = 69

  let greeting: ExternalReply.Greeting
  private let process: ExternalProcess
  private let limits: ExternalLimits

  /// Starts the program and greets it.
  ///
  /// - Throws: ``ExternalFault``; `unavailable` where it ends with 69 before its greeting.
  init(_ manifest: ExternalManifest, seed: UInt64) throws(ExternalFault) {
    let command = try manifest.resolvedCommand()
    limits = manifest.limits
    process = try ExternalProcess(
      command.executable, command.arguments, folder: manifest.folder, farewell: limits.farewell)
    do throws(ExternalFault) {
      let deadline = ContinuousClock.now + limits.startUp
      let hello = ExternalRequest.hello(seed: seed, parameters: manifest.parameters)
      try process.send(hello, until: deadline)
      greeting = try ExternalReply.read(
        try process.line(until: deadline), as: ExternalReply.Greeting.self,
        expected: #"{"op":"hello","name":…,"version":…}"#)
    } catch {
      process.stop()
      // It has seen no text yet, so its words can hold none.
      let said = process.lastWords
      if process.ending == .status(Self.unavailableStatus) {
        throw ExternalFault(
          .unavailable, said ?? manifest.requires ?? "something it needs is not installed")
      }
      let hint = error.kind == .ended ? said.map { ": \($0)" } ?? "" : ""
      throw ExternalFault(
        error.kind,
        error.kind == .timeout
          ? "gave no greeting within \(limits.startUp.text)"
          : "gave no greeting: it \(error.description)\(hint)")
    }
    guard greeting.modes.contains("stream") else {
      process.stop()
      throw ExternalFault(.cannotStart, "does not speak the mode 'stream'")
    }
  }

  /// Lets it train on the conversations of a file.
  func train(path: String) throws(ExternalFault) {
    let deadline = ContinuousClock.now + limits.training
    do throws(ExternalFault) {
      try process.send(ExternalRequest.train(path: path), until: deadline)
      let reply = try ExternalReply.read(
        try process.line(until: deadline), as: ExternalReply.Trained.self,
        expected: #"{"op":"trained"}"#)
      guard reply.op == "trained" else {
        throw ExternalFault(.garbage, #"wrote a line that is no reply; expected {"op":"trained"}"#)
      }
    } catch {
      process.stop()
      throw ExternalFault(
        error.kind,
        error.kind == .timeout
          ? "did not end its training within \(limits.training.text)"
          : "failed while training: it \(error.description)")
    }
  }

  /// Hands it one conversation, a message at a time.
  func score(_ chunk: Chunk, conversation index: Int) throws(ExternalFault) -> Answers {
    let conversation = chunk.conversations[index]
    let last = ContinuousClock.now + limits.conversation
    var answers = Answers(trace: PrefixTrace(scores: []), end: 0)
    var stages: [Stage] = []
    try refuseExtraReplies()
    let begin = ExternalRequest.begin(
      conversation: ExternalRequest.opaqueID(), authors: conversation.authors.count)
    try process.send(begin, until: deadline(before: last))
    for (number, message) in conversation.messages.enumerated() {
      let time =
        chunk.messages.timeStyle[message].kind == .absent ? nil : chunk.messages.time[message]
      let request = chunk.messages.withText(message) {
        ExternalRequest.message(
          number, author: Int(chunk.messages.author[message]), time: time, text: $0)
      }
      let (reply, roundTrip) = try ask(request, .number(number), last)
      answers.trace.scores.append(reply.score)
      answers.roundTrips.append(roundTrip)
      if let nanoseconds = reply.computeNanoseconds { answers.computing.append(nanoseconds) }
      let stage = reply.stage.flatMap(Stage.init(rawValue:))
      if let stage { stages.append(stage) }
      answers.trace.critical.append(stage?.isCritical == true ? 1 : 0)
      answers.trace.stage = stage
    }
    if stages.isEmpty { answers.trace.critical = [] }
    // A message without a stage has no place among them.
    if stages.count == conversation.messages.count { answers.trace.stages = stages }
    answers.end = try ask(ExternalRequest.end, .word("end"), last).reply.score
    return answers
  }

  /// Says goodbye. Returns whether it ended by itself in time.
  @discardableResult
  func close() -> Bool { process.close(after: ExternalRequest.bye) }

  /// Ends it at once, and all that it started.
  func stop() { process.stop() }

  /// The end of what it wrote to its standard error.
  var log: String { process.log }

  /// Sends a request and reads the one reply to it.
  private func ask(
    _ request: [UInt8], _ id: ExternalReply.Score.ID, _ last: ContinuousClock.Instant
  ) throws(ExternalFault) -> (reply: ExternalReply.Score, roundTrip: Int) {
    try refuseExtraReplies()
    let deadline = deadline(before: last)
    let start = MonotonicClock.nanoseconds()
    let line: [UInt8]
    do throws(ExternalFault) {
      try process.send(request, until: deadline)
      line = try process.line(until: deadline)
    } catch {
      guard error.kind == .timeout else { throw error }
      throw ExternalFault(
        .timeout,
        ContinuousClock.now >= last
          ? "did not end a conversation within \(limits.conversation.text)"
          : "did not answer a message within \(limits.message.text)")
    }
    let roundTrip = process.lineArrived - start
    let reply = try ExternalReply.read(
      line, as: ExternalReply.Score.self, expected: #"{"id":…,"score":…}"#)
    try ExternalReply.check(reply, answers: id)
    return (reply, roundTrip)
  }

  private func deadline(before last: ContinuousClock.Instant) -> ContinuousClock.Instant {
    min(ContinuousClock.now + limits.message, last)
  }

  private func refuseExtraReplies() throws(ExternalFault) {
    guard !process.hasUnreadOutput() else {
      throw ExternalFault(.extraReply, "wrote more than the one reply to a message")
    }
  }
}

extension ExternalProcess {
  /// The last line of the log, for errors before any text was sent.
  var lastWords: String? {
    log.split(separator: "\n").last.map { String($0.prefix(300)) }
  }
}

extension Duration {
  /// The duration in words, such as `2 s` or `0.25 s`.
  var text: String {
    let seconds = (self.seconds * 1000).rounded() / 1000
    return seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
  }
}
