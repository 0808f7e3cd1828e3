import { applyEdits, type Edit, inputAt, inputValue, type Result } from '../engine/inputs/index.js';
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
	const kept = now.edits.filter(({ path }) => path !== `rows.${id}` && !path.startsWith(`rows.${id}.`));
	const removed: Edit = { path: `rows.${id}`, value: null };
	const applied = applyEdits(now.scenario, [removed]);
	if (!applied.ok) return applied;
	const edits = lab.loaded.rows.some((row) => row.id === id) ? [...kept, removed] : kept;
	return { ok: true, value: record(lab, { scenario: applied.value, edits, did: `removed ${id}` }) };
}

function add(lab: Lab, id: string, fields: readonly Edit[], did: string): Result<Lab> {
	const now = present(lab);
	const edits: readonly Edit[] = [{ path: `rows.${id}`, value: 'new' }, ...fields];
	const applied = applyEdits(now.scenario, edits);
	if (!applied.ok) return applied;
	return { ok: true, value: record(lab, { scenario: applied.value, edits: [...now.edits, ...edits], did }) };
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
	for (let i = 2; ; i++) if (!known.has(`${stem}-${i}`)) return `${stem}-${i}`;
}
