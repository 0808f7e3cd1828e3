export type { LessonDocument, ScenarioDocument } from '../content/index.js';
export { courseOf, startOf } from '../course/index.js';
export {
	type FittedTable,
	fitTable,
	markdownLine,
	markdownSpan,
	pad,
	shorten,
	tableWidth,
	visible,
	width,
	wrap,
} from '../text/index.js';
export type { Block } from './block.js';
export { caseDocument } from './case-document.js';
export { type CatalogueEntry, catalogueEntry, findDocuments } from './catalogue.js';
export { computeLab } from './compute-lab.js';
export {
	type ContentsEntry,
	type ContentsInput,
	contentsEntries,
	contentsLines,
	findTerms,
	progressLine,
} from './contents.js';
export { contextWords } from './context-words.js';
export { focusWords, readable, typingWords } from './focus-words.js';
export { guessAnswer, guessQuestion } from './guess-words.js';
export type { Computed, LabInput } from './lab-input.js';
export { goalLine } from './lesson/challenge.js';
export { fill } from './lesson/fill.js';
export { handoutReading } from './lesson/handout.js';
export { layoutPage, type PageLaidOut, type PageLine, type Painters } from './lesson/layout.js';
export { eachPageBlock, type PageBlock, type PageInput, pageBlocks, pageItems } from './lesson/page.js';
export { opensOn, PANE_TITLES, PANES, type PaneId, type PaneModel, paneGrid, paneModel } from './pane.js';
export { layoutPane } from './pane-layout.js';
export type { PriceUse } from './price-notes.js';
export { progressLines } from './progress-lines.js';
export { reportFigures, reportGaps } from './report-figures.js';
export { type ReportSection, reportSections, settledBlock } from './report-model.js';
export { type ClaimModel, claimLines, ROLE_WORDS, type StateModel, stateModels } from './states.js';
export type { Cell, Column, Delta, Line, Row, Span, TableModel, Tone } from './table/model.js';
