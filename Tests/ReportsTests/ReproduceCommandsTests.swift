import Chat
import Store
import Testing

@testable import Reports

@Suite struct ReproduceCommandsTests {
  @Test func theCommandsAreThoseThatRan() {
    #expect(
      ReproduceCommands(Invented.data("everyday")).lines == [
        "nightlight-corpus generate --recipe Datasets/recipes/everyday.json --seed 7"
          + " --name everyday",
        "nightlight-bench run --corpus everyday --detectors behaviour-boosting,"
          + "complement-naive-bayes,lexicon,linear-svm,logistic-regression,naive-bayes,oracle,"
          + "shortcut,sk-logreg --policies skepticism,threshold --views full --seed 1 --split test",
        "nightlight-bench run --corpus everyday --detectors behaviour-boosting,"
          + "complement-naive-bayes,lexicon,linear-svm,logistic-regression,naive-bayes,oracle,"
          + "shortcut,sk-logreg --policies skepticism,threshold --views full --seed 1"
          + " --split test-iid",
        "nightlight-report build --output report",
      ])
  }

  @Test func aBudgetAndAnImportAreSaid() {
    var data = Invented.data("mine")
    data.corpora[0].record.source = "jsonl"
    data.corpora[0].tracks = [
      TrackReport(split: "test", rows: [Invented.row(Invented.detectors[0])])
    ]
    data.corpora[0].tracks[0].rows[0].run.objective = "fpr<=0.01"
    let lines = ReproduceCommands(data).lines
    #expect(lines[0] == "nightlight-corpus import --format jsonl FILE --name mine")
    #expect(lines[1].contains(" --budget 0.01 --seed 1 "))
  }

  @Test func aDerivedCorpusIsDerivedAgain() {
    var data = Invented.data("mine")
    data.corpora[0].record.derivation = Derivation(
      parent: "everyday", parentSHA256: "0", kind: "typos", level: "0.03", seed: 7,
      splits: [.test, .testIID])
    #expect(
      ReproduceCommands(data).lines[0] == "nightlight-corpus perturb everyday --kind typos "
        + "--level 0.03 --seed 7 --splits test,test-iid --name mine")
  }

  @Test func noiseAndAuditsAreRunAgain() {
    var data = Invented.data("everyday")
    data.corpora[0].tracks = []
    data.corpora[0].robustness = [Invented.point("typos", "0.01"), Invented.point("typos", "0.05")]
    data.corpora[0].audits = [AuditRecord(group: "g", name: "n", value: 1, verdict: "noted")]
    let lines = ReproduceCommands(data).lines
    #expect(lines.count == 7)
    #expect(
      lines[1] == "nightlight-corpus perturb everyday --kind typos --level 0.01 --seed 1 "
        + "--splits test --name everyday-typos-0.01")
    #expect(
      lines[2] == "nightlight-bench run --corpus everyday-typos-0.01 --detectors linear-svm "
        + "--policies threshold --views full --seed 1 --split test")
    #expect(lines[3].hasSuffix("--name everyday-typos-0.05"))
    #expect(lines[4].contains("--corpus everyday-typos-0.05"))
    #expect(lines[5] == "nightlight-corpus audit everyday")
  }

  @Test func aRecipeWithoutAUsableNameIsAPlaceholder() {
    var data = Invented.data("c")
    for recipe in [nil, "no json", "{\"name\":\"../x\"}", "{\"name\":\"\"}"] {
      data.corpora[0].record.recipe = recipe
      #expect(ReproduceCommands(data).lines[0].contains("--recipe RECIPE.json"))
    }
  }

  @Test func wordsAreQuotedForTheShell() {
    #expect(ReproduceCommands.shellQuoted("every-day_1.0") == "every-day_1.0")
    #expect(ReproduceCommands.shellQuoted("a b") == "'a b'")
    #expect(ReproduceCommands.shellQuoted("it's $(x)") == "'it'\\''s $(x)'")
    #expect(ReproduceCommands.shellQuoted("") == "''")
  }
}
