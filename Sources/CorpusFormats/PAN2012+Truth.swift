public import Chat

extension PAN2012 {
  /// The role of a participant whom a truth file of problem 1 lists.
  public static let listedRole = "predator"

  /// The unknown member of a message that a truth file of problem 2 lists.
  static let mark = Array("\"suspicious\":true".utf8)

  /// The truth file of problem 1, written while conversations stream by: the id of each author of a
  /// grooming conversation who grooms, once, in the order of appearance.
  ///
  /// Who that is, the participants say: those with the role `predator`, else those with `adult`, as far
  /// as they write; where there are none, every author of the conversation, because the format has no
  /// other way to keep its label.
  public struct AuthorTruth: Sendable {
    private let qualifiesAuthors: Bool
    private var written: Set<[UInt8]> = []

    /// A file without a line; see ``PAN2012/append(_:conversation:qualifiesAuthors:to:)``.
    public init(qualifiesAuthors: Bool = false) { self.qualifiesAuthors = qualifiesAuthors }

    /// Adds the lines of one conversation of a chunk. O(authors).
    public mutating func append(
      _ chunk: borrowing Chunk, conversation: Int, to bytes: inout [UInt8]
    ) {
      let conversation = chunk.conversations[conversation]
      guard conversation.label == .grooming else { return }
      let ids = authorIDs(conversation, isQualified: qualifiesAuthors)
      var listed = conversation.authors.indices.filter { _ in true }
      for role in [PAN2012.listedRole, "adult"] {
        let names = conversation.participants.filter { $0.role == role }.map(\.id)
        let writers = conversation.authors.indices.filter {
          names.contains(conversation.authors[$0])
        }
        if !writers.isEmpty {
          listed = writers
          break
        }
      }
      for index in listed where written.insert(ids[index]).inserted {
        bytes += ids[index]
        bytes.append(UInt8(ascii: "\n"))
      }
    }
  }

  /// Adds the lines of one conversation of a chunk to the truth file of problem 2,
  /// `conversation<TAB>line`: the messages with the unknown member `"suspicious":true`, else, in a
  /// grooming conversation, those that carry a sign. O(messages).
  public static func appendLineTruth(
    _ chunk: borrowing Chunk, conversation: Int, to bytes: inout [UInt8]
  ) {
    let conversation = chunk.conversations[conversation]
    var positions = conversation.messageExtras.keys.filter {
      isMarked(conversation.messageExtras[$0] ?? [])
    }.sorted()
    if positions.isEmpty, conversation.label == .grooming {
      positions = conversation.messages.indices.filter { !chunk.messages.signs[$0].isEmpty }
        .map { $0 - conversation.messages.lowerBound }
    }
    for position in positions {
      let attributes = PANAttributes.attributes(conversation.messageExtras[position] ?? [])
      bytes += conversation.id.utf8
      bytes.append(UInt8(ascii: "\t"))
      bytes.append(decimal: UInt64(line(attributes, position)))
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  private static func isMarked(_ extra: [UInt8]) -> Bool {
    // Marks are written last, or stand alone.
    extra == mark || extra.suffix(mark.count + 1).elementsEqual([UInt8(ascii: ",")] + mark)
      || extra.starts(with: mark + [UInt8(ascii: ",")])
  }
}
