import CommandLineKit
import Experiments

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Speak nightlight/1 on standard input and output, with a model.",
    discussion: "So a built-in detector runs through the pipe that detectors from elsewhere use.")

  @Option(help: "The model file, as nightlight-scan writes it.") var model: String
  @OptionGroup var common = CommonOptions()

  func run() throws {
    var server = ExternalServer(try ModelFile(path: model))
    try server.serveStandardInput()
  }
}
