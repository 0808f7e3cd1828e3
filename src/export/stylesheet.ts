/** Stylesheet of the page. Colour is never the only sign of a meaning. */
export const STYLESHEET = `
:root{--paper:#fcfbf8;--card:#fff;--ink:#1d2125;--dim:#5a626a;--rule:#ddd9d0;--good:#0b5394;--bad:#8f3f00;--unsure:#6a3d9a;--accent:#00606f;--heat:29,33,37;color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{--paper:#15181b;--card:#1b1f23;--ink:#e7e6e2;--dim:#a6adb4;--rule:#373d43;--good:#86bfff;--bad:#ffb466;--unsure:#cdb0ff;--accent:#7fd3df;--heat:231,230,226}}
*{box-sizing:border-box}
html{font-size:clamp(1rem,.9rem + .36vw,1.5rem);-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0 auto;max-width:74rem;padding:clamp(1.25rem,4vw,4rem) clamp(1rem,4vw,3rem);background:var(--paper);color:var(--ink);font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;line-height:1.55;overflow-wrap:anywhere}
h1,h2,.word{font-family:ui-serif,Charter,'Iowan Old Style','Palatino Linotype',Georgia,'Noto Serif',serif;line-height:1.2;text-wrap:balance}
h1{font-size:2.1em;font-weight:600;margin:.1em 0 .4em}
h2{font-size:1.45em;font-weight:600;margin:0 0 .8em}
h3{font-size:1em;font-weight:650;margin:1.8em 0 .5em}
p{margin:.6em 0;max-width:68ch}
a{color:var(--accent)}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.kind{margin:0;color:var(--dim);font-size:.85em;font-weight:600;letter-spacing:.09em;text-transform:uppercase}
.summary{font-size:1.12em;color:var(--dim);margin:0 0 2em}
.verdict{background:var(--card);border:1px solid var(--rule);border-left:.5rem solid currentColor;border-radius:.4rem;padding:1.1rem 1.4rem}
.verdict p{margin:.2em 0;color:var(--ink)}
.verdict .word{font-size:1.9em;font-weight:700;letter-spacing:.02em;color:inherit}
.verdict .cause{font-size:1.2em}
.readiness{margin:1.4rem 0 0}
.readiness ul{margin:.3em 0;padding-left:1.3em}
.readiness .many{columns:2 22rem;column-gap:2.5rem}
.readiness li{break-inside:avoid;margin:.15em 0}
nav{margin:2.2rem 0 0;padding:1rem 0;border:1px solid var(--rule);border-width:1px 0;font-size:.92em}
nav ol{margin:0;padding-left:1.6em;columns:3 14rem;column-gap:2rem}
nav li{break-inside:avoid}
section{margin:3.4rem 0 0}
footer{margin:4rem 0 0;border-top:1px solid var(--rule);color:var(--dim);font-size:.85em}
span{unicode-bidi:isolate}
.good{color:var(--good)}.bad{color:var(--bad)}.unsure{color:var(--unsure)}.accent{color:var(--accent)}.dim{color:var(--dim)}
dl{margin:1rem 0 1.6rem;font-size:.95em}
dl div{display:grid;grid-template-columns:minmax(9rem,15rem) minmax(0,1fr);gap:0 1.5rem;padding:.45em 0;border-top:1px solid var(--rule)}
dl div:last-child{border-bottom:1px solid var(--rule)}
dt{color:var(--dim)}
dd{margin:0;max-width:68ch}
.scroll{overflow-x:auto;margin:1.4rem 0;border-radius:.25rem}
@media screen{.scroll{background:linear-gradient(to right,var(--paper) 40%,transparent),linear-gradient(to left,var(--paper) 40%,transparent) 100% 0,linear-gradient(to right,rgba(var(--heat),.16),transparent),linear-gradient(to left,rgba(var(--heat),.16),transparent) 100% 0;background-repeat:no-repeat;background-size:2.5rem 100%,2.5rem 100%,.9rem 100%,.9rem 100%;background-attachment:local,local,scroll,scroll}}
table{border-collapse:collapse;width:100%;font-size:.9em;line-height:1.4}
caption{text-align:left;font-weight:650;padding:0 0 .6em}
caption span{display:inline-block;position:sticky;left:0;max-width:calc(100vw - 3rem)}
th,td{padding:.45em .7em;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule);font-weight:400;overflow-wrap:break-word}
th:first-child{padding-left:0}
thead th{color:var(--dim);font-size:.92em;vertical-align:bottom;min-width:4.4rem;border-bottom:2px solid var(--rule)}
tbody th{font-weight:500;min-width:8.5rem}
.figure{text-align:right;font-variant-numeric:tabular-nums lining-nums}
td.figure{min-width:6.6rem}
td.words{min-width:7rem}
td.short{white-space:nowrap}
.short{min-width:0!important}
td.long{min-width:11rem}
.figure+.words{padding-left:1.7em}
.total>*{border-top:2px solid var(--rule);font-weight:650}
.note{color:var(--dim);font-size:.85em;margin:-.9rem 0 1.4rem}
.curve-points{max-width:44rem}
@media screen{.guardrails td.figure{min-width:4.9rem}.guardrails th,.guardrails td{padding-inline:.5em}.guardrails th:first-child{padding-left:0}.guardrails td.words{min-width:5rem}.guardrails td.long{min-width:10rem}}
.confusion-board{width:auto;min-width:60%}
.confusion-board tbody>tr>*{padding-block:.9em;vertical-align:middle}
.confusion-board td{padding-inline:1.2em;font-size:1.15em}
.heat-1{background:rgba(var(--heat),.035)}.heat-2{background:rgba(var(--heat),.07)}.heat-3{background:rgba(var(--heat),.12)}.heat-4{background:rgba(var(--heat),.18)}
pre{background:var(--card);border:1px solid var(--rule);border-radius:.4rem;padding:1rem 1.2rem;white-space:pre-wrap}
code{font-family:ui-monospace,'Cascadia Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:.92em}
@media (max-width:34rem){dl div{grid-template-columns:1fr}.scroll{margin-right:-1rem;padding-right:1rem}}
@media print{
@page{size:A4;margin:15mm 14mm 16mm}
:root{--paper:#fff;--card:#fff;--rule:#c9c6be;color-scheme:light}
html{font-size:9.5pt}
body{max-width:none;padding:0;-webkit-print-color-adjust:exact;print-color-adjust:exact}
nav{display:none}
section{margin-top:2.2rem}
h2,h3,caption,dt{break-after:avoid}
tr,figure,dl div,.verdict{break-inside:avoid}
thead{display:table-header-group}
caption span{position:static;max-width:none}
.scroll{overflow:visible;margin-right:0;padding-right:0}
table{font-size:8.3pt}
th,td{padding:.35em .4em}
thead th,td.figure{min-width:0}
tbody th,td.words{min-width:5.4em;overflow-wrap:anywhere}
td.long{min-width:8em}
.figure+.words{padding-left:1.1em}
a{color:inherit;text-decoration:none}
}

figure{margin:1.4rem 0}
figure .scroll svg{display:block;width:100%;min-width:34rem;height:auto;font-size:14px;font-family:inherit}
.grid{stroke:var(--rule);stroke-width:1}
.frame{fill:none;stroke:var(--dim);stroke-width:1.2}
.tick{fill:var(--dim);font-size:13px;font-variant-numeric:tabular-nums}
.axis{fill:var(--ink);font-weight:600;font-size:13.5px}
.name{fill:var(--ink);stroke:var(--paper);stroke-width:4px;paint-order:stroke;stroke-linejoin:round}
.line{fill:none;stroke-width:2.6;stroke-linejoin:round;stroke-linecap:round}
.line.router{stroke:var(--good)}
.line.perfect{stroke:var(--accent);stroke-width:2;stroke-dasharray:9 5}
.line.coin{stroke:var(--dim);stroke-width:2;stroke-dasharray:1.5 5.5}
.point{fill:var(--ink);stroke:var(--paper);stroke-width:1.5}
.point.small{fill:var(--paper);stroke:var(--ink);stroke-width:2}
.point.best{fill:var(--accent)}
.point.now{fill:var(--bad)}
.point .ring{fill:none;stroke:var(--bad);stroke-width:2}
.legend{list-style:none;margin:.6rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;font-size:.9em}
.legend li{display:flex;align-items:center;gap:.5rem}
.legend svg{flex:none;width:2.1rem;height:1.5rem}
@media print{figure .scroll svg{min-width:0}}
`;

/** Hash of the stylesheet for the page's content security policy; a test recomputes it. */
export const STYLESHEET_HASH = 'sha256-xh5YEibr7Y/rcbPXHpiofJPfPMRv5KEqjiy0rslUuO4=';
