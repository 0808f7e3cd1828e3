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

/** Adds, copies or removes a slice, a row or a guardrail at the focus, and says what was done. */
export function editItems(state: State, sheet: Sheet, focus: string | null, command: RowDeed, env: SheetEnv): Updated {
	const applied = applyCommand(state, sheet, focus, command);
	const { open } = applied.state.sheets;
	if (applied.effects.length === 0 || !open) return applied;
	const told = say(applied.state, `${pointOf(open).did}; u takes it back`);
	if (command !== 'remove' || focus === null) return { ...applied, state: told };
	// The items below a removed one move up, so the focus stays at its row of the screen.
	const row = gridOf(sheet, state, env).findIndex((ids) => ids.includes(focus));
	const grid = gridOf(pointOf(open).sheet, applied.state, env);
	const [next] = grid[Math.min(row, grid.length - 1)] ?? [];
	const moved = next === undefined ? {} : { [stepOf(state)]: next };
	return { ...applied, state: withSheets(told, { focus: { ...told.sheets.focus, ...moved } }) };
}

function applyCommand(state: State, sheet: Sheet, focus: string | null, command: RowDeed): Updated {
	const id = focus?.split('.')[1] ?? '';
	const quotedName = (items: readonly { readonly id: string; readonly name: string }[]): string =>
		`“${items.find((item) => item.id === id)?.name ?? id}”`;
	switch (stepOf(state)) {
		case 'slices': {
			const slice = quotedName(sheet.scenario.segments);
			return command === 'remove'
				? apply(state, withoutSlice(sheet, id), `removed the slice ${slice}`)
				: apply(state, withSliceLike(sheet, id), `added a slice with half of the traffic of ${slice}`);
		}
		case 'rows': {
			const row = command === 'add' ? 'a row' : `the row ${quotedName(sheet.scenario.rows)}`;
			return apply(state, withRows(sheet, id, command), `${VERBS[command]} ${row}`);
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

const VERBS = { add: 'added', copy: 'copied', remove: 'removed' } as const;

function withRows(sheet: Sheet, id: string, command: RowDeed): Result<Sheet> {
	const lab = changeRows(openLab(sheet.scenario), command, id);
	return lab.ok ? { ok: true, value: { ...sheet, scenario: present(lab.value).scenario } } : lab;
}

/** Returns the guardrail that the focused field belongs to. */
const guardrailAt = (sheet: Sheet, focus: string | null): Sheet['scenario']['guardrails'][number] | undefined =>
	sheet.scenario.guardrails.find((guardrail) => {
		const prefix = `guardrails.${keyText(guardrail)}.`;
		return focus?.startsWith(prefix) === true && !focus.slice(prefix.length).includes('.');
	});
