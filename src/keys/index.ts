export { type KeyEvent, keyNames } from './key-name.js';
export { actionFor, type FooterEntry, footerEntries, helpLines } from './lookup.js';
export { pasteAction, pastedText } from './paste.js';
export { BINDINGS, type Binding } from './table.js';
