/// Which column of a CSV file holds what, as its header names them.
struct CSVColumns {
  /// The columns that have a meaning, in the order in which they are written.
  enum Name: String, CaseIterable {
    case conversation, author, time, text, label, split
  }

  /// How many fields every record has.
  let count: Int
  private let positions: [Name: Int]

  init(header: [String]) throws(LineFault) {
    var positions: [Name: Int] = [:]
    for (position, field) in header.enumerated() {
      guard let name = Name(rawValue: field) else { continue }
      guard positions.updateValue(position, forKey: name) == nil else {
        throw LineFault("column '\(field)' stands in the header twice; expected it once")
      }
    }
    for name in [Name.conversation, .author, .text] where positions[name] == nil {
      throw LineFault(
        "column '\(name.rawValue)' is missing; expected a header with the columns conversation, "
          + "author and text (and time, label or split), separated by commas")
    }
    (count, self.positions) = (header.count, positions)
  }

  /// The position of a column that the file has.
  subscript(_ name: Name) -> Int? { positions[name] }
}
