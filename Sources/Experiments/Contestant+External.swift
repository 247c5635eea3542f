import Detection
import Store

extension Contestant {
  /// A detector from elsewhere, which trains if it does.
  ///
  /// - Throws: ``ExternalFault``.
  init(external: ExternalDetector, on examples: Examples) throws {
    let clock = ContinuousClock.now
    try external.train(on: examples)
    trainSeconds = (ContinuousClock.now - clock).seconds
    name = external.manifest.name
    kind = .external
    version = Self.number(of: external.greeting.version)
    parameters = external.manifest.parameters
    lens = ViewLens(.full, salt: 0)
    self.external = external
  }

  /// The first number of a version: 1 of `1.2`; 0 where there is none.
  static func number(of version: String) -> Int {
    let digits = version.drop { !("0"..."9").contains($0) }.prefix { ("0"..."9").contains($0) }
    return Int(digits) ?? 0
  }

  /// The conversations that are scored before their predictions are stored: all of `wanted` for the
  /// built-in, which are quick; few for one from elsewhere, so that little is lost.
  func parts(of wanted: [Int]) -> [[Int]] {
    guard external != nil else { return [wanted] }
    let size = 8
    return stride(from: 0, to: wanted.count, by: size).map {
      Array(wanted[$0..<min($0 + size, wanted.count)])
    }
  }
}
