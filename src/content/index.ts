/** Turns untrusted files into validated documents, or into problems with their place and what to do. */

export type { ParseMarkdown } from '../text/prose.js';
export type { CardDocument, DeckDocument, KeyPoint } from './deck/document.js';
export { type LoadedDeck, loadDeck } from './deck/load.js';
export { checkBook, lessonIdProblem, type PlacedLesson } from './lesson/book.js';
export type {
	Challenge,
	Evidence,
	EvidenceState,
	LessonBlock,
	LessonDocument,
	LivePart,
	Predict,
	Prose,
	Reveal,
	ScoreBlock,
	ShownFigure,
	Workbench,
} from './lesson/document.js';
export { type LoadedLesson, loadLesson } from './lesson/load.js';
export type { ScenarioById } from './lesson/places.js';
export type { ChosenModels } from './prices/edits.js';
export { type Choice, chooseModel } from './prices/find.js';
export type { ModelPrice, PriceList, UnpricedModel } from './prices/list.js';
export { type LoadedPrices, loadPrices, MAX_PRICE_BYTES } from './prices/load.js';
export type { PriceUse, UsedModel } from './prices/price-use.js';
export { MAX_BYTES } from './problems/decode.js';
export type { Excerpt } from './problems/excerpt.js';
export { cellWidth } from './problems/excerpt.js';
export { formatProblem, type Problem, problemLines } from './problems/problem.js';
export { drawUnsafe, drawUnsafeLine } from './problems/unsafe-text.js';
export type { Artifact, ReviewAnswer, ScenarioDocument, Worksheet } from './scenario/document.js';
export { idProblem } from './scenario/id-problem.js';
export { scenarioJsonSchema, scenarioJsonSchemaText } from './scenario/json-schema.js';
export { type LoadedScenario, loadScenario } from './scenario/load.js';
export { type WrittenScenario, writeScenario } from './scenario/written/write.js';
