import type { ScenarioDocument, Worksheet } from '../content/index.js';
import { applyEdits, type Edit, type Result } from '../engine/inputs/index.js';
import { scenarioProblems } from '../engine/problems.js';
import type { Scenario } from '../engine/scenario.js';

/** A reader's own feature: a scenario with the words that a review asks for. */
export interface Sheet extends ScenarioDocument {
	readonly worksheet: Worksheet;
}

const OPEN = { answer: null, evidence: null } as const;

/** A worksheet in which nothing was said yet. */
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
	review: { D1: OPEN, D2: OPEN, D3: OPEN, D4: OPEN },
};

/** A scenario as a worksheet; one that is none yet gets an empty one. */
export const sheetOf = (document: ScenarioDocument): Sheet => ({
	...document,
	worksheet: document.worksheet ?? EMPTY_WORKSHEET,
});

/** The worksheet with its words changed. */
export const withWords = (sheet: Sheet, words: Partial<Worksheet>): Sheet => ({
	...sheet,
	worksheet: { ...sheet.worksheet, ...words },
});

/** The worksheet with another scenario, unless the model cannot compute with it. */
export function withScenario(sheet: Sheet, scenario: Scenario): Result<Sheet> {
	const [problem] = scenarioProblems(scenario);
	if (problem) return { ok: false, message: `${problem.path}: ${problem.message}`, help: problem.help };
	return { ok: true, value: { ...sheet, scenario } };
}

/** The worksheet after edits of its numbers. */
export function withEdits(sheet: Sheet, edits: readonly Edit[]): Result<Sheet> {
	const applied = applyEdits(sheet.scenario, edits);
	return applied.ok ? withScenario(sheet, applied.value) : applied;
}
