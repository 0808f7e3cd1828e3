import { openLab, present } from '../../board/lab.js';
import { changeRows } from '../../board/rows.js';
import type { Result } from '../../engine/inputs/index.js';
import {
	assumptionOf,
	keyText,
	type Sheet,
	withoutAssumption,
	withoutGuardrail,
	withoutSlice,
	withSliceLike,
} from '../../worksheet/index.js';
import type { Reduced, SheetSurroundings } from '../around.js';
import { say } from '../changes.js';
import type { State } from '../state.js';
import { changed, quiet, withSheets } from './change.js';
import { gridOf } from './focus.js';
import { toPick } from './pick.js';
import { pointOf, stepOf } from './state.js';

type Deed = 'add' | 'copy' | 'remove';

/** Adds, copies or removes a slice, a row or a guardrail, where the focus is, and says which. */
export function itemChanged(
	state: State,
	sheet: Sheet,
	focus: string | null,
	deed: Deed,
	around: SheetSurroundings,
): Reduced {
	const done = itemDeed(state, sheet, focus, deed);
	const { open } = done.state.sheets;
	if (done.effects.length === 0 || !open) return done;
	const said = say(done.state, `${pointOf(open).did}; u takes it back`);
	if (deed !== 'remove' || focus === null) return { ...done, state: said };
	// What comes after it moves up: the focus stays where it was.
	const row = gridOf(sheet, state, around).findIndex((ids) => ids.includes(focus));
	const grid = gridOf(pointOf(open).sheet, done.state, around);
	const [next] = grid[Math.min(row, grid.length - 1)] ?? [];
	const at = next === undefined ? {} : { [stepOf(state)]: next };
	return { ...done, state: withSheets(said, { focus: { ...said.sheets.focus, ...at } }) };
}

function itemDeed(state: State, sheet: Sheet, focus: string | null, deed: Deed): Reduced {
	const id = focus?.split('.')[1] ?? '';
	const named = (of: readonly { readonly id: string; readonly name: string }[]): string =>
		`“${of.find((one) => one.id === id)?.name ?? id}”`;
	switch (stepOf(state)) {
		case 'slices': {
			const slice = named(sheet.scenario.segments);
			return deed === 'remove'
				? changed(state, withoutSlice(sheet, id), `removed the slice ${slice}`)
				: changed(state, withSliceLike(sheet, id), `added a slice with half of the traffic of ${slice}`);
		}
		case 'rows': {
			const row = deed === 'add' ? 'a row' : `the row ${named(sheet.scenario.rows)}`;
			return changed(state, rowsChanged(sheet, id, deed), `${DID[deed]} ${row}`);
		}
		case 'pressure': {
			if (deed !== 'remove') return quiet(toPick(state, { of: 'metric', trigger: false }));
			const guardrail = guardrailAt(sheet, focus);
			return guardrail
				? changed(state, withoutGuardrail(sheet, guardrail), `removed the guardrail on ${keyText(guardrail)}`)
				: quiet(say(state, 'choose a guardrail first: ↓'));
		}
		case 'predict':
			if (focus === 'assumption' && deed === 'remove' && assumptionOf(sheet))
				return changed(state, { ok: true, value: withoutAssumption(sheet) }, 'took the assumption out');
			return quiet(say(state, 'Enter on the assumption chooses one, d takes it out'));
		default:
			return quiet(say(state, 'slices, rows, guardrails and the assumption can be added and removed'));
	}
}

const DID = { add: 'added', copy: 'copied', remove: 'removed' } as const;

function rowsChanged(sheet: Sheet, id: string, deed: 'add' | 'copy' | 'remove'): Result<Sheet> {
	const lab = changeRows(openLab(sheet.scenario), deed, id);
	return lab.ok ? { ok: true, value: { ...sheet, scenario: present(lab.value).scenario } } : lab;
}

/** The guardrail whose field has the focus. */
const guardrailAt = (sheet: Sheet, focus: string | null): Sheet['scenario']['guardrails'][number] | undefined =>
	sheet.scenario.guardrails.find((guardrail) => {
		const prefix = `guardrails.${keyText(guardrail)}.`;
		return focus?.startsWith(prefix) === true && !focus.slice(prefix.length).includes('.');
	});
