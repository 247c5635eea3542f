import CommandLineKit
import Testing

@Suite struct ExitTests {
  @Test func statusesAreThoseOfTheContract() {
    let all: [ExitCode] = [
      .success, .failure, .regression, .invalidContent, .partial, .validationFailure, .interrupted,
    ]
    #expect(all.map(\.rawValue) == [0, 1, 2, 3, 5, 64, 130])
  }

  @Test func errorsOfAnotherModuleGetTheStatusOfTheRootCommand() {
    let outcome = Calculator.outcome(of: ["fail"])
    #expect(outcome == Outcome(error: "Error: train.xml:3: broken\n", status: .invalidContent))
  }

  @Test func interruptionIsResumable() {
    let outcome = Calculator.outcome(of: ["fail", "--interrupted"])
    #expect(outcome.status == .interrupted)
    #expect(outcome.error.hasPrefix("Interrupted."))
  }
}
