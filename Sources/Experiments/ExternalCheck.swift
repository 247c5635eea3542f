import Benchmarking
import Chat
import Detection
import Foundation

/// Tries a detector from elsewhere on everything that the protocol asks of it.
///
/// Twenty conversations of neutral small talk are replayed twice, the second time in a fresh process
/// and in the opposite order, so that what leaks from one conversation into the next is found too.
public struct ExternalCheck {
  /// How one check ended.
  public enum Status: String, Sendable {
    /// As the protocol asks.
    case pass
    /// Otherwise.
    case fail
    /// Nothing to check, or not reached.
    case skip
  }

  /// One line of the table.
  public struct Finding: Sendable, Equatable {
    /// What was checked.
    public var name: String
    /// How it ended.
    public var status: Status
    /// Why, in a few words.
    public var reason: String
  }

  /// What the checks found.
  public struct Report: Sendable {
    /// The name of the manifest.
    public var detector: String
    /// The version that the detector gives, once it has.
    public var version: String?
    /// The checks in the order they were made.
    public var findings: [Finding] = []
    /// How long a message took.
    public var timing = ExternalTiming()
    /// The end of what the detector wrote to its standard error.
    public var log = ""

    /// Whether no check failed.
    public var passed: Bool { !findings.contains { $0.status == .fail } }

    /// The report as a JSON object.
    public var json: JSONText {
      .object([
        ("detector", .string(detector)), ("version", .optional(version)),
        ("passed", .bool(passed)),
        (
          "checks",
          .array(
            findings.map {
              .object([
                ("name", .string($0.name)), ("status", .string($0.status.rawValue)),
                ("reason", .string($0.reason)),
              ])
            })
        ),
        ("round_trip_ns", timing.roundTrip?.json ?? .null),
        ("compute_ns", timing.compute?.json ?? .null),
        ("echo_round_trip_ns", timing.echo?.json ?? .null),
      ])
    }
  }

  /// How many conversations are replayed.
  static let conversations = 20
  /// How many messages the longest conversation has.
  static let messages = 10_000

  private let manifest: ExternalManifest
  private let echo: ExternalManifest?
  private let checkpoint: () throws -> Void
  private var report: Report

  /// Checks of a detector; `echo` is one that does nothing, to measure the way by.
  public init(
    _ manifest: ExternalManifest, echo: ExternalManifest? = nil,
    checkpoint: @escaping () throws -> Void = {}
  ) {
    (self.manifest, self.echo, self.checkpoint) = (manifest, echo, checkpoint)
    report = Report(detector: manifest.name)
  }

  /// Makes all checks.
  ///
  /// - Throws: ``ExternalFault/Kind/unavailable`` where something it needs is not installed; what the
  ///   checkpoint throws.
  public mutating func run() throws -> Report {
    let training = try ExternalTrainingFile(Examples([ExternalSample.chunk(60, split: .train)]))
    guard var session = try start("hello", training) else { return report }
    report.version = session.greeting.version
    let isDeterministic = session.greeting.deterministic
    let sample = ExternalSample.chunk(Self.conversations, split: .test)
    let order = Array(sample.conversations.indices)
    let first = try replay(session, sample, order)
    judge(first)
    note(session)
    if first.fault == nil { try checkRepetition(sample, first, isDeterministic, training) }
    session.stop()
    for (name, texts) in Self.hardCases {
      try checkpoint()
      guard let fresh = try? begin(training) else {
        add(name, .skip, "it did not start again")
        continue
      }
      session = fresh
      do throws(ExternalFault) {
        _ = try session.score(ExternalSample.conversation(texts), conversation: 0)
        add(name, .pass, "")
      } catch {
        add(name, .fail, error.description)
      }
      note(session)
      session.stop()
    }
    try checkFarewell(training)
    if let echo, let detector = try? ExternalDetector(echo, seed: 1),
      let floor = ExternalSample.roundTrips(of: detector)
    {
      report.timing.echo = ExternalTiming.Percentiles(floor)
    }
    return report
  }

  // MARK: Single checks

  /// What one replay said, as far as it came.
  private struct Replay {
    var answers: [Int: ExternalSession.Answers] = [:]
    var fault: ExternalFault?
  }

  private static var hardCases: [(name: String, texts: [[UInt8]])] {
    let long = ExternalRequest.message(0, author: 0, time: nil, text: [UInt8]().span).count
    let room = ExternalProcess.maximumLineBytes - long
    return [
      ("empty-text", [[], Array("hello".utf8), []]),
      (
        "emoji",
        ["👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽", "e\u{301}tude \u{202E}abc\u{202C}", "\u{0}\u{1F}\t\\\"/"].map { Array($0.utf8) }
      ),
      ("line-1-mib", [[UInt8](repeating: UInt8(ascii: "a"), count: room), Array("hello".utf8)]),
      ("messages-10000", (0..<messages).map { Array("message \($0 % 100) of many".utf8) }),
    ]
  }

  private mutating func start(
    _ name: String, _ training: ExternalTrainingFile
  ) throws -> ExternalSession? {
    let session: ExternalSession
    do throws(ExternalFault) {
      session = try ExternalSession(manifest, seed: 1)
      add(name, .pass, "\(session.greeting.name) \(session.greeting.version)")
    } catch {
      if error.kind == .unavailable { throw error }
      add(name, .fail, error.description)
      return nil
    }
    guard session.greeting.trains else {
      add("train", .skip, "it does not train")
      return session
    }
    do throws(ExternalFault) {
      try session.train(path: training.path)
      add("train", .pass, "")
      return session
    } catch {
      note(session)
      add("train", .fail, error.description)
      return nil
    }
  }

  private func begin(_ training: ExternalTrainingFile) throws(ExternalFault) -> ExternalSession {
    let session = try ExternalSession(manifest, seed: 1)
    if session.greeting.trains { try session.train(path: training.path) }
    return session
  }

  private func replay(
    _ session: ExternalSession, _ sample: Chunk, _ order: [Int]
  ) throws -> Replay {
    var replay = Replay()
    for index in order {
      try checkpoint()
      do throws(ExternalFault) {
        replay.answers[index] = try session.score(sample, conversation: index)
      } catch {
        replay.fault = error
        return replay
      }
    }
    return replay
  }

  private mutating func judge(_ replay: Replay) {
    let fault = replay.fault
    let isAboutScores = fault?.kind == .notFinite || fault?.kind == .outOfRange
    add(
      "one-reply", fault == nil || isAboutScores ? .pass : .fail,
      fault.map { isAboutScores ? "" : $0.description } ?? "")
    add(
      "finite-scores", isAboutScores ? .fail : fault == nil ? .pass : .skip,
      fault.map { isAboutScores ? $0.description : "not reached" } ?? "")
    guard fault == nil else { return add("end-score", .skip, "not reached") }
    let differs = replay.answers.values.contains { $0.end != $0.trace.scores.last }
    add(
      "end-score", differs ? .fail : .pass,
      differs ? "the score at the end is not that of the last message" : "")
    var (roundTrips, computing) = (LatencyHistogram(), LatencyHistogram())
    for answers in replay.answers.values {
      for nanoseconds in answers.roundTrips { roundTrips.record(nanoseconds) }
      for nanoseconds in answers.computing { computing.record(nanoseconds) }
    }
    report.timing.roundTrip = ExternalTiming.Percentiles(roundTrips)
    report.timing.compute = ExternalTiming.Percentiles(computing)
  }

  private mutating func checkRepetition(
    _ sample: Chunk, _ first: Replay, _ isDeterministic: Bool, _ training: ExternalTrainingFile
  ) throws {
    guard isDeterministic else {
      return add("determinism", .skip, "it does not declare to be deterministic")
    }
    guard let session = try? begin(training) else {
      return add("determinism", .fail, "it did not start again")
    }
    let order = Array(sample.conversations.indices.reversed())
    let second = try replay(session, sample, order)
    note(session)
    session.stop()
    let differing = sample.conversations.indices.filter {
      first.answers[$0]?.trace != second.answers[$0]?.trace
    }
    let reason =
      second.fault?.description
      ?? "\(differing.count) of \(Self.conversations) conversations scored otherwise in a fresh "
      + "process and the opposite order"
    add("determinism", differing.isEmpty ? .pass : .fail, differing.isEmpty ? "" : reason)
  }

  private mutating func checkFarewell(_ training: ExternalTrainingFile) throws {
    guard let session = try? begin(training) else {
      return add("bye", .skip, "it did not start again")
    }
    let ended = session.close()
    note(session)
    add(
      "bye", ended ? .pass : .fail,
      ended ? "" : "it did not end within \(manifest.limits.farewell.text)")
  }

  private mutating func add(_ name: String, _ status: Status, _ reason: String) {
    report.findings.append(Finding(name: name, status: status, reason: reason))
  }

  private mutating func note(_ session: ExternalSession) { report.log += session.log }
}
