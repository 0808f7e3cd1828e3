import { applyEdits, type Edit, editsBetween, inputAt, inputValue, type Result } from '../engine/inputs/index.js';
import type { Scenario } from '../engine/scenario.js';
import { currentEntry, type Lab, recordEntry } from './lab.js';

/** A command on a whole row of the cost table. */
export type RowCommand = 'add' | 'copy' | 'remove';

const FIELDS = ['routedSmall', 'repairRate', 'override', 'tokens.fresh', 'tokens.cached', 'tokens.output'] as const;

/**
 * Adds, copies or removes a row of the cost table.
 *
 * @param id the row to copy or remove; null: none is chosen
 */
export function changeRows(lab: Lab, command: RowCommand, id: string | null): Result<Lab> {
	const now = currentEntry(lab);
	if (command === 'add') return addRow(lab, uniqueId(lab, 'row'), [], 'added a row');
	if (id === null) return { ok: false, message: 'no row is chosen', help: 'Go to a row of the cost table first.' };
	if (command === 'copy') {
		const to = uniqueId(lab, id.replace(/-\d+$/, ''));
		return addRow(lab, to, copyFields(lab, id, to), `copied ${id} to ${to}`);
	}
	const applied = applyEdits(now.scenario, [{ path: `rows.${id}`, value: null }]);
	if (!applied.ok) return applied;
	return commitChange(lab, applied.value, `removed ${id}`);
}

function addRow(lab: Lab, id: string, fields: readonly Edit[], description: string): Result<Lab> {
	const now = currentEntry(lab);
	const edits: readonly Edit[] = [{ path: `rows.${id}`, value: 'new' }, ...fields];
	const applied = applyEdits(now.scenario, edits);
	if (!applied.ok) return applied;
	return commitChange(lab, applied.value, description);
}

/**
 * Returns edits that give one row the fields of another, so that the copy does not follow later edits of the original.
 */
function copyFields(lab: Lab, from: string, to: string): readonly Edit[] {
	const { scenario } = currentEntry(lab);
	const hasOwnTokens = scenario.rows.find((row) => row.id === from)?.tokens !== null;
	return FIELDS.filter((field) => hasOwnTokens || !field.startsWith('tokens')).flatMap((field): Edit[] => {
		const input = inputAt(scenario, `rows.${from}.${field}`);
		return input ? [{ path: `rows.${to}.${field}`, value: inputValue(scenario, input) }] : [];
	});
}

function uniqueId(lab: Lab, stem: string): string {
	const usedIds = new Set([...currentEntry(lab).scenario.rows, ...lab.loaded.rows].map(({ id }) => id));
	for (let i = stem === 'row' ? usedIds.size + 1 : 2; ; i++) if (!usedIds.has(`${stem}-${i}`)) return `${stem}-${i}`;
}

const commitChange = (lab: Lab, scenario: Scenario, description: string): Result<Lab> => ({
	ok: true,
	value: recordEntry(lab, { scenario, edits: editsBetween(lab.loaded, scenario), description }),
});
