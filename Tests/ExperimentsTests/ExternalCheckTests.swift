import Testing

@testable import Experiments

@Suite struct ExternalCheckTests {
  private func findings(_ shell: ShellDetector) throws -> [String: ExternalCheck.Finding] {
    try Fixtures.inTemporaryFolder { folder in
      var shell = shell
      shell.limits = #""message_s": 60, "conversation_s": 600"#
      var check = ExternalCheck(try shell.manifest(in: folder))
      let report = try check.run()
      #expect(report.passed == !report.findings.contains { $0.status == .fail })
      return Dictionary(report.findings.map { ($0.name, $0) }) { first, _ in first }
    }
  }

  @Test func aGoodOnePasses() throws {
    let findings = try findings(ShellDetector(trains: true))
    #expect(findings.count == 11)
    for finding in findings.values { #expect(finding.status == .pass, "\(finding.name)") }
  }

  @Test func whatItSaysOfTimeIsReported() throws {
    try Fixtures.inTemporaryFolder { folder in
      let reply = #"echo "{\"id\":$n,\"score\":$score,\"compute_ns\":100}""#
      let manifest = try ShellDetector(reply: reply).manifest(in: folder)
      var check = ExternalCheck(manifest, echo: manifest)
      let report = try check.run()
      #expect(report.timing.compute == ExternalTiming.Percentiles(p50: 100, p90: 100, p99: 100))
      #expect(report.timing.roundTrip != nil)
      #expect(report.timing.echo != nil)
      #expect(report.json.text.contains(#""compute_ns":{"p50":100,"p90":100,"p99":100}"#))
    }
  }

  @Test(arguments: [
    (
      "determinism", ShellDetector(atBegin: "echo x >> count; score=0.$(wc -l < count | tr -d ' ')")
    ),
    ("determinism", ShellDetector(atBegin: "if [ $begun -gt 5 ]; then score=0.2; fi")),
    ("one-reply", ShellDetector(reply: #"echo "{\"id\":$n,\"score\":0}{}""#)),
    ("finite-scores", ShellDetector(reply: #"echo "{\"id\":$n,\"score\":NaN}""#)),
    ("end-score", ShellDetector(atMessage: "", reply: #"echo "{\"id\":$n,\"score\":0.3}""#)),
    ("empty-text", ShellDetector(atMessage: #"case "$line" in *'"text":""'*) exit 1 ;; esac"#)),
    ("bye", ShellDetector(atBye: "sleep 1000")),
  ])
  func aFaultIsFoundWhereItIs(_ name: String, _ shell: ShellDetector) throws {
    let found = try findings(shell)
    #expect(found[name]?.status == .fail)
    #expect(found[name]?.reason.isEmpty == false)
  }

  @Test func whoDeclaresNothingIsNotHeldToIt() throws {
    let found = try findings(
      ShellDetector(atBegin: "echo x >> count; score=0.$(wc -l < count)", deterministic: false))
    #expect(found["determinism"]?.status == .skip)
  }

  @Test func aStartThatFailsIsTheOnlyFinding() throws {
    let found = try findings(ShellDetector(atStart: "exit 1"))
    #expect(found.keys.sorted() == ["hello"])
    #expect(found["hello"]?.status == .fail)
  }
}
