/// How a series looks: colour, dashes and point shape, told apart also without colour.
public enum Ink: Sendable, Equatable {
  /// The n-th of things that are to be told apart, from 0; repeats after ``Ink/categoryCount``.
  case category(Int)
  /// A control, in grey: 0 the floor (dotted), 1 the ceiling (long dashes).
  case control(Int)

  /// How many categories look different.
  public static let categoryCount = 28

  /// What gnuplot draws with, and what a dark page shows instead of the colour.
  struct Stroke: Equatable {
    var color: RGB
    var dash: String?
    var pointType: Int
    var width: String
  }

  /// A colour as three bytes.
  struct RGB: Equatable {
    var red: Int
    var green: Int
    var blue: Int

    init(_ hex: Int) { (red, green, blue) = (hex >> 16 & 255, hex >> 8 & 255, hex & 255) }

    /// `#0072b2`
    var hex: String {
      "#"
        + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  /// Okabe & Ito's palette without its yellow, which white paper swallows; beside each colour its
  /// lighter twin for dark pages.
  static let palette: [(light: RGB, dark: RGB)] = [
    (RGB(0x0072b2), RGB(0x3f9fe0)), (RGB(0xd55e00), RGB(0xff8a45)), (RGB(0x009e73), RGB(0x2fc79b)),
    (RGB(0xcc79a7), RGB(0xe79ac3)), (RGB(0xe69f00), RGB(0xf5bd3d)), (RGB(0x56b4e9), RGB(0x9bd8ff)),
    (RGB(0x303030), RGB(0xe6e6e6)),
  ]
  /// The grey of controls.
  static let controlColor = (light: RGB(0x808080), dark: RGB(0x9a9a9a))
  private static let dashes: [String?] = [nil, "(12,5)", "(3,4)", "(12,4,3,4)"]
  private static let pointTypes = [7, 5, 9, 11, 13, 15, 6]

  var stroke: Stroke {
    switch self {
    case .category(let number):
      let index = number % Ink.categoryCount
      // Neighbours differ in colour, dashes and shape at once; 7 and 4 have no common factor, so
      // all 28 pairs of colour and dashes come before one repeats, and all 28 of colour and shape.
      return Stroke(
        color: Ink.palette[index % 7].light, dash: Ink.dashes[index % 4],
        pointType: Ink.pointTypes[(index + index / 7) % 7], width: "2")
    case .control(let number):
      return Stroke(
        color: Ink.controlColor.light, dash: number == 0 ? "(1.5,3)" : "(16,6)",
        pointType: number == 0 ? 4 : 8, width: "1.6")
    }
  }
}
