/** What the plot looks like. */
export const PLOT_STYLE = `
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
