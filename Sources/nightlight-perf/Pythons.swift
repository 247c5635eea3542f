import Benchmarking

/// The Pythons of this machine and what they can import; what is left out is said.
struct Pythons {
  /// `python3`, where it has sqlite3.
  let plain: String?
  /// The given one, where it has orjson.
  let orjson: String?
  /// The given one, where it has orjson and scikit-learn.
  let scikitLearn: String?
  /// The given one, where it has orjson and fastText.
  let fastText: String?
  /// The given one, where it has orjson and Vowpal Wabbit.
  let vowpalWabbit: String?
  /// One sentence for each thing that is left out.
  let notes: [String]

  init(peers: String?) {
    func has(_ python: String, _ modules: String) -> Bool {
      (try? ChildProcess.run([python, "-c", "import \(modules)"], timeout: .seconds(60))) != nil
    }
    var notes: [String] = []
    let plain = ["python3", peers].compactMap { $0 }.first { has($0, "sqlite3") }
    if plain == nil {
      notes.append("Left out: Python's sqlite3, since there is no python3 with it.")
    }
    let peer = peers ?? "python3"
    let orjson = has(peer, "orjson") ? peer : nil
    if orjson == nil { notes.append("Left out: orjson, since \(peer) cannot import it.") }
    let scikitLearn = has(peer, "orjson, sklearn") ? peer : nil
    if scikitLearn == nil {
      notes.append("Left out: scikit-learn, since \(peer) cannot import it with orjson.")
    }
    let fastText = has(peer, "orjson, fasttext") ? peer : nil
    if fastText == nil {
      notes.append("Left out: fastText, since \(peer) cannot import it with orjson.")
    }
    let vowpalWabbit = has(peer, "orjson, vowpalwabbit") ? peer : nil
    if vowpalWabbit == nil {
      notes.append("Left out: Vowpal Wabbit, since \(peer) cannot import it with orjson.")
    }
    self.vowpalWabbit = vowpalWabbit
    (self.plain, self.orjson, self.scikitLearn) = (plain, orjson, scikitLearn)
    (self.fastText, self.notes) = (fastText, notes)
  }

  /// Runs a script of ``PeerScripts``: it prints an answer, seconds, and perhaps more numbers.
  static func run(
    _ python: String, _ script: String, _ arguments: [String]
  ) throws -> (answer: Int, elapsed: Duration, more: [Double]) {
    let output = try ChildProcess.run([python, "-c", script] + arguments)
    let words = output.split { $0.isWhitespace }
    guard words.count >= 2, let answer = Int(words[0]), let seconds = Double(words[1]) else {
      throw ChildFailure(program: python, reason: "printed no answer and time")
    }
    return (answer, .seconds(seconds), words.dropFirst(2).compactMap { Double($0) })
  }
}
