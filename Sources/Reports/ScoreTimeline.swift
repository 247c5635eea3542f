import Pages
import Plotting

/// The score of one conversation over its messages, as a small picture in the page.
///
/// A report holds hundreds of them, so they are drawn here; figures with axes are gnuplot's.
struct ScoreTimeline {
  private static let (width, height) = (720.0, 132.0)
  /// Room for the numbers at the left and the ticks below.
  private static let (left, right, top, bottom) = (34.0, 8.0, 14.0, 26.0)

  private let error: ErrorCase
  private let threshold: Double?

  init(_ error: ErrorCase, threshold: Double?) { (self.error, self.threshold) = (error, threshold) }

  /// The picture; nothing where no scores were kept.
  var html: HTML {
    guard !error.scores.isEmpty else {
      return .element("p", ["class": "note"], ["The run keeps no scores by message."])
    }
    var marks: [HTML] = [
      line("axis", x(1), y(0), x(count), y(0)), label("0", x(1) - 6, y(0) + 4, "end"),
      label("1", x(1) - 6, y(1) + 4, "end"), label("1", x(1), Self.height - 4, "start"),
      label("\(error.scores.count)", x(count), Self.height - 4, "end"),
    ]
    if let threshold {
      marks.append(line("level", x(1), y(threshold), x(count), y(threshold)))
    }
    if !error.signs.isEmpty {
      var places: [Int] = []
      for number in error.signs {
        let place = Int(x(Double(number)).rounded())
        // Two in one dot are one tick.
        if place != places.last { places.append(place) }
      }
      var ticks = "M\(places[0]),\(Int(y(0)) + 3)v6"
      for (place, last) in zip(places.dropFirst(), places) { ticks += "m\(place - last)-6v6" }
      marks.append(.element("path", ["class": "sign", "d": ticks]))
    }
    if let onset = error.onset {
      let place = x(Double(onset))
      marks.append(line("onset", place, y(0), place, y(1)))
      let isLate = place > Self.width * 0.85
      marks.append(label("onset", place + (isLate ? -4 : 4), y(1) - 3, isLate ? "end" : "start"))
    }
    marks.append(curve)
    if let alert = error.alert, error.scores.indices.contains(alert - 1) {
      marks.append(
        .element(
          "circle",
          [
            "class": "alert", "cx": text(x(Double(alert))), "cy": text(y(error.scores[alert - 1])),
            "r": "4.5",
          ]))
    }
    let picture = HTML.element(
      "svg",
      [
        "class": "timeline", "viewBox": "0 0 \(Int(Self.width)) \(Int(Self.height))",
        "role": "img", "aria-label": description,
      ], marks)
    // On a narrow screen it scrolls rather than shrinking its words away.
    return .element(
      "div",
      ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Score"],
      [picture])
  }

  private var description: String {
    var parts = ["Score over \(error.scores.count) messages, at the end \(text(error.score))"]
    if let onset = error.onset { parts.append("onset at message \(onset)") }
    parts.append(error.alert.map { "alert at message \($0)" } ?? "no alert")
    return parts.joined(separator: ", ") + "."
  }

  private var curve: HTML {
    let points = error.scores.enumerated().map { PlotPoint(Double($0 + 1), $1) }
    let thinned = CurveThinning.thinned(points, resolution: 0.01) { $0 / self.count }
    return .element("path", ["class": "score", "d": Self.path(thinned.map { (x($0.x), y($0.y)) })])
  }

  /// Whole dots, each as a step from the one before: a page holds forty curves.
  private static func path(_ points: [(x: Double, y: Double)]) -> String {
    var path = ""
    var last = (x: 0, y: 0)
    for (index, point) in points.enumerated() {
      let next = (x: Int(point.x.rounded()), y: Int(point.y.rounded()))
      if index == 0 {
        path += "M\(next.x),\(next.y)l"
      } else if next != last {
        let (x, y) = (next.x - last.x, next.y - last.y)
        let gap = path.hasSuffix("l") || x < 0 ? "" : " "
        path += "\(gap)\(x)\(y < 0 ? "" : ",")\(y)"
      }
      last = next
    }
    // A lone point is drawn as one by the round end of its line.
    return path.hasSuffix("l") ? path + "0,0" : path
  }

  private var count: Double { Double(max(2, error.scores.count)) }

  private func x(_ number: Double) -> Double {
    Self.left + (number - 1) / (count - 1) * (Self.width - Self.left - Self.right)
  }

  private func y(_ score: Double) -> Double {
    Self.top + (1 - min(1, max(0, score))) * (Self.height - Self.top - Self.bottom)
  }

  private func line(
    _ name: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double
  ) -> HTML {
    .element(
      "line",
      ["class": name, "x1": text(x1), "y1": text(y1), "x2": text(x2), "y2": text(y2)])
  }

  private func label(_ words: String, _ x: Double, _ y: Double, _ anchor: String) -> HTML {
    .element("text", ["x": text(x), "y": text(y), "text-anchor": anchor], [.text(words)])
  }

  private func text(_ value: Double) -> String { NumberText.fixed(value, 1) }
}
