import type { PageStyles } from './page.js';

/** Styles of handouts, on top of the common ones. A blank is a line to write on; its dots are only there to be copied. */
const CSS = `
@media screen{body{max-width:58rem}}
h2{margin:1.8em 0 .6em}
.title{color:var(--accent)}
.ruled{margin:1.8rem 0;padding:.1rem 0 .1rem 1.2rem;border-left:.25rem solid var(--accent);break-inside:avoid}
.ruled p{margin:.5em 0;white-space:pre-wrap}
.blank{display:inline-block;width:22em;max-width:100%;height:1.9em;overflow:hidden;vertical-align:bottom;white-space:nowrap;color:transparent;border-bottom:1px solid var(--ink)}
.live pre{white-space:pre;overflow-x:auto;line-height:1.25}
blockquote{margin:1.4rem 0;padding-left:1.2rem;border-left:.25rem solid var(--rule)}
.lessons li{margin:.25em 0}
.lessons .unnumbered{list-style:none}
.lessons .dim{font-size:.9em}
@media print{
body{orphans:3;widows:3}
.scroll,pre,blockquote{break-inside:avoid}
.live pre{overflow:visible;padding:.6rem .8rem;font-size:7.5pt}
main a[href^="http"]::after{content:" (" attr(href) ")"}
}
`;

/** The hash is for the page's content security policy; a test recomputes it. */
export const HANDOUT_STYLES: PageStyles = { css: CSS, hash: 'sha256-Fx66MjicG5G+GyowDt+g4CxEMPjZhnRBeJs5Wq90bOA=' };
