// CorpusGeneration
