import Chat
import Detection
import Foundation
import Glibc
import Testing

@testable import Experiments

@Suite struct ExternalSessionTests {
  /// A way to break the protocol, and what it is taken for.
  struct Bad: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var message = ""
    var reply = #"echo "{\"id\":$n,\"score\":$score}""#
    var kind: ExternalFault.Kind
    /// A piece of the sentence.
    var says: String

    init(
      _ name: String, message: String = "", reply: String? = nil, _ kind: ExternalFault.Kind,
      says: String
    ) {
      (testDescription, self.message, self.kind, self.says) = (name, message, kind, says)
      if let reply { self.reply = reply }
    }

    /// The detector; limits are short where running into one is what is tested.
    var detector: ShellDetector {
      var detector = ShellDetector(name: "bad", atMessage: message, reply: reply)
      if kind == .timeout { detector.limits = #""message_s": 0.3"# }
      return detector
    }
  }

  static let bad = [
    Bad("hangs", message: "sleep 1000", .timeout, says: "within 0.3 s"),
    Bad("hangs and ignores SIGTERM", message: "trap '' TERM; sleep 1000", .timeout, says: "0.3 s"),
    Bad("reads ahead", message: "read -r line", .timeout, says: "did not answer a message"),
    Bad("ends", message: "exit 7", .ended, says: "status 7"),
    Bad("is killed", message: "kill -9 $$", .ended, says: "signal 9"),
    Bad("closes its output", message: "exec 1>&-; sleep 1000", .ended, says: "closed its output"),
    Bad("forks and ends", message: "sleep 1000 & exit 3", .ended, says: "status 3"),
    Bad("prints garbage", reply: "echo hello", .garbage, says: "no reply"),
    Bad("prints an empty line", reply: "echo", .garbage, says: "no reply"),
    Bad("prints a list", reply: "echo '[1]'", .garbage, says: "no reply"),
    Bad("gives no score", reply: #"echo "{\"id\":$n}""#, .garbage, says: "no reply"),
    Bad(
      "gives true for a score", reply: #"echo "{\"id\":$n,\"score\":true}""#, .garbage,
      says: "no reply"),
    Bad(
      "names an unknown stage", reply: #"echo "{\"id\":$n,\"score\":0,\"stage\":\"x\"}""#, .garbage,
      says: "unknown stage"),
    Bad(
      "prints a line without end", reply: "head -c 3000000 /dev/zero | tr '\\0' a; sleep 1000",
      .garbage, says: "1 MiB"),
    Bad("answers another message", reply: #"echo '{"id":7,"score":0}'"#, .wrongID, says: "asked"),
    Bad(
      // In one write: were the second one late, it would answer the wrong message.
      "replies twice",
      reply: #"printf '{"id":%s,"score":0}\n{"id":%s,"score":0}\n' "$n" "$n""#, .extraReply,
      says: "more than the one reply"),
    Bad(
      "replies NaN", reply: #"echo "{\"id\":$n,\"score\":NaN}""#, .notFinite, says: "not finite"),
    Bad(
      "replies Infinity", reply: #"echo "{\"id\":$n,\"score\": -Infinity}""#, .notFinite,
      says: "not finite"),
    Bad(
      "scores above 1", reply: #"echo "{\"id\":$n,\"score\":1.5}""#, .outOfRange, says: "0…1"),
    Bad("scores below 0", reply: #"echo "{\"id\":$n,\"score\":-1}""#, .outOfRange, says: "0…1"),
  ]

  @Test(arguments: bad)
  func everyFaultIsCaught(_ bad: Bad) throws {
    try Fixtures.inTemporaryFolder { folder in
      let session = try ExternalSession(try bad.detector.manifest(in: folder), seed: 1)
      let error = #expect(throws: ExternalFault.self) {
        try session.score(Fixtures.chunk(1..<2, split: .test), conversation: 0)
      }
      #expect(error?.kind == bad.kind, "\(error?.description ?? "")")
      #expect(error?.description.contains(bad.says) == true, "\(error?.description ?? "")")
      session.stop()
    }
  }

  @Test func aGoodOneIsHeard() throws {
    try Fixtures.inTemporaryFolder { folder in
      let reply = #"echo "{\"id\":$n,\"score\":$score,\"stage\":\"isolation\",\"compute_ns\":77}""#
      let manifest = try ShellDetector(reply: reply).manifest(in: folder)
      let session = try ExternalSession(manifest, seed: 1)
      #expect(session.greeting.version == "1.2")
      let chunk = Fixtures.chunk(0..<2, split: .test)
      let positive = try session.score(chunk, conversation: 0)
      #expect(positive.trace.scores == [0.1, 0.1, 0.1, 0.9, 0.9, 0.9])
      #expect(positive.trace.critical == [1, 1, 1, 1, 1, 1])
      #expect(positive.trace.stage == .isolation)
      #expect(positive.trace.stages == [Stage](repeating: .isolation, count: 6))
      #expect(positive.end == 0.9)
      #expect(positive.computing == [77, 77, 77, 77, 77, 77])
      #expect(positive.roundTrips.allSatisfy { $0 > 0 })
      #expect(try session.score(chunk, conversation: 1).end == 0.1)
      #expect(session.close())
    }
  }

  /// What follows the score in a reply to message `$n`, and the stages that are kept of six.
  static let stages: [(String, [Stage], critical: Int)] = [
    (
      #",\"stage\":\"$([ $n -lt 2 ] && echo contact || echo approach)\""#,
      [.contact, .contact, .approach, .approach, .approach, .approach], 6
    ),
    ("", [], 0), (#",\"stage\":null"#, [], 0),
    // A list with a gap would say of later messages what was said of earlier ones.
    (#",\"stage\":$([ $n = 2 ] && echo null || echo '"approach"')"#, [], 6),
  ]

  @Test(arguments: stages)
  func stagesAreKeptWhereEveryMessageHasOne(
    _ member: String, _ kept: [Stage], _ critical: Int
  ) throws {
    try Fixtures.inTemporaryFolder { folder in
      let reply = #"echo "{\"id\":$n,\"score\":$score\#(member)}""#
      let session = try ExternalSession(
        try ShellDetector(reply: reply).manifest(in: folder), seed: 1)
      let trace = try session.score(Fixtures.chunk(0..<1, split: .test), conversation: 0).trace
      #expect(trace.stages == kept)
      #expect(trace.critical.count == critical)
      session.close()
    }
  }

  @Test func aConversationWithoutMessagesHasItsEnd() throws {
    try Fixtures.inTemporaryFolder { folder in
      let session = try ExternalSession(try ShellDetector().manifest(in: folder), seed: 1)
      var chunk = Chunk()
      chunk.close(Conversation(id: "empty"))
      let answers = try session.score(chunk, conversation: 0)
      #expect(answers.trace.scores.isEmpty && answers.trace.stages.isEmpty)
      #expect(answers.end == 0.1)
    }
  }

  @Test func aFloodedLogNeitherBlocksNorGrows() throws {
    try Fixtures.inTemporaryFolder { folder in
      let flood = "head -c 2000000 /dev/zero | tr '\\0' x >&2"
      let detector = ShellDetector(atMessage: flood, atBye: "echo over >&2; exit 0")
      let session = try ExternalSession(try detector.manifest(in: folder), seed: 1)
      let answers = try session.score(Fixtures.chunk(1..<2, split: .test), conversation: 0)
      #expect(answers.trace.scores.count == 7)
      #expect(session.close())
      #expect(session.log.utf8.count == ExternalProcess.maximumLogBytes)
      #expect(session.log.hasSuffix("over\n"))
    }
  }

  @Test(arguments: ["exit 3", "exec 1>&-; sleep 1000", ":"])
  func whatItStartedEndsWithIt(_ afterwards: String) throws {
    try Fixtures.inTemporaryFolder { folder in
      let fork = "sleep 1000 & echo $! > child; \(afterwards)"
      let session = try ExternalSession(
        try ShellDetector(atBegin: fork).manifest(in: folder), seed: 1)
      _ = try? session.score(Fixtures.chunk(1..<2, split: .test), conversation: 0)
      session.stop()
      let text = try String(contentsOfFile: "\(folder)/child", encoding: .utf8)
      let child = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
      var isGone = false
      for _ in 0..<500 where !isGone {
        isGone = kill(child, 0) != 0 || Self.isZombie(child)
        if !isGone { usleep(10_000) }
      }
      #expect(isGone)
    }
  }

  /// Whether a process has ended and only waits for somebody to ask how.
  private static func isZombie(_ id: pid_t) -> Bool {
    let text = (try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)) ?? ") Z"
    return text[(text.lastIndex(of: ")") ?? text.startIndex)...].hasPrefix(") Z")
  }

  @Test func aMissingPackageIsSaidInTheDetectorsWords() throws {
    try Fixtures.inTemporaryFolder { folder in
      let start = "echo noise >&2; echo 'numpy is missing; install it' >&2; exit 69"
      let manifest = try ShellDetector(atStart: start).manifest(in: folder)
      #expect(throws: ExternalFault(.unavailable, "numpy is missing; install it")) {
        try ExternalSession(manifest, seed: 1)
      }
      let silent = try ShellDetector(name: "silent", atStart: "exit 69").manifest(in: folder)
      #expect(throws: ExternalFault(.unavailable, "Nothing is needed.")) {
        try ExternalSession(silent, seed: 1)
      }
    }
  }

  @Test(arguments: [
    ("sleep 1000", ExternalFault.Kind.timeout, "no greeting within 0.5 s"),
    ("echo trouble >&2; exit 4", .ended, "status 4 before it answered: trouble"),
    ("echo hello", .garbage, "no reply"),
  ])
  func aStartThatFailsIsSaid(
    _ start: String, _ kind: ExternalFault.Kind, _ says: String
  ) throws {
    try Fixtures.inTemporaryFolder { folder in
      var detector = ShellDetector(atStart: start)
      if kind == .timeout { detector.limits = #""startup_s": 0.5"# }
      let manifest = try detector.manifest(in: folder)
      let error = #expect(throws: ExternalFault.self) { try ExternalSession(manifest, seed: 1) }
      #expect(error?.kind == kind)
      #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
    }
  }

  @Test func aConversationHasALimitOfItsOwn() throws {
    try Fixtures.inTemporaryFolder { folder in
      var detector = ShellDetector(atMessage: "sleep 0.3")
      detector.limits = #""message_s": 20, "conversation_s": 0.5"#
      let session = try ExternalSession(try detector.manifest(in: folder), seed: 1)
      let error = #expect(throws: ExternalFault.self) {
        try session.score(Fixtures.chunk(1..<2, split: .test), conversation: 0)
      }
      #expect(error?.description == "did not end a conversation within 0.5 s")
    }
  }
}
