import Glibc

extension ParsableCommand {
  /// The entry point: parses, runs, prints, exits.
  ///
  /// A closed pipe (`| head`) ends the program quietly; the first interrupt asks long work to stop
  /// at a safe place, the second ends it at once.
  public static func main() {
    signal(SIGPIPE, SIG_IGN)
    Interruption.install()
    let outcome = outcome(of: Array(CommandLine.arguments.dropFirst()))
    fflush(nil)  // what `run()` printed comes first
    let written = writeAll(Array(outcome.output.utf8), to: STDOUT_FILENO)
    _ = writeAll(Array(outcome.error.utf8), to: STDERR_FILENO)
    exit(written == 0 || written == EPIPE ? outcome.status.rawValue : ExitCode.failure.rawValue)
  }
}

/// Writes all bytes to a descriptor; gives 0, or the error number of the first failure.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  bytes.withUnsafeBytes { buffer in
    var offset = 0
    while offset < buffer.count {
      let written = Glibc.write(
        descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      if written < 0, errno == EINTR { continue }
      if written <= 0 { return written < 0 ? errno : EIO }
      offset += written
    }
    return 0
  }
}
