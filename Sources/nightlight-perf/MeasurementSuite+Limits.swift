import Benchmarking
import Glibc

extension MeasurementSuite {
  static let memcpy = "memcpy"
  static let wordCount = "wc -w"
  static let pythonIn = "Python's sqlite3, in"
  static let pythonOut = "Python's sqlite3, out"

  /// What the machine itself allows: copying memory, counting words, inserting and reading rows.
  mutating func addLimits(_ inputs: MeasurementInputs, _ pythons: Pythons) throws {
    let buffers = CopyBuffers(byteCount: 128 << 20)
    add(Contestant(Self.memcpy, expecting: true) { buffers.copy() })
    add(
      Figure(
        name: "memcpy", contestant: Self.memcpy, amount: Double(buffers.byteCount),
        unit: .gigabytes))

    let command = ["wc", "-w", inputs.corpusFile]
    let words = try ChildProcess.run(command)
    add(Contestant(Self.wordCount, expecting: words) { try ChildProcess.run(command) })
    add(
      Figure(
        name: "wc -w", contestant: Self.wordCount, amount: Double(inputs.fileBytes),
        unit: .megabytes))

    guard let python = pythons.plain else { return }
    let arguments = [inputs.corpusFile, inputs.folder.file("python.sqlite")]
    for (name, script) in [
      (Self.pythonIn, PeerScripts.sqliteIn), (Self.pythonOut, PeerScripts.sqliteOut),
    ] {
      add(
        Contestant(
          name, expecting: inputs.messageCount,
          selfTimed: {
            let (answer, elapsed, _) = try Pythons.run(python, script, arguments)
            return (answer, elapsed)
          }))
      add(
        Figure(name: name, contestant: name, amount: Double(inputs.messageCount), unit: .rows))
    }
  }
}

/// Two buffers to copy between.
private final class CopyBuffers {
  let byteCount: Int
  private let source: UnsafeMutableRawPointer
  private let destination: UnsafeMutableRawPointer
  private var round: UInt8 = 0

  init(byteCount: Int) {
    self.byteCount = byteCount
    source = .allocate(byteCount: byteCount, alignment: 64)
    destination = .allocate(byteCount: byteCount, alignment: 64)
    // Every page is touched before the first copy is timed.
    source.initializeMemory(as: UInt8.self, repeating: 1, count: byteCount)
    destination.initializeMemory(as: UInt8.self, repeating: 2, count: byteCount)
  }

  deinit {
    source.deallocate()
    destination.deallocate()
  }

  /// Copies all bytes and says whether the last one arrived.
  func copy() -> Bool {
    round &+= 1
    source.storeBytes(of: round, toByteOffset: byteCount - 1, as: UInt8.self)
    memcpy(destination, source, byteCount)
    return destination.load(fromByteOffset: byteCount - 1, as: UInt8.self) == round
  }
}
