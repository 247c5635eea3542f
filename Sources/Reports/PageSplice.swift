/// A Markdown page whose tables and figures are made by the commands that stand in it.
///
/// A mark is a line of its own; what stands between it and the next `<!-- end -->` is what its
/// command makes:
///
/// ```
/// <!-- nightlight-report table --data leaderboard.json --metrics auroc,f1 -->
/// | | AUROC | F1 |
/// <!-- end -->
/// ```
///
/// Words are divided by spaces; there are no quotation marks. Lines inside a fence of three backticks
/// are no marks, so that a page can show one.
///
/// ```swift
/// let page = try PageSplice(text, path: "README.md")
/// let fresh = try page.filled { mark in try answer(to: mark.words) }
/// ```
public struct PageSplice: Sendable {
  /// A command and the lines that it answers for.
  public struct Mark: Sendable, Equatable {
    /// Where the command stands, from 1.
    public var line: Int
    /// Its words after the name of the program: `table`, `--data`, …
    public var words: [String]
    /// The lines between it and its end, as offsets from 0.
    var content: Range<Int>
  }

  /// The path, for errors.
  public let path: String
  /// The marks from top to bottom.
  public let marks: [Mark]
  private let lines: [Substring]

  /// A page.
  ///
  /// - Throws: ``ReportError/invalidPage(path:line:reason:)`` for a mark without an end, an end
  ///   without a mark, and a mark within another. O(length).
  public init(_ text: String, path: String) throws(ReportError) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var marks: [Mark] = []
    var open: (line: Int, words: [String])?
    var isFenced = false
    for (offset, line) in lines.enumerated() {
      // A table never opens a fence: inside a mark none is looked for.
      if open == nil, line.hasPrefix("```") { isFenced.toggle() }
      guard !isFenced, let comment = Self.comment(line) else { continue }
      if comment == ["end"] {
        guard let mark = open else {
          throw .invalidPage(
            path: path, line: offset + 1, reason: "an end without a mark before it")
        }
        marks.append(Mark(line: mark.line, words: mark.words, content: mark.line..<offset))
        open = nil
      } else if comment.first == "nightlight-report" {
        if let mark = open {
          throw .invalidPage(
            path: path, line: offset + 1,
            reason: "a mark before the end of the one in line \(mark.line); expected "
              + "'<!-- end -->' first")
        }
        open = (offset + 1, Array(comment.dropFirst()))
      }
    }
    if let mark = open {
      throw .invalidPage(
        path: path, line: mark.line, reason: "a mark without an end; expected '<!-- end -->' below")
    }
    self.marks = marks
  }

  /// The page with every mark's content replaced by what `answer` gives for it.
  ///
  /// - Parameter answer: lines for one mark; a newline at its end is optional.
  public func filled<Failure: Error>(
    _ answer: (Mark) throws(Failure) -> String
  ) throws(Failure) -> String {
    var page: [Substring] = []
    var next = 0
    for mark in marks {
      page += lines[next..<mark.content.lowerBound]
      var text = try answer(mark)[...]
      if text.hasSuffix("\n") { text.removeLast() }
      page += text.split(separator: "\n", omittingEmptySubsequences: false)
      next = mark.content.upperBound
    }
    page += lines[next...]
    return page.joined(separator: "\n")
  }

  /// Refuses a page that is not what its marks make.
  ///
  /// - Throws: ``ReportError/outdatedPage(path:lines:)`` with the marks whose content differs, and
  ///   what `answer` throws.
  public func check(_ answer: (Mark) throws -> String) throws {
    let outdated = try marks.filter { mark in
      var text = try answer(mark)
      if text.hasSuffix("\n") { text.removeLast() }
      return text != lines[mark.content].joined(separator: "\n")
    }
    guard outdated.isEmpty else {
      throw ReportError.outdatedPage(path: path, lines: outdated.map(\.line))
    }
  }

  /// The words of a line that is one comment and nothing else.
  private static func comment(_ line: Substring) -> [String]? {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count > 2, words.first == "<!--", words.last == "-->" else { return nil }
    return Array(words.dropFirst().dropLast())
  }
}
