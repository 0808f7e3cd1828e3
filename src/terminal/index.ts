/** Terminal access: modes, restored on every exit, and the only writer to stdout while the program is on screen. */

export { type Background, backgroundOf, canAskBackground } from './background.js';
export { crashReport } from './exit-listeners.js';
export { isInteractive } from './host.js';
export type { Input } from './input-decoder.js';
export { sanitizeText } from './sanitize.js';
export { openScreen, type Screen, type ScreenOptions } from './screen.js';
