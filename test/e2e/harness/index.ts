/** Runs the built program in a pseudoterminal with an emulated screen. */

export { type Bundle, bundle } from './bundle.js';
export type { Look } from './colours.js';
export { expectGivenBack, expectModesGivenBack } from './given-back.js';
export { type Home, homeInLesson, temporaryHome, turnToLesson } from './home.js';
export { KEYS } from './keys.js';
export type { Cell } from './screen.js';
export { screenshotSvg } from './screenshot.js';
export { ttyThatLooks, ttyWithJobs } from './shells.js';
export { Tty, type TtyOptions } from './tty.js';
