import Chat
import CorpusFormats

/// Everything in a CSV file.
func readCSV(
  _ text: String, positiveLabel: String? = nil, isLenient: Bool = false,
  maximumTextBytes: Int = 4 << 20
) throws -> (all: [Whole], summary: ReadSummary) {
  let file = TemporaryFile(text, name: "table")
  var all: [Whole] = []
  let summary = try CSV.read(
    path: file.path, positiveLabel: positiveLabel, isLenient: isLenient,
    maximumTextBytes: maximumTextBytes
  ) { chunk in
    for index in chunk.conversations.indices { all.append(Whole(chunk, index)) }
  }
  return (all, summary)
}
