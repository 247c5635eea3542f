import CommandLineKit
import Experiments
import Foundation

/// Where the manifests of detectors from elsewhere are.
struct DetectorFolder {
  @Option(
    help: "Manifests of detectors from elsewhere; NIGHTLIGHT_DETECTORS, else Datasets/detectors.")
  private var detectorsDir: String?

  /// The folder: the option, else the environment's, else the usual one.
  var path: String {
    if let detectorsDir { return detectorsDir }
    let named = ProcessInfo.processInfo.environment["NIGHTLIGHT_DETECTORS"] ?? ""
    return named.isEmpty ? ExternalManifest.defaultFolder : named
  }

  /// The path of the manifest that `word` names, if any does.
  func manifestPath(of word: String) -> String? { ExternalManifest.path(of: word, in: path) }

  /// The manifest that `word` names.
  func manifest(_ word: String) throws -> ExternalManifest? {
    try manifestPath(of: word).map { try ExternalManifest(path: $0) }
  }

  /// The manifest by which the way to a detector is measured, if it is there.
  func echo() -> ExternalManifest? { (try? manifest("echo")) ?? nil }

  /// The names of the manifests.
  func names() -> [String] { ExternalManifest.list(in: path).map(\.name) }
}
