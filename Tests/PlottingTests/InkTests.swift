import Testing

@testable import Plotting

@Suite struct InkTests {
  @Test func noTwoCategoriesLookAlike() {
    let strokes = (0..<Ink.categoryCount).map { Ink.category($0).stroke }
    for (index, stroke) in strokes.enumerated() {
      for other in strokes[..<index] {
        #expect(stroke.color != other.color || stroke.dash != other.dash, "\(index)")
      }
    }
    #expect(Ink.category(Ink.categoryCount).stroke == Ink.category(0).stroke)
  }

  @Test func neighboursDifferWithoutColour() {
    for index in 0..<(Ink.categoryCount - 1) {
      let (a, b) = (Ink.category(index).stroke, Ink.category(index + 1).stroke)
      #expect(a.dash != b.dash)
      #expect(a.pointType != b.pointType)
    }
  }

  @Test func controlsAreGreyAndApart() {
    #expect(Ink.control(0).stroke.color == Ink.controlColor.light)
    #expect(Ink.control(0).stroke.dash != Ink.control(1).stroke.dash)
    #expect(!Ink.palette.contains { $0.light == Ink.controlColor.light })
  }

  @Test func coloursAreWrittenWithSixDigits() {
    #expect(Ink.RGB(0x0072b2).hex == "#0072b2")
    #expect(Ink.RGB(0).hex == "#000000")
  }

  /// WCAG's contrast: at least 2.2 for thick lines on the paper they are drawn on, in both schemes.
  @Test func everyColourStandsOutFromItsPaper() {
    for pair in Ink.palette + [Ink.controlColor] {
      #expect(contrast(pair.light, Ink.RGB(0xffffff)) > 2.2, "\(pair.light.hex)")
      #expect(contrast(pair.dark, Ink.RGB(0x15181d)) > 4.5, "\(pair.dark.hex)")
    }
  }

  private func contrast(_ a: Ink.RGB, _ b: Ink.RGB) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  private func luminance(_ color: Ink.RGB) -> Double {
    // Gamma 2.2 is close enough to the exact curve of sRGB here.
    func linear(_ byte: Int) -> Double {
      let x = Double(byte) / 255
      return x * x * (0.8 + 0.2 * x)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }
}
