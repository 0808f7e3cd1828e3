export type { Binding } from './binding.js';
export { actionFor, type FooterEntry, footerEntries, helpLines, isCharacter, isTyped } from './lookup.js';
export { pasteAction } from './paste.js';
export { BINDINGS } from './table.js';
