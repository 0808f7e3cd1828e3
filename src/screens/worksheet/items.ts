import { openLab, present } from '../../board/lab.js';
import { changeRows, type RowDeed } from '../../board/rows.js';
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
import { say } from '../changes.js';
import { only, type SheetEnv, type Updated } from '../screen.js';
import type { State } from '../state.js';
import { apply, withSheets } from './change.js';
import { gridOf } from './focus.js';
import { openPicker } from './pick.js';
import { pointOf, stepOf } from './state.js';

/** Adds, copies or removes a slice, a row or a guardrail, where the focus is, and says which. */
export function editItems(state: State, sheet: Sheet, focus: string | null, command: RowDeed, env: SheetEnv): Updated {
	const done = applyCommand(state, sheet, focus, command);
	const { open } = done.state.sheets;
	if (done.effects.length === 0 || !open) return done;
	const said = say(done.state, `${pointOf(open).did}; u takes it back`);
	if (command !== 'remove' || focus === null) return { ...done, state: said };
	// The items below move up: the focus stays at its row.
	const row = gridOf(sheet, state, env).findIndex((ids) => ids.includes(focus));
	const grid = gridOf(pointOf(open).sheet, done.state, env);
	const [next] = grid[Math.min(row, grid.length - 1)] ?? [];
	const at = next === undefined ? {} : { [stepOf(state)]: next };
	return { ...done, state: withSheets(said, { focus: { ...said.sheets.focus, ...at } }) };
}

function applyCommand(state: State, sheet: Sheet, focus: string | null, command: RowDeed): Updated {
	const id = focus?.split('.')[1] ?? '';
	const named = (of: readonly { readonly id: string; readonly name: string }[]): string =>
		`“${of.find((one) => one.id === id)?.name ?? id}”`;
	switch (stepOf(state)) {
		case 'slices': {
			const slice = named(sheet.scenario.segments);
			return command === 'remove'
				? apply(state, withoutSlice(sheet, id), `removed the slice ${slice}`)
				: apply(state, withSliceLike(sheet, id), `added a slice with half of the traffic of ${slice}`);
		}
		case 'rows': {
			const row = command === 'add' ? 'a row' : `the row ${named(sheet.scenario.rows)}`;
			return apply(state, withRows(sheet, id, command), `${DID[command]} ${row}`);
		}
		case 'pressure': {
			if (command !== 'remove') return only(openPicker(state, { of: 'metric', trigger: false }));
			const guardrail = guardrailAt(sheet, focus);
			return guardrail
				? apply(state, withoutGuardrail(sheet, guardrail), `removed the guardrail on ${keyText(guardrail)}`)
				: only(say(state, 'choose a guardrail first: ↓'));
		}
		case 'predict':
			if (focus === 'assumption' && command === 'remove' && assumptionOf(sheet))
				return apply(state, { ok: true, value: withoutAssumption(sheet) }, 'took the assumption out');
			return only(say(state, 'Enter on the assumption chooses one, d takes it out'));
		default:
			return only(say(state, 'slices, rows, guardrails and the assumption can be added and removed'));
	}
}

const DID = { add: 'added', copy: 'copied', remove: 'removed' } as const;

function withRows(sheet: Sheet, id: string, command: RowDeed): Result<Sheet> {
	const lab = changeRows(openLab(sheet.scenario), command, id);
	return lab.ok ? { ok: true, value: { ...sheet, scenario: present(lab.value).scenario } } : lab;
}

/** Returns the guardrail whose field has the focus. */
const guardrailAt = (sheet: Sheet, focus: string | null): Sheet['scenario']['guardrails'][number] | undefined =>
	sheet.scenario.guardrails.find((guardrail) => {
		const prefix = `guardrails.${keyText(guardrail)}.`;
		return focus?.startsWith(prefix) === true && !focus.slice(prefix.length).includes('.');
	});
