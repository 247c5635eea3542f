import CommandLineKit
import Testing

@Suite struct HelpTests {
  @Test func screenOfATool() {
    let expected = """
      OVERVIEW: A utility for performing maths.

      USAGE: math <subcommand>

      OPTIONS:
        --version               Show the version.
        -h, --help              Show help information.

      SUBCOMMANDS:
        add                     Print the sum of the values.
        average                 Print the average of the values.
        fail                    Fail.

        See 'math help <subcommand>' for detailed help.

      """
    for words in [[], ["--help"], ["-h"], ["help"]] {
      #expect(Calculator.outcome(of: words).output == expected)
    }
  }

  @Test func screenOfASubcommand() {
    let expected = """
      OVERVIEW: Print the average of the values.

      USAGE: math average [--db <db>] [--quiet] [--kind <kind>] --top <top>
             [--output <output>] [--colour] [<values> ...]

      ARGUMENTS:
        <values>                A group of floating-point values to operate on.

      OPTIONS:
        --db <db>               The database. (default: nightlight.sqlite)
        --quiet                 Say nothing on standard error.
        --kind <kind>           The kind of average to provide. (values: mean,
                                median, mode; default: mean)
        -k, --top <top>         Keep the best.
        --output <output>       Where the answer goes; a long explanation that has to
                                be broken at the margin.
        --colour/--no-colour    Colour the answer. (default: on)
        --version               Show the version.
        -h, --help              Show help information.

      """
    #expect(Calculator.outcome(of: ["average", "--help"]).output == expected)
    #expect(Calculator.outcome(of: ["help", "average"]).output == expected)
  }
}
