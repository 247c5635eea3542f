import CommandLineKit

enum Kind: String, CaseIterable, ExpressibleByArgument { case mean, median, mode }

struct Common {
  @Option(help: "The database.") var db: String = "nightlight.sqlite"
  @Flag(help: "Say nothing on standard error.") var quiet = false
}

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Print the sum of the values.")
  @Flag(short: "x", help: "Use hexadecimal notation for the result.") var hexOutput = false
  @Flag(short: "v", help: "Say more.") var verbose = false
  @Argument(help: "A group of integers to operate on.") var values: [Int] = []
  func run() throws { throw CleanExit.message("\(values.reduce(0, +)) \(hexOutput) \(verbose)") }
}

struct Average: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "average", abstract: "Print the average of the values.")
  @OptionGroup var common = Common()
  @Option(help: "The kind of average to provide.") var kind: Kind = .mean
  @Option(short: "k", help: "Keep the best.") var top: Int
  @Option(help: "Where the answer goes; a long explanation that has to be broken at the margin.")
  var output: String?
  @Flag(inversion: true, help: "Colour the answer.") var colour = true
  @Argument(help: "A group of floating-point values to operate on.") var values: [Double] = []
  func validate() throws {
    if values.isEmpty { throw ValidationError("Provide at least one value.") }
  }
  func run() throws {
    throw CleanExit.message(
      "\(kind) \(top) \(output ?? "none") \(colour) \(values) \(common.db) \(common.quiet)")
  }
}

struct Failing: ParsableCommand {
  struct Broken: Error, CustomStringConvertible { let description = "train.xml:3: broken" }
  static let configuration = CommandConfiguration(commandName: "fail", abstract: "Fail.")
  @Flag(help: "Stop as if the user asked.") var interrupted = false
  func run() throws {
    if interrupted { throw Interrupted() }
    throw Broken()
  }
}

struct Calculator: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "math", abstract: "A utility for performing maths.", version: "1.0.0",
    subcommands: [Add.self, Average.self, Failing.self])
  static func exitStatus(for error: any Error) -> ExitCode {
    error is Failing.Broken ? .invalidContent : .failure
  }
}
