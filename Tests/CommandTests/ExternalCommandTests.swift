import Foundation
import SQLite
import Testing

/// Detectors from elsewhere, as a user runs and checks them.
@Suite struct ExternalCommandTests {
  /// Whether the examples in Python can run here; else their tests are skipped.
  static let hasPython = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/python3") }

  /// A detector for `/bin/sh` that knows a lantern when it sees one; `reply` may be a bad one.
  private func write(
    _ place: Workplace, _ name: String, start: String = "",
    reply: String = #"echo "{\"id\":$n,\"score\":$score}""#
  ) throws {
    try place.write(
      "\(name).sh",
      """
      \(start)
      while read -r line; do
        case "$line" in
          '{"op":"hello"'*)
            echo '{"op":"hello","name":"\(name)","version":"2","modes":["stream"],\
      "deterministic":true}' ;;
          '{"op":"begin"'*) n=0; score=0.1 ;;
          '{"op":"message"'*)
            case "$line" in *lantern*) score=0.9 ;; esac
            \(reply)
            n=$((n + 1)) ;;
          '{"op":"end"'*) echo "{\\"id\\":\\"end\\",\\"score\\":$score}" ;;
          '{"op":"bye"'*) exit 0 ;;
        esac
      done
      """)
    try place.write(
      "\(name).json",
      """
      {"name": "\(name)", "command": ["/bin/sh", "\(name).sh"], "licence": "MIT",
       "limits": {"message_s": 60, "conversation_s": 600}, "requires": "Install the lantern."}
      """)
  }

  private func importTiny(_ place: Workplace) throws {
    let result = try place.run(
      "nightlight-corpus", ["import", "--format", "jsonl", "tiny.jsonl", "--name", "tiny"])
    try #require(result.status == 0, "\(result.error)")
  }

  @Test func checkSaysWhatHoldsAndEndsWithTwoWhereSomethingDoesNot() throws {
    try Workplace.with { place in
      try write(place, "good")
      try write(place, "bad", reply: #"echo "{\"id\":$n,\"score\":2}""#)
      let good = try place.run("nightlight-bench", ["check", "good", "--detectors-dir", "."])
      #expect(good.status == 0, "\(good.output)")
      #expect(good.output.contains("determinism     pass"), "\(good.output)")
      #expect(good.output.contains("messages-10000  pass"), "\(good.output)")
      let bad = try place.run("nightlight-bench", ["check", "./bad.json", "--json"])
      #expect(bad.status == 2, "\(bad.output)")
      #expect(bad.output.contains(#""passed":false"#))
      #expect(
        bad.output.contains(
          #"{"name":"finite-scores","status":"fail","reason":"gave a score outside 0…1"}"#))
    }
  }

  @Test func aManifestThatIsNoneIsInvalidContent() throws {
    try Workplace.with { place in
      try place.write("broken.json", #"{"name":"broken"}"#)
      let result = try place.run("nightlight-bench", ["check", "./broken.json"])
      #expect(result.status == 3)
      #expect(result.error.contains("broken.json: no member 'command'"), "\(result.error)")
    }
  }

  @Test func oneRunsBesideTheBuiltInAndIsListedAsExternal() throws {
    try Workplace.with { place in
      try importTiny(place)
      try write(place, "good")
      let run = try place.run(
        "nightlight-bench",
        ["run", "--corpus", "tiny", "--detectors", "good,naive-bayes", "--logs", "logs"],
        environment: ["NIGHTLIGHT_DETECTORS": "."])
      #expect(run.status == 0, "\(run.error)")
      #expect(run.error.contains("A message takes good "), "\(run.error)")
      #expect(try place.files().contains("logs"))
      let show = try place.run("nightlight-bench", ["show", "1"])
      #expect(show.output.contains("licence: MIT"), "\(show.output)")
      let table = try place.run(
        "nightlight-report", ["table", "--corpus", "tiny", "--format", "json"])
      #expect(table.output.contains(#""kind":"external""#), "\(table.output)")
      let list = try place.run(
        "nightlight-bench", ["detectors", "--json", "--detectors-dir", "."])
      #expect(list.output.contains(#""name":"good""#))
    }
  }

  @Test func oneThatLacksAPackageIsSkippedWithASentence() throws {
    try Workplace.with { place in
      try importTiny(place)
      try write(place, "absent", start: "echo 'The lantern is not installed.' >&2; exit 69")
      let arguments = ["run", "--corpus", "tiny", "--detectors", "./absent.json,naive-bayes"]
      let run = try place.run("nightlight-bench", arguments)
      #expect(run.status == 0, "\(run.error)")
      #expect(run.error.contains("Skipped absent: The lantern is not installed"), "\(run.error)")
      #expect(run.output.contains("naive-bayes"))
      let alone = try place.run(
        "nightlight-bench", ["run", "--corpus", "tiny", "--detectors", "./absent.json"])
      #expect(alone.status == 0, "\(alone.error)")
    }
  }

  @Test func oneThatFailsIsKeptAsAFailedRun() throws {
    try Workplace.with { place in
      try importTiny(place)
      try write(place, "bad", reply: "exit 1")
      let run = try place.run(
        "nightlight-bench", ["run", "--corpus", "tiny", "--detectors", "./bad.json,naive-bayes"])
      #expect(run.status == 5, "\(run.error)")
      #expect(run.output.contains("naive-bayes"))
      let runs = try place.run("nightlight-bench", ["runs"])
      #expect(runs.output.contains("failed"), "\(runs.output)")
    }
  }

  @Test func aBuiltInDetectorSaysTheSameThroughThePipe() throws {
    try Workplace.with { place in
      try importTiny(place)
      let train = try place.run(
        "nightlight-scan",
        ["train", "--corpus", "tiny", "--detector", "naive-bayes", "--output", "nb.model"])
      #expect(train.status == 0, "\(train.error)")
      try place.write(
        "piped.json",
        """
        {"name": "piped", "command": ["${NIGHTLIGHT_BENCH}", "serve", "--model", "nb.model"],
         "licence": "Apache-2.0", "limits": {"message_s": 60}}
        """)
      let run = try place.run(
        "nightlight-bench", ["run", "--corpus", "tiny", "--detectors", "./piped.json,naive-bayes"])
      #expect(run.status == 0, "\(run.error)")
      let database = try Connection(path: place.url("nightlight.sqlite").path)
      let differing = try database.first(
        """
        SELECT count(*), sum(a.message_scores = b.message_scores AND a.score = b.score
          AND a.alert_message IS b.alert_message)
        FROM prediction a JOIN prediction b USING (conversation_id)
        WHERE a.run_id = 1 AND b.run_id = 2
        """
      ) { [$0.integer(0), $0.integer(1)] }
      #expect(differing == [60, 60])
      #expect(
        try database.first("SELECT count(*) FROM compute_histogram") { $0.integer(0) } ?? 0 > 0)
    }
  }

  @Test func resultsMadeElsewhereAreMarkedSelfReported() throws {
    try Workplace.with { place in
      try importTiny(place)
      // Every conversation of the test split: those whose number leaves 6, 7 or 8 after nines.
      let lines = (0..<90).filter { $0 / 3 % 3 == 2 }.map {
        #"{"conversation":"c\#($0)","score":0.\#($0 % 9),"alert_message":\#($0 % 3 == 0 ? "3" : "null")}"#
      }
      try place.write("results.jsonl", lines.joined(separator: "\n"))
      let arguments = ["import-run", "results.jsonl", "--corpus", "tiny", "--name", "mine"]
      let result = try place.run("nightlight-bench", arguments)
      #expect(result.status == 0, "\(result.error)")
      let show = try place.run("nightlight-bench", ["show", "1"])
      #expect(show.output.contains("self-reported"), "\(show.output)")
      let json = try place.run("nightlight-bench", ["show", "1", "--json"])
      #expect(json.output.contains(#""self_reported":true"#))
      #expect(json.output.contains(#""kind":"imported""#))
      try place.write("short.jsonl", lines.dropLast().joined(separator: "\n"))
      let short = try place.run(
        "nightlight-bench", ["import-run", "short.jsonl", "--corpus", "tiny", "--name", "less"])
      #expect(short.status == 3)
      #expect(short.error.contains("no line for conversation 'c89'"), "\(short.error)")
      let runs = try place.run("nightlight-bench", ["runs", "--json"])
      #expect(!runs.output.contains("less"))
    }
  }

  @Test func theManifestsOfTheRepositoryCanBeRead() throws {
    try Workplace.with { place in
      let folder = Tool.root.appending(path: "Datasets/detectors").path
      let list = try place.run("nightlight-bench", ["detectors", "--detectors-dir", folder])
      for name in ["echo", "fasttext-original", "sentinel-minilm", "sklearn-tfidf-lr"] {
        #expect(list.output.contains("\(name) "), "\(list.output)")
      }
    }
  }

  @Test(.enabled(if: hasPython, "python3 is not installed; the adapter in Python is not tested"))
  func theEchoInPythonKeepsToTheProtocol() throws {
    try Workplace.with { place in
      let echo = Tool.root.appending(path: "Datasets/detectors/echo.json").path
      let result = try place.run("nightlight-bench", ["check", echo])
      #expect(result.status == 0, "\(result.output)\(result.error)")
      #expect(!result.output.contains("fail"))
    }
  }

  @Test(.enabled(if: hasPython, "python3 is not installed; the adapter in Python is not tested"))
  func aScoreOfThePrefixIsADetectorInThreeLines() throws {
    try Workplace.with { place in
      try importTiny(place)
      let adapters = Tool.root.appending(path: "Datasets/detectors/adapters").path
      try place.write(
        "mine.py",
        """
        import sys; sys.path.insert(0, "\(adapters)")
        from nightlight_adapter import serve
        print("a stray print goes to the log")
        serve(lambda messages: 0.9 if any("lantern" in m.text for m in messages) else 0.1)
        """)
      try place.write(
        "mine.json", #"{"name": "mine", "command": ["${PYTHON}", "mine.py"], "licence": "MIT"}"#)
      let run = try place.run(
        "nightlight-bench", ["run", "--corpus", "tiny", "--detectors", "./mine.json", "--json"])
      #expect(run.status == 0, "\(run.error)")
      #expect(run.output.contains(#""f1":1"#), "\(run.output)")
    }
  }
}
