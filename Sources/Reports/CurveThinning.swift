import Evaluation
import Plotting

/// Leaves out points of a curve that a reader could not tell from their neighbour.
enum CurveThinning {
  /// The first and the last point, and between them those that lie further than 1/160 of the unit
  /// square from the last one kept, with the one before each jump.
  ///
  /// A curve of a hundred thousand distinct scores becomes one of some hundred points, and no
  /// staircase moves by more than that, which is five dots of a figure. O(points).
  ///
  /// - Parameter place: where an x stands between the ends of its axis, 0…1.
  static func thinned(
    _ curve: [PlotPoint], resolution: Double = 0.006, place: (Double) -> Double = { $0 }
  ) -> [PlotPoint] {
    guard curve.count > 60, var kept = curve.first else { return curve }
    var points = [kept]
    for index in curve.indices.dropFirst() {
      let point = curve[index]
      let isLast = index == curve.indices.last
      let distance = abs(place(point.x) - place(kept.x)) + abs(point.y - kept.y)
      guard isLast || distance >= resolution else { continue }
      let previous = curve[index - 1]
      if previous != kept { points.append(previous) }
      points.append(point)
      kept = point
    }
    return points
  }
}
