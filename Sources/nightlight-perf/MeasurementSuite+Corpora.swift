import Benchmarking
import Chat
import CorpusFormats
import Experiments
import Foundation
import Store

extension MeasurementSuite {
  /// JSONL into columns.
  mutating func addReading(_ inputs: MeasurementInputs, _ pythons: Pythons) throws {
    let name = "read JSONL into columns"
    let bytes = Double(inputs.fileBytes)
    add(
      Contestant(name, expecting: inputs.messageCount) {
        var messages = 0
        _ = try JSONL.read(path: inputs.corpusFile) { messages += $0.messages.count }
        return messages
      })
    var rivals = [Rival(contestant: Self.memcpy, amount: Double(128 << 20))]
    if let python = pythons.orjson {
      let peer = "orjson"
      add(
        Contestant(
          peer, expecting: inputs.messageCount,
          selfTimed: {
            let (answer, elapsed, _) = try Pythons.run(
              python, PeerScripts.orjson, [inputs.corpusFile])
            return (answer, elapsed)
          }))
      add(Figure(name: peer, contestant: peer, amount: bytes, unit: .megabytes))
      rivals.append(Rival(contestant: peer, amount: bytes, target: .atLeast(3, stretch: 4)))
    }
    add(Figure(name: name, contestant: name, amount: bytes, unit: .megabytes, rivals: rivals))
  }

  /// Recipe to file: labels, noise and the content gate included.
  mutating func addGeneration(_ inputs: MeasurementInputs) throws {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let path = inputs.folder.file("generated.jsonl")
    let expected = GeneratedFile(
      conversations: inputs.conversationCount, bytes: inputs.fileBytes)
    func name(_ threads: Int) -> String {
      "generate to a file, \(threads) thread\(threads == 1 ? "" : "s")"
    }
    for threads in cores > 1 ? [1, cores] : [1] {
      let bytes = Double(inputs.fileBytes)
      add(
        Contestant(name(threads), expecting: expected) {
          try GeneratedFile(inputs.generator, path: path, threads: threads)
        })
      let wordCount = Rival(
        contestant: Self.wordCount, amount: bytes,
        target: threads == 1 ? .atLeast(0.5, stretch: 1) : nil)
      let single = Rival(contestant: name(1), amount: bytes)
      add(
        Figure(
          name: name(threads), contestant: name(threads), amount: bytes, unit: .megabytes,
          rivals: threads == 1 ? [wordCount] : [wordCount, single]))
      add(
        Figure(
          name: name(threads), contestant: name(threads), amount: Double(inputs.messageCount),
          unit: .messages))
    }
  }

  /// Messages into the database and out again, as rows.
  mutating func addStorage(_ inputs: MeasurementInputs, _ pythons: Pythons) throws {
    let rows = Double(inputs.messageCount)
    let (toStore, fromStore) = ("store message rows", "read message rows back")
    let folder = inputs.folder
    add(
      Contestant(
        toStore, expecting: inputs.messageCount,
        setUp: { TemporaryFolder.removeDatabase(at: folder.file("in.sqlite")) }
      ) { try CaseWork.store(inputs.chunks, seed: inputs.seed, in: folder.file("in.sqlite")) })
    _ = try CaseWork.store(inputs.chunks, seed: inputs.seed, in: folder.file("out.sqlite"))
    add(
      Contestant(fromStore, expecting: inputs.messageCount) {
        let workbench = try Workbench(path: folder.file("out.sqlite"))
        var messages = 0
        try workbench.readChunks(corpus: "measured", split: nil) { messages += $0.messages.count }
        return messages
      })
    let (limitIn, limitOut) = (
      Rival(contestant: Self.pythonIn, amount: rows, target: .atLeast(1.5, stretch: 1.8)),
      Rival(contestant: Self.pythonOut, amount: rows, target: .atLeast(4, stretch: 7))
    )
    add(
      Figure(
        name: toStore, contestant: toStore, amount: rows, unit: .rows,
        rivals: pythons.plain == nil ? [] : [limitIn]))
    add(
      Figure(
        name: fromStore, contestant: fromStore, amount: rows, unit: .rows,
        rivals: pythons.plain == nil ? [] : [limitOut]))
  }
}
