import Foundation

/// An SVG file made fit to stand inside a page that holds others.
enum InlineSVG {
  /// The element `svg` alone, every id and every reference to one prefixed, read out by its title.
  ///
  /// gnuplot gives the shapes of points the same ids in every file; without the prefix the second
  /// figure of a page would draw with the shapes of the first.
  static func markup(_ svg: String, prefix: String, title: String) -> String {
    var text = svg
    if let start = text.range(of: "<svg") { text = String(text[start.lowerBound...]) }
    for element in ["title", "desc"] { text = without(element, in: text) }
    for quote in ["\"", "'"] {
      text = text.replacing(" id=\(quote)", with: " id=\(quote)\(prefix)-")
      text = text.replacing("href=\(quote)#", with: "href=\(quote)#\(prefix)-")
    }
    text = text.replacing("url(#", with: "url(#\(prefix)-")
    return text.replacing(
      "<svg", with: "<svg role=\"img\" aria-label=\"\(HTML.escaped(title))\"", maxReplacements: 1)
  }

  /// The text without the first element of this name: a title would pop up under the pointer.
  private static func without(_ element: String, in text: String) -> String {
    guard let start = text.range(of: "<\(element)>"), let end = text.range(of: "</\(element)>"),
      start.upperBound <= end.lowerBound
    else { return text }
    return String(text[..<start.lowerBound] + text[end.upperBound...])
  }
}
