import Testing

@testable import Plotting

@Suite struct PlotScriptTests {
  @Test func snapshot() {
    #expect(
      PlotScript(awkwardPlot()).text == #"""
        # gnuplot awkward.gp
        set encoding utf8
        set datafile separator tab
        set border 3 lc rgb '#707070' lw 1
        set tics nomirror out scale 0.6 textcolor rgb '#2a2d33'
        set grid lt 1 lc rgb '#e4e4e4' lw 1
        set key outside right top Left reverse samplen 3 spacing 1.25 textcolor rgb '#2a2d33'
        set title 'it''s `date` "quoted" $HOME' textcolor rgb '#2a2d33'
        set xlabel 'false alarms_per {benign}' textcolor rgb '#2a2d33'
        set logscale x 10
        set xrange [0.00999999:1.000001]
        set xtics ('1 %%' 0.01, '10 %%' 0.1, '100 %%' 1.0) textcolor rgb '#2a2d33'
        set ylabel 're^call' textcolor rgb '#2a2d33'
        set yrange [0.0:1.0]
        set ytics ('0' 0.0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1' 1.0) textcolor rgb '#2a2d33'
        set label 1 'x & y ''z''' at 0.1, 0.4 left offset character 1.0, 0.0 front textcolor rgb '#2a2d33'
        set terminal svg size 820,480 dynamic rounded noenhanced font 'DejaVu Sans,13' background rgb '#ffffff'
        set output 'awkward.svg'
        plot 'awkward.tsv' index 0 skip 1 using 1:2 with lines lc rgb '#a0a0a0' lw 1.3 dt (6,5) title 'chance', \
          'awkward.tsv' index 1 skip 1 using 1:2 with steps lc rgb '#0072b2' lw 2 title 'a_b', \
          'awkward.tsv' index 2 skip 1 using 1:2:3:4 with yerrorbars lc rgb '#d55e00' lw 1.3 pt 5 ps 0.65 notitle, \
          'awkward.tsv' index 2 skip 1 using 1:2 with points lc rgb '#d55e00' pt 5 ps 0.65 title 'b''s <i>', \
          'awkward.tsv' index 3 skip 1 using 1:2 with linespoints lc rgb '#808080' lw 1.6 dt (1.5,3) pt 4 ps 0.65 title 'floor'
        set terminal pngcairo size 1000,585 rounded noenhanced font 'DejaVu Sans,13' fontscale 1.01 linewidth 1.1 dashlength 2.1 pointscale 1.55 background rgb '#ffffff'
        set output 'awkward.png'
        plot 'awkward.tsv' index 0 skip 1 using 1:2 with lines lc rgb '#a0a0a0' lw 1.3 dt (6,5) title 'chance', \
          'awkward.tsv' index 1 skip 1 using 1:2 with steps lc rgb '#0072b2' lw 2 title 'a_b', \
          'awkward.tsv' index 2 skip 1 using 1:2:3:4 with yerrorbars lc rgb '#d55e00' lw 1.3 pt 5 ps 0.65 notitle, \
          'awkward.tsv' index 2 skip 1 using 1:2 with points lc rgb '#d55e00' pt 5 ps 0.65 title 'b''s <i>', \
          'awkward.tsv' index 3 skip 1 using 1:2 with linespoints lc rgb '#808080' lw 1.6 dt (1.5,3) pt 4 ps 0.65 title 'floor'
        set output

        """#)
  }

  @Test func noTextStandsInDoubleQuotes() {
    var plot = awkwardPlot()
    plot.title = "plain"
    #expect(!PlotScript(plot).text.contains("\""))
  }

  @Test func quotesAreDoubledAndControlCharactersGo() {
    #expect(quoted("it's") == "'it''s'")
    #expect(quoted("a\nb\u{0}c\\n") == "'a b c\\n'")
  }

  @Test func anAxisWithoutRangeOrTicksLeavesThemToGnuplot() {
    let plot = Plot(
      name: "p", title: "", x: PlotAxis("x"), y: PlotAxis("y"),
      series: [PlotSeries("s", .line, [PlotPoint(1, 2)])], legend: .none)
    let text = PlotScript(plot, formats: [.png]).text
    #expect(!text.contains("xrange"))
    #expect(!text.contains("set xtics"))
    #expect(text.contains("unset key"))
    #expect(!text.contains("svg"))
  }

  @Test func intervalsWithoutAnyIntervalAreOnlyPoints() {
    let plot = Plot(
      name: "p", title: "", x: PlotAxis("x"), y: PlotAxis("y"),
      series: [PlotSeries("s", .intervals, [PlotPoint(1, 2)])])
    #expect(!PlotScript(plot).text.contains("yerrorbars"))
  }

  @Test func blocksOfTheDataAreCountedAlike() {
    let plot = Plot(
      name: "p", title: "", x: PlotAxis("x"), y: PlotAxis("y"),
      series: [
        PlotSeries("none", .line, []), PlotSeries("one", .line, [PlotPoint(1, 2)]),
        PlotSeries("two", .line, [PlotPoint(1, 2)]),
      ])
    let text = PlotScript(plot, formats: [.svg]).text
    #expect(text.contains("index 0 skip 1 using 1:2 with lines lc rgb '#0072b2' lw 2 title 'one'"))
    #expect(text.contains("index 1 skip 1 using 1:2 with lines lc rgb '#0072b2' lw 2 title 'two'"))
    #expect(!text.contains("'none'"))
  }
}
