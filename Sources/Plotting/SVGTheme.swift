import Foundation

/// The colours of axes and paper, and the style that lets an SVG follow a dark scheme.
enum SVGTheme {
  static let paper = Ink.RGB(0xffffff)
  static let ink = Ink.RGB(0x2a2d33)
  static let axis = Ink.RGB(0x707070)
  static let grid = Ink.RGB(0xe4e4e4)
  static let reference = Ink.RGB(0xa0a0a0)

  /// Each colour of the script and what a dark page shows for it.
  private static var pairs: [(light: Ink.RGB, dark: Ink.RGB)] {
    [
      (paper, Ink.RGB(0x15181d)), (ink, Ink.RGB(0xe2e4e8)), (axis, Ink.RGB(0x8a8f98)),
      (grid, Ink.RGB(0x2c3138)), (reference, Ink.RGB(0x757b85)), Ink.controlColor,
    ] + Ink.palette
  }

  /// CSS that swaps every colour by the attribute gnuplot wrote it in; the file stays readable for
  /// programs that know no CSS.
  static var style: String {
    var rules = ""
    for pair in pairs {
      let (r, g, b) = (pair.light.red, pair.light.green, pair.light.blue)
      let padded = "rgb(\(Self.padded(r)), \(Self.padded(g)), \(Self.padded(b)))"
      let dark = pair.dark.hex
      rules +=
        "[stroke=\"\(padded)\"]{stroke:\(dark)}[color=\"\(padded)\"]{color:\(dark)}"
        + "[fill=\"rgb(\(r),\(g),\(b))\"],[fill=\"\(pair.light.hex)\"]{fill:\(dark)}\n"
    }
    return "@media (prefers-color-scheme:dark){\n\(rules)}"
  }

  /// The SVG of gnuplot with the style, and with the plot's title in place of the program's name.
  ///
  /// An SVG without gnuplot's title comes back unchanged.
  static func applied(to svg: String, title: String) -> String {
    let marker = "<title>Gnuplot</title>"
    guard let range = svg.range(of: marker) else { return svg }
    let escaped = title.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
    return svg[..<range.lowerBound] + "<title>\(escaped)</title>\n<style>\n\(style)\n</style>"
      + svg[range.upperBound...]
  }

  private static func padded(_ byte: Int) -> String {
    String(repeating: " ", count: byte < 10 ? 2 : byte < 100 ? 1 : 0) + String(byte)
  }
}
