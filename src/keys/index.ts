export type { Binding } from './binding.js';
export { type KeyEvent, keyNames } from './key-name.js';
export { actionFor, type FooterEntry, footerEntries, helpLines } from './lookup.js';
export { type PasteGoing, pasteAction, pastedText } from './paste.js';
export { BINDINGS } from './table.js';
