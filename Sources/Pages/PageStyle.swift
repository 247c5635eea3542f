/// The style of every page: system fonts, light and dark, wide tables scroll in their own frame.
enum PageStyle {
  static let text = #"""
    :root{color-scheme:light dark;--paper:#fff;--ink:#1d2026;--soft:#5a616c;--line:#dfe2e7;
      --panel:#f5f6f8;--link:#0b5cad;--band:#e6f2ea;--mark:#11623d}
    @media (prefers-color-scheme:dark){:root{--paper:#15181d;--ink:#e4e6ea;--soft:#a3aab5;
      --line:#31363f;--panel:#1d2128;--link:#7db8f5;--band:#183126;--mark:#86d9ae}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);
      font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
    main,footer{max-width:88rem;margin:0 auto;padding:1.5rem}
    footer{border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
    p,ul,ol,dl,pre{max-width:50rem}
    h1{font-size:2rem;line-height:1.2;margin:.5rem 0}
    h2{font-size:1.45rem;margin:3rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--line)}
    h3{font-size:1.12rem;margin:2rem 0 .25rem}
    a{color:var(--link)}
    .skip{position:absolute;left:-999rem}
    .skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem;z-index:1}
    .lead{font-size:1.1rem}
    .note{color:var(--soft);font-size:.92rem}
    .panel{background:var(--panel);border:1px solid var(--line);border-radius:.5rem;
      padding:.25rem 1.25rem;margin:1rem 0;max-width:50rem}
    nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
    code,pre{font:.87em/1.5 ui-monospace,SFMono-Regular,Menlo,"DejaVu Sans Mono",monospace}
    code{overflow-wrap:anywhere}
    pre{background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.8rem;
      overflow-x:auto}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem}
    dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
    .scroll{overflow-x:auto;margin:1rem 0}
    .scroll:focus-visible{outline:2px solid var(--link)}
    table{border-collapse:collapse;font-size:.84rem;font-variant-numeric:tabular-nums}
    caption{text-align:left;color:var(--soft);padding:.25rem 0 .5rem;font-size:.95em;
      max-width:min(50rem,calc(100vw - 3rem))}
    th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:left;
      vertical-align:top;white-space:nowrap}
    thead th{border-bottom:2px solid var(--soft);vertical-align:bottom;font-weight:600;
      white-space:normal;max-width:8.5rem}
    tbody th{font-weight:600}
    .number{text-align:right}
    .detail{display:block;color:var(--soft);font-size:.88em;font-weight:400}
    tr.band td,tr.band th{background:var(--band)}
    tr.control td,tr.control th{color:var(--soft);font-style:italic}
    tr.total td,tr.total th{font-weight:600;border-bottom-color:var(--soft)}
    .tag{display:block;color:var(--mark);font-size:.88em;font-weight:400}
    tr.control .tag{color:inherit}
    th button{all:unset;cursor:pointer;font-weight:inherit}
    th button:focus-visible{outline:2px solid var(--link)}
    th button .title::after{content:"\00a0↕";color:var(--soft);font-weight:400}
    th[aria-sort=ascending] button .title::after{content:"\00a0↑"}
    th[aria-sort=descending] button .title::after{content:"\00a0↓"}
    nav ul{margin:.25rem 0;max-width:none}nav+nav{border-top:1px solid var(--line)}
    nav [aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
    article{border-top:1px solid var(--line);margin:1.5rem 0;padding-top:.25rem}
    .said{white-space:normal;display:block;min-width:16rem;max-width:34rem;overflow-wrap:anywhere}
    svg.timeline{display:block;width:100%;min-width:34rem;max-width:48rem;height:auto;fill:none;stroke-width:1}
    .timeline text{fill:var(--soft);font:11px system-ui,"DejaVu Sans",sans-serif}
    .timeline .axis{stroke:var(--line)}.timeline .level{stroke:var(--soft);stroke-dasharray:5 4}
    .timeline .sign{stroke:var(--mark);stroke-width:2}.timeline .onset{stroke:var(--mark)}
    .timeline .score{stroke-linecap:round;stroke:var(--link);stroke-width:1.6}.timeline .alert{fill:#c2410c}
    figure{margin:1.5rem 0 2.5rem;max-width:56rem}
    figure svg{display:block;width:100%;min-width:38rem;height:auto}
    figure svg>g>rect[fill="#ffffff"]{fill:none}
    figcaption{font-size:.92rem;max-width:50rem}
    figcaption .files{color:var(--soft)}
    summary{cursor:pointer;padding:.5rem 0;font-weight:600}
    @media print{body{font-size:10pt}th button .title::after{content:""}figure{break-inside:avoid}}

    """#
}
