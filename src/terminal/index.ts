/** The terminal's modes, given back on every way out, and the one owner of stdout while the program is on screen. */

export { crashReport } from './endings.js';
export { harmlessText } from './harmless.js';
export { isInteractive } from './host.js';
export type { Input } from './input-decoder.js';
export { openScreen, type Screen, type ScreenOptions } from './screen.js';
