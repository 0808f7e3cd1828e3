import type { CostRow, Scenario } from '../scenario.js';
import { type InputValue, type Result, refuse } from './result.js';

const ROW_PATH = /^rows\.([A-Za-z0-9_-]{1,40})$/;

/** Returns the id in a path to a whole row of the cost table, `rows.ID`; null for any other path. */
export const parseRowPath = (path: string): string | null => ROW_PATH.exec(path)?.[1] ?? null;

/** Returns a new row: everything strong, and no statement yet of what it improved. */
const emptyRow = (id: string): CostRow => ({
	id,
	name: id,
	routedSmall: 0,
	repairRate: 0,
	override: null,
	tokens: null,
	improved: null,
	mayHaveWorsened: null,
});

/** Adds a row (`rows.ID=new`) at the end of the cost table, or removes one (`rows.ID=off`). */
export function setRow(scenario: Scenario, id: string, value: InputValue): Result<Scenario> {
	const exists = scenario.rows.some((row) => row.id === id);
	if (value === 'new') {
		if (exists) return refuse(`there is a row ${id} already`, 'Choose another id.');
		return { ok: true, value: { ...scenario, rows: [...scenario.rows, emptyRow(id)] } };
	}
	if (value !== null) return refuse(`rows.${id} cannot be ${value}`, 'Write new to add a row, or off to remove it.');
	if (!exists)
		return refuse(`there is no row ${id}`, `There are ${scenario.rows.map((row) => row.id).join(', ') || 'none'}.`);
	return { ok: true, value: { ...scenario, rows: scenario.rows.filter((row) => row.id !== id) } };
}

/** Parses the typed value of a whole row: `new` or `off`. */
export function parseRow(id: string, text: string): Result<InputValue> {
	const typed = text.trim().toLowerCase();
	if (typed === 'new') return { ok: true, value: 'new' };
	if (typed === 'off') return { ok: true, value: null };
	return refuse(`rows.${id} cannot be ${text.trim() || 'empty'}`, 'Write new to add a row, or off to remove it.');
}
