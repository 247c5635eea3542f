/// A piece of a page as a value: text is escaped when it is rendered, so no name can become markup.
///
/// ```swift
/// HTML.element("p", ["class": "note"], ["5 < 6 & ", .element("b", ["so on"])]).rendered
/// // <p class="note">5 &lt; 6 &amp; <b>so on</b></p>
/// ```
public indirect enum HTML: Sendable, Equatable {
  /// An element with its attributes in order and its content.
  case node(String, [Attribute], [HTML])
  /// Text that is escaped.
  case text(String)
  /// Pieces one after the other.
  case fragment([HTML])
  /// Markup that this program made itself (an SVG of gnuplot, the page's own script): written as it
  /// is.
  case trusted(String)

  /// A name and a value; the value is escaped.
  public struct Attribute: Sendable, Equatable {
    /// Letters, digits and hyphens.
    public var name: String
    /// Any text; nil writes the bare name.
    public var value: String?

    /// An attribute.
    public init(_ name: String, _ value: String?) { (self.name, self.value) = (name, value) }
  }

  /// An element.
  ///
  /// - Precondition: the name and the names of the attributes are letters, digits and hyphens; an
  ///   element that has no end tag has no content.
  public static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: [HTML] = []
  ) -> HTML {
    .node(name, attributes.map { Attribute($0.key, $0.value) }, content)
  }

  /// An element without attributes.
  public static func element(_ name: String, _ content: [HTML]) -> HTML { .node(name, [], content) }

  /// A link.
  public static func link(_ address: String, _ text: String) -> HTML {
    .element("a", ["href": address], [.text(text)])
  }

  /// The markup. O(size).
  public var rendered: String {
    var output = ""
    write(to: &output)
    return output
  }

  private static let void: Set<String> = ["br", "hr", "img", "input", "link", "meta", "source"]

  private func write(to output: inout String) {
    switch self {
    case .text(let text): output += Self.escaped(text)
    case .trusted(let markup): output += markup
    case .fragment(let pieces): for piece in pieces { piece.write(to: &output) }
    case .node(let name, let attributes, let content):
      precondition(Self.isName(name), "\(name): not the name of an element")
      output += "<\(name)"
      for attribute in attributes {
        precondition(Self.isName(attribute.name), "\(attribute.name): not the name of an attribute")
        output += " \(attribute.name)"
        if let value = attribute.value { output += "=\"\(Self.escaped(value))\"" }
      }
      output += ">"
      if Self.void.contains(name) {
        precondition(content.isEmpty, "\(name): has no content")
        return
      }
      for piece in content { piece.write(to: &output) }
      output += "</\(name)>"
      if Self.block.contains(name) { output += "\n" }
    }
  }

  /// After these a line ends, so that a person can read and compare the source.
  private static let block: Set<String> = [
    "article", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "footer",
    "h1", "h2", "h3", "h4", "header", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "thead", "tr", "ul",
  ]

  /// Text in which no character is markup, in content and in attributes alike; characters that no
  /// page may hold become U+FFFD.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value):
        escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7a else {
      return false
    }
    return name.utf8.allSatisfy { byte in
      (0x61...0x7a).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2d
    }
  }
}

extension HTML: ExpressibleByStringInterpolation {
  /// Text that is escaped.
  public init(stringLiteral value: String) { self = .text(value) }
}
