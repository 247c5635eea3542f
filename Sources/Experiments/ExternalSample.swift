import Benchmarking
import Chat
import Detection
import Evaluation

/// Neutral small talk by which a detector from elsewhere is tried, the same on every machine.
enum ExternalSample {
  private static let openings = [
    "good morning", "hi again", "hello, how was your day", "hey", "long time no see",
  ]
  private static let subjects = [
    "the bus was late", "we baked bread", "the choir sang well", "it rained all day",
    "our team won by two", "the lantern is lit", "I read a book on trains", "the cat is asleep",
  ]
  private static let endings = ["", "!", " today", ", I think", "… anyway", " ☺"]

  /// `count` conversations in turns of two authors; every third is labelled grooming, and says
  /// something that the others do not, so that a detector which trains has something to learn.
  static func chunk(_ count: Int, split: Split) -> Chunk {
    var chunk = Chunk()
    for number in 0..<count {
      let isPositive = number % 3 == 0
      var conversation = Conversation(id: "sample-\(number)")
      conversation.label = isPositive ? .grooming : .benign
      conversation.split = split
      conversation.authors = ["a", "b"]
      for message in 0..<(8 + number % 9) {
        var text =
          message == 0 ? openings[number % openings.count] : subjects[(number + message) % 8]
        if isPositive, message > 2 { text = "keep this secret, " + text }
        text += endings[(number * 7 + message) % endings.count]
        chunk.messages.append(
          author: message % 2, time: Int64(number * 86_400_000 + message * 45_000), style: .integer,
          text: text.utf8)
      }
      chunk.close(conversation)
    }
    return chunk
  }

  /// One conversation of one author with these texts.
  static func conversation(_ texts: some Sequence<[UInt8]>) -> Chunk {
    var chunk = Chunk()
    var conversation = Conversation(id: "sample")
    conversation.authors = ["a"]
    for text in texts {
      chunk.messages.append(author: 0, time: 0, style: .absent, text: text)
    }
    chunk.close(conversation)
    return chunk
  }

  /// The round trips of 100 conversations, nil where the detector fails on one.
  static func roundTrips(of detector: ExternalDetector) -> LatencyHistogram? {
    let chunk = chunk(100, split: .test)
    guard (try? detector.train(on: Examples([chunk]))) != nil else { return nil }
    for index in chunk.conversations.indices {
      guard let scored = try? detector.score(chunk, conversation: index), scored.outcome == .ok
      else { return nil }
    }
    detector.close()
    return detector.measured.roundTrips
  }
}
