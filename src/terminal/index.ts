/** Terminal access: modes, restored on every exit, and the only writer to stdout while the program is on screen. */

export { crashReport } from './endings.js';
export { harmlessText } from './harmless.js';
export { isInteractive } from './host.js';
export type { Input } from './input-decoder.js';
export { openScreen, type Screen, type ScreenOptions } from './screen.js';
