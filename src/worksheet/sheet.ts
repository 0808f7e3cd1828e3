import type { ScenarioDocument, Worksheet } from '../content/index.js';
import { applyEdits, type Edit, type Result } from '../engine/inputs/index.js';
import { scenarioProblems } from '../engine/problems.js';
import type { Scenario } from '../engine/scenario.js';

/** Worksheet for the reader's own feature: a scenario with the text that a review asks for. */
export interface Sheet extends ScenarioDocument {
	readonly worksheet: Worksheet;
}

const UNANSWERED = { answer: null, evidence: null } as const;

/** Worksheet with nothing filled in. */
export const EMPTY_WORKSHEET: Worksheet = {
	template: null,
	models: { small: null, strong: null },
	change: null,
	slice: null,
	expected: null,
	atRisk: null,
	relieved: null,
	created: null,
	owner: null,
	trigger: null,
	review: { D1: UNANSWERED, D2: UNANSWERED, D3: UNANSWERED, D4: UNANSWERED },
};

/** Returns the scenario as a worksheet, with empty text if it has none. */
export const sheetOf = (document: ScenarioDocument): Sheet => ({
	...document,
	worksheet: document.worksheet ?? EMPTY_WORKSHEET,
});

/** Returns the worksheet with some of its text replaced. */
export const withWords = (sheet: Sheet, words: Partial<Worksheet>): Sheet => ({
	...sheet,
	worksheet: { ...sheet.worksheet, ...words },
});

/** Returns the worksheet with another scenario, or a refusal if the model cannot compute it. */
export function withScenario(sheet: Sheet, scenario: Scenario): Result<Sheet> {
	const [problem] = scenarioProblems(scenario);
	if (problem) return { ok: false, message: `${problem.path}: ${problem.message}`, help: problem.help };
	return { ok: true, value: { ...sheet, scenario } };
}

/** Returns the worksheet with numbers edited, or a refusal. */
export function withEdits(sheet: Sheet, edits: readonly Edit[]): Result<Sheet> {
	const applied = applyEdits(sheet.scenario, edits);
	return applied.ok ? withScenario(sheet, applied.value) : applied;
}
