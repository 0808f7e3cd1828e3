export type { Block } from './block.js';
export type { Computed, LabInput } from './lab-input.js';
export { PANE_TITLES, PANES, type PaneId, type PaneModel, paneGrid, paneModel } from './pane.js';
export { layoutPane, wrapLine } from './pane-layout.js';
export type { Cell, Column, Delta, Line, Row, Span, TableModel, Tone } from './table/model.js';
export { pad, shorten, width, wrap } from './table/width.js';
