import Chat
import Detection

extension Examples {
  /// The labelled conversations of one split.
  func part(_ split: Split) -> Examples {
    var part = self
    part.items.removeAll { chunks[$0.chunk].conversations[$0.conversation].split != split }
    return part
  }
}
