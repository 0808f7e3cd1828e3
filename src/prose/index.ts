/** Prose as styled lines. Parsing Markdown (`parse.js`) is loaded apart: what ships is parsed when the program is built. */

export type { ProseBlock } from '../text/index.js';
export { layoutPlainProse, layoutProse, withoutOwnLinks } from './layout.js';
