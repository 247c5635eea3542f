/// A command: its declared properties are its arguments, ``run()`` is its work.
///
/// ```swift
/// struct Greet: ParsableCommand {
///   static let configuration = CommandConfiguration(commandName: "greet", abstract: "Say hello.")
///   @Option(short: "n", help: "How many times.") var count: Int = 1
///   @Argument(help: "Whom to greet.") var name: String
///   func run() { for _ in 0..<count { print("Hello, \(name)!") } }
/// }
/// Greet.outcome(of: ["ada", "--cuont", "2"]).status  // 64, "Did you mean '--count'?"
/// ```
public protocol ParsableCommand: SendableMetatype {
  /// Name, abstract and subcommands.
  static var configuration: CommandConfiguration { get }
  /// A command whose properties hold their defaults.
  init()
  /// Refuses combinations of arguments that the declarations cannot; throws ``ValidationError``.
  mutating func validate() throws
  /// Does the work.
  mutating func run() throws
  /// The exit status for an error that ``run()`` threw and the kit does not know; 1 unless the root
  /// command says otherwise.
  static func exitStatus(for error: any Error) -> ExitCode
}

extension ParsableCommand {
  /// Accepts everything.
  public mutating func validate() throws {}
  /// Prints help: what a command does that only has subcommands.
  public mutating func run() throws { throw CleanExit.help }
  /// Every error that the kit does not know is a plain failure.
  public static func exitStatus(for error: any Error) -> ExitCode { .failure }
}

/// What help says about a command, and which subcommands it has.
public struct CommandConfiguration: Sendable {
  /// The word that calls the command.
  public var commandName: String
  /// One sentence for lists and the head of the help screen.
  public var abstract: String
  /// Further paragraphs, printed as they are.
  public var discussion: String
  /// What `--version` prints; empty where a parent says it.
  public var version: String
  /// The commands below this one.
  public var subcommands: [any ParsableCommand.Type]

  /// A configuration; everything but the name may stay empty.
  public init(
    commandName: String, abstract: String = "", discussion: String = "", version: String = "",
    subcommands: [any ParsableCommand.Type] = []
  ) {
    self.commandName = commandName
    self.abstract = abstract
    self.discussion = discussion
    self.version = version
    self.subcommands = subcommands
  }
}
