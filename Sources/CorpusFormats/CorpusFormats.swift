// CorpusFormats
