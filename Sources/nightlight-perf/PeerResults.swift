import Benchmarking
import Foundation
import Statistics

/// What a run of all contestants gave, as it is kept in a file.
struct PeerResults: Codable, Equatable {
  /// What every contestant read.
  struct Corpus: Codable, Equatable {
    var recipe: String
    var seed: Int
    var bytes: Int
    /// Conversations and messages of train, validation and test.
    var conversations: [Int]
    var messages: [Int]
  }

  /// One contestant.
  struct Standing: Codable, Equatable {
    var name: String
    var isOurs: Bool
    var quality: PeerQuality
    /// One for each block, in the order of blocks.
    var outcomes: [ContestantOutcome]

    /// The middle of a figure over the blocks.
    func median(_ figure: KeyPath<ContestantOutcome, Double>) -> Double {
      OrderStatistics.median(outcomes.map { $0[keyPath: figure] }) ?? .nan
    }
  }

  /// The contestant that all others are compared with.
  static let reference = "nightlight linear-svm"

  /// The command that made them.
  var command: String
  /// Facts of the machine, by name.
  var environment: [String: String]
  var corpus: Corpus
  var blocks: Int
  /// In the order of tables.
  var standings: [Standing]
  /// What was left out, and why.
  var notes: [String]

  /// A contestant by its name.
  subscript(name: String) -> Standing? { standings.first { $0.name == name } }

  /// Microseconds of processor time for one message of the test file.
  func microsecondsPerMessage(_ standing: Standing) -> Double {
    standing.median(\.scoreSeconds) / Double(max(1, corpus.messages.last ?? 0)) * 1e6
  }

  /// A figure of one contestant over that of another, block by block.
  func ratio(
    _ figure: KeyPath<ContestantOutcome, Double>, of name: String, to other: String
  ) -> Benchmarking.ComparisonResult.Ratio? {
    guard let first = self[name], let second = self[other] else { return nil }
    return Benchmarking.ComparisonResult.Ratio(
      zip(first.outcomes, second.outcomes).compactMap {
        $1[keyPath: figure] > 0 ? $0[keyPath: figure] / $1[keyPath: figure] : nil
      })
  }

  /// Reads what ``encoded()`` wrote.
  init(path: String) throws {
    let data: Data
    do { data = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
      throw PeerFileError(path: path, reason: "the file could not be read")
    }
    do { self = try JSONDecoder().decode(Self.self, from: data) } catch {
      throw PeerFileError(path: path, reason: "no results; expected what 'peers --output' wrote")
    }
  }

  init(
    command: String, environment: [String: String], corpus: Corpus, blocks: Int,
    standings: [Standing], notes: [String]
  ) {
    (self.command, self.environment, self.corpus) = (command, environment, corpus)
    (self.blocks, self.standings, self.notes) = (blocks, standings, notes)
  }

  /// The results as JSON that does not change from machine to machine.
  func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}

/// Why a file of results cannot be used.
struct PeerFileError: Error, CustomStringConvertible {
  var path: String
  var reason: String
  var description: String { "\(path): \(reason)" }
}
