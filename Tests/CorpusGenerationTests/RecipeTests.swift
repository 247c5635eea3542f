import Testing

@testable import CorpusGeneration

@Suite struct RecipeTests {
  private func reason(_ text: String) throws -> String? {
    let miniature = try Miniature(["recipe.json": text])
    return failure { _ = try Recipe(path: miniature.recipe, seed: nil, conversations: nil) }
      .map { String($0.split(separator: "recipe.json").last ?? "") }
  }

  @Test func refuses_what_it_does_not_know() throws {
    #expect(
      try reason(Miniature.recipe(more: ", \n\"colour\": 1"))?.hasPrefix(
        ":7: unknown key 'colour'; expected name, locale,") == true)
    #expect(try reason("{}") == ":1: key 'name' is missing")
    #expect(
      try reason(Miniature.recipe(mix: #"{"happy": 1}"#))
        == ":3: unknown key 'happy'; expected grooming, hard-negative, ordinary")
    #expect(
      try reason(Miniature.recipe(mix: #"{"grooming": 0}"#))
        == ":3: expected a part of at least one kind")
    #expect(
      try reason(Miniature.recipe(mix: #"{"grooming": 1.5}"#))
        == ":3: expected a whole number from 0 to 100000")
    #expect(try reason("{\"name\": ") == ":1: expected a value, found the end of the file")
  }

  @Test func refuses_a_size_out_of_range() throws {
    let miniature = try Miniature()
    #expect(
      failure { _ = try Recipe(path: miniature.recipe, seed: nil, conversations: 0) }?
        .contains("expected 1 to 1000000000 conversations") == true)
  }

  @Test func paths_are_seen_from_the_recipe() throws {
    let recipe = try Recipe(
      path: Miniature.datasets + "/recipes/everyday.json", seed: 9, conversations: nil)
    #expect(recipe.conversations == 5000)
    #expect(recipe.seed == 9)
    #expect(SourceFile.exists(recipe.structure + "/families.json"))
    #expect(recipe.json.hasPrefix(#"{"name":"everyday","locale":"en","seed":9,"#))
  }

  @Test func an_unreadable_file_is_named() {
    #expect(
      failure { _ = try Recipe(path: "/nowhere/x.json", seed: nil, conversations: nil) }
        == "/nowhere/x.json: No such file or directory")
  }
}
