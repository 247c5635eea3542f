import Testing

@testable import Plotting

@Suite struct ChildProcessTests {
  private let shell = "/bin/sh"

  @Test func statusAndBothStreamsComeBack() throws {
    let child = try ChildProcess.run(
      shell, ["-c", "echo out; echo err >&2; exit 3"], timeout: .seconds(30))
    #expect(child.status == 3)
    #expect(child.output == "out\n")
    #expect(child.error == "err\n")
  }

  @Test func aSignalIsAStatusAbove128() throws {
    let child = try ChildProcess.run(shell, ["-c", "kill -9 $$"], timeout: .seconds(30))
    #expect(child.status == 137)
  }

  @Test func muchTextOnBothStreamsBlocksNothing() throws {
    let text = "i=0; while [ $i -lt 3000 ]; do echo \(String(repeating: "x", count: 99)); "
    let child = try ChildProcess.run(
      shell, ["-c", text + "echo \(String(repeating: "y", count: 99)) >&2; i=$((i+1)); done"],
      timeout: .seconds(60))
    #expect(child.output.utf8.count == 300_000)
    #expect(child.error.utf8.count == 300_000)
  }

  @Test func whatDoesNotEndIsEnded() {
    #expect(throws: ChildProcess.Failure.timedOut) {
      _ = try ChildProcess.run(shell, ["-c", "sleep 600"], timeout: .milliseconds(100))
    }
    #expect(throws: ChildProcess.Failure.timedOut) {
      _ = try ChildProcess.run(
        shell, ["-c", "exec >&- 2>&-; sleep 600"], timeout: .milliseconds(100))
    }
  }

  @Test func aProgramThatIsNotThereCannotStart() {
    #expect(throws: ChildProcess.Failure.cannotStart(2)) {
      _ = try ChildProcess.run("/nowhere/gnuplot", [], timeout: .seconds(30))
    }
  }
}
