import Chat
import Foundation

/// The values of `Reference/fasttext_accuracy.json`, written by the original fastText.
struct FastTextVectors: Decodable, Sendable {
  struct Parameters: Decodable, Sendable {
    var dim: Int
    var lr: Double
    var epoch: Int
    var wordNgrams: Int
    var minCount: Int
    var bucket: Int
  }

  var parameters: Parameters
  /// How many texts, from the first on, were trained on.
  var train: Int
  /// The share of the other texts whose class the original predicts.
  var accuracy: Double
  /// A digit for every text: its class.
  var labels: String
  var texts: [String]

  static func load() throws -> FastTextVectors {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/fasttext_accuracy.json")
    return try JSONDecoder().decode(FastTextVectors.self, from: Data(contentsOf: file))
  }

  /// Every text as a conversation of one message.
  var chunk: Chunk {
    var chunk = Chunk()
    for (index, (text, label)) in zip(texts, labels).enumerated() {
      chunk.messages.append(author: 0, time: 0, style: .absent, text: text.utf8)
      var conversation = Conversation(id: "t\(index)")
      conversation.label = label == "1" ? .grooming : .benign
      conversation.authors = ["a"]
      chunk.close(conversation)
    }
    return chunk
  }
}
