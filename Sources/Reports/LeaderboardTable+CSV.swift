import Evaluation
import Store

extension LeaderboardTable {
  /// The header of every CSV: identity, counts, then each metric with the ends of its interval.
  static let csvHeader: String = {
    let identity = [
      "corpus", "track", "detector", "kind", "policy", "view", "objective", "n", "n_positive",
      "coverage",
    ]
    let metrics = Metric.all.flatMap { metric in
      metric.isMeasured
        ? [metric.name] : [metric.name, "\(metric.name)_low", "\(metric.name)_high"]
    }
    return (identity + metrics).joined(separator: ",") + "\r\n"
  }()

  /// The rows below the header; an empty field is a value that has no meaning there.
  var csvRows: String {
    var text = ""
    for row in rows {
      let run = row.run
      var fields = [
        corpus, track, run.detector, run.detectorKind.rawValue, run.policy, run.view,
        run.objective,
      ].map(Self.csvField)
      fields += ["\(row.count)", "\(row.positiveCount)", Self.csvNumber(row.coverage)]
      for metric in Metric.all {
        let result = row.metrics[metric.name]
        fields.append(Self.csvNumber(row.value(metric.name)))
        if !metric.isMeasured {
          fields += [Self.csvNumber(result?.low), Self.csvNumber(result?.high)]
        }
      }
      text += fields.joined(separator: ",") + "\r\n"
    }
    return text
  }

  /// A field as RFC 4180 quotes it; a text that a spreadsheet would run as a formula gets an
  /// apostrophe before it.
  static func csvField(_ text: String) -> String {
    let isFormula =
      text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let text = isFormula ? "'" + text : text
    let special = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return special ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  private static func csvNumber(_ value: Double?) -> String {
    value.flatMap { $0.isFinite ? JSONText.number($0) : nil } ?? ""
  }
}
