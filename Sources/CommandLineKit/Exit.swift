/// Thrown for a request a command cannot honour; printed with usage, exit status 64.
public struct ValidationError: Error, CustomStringConvertible {
  /// The sentence that is printed.
  public let description: String
  /// An error with this sentence.
  public init(_ message: String) { description = message }
}

/// How a command ended, as the shell sees it; thrown to leave with a status and print nothing more.
public struct ExitCode: Error, Equatable, Sendable {
  /// 0…255.
  public let rawValue: Int32
  /// The status with this number.
  public init(_ rawValue: Int32) { self.rawValue = rawValue }
  /// All went well.
  public static let success = ExitCode(0)
  /// Something failed: unknown corpus, unwritable output, full disk.
  public static let failure = ExitCode(1)
  /// A regression, or a bound violated.
  public static let regression = ExitCode(2)
  /// The content of a given file is invalid, or the content gate hit.
  public static let invalidContent = ExitCode(3)
  /// Some part of the work failed, the rest is kept.
  public static let partial = ExitCode(5)
  /// `EX_USAGE` of sysexits.h: the words of the command line are wrong.
  public static let validationFailure = ExitCode(64)
  /// Interrupted by the user; the same command resumes.
  public static let interrupted = ExitCode(130)
}

/// Thrown to print text on standard output and succeed.
public enum CleanExit: Error {
  /// Prints the help screen.
  case help
  /// Prints a text and a newline.
  case message(String)
}

/// What a run of the parser came to: text for each stream and an exit status.
public struct Outcome: Equatable, Sendable {
  /// For standard output.
  public var output = ""
  /// For standard error.
  public var error = ""
  /// For the shell.
  public var status = ExitCode.success

  /// An outcome with these texts; by default a quiet success.
  public init(output: String = "", error: String = "", status: ExitCode = .success) {
    (self.output, self.error, self.status) = (output, error, status)
  }
}
