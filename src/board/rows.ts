import { applyEdits, type Edit, editsBetween, inputAt, inputValue, type Result } from '../engine/inputs/index.js';
import type { Scenario } from '../engine/scenario.js';
import { type Lab, present, record } from './lab.js';

/** What the reader can do with whole rows of the cost table. */
export type RowDeed = 'add' | 'copy' | 'remove';

const FIELDS = ['routedSmall', 'repairRate', 'override', 'tokens.fresh', 'tokens.cached', 'tokens.output'] as const;

/**
 * Adds a row, copies one, or removes one, as edits that reproduce it.
 *
 * @param id the row that is copied or removed
 */
export function changeRows(lab: Lab, deed: RowDeed, id: string | null): Result<Lab> {
	const now = present(lab);
	if (deed === 'add') return add(lab, fresh(lab, 'row'), [], 'added a row');
	if (id === null) return { ok: false, message: 'no row is chosen', help: 'Go to a row of the cost table first.' };
	if (deed === 'copy') {
		const to = fresh(lab, id.replace(/-\d+$/, ''));
		return add(lab, to, copied(lab, id, to), `copied ${id} to ${to}`);
	}
	const applied = applyEdits(now.scenario, [{ path: `rows.${id}`, value: null }]);
	if (!applied.ok) return applied;
	return changed(lab, applied.value, `removed ${id}`);
}

function add(lab: Lab, id: string, fields: readonly Edit[], did: string): Result<Lab> {
	const now = present(lab);
	const edits: readonly Edit[] = [{ path: `rows.${id}`, value: 'new' }, ...fields];
	const applied = applyEdits(now.scenario, edits);
	if (!applied.ok) return applied;
	return changed(lab, applied.value, did);
}

/** Every field of a row as edits of another: so the copy stays what it was when its model is edited later. */
function copied(lab: Lab, from: string, to: string): readonly Edit[] {
	const { scenario } = present(lab);
	const own = scenario.rows.find((row) => row.id === from)?.tokens !== null;
	return FIELDS.filter((field) => own || !field.startsWith('tokens')).flatMap((field): Edit[] => {
		const input = inputAt(scenario, `rows.${from}.${field}`);
		return input ? [{ path: `rows.${to}.${field}`, value: inputValue(scenario, input) }] : [];
	});
}

function fresh(lab: Lab, stem: string): string {
	const known = new Set([...present(lab).scenario.rows, ...lab.loaded.rows].map(({ id }) => id));
	for (let i = stem === 'row' ? known.size + 1 : 2; ; i++) if (!known.has(`${stem}-${i}`)) return `${stem}-${i}`;
}

const changed = (lab: Lab, scenario: Scenario, did: string): Result<Lab> => ({
	ok: true,
	value: record(lab, { scenario, edits: editsBetween(lab.loaded, scenario), did }),
});
