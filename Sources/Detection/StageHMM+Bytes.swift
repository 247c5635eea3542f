import Chat
import TextFeatures

extension StageHMM {
  private static let layout: UInt32 = 1

  /// Chains, and the buckets that hold something with their log-probabilities.
  public func encoded() -> [UInt8] {
    var writer = ModelWriter(name, layout: Self.layout)
    writer.write(parameters)
    writer.write(UInt8(emissions.hasher.bits))
    writer.write(UInt8(emissions.hasher.words))
    writer.write(calibration)
    writer.write(logPriorOdds)
    writer.write(emissions.tempering)
    writer.write(UInt8(stages.count))
    for stage in stages { writer.write(UInt8(stage.index)) }
    for chain in [grooming, benign] {
      writer.write(chain.initial)
      writer.write(chain.transition)
    }
    let width = emissions.states
    let rows = (0..<emissions.hasher.bucketCount).filter { bucket in
      emissions.logProbabilities[bucket * width..<(bucket + 1) * width].contains { $0 != 0 }
    }
    writer.write(UInt32(rows.count))
    for bucket in rows {
      writer.write(UInt32(bucket))
      for state in 0..<width { writer.write(emissions.logProbabilities[bucket * width + state]) }
    }
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  static func decode(_ bytes: [UInt8]) throws(DetectionError) -> StageHMM {
    var reader = try ModelReader(entry.name, layout: layout, bytes)
    let parameters = try reader.readParameters()
    let hasher = try reader.readHasher()
    let calibration = try reader.readCalibration()
    let prior = try reader.readDouble()
    let tempering = try reader.readDouble()
    var stages: [Stage] = []
    for _ in 0..<(try reader.read(UInt8.self)) {
      let index = Int(try reader.read(UInt8.self))
      guard index < Stage.allCases.count, index > stages.last?.index ?? -1 else {
        throw reader.refuse("stage \(index)", expected: "stages in rising order")
      }
      stages.append(Stage.allCases[index])
    }
    let grooming = try reader.readChain()
    let benign = try reader.readChain()
    guard grooming.states == stages.count else {
      throw reader.refuse("\(grooming.states) states", expected: "one for each stage")
    }
    let width = grooming.states + benign.states
    var table = [Float](repeating: 0, count: hasher.bucketCount * width)
    var next = 0
    for _ in 0..<(try reader.readCount(size: 4 + 4 * width)) {
      let bucket = try reader.readBucket(&next, hasher)
      for state in 0..<width { table[bucket * width + state] = try reader.readFloat() }
    }
    try reader.finish()
    return StageHMM(
      stages: stages,
      emissions: StageEmissions(
        hasher: hasher, states: width, tempering: tempering, logProbabilities: table),
      grooming: grooming, benign: benign, logPriorOdds: prior, calibration: calibration,
      parameters: parameters)
  }
}

extension ModelReader {
  /// A chain of 1…16 states.
  fileprivate mutating func readChain() throws(DetectionError) -> HiddenMarkovModel {
    let initial = try readDoubles()
    let transition = try readDoubles()
    guard (1...16).contains(initial.count), transition.count == initial.count * initial.count
    else { throw refuse("\(initial.count) states", expected: "1…16, and a row for each") }
    guard (initial + transition).allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
      throw refuse("a number before is no probability", expected: "0…1")
    }
    return HiddenMarkovModel(initial: initial, transition: transition)
  }
}
