import { currentEntry, openLab } from '../../board/lab.js';
import { changeRows, type RowCommand } from '../../board/rows.js';
import type { Result } from '../../engine/inputs/index.js';
import {
	assumptionOf,
	guardrailKeyText,
	type Sheet,
	withCopiedSlice,
	withoutAssumption,
	withoutGuardrail,
	withoutSlice,
} from '../../worksheet/index.js';
import { type SheetEnv, type Updated, withoutEffects } from '../screen.js';
import type { State } from '../state.js';
import { say } from '../state-changes.js';
import { applyChange, withSheets } from './apply-change.js';
import { gridOf } from './focus.js';
import { NO_ITEMS } from './keys.js';
import { openPicker } from './picker.js';
import { currentSheetEntry, currentStep } from './state.js';

/** Adds, copies or removes a slice, a row or a guardrail at the focus, and says what was done. */
export function editItems(
	state: State,
	sheet: Sheet,
	focus: string | null,
	command: RowCommand,
	env: SheetEnv,
): Updated {
	const applied = applyCommand(state, sheet, focus, command);
	const { open } = applied.state.sheets;
	if (applied.effects.length === 0 || !open) return applied;
	const told = say(applied.state, `${currentSheetEntry(open).description}; u takes it back`);
	if (command !== 'remove') {
		const before = gridOf(sheet, state, env).flat();
		const added = gridOf(currentSheetEntry(open).sheet, told, env)
			.flat()
			.find((id) => !before.includes(id));
		const to = added === undefined ? {} : { [currentStep(state)]: added };
		return { ...applied, state: withSheets(told, { focus: { ...told.sheets.focus, ...to } }) };
	}
	if (focus === null) return { ...applied, state: told };
	// The items below a removed one move up, so the focus stays at its row of the screen.
	const row = gridOf(sheet, state, env).findIndex((ids) => ids.includes(focus));
	const grid = gridOf(currentSheetEntry(open).sheet, applied.state, env);
	const [next] = grid[Math.min(row, grid.length - 1)] ?? [];
	const moved = next === undefined ? {} : { [currentStep(state)]: next };
	return { ...applied, state: withSheets(told, { focus: { ...told.sheets.focus, ...moved } }) };
}

function applyCommand(state: State, sheet: Sheet, focus: string | null, command: RowCommand): Updated {
	const id = focus?.split('.')[1] ?? '';
	const quotedName = (items: readonly { readonly id: string; readonly name: string }[]): string =>
		`“${items.find((item) => item.id === id)?.name ?? id}”`;
	switch (currentStep(state)) {
		case 'slices': {
			const slice = quotedName(sheet.scenario.segments);
			return command === 'remove'
				? applyChange(state, withoutSlice(sheet, id), `removed the segment ${slice}`)
				: applyChange(state, withCopiedSlice(sheet, id), `added a segment with half of the traffic of ${slice}`);
		}
		case 'rows': {
			const row = command === 'add' ? 'a row' : `the row ${quotedName(sheet.scenario.rows)}`;
			return applyChange(state, withRows(sheet, id, command), `${VERBS[command]} ${row}`);
		}
		case 'pressure': {
			if (command !== 'remove') return withoutEffects(openPicker(state, { of: 'metric', trigger: false }));
			const guardrail = guardrailAt(sheet, focus);
			return guardrail
				? applyChange(
						state,
						withoutGuardrail(sheet, guardrail),
						`removed the guardrail on ${guardrailKeyText(guardrail)}`,
					)
				: withoutEffects(say(state, 'no guardrail is chosen: ↓ goes to one'));
		}
		case 'predict':
			if (focus === 'assumption' && command === 'remove' && assumptionOf(sheet))
				return applyChange(state, { ok: true, value: withoutAssumption(sheet) }, 'took the assumption out');
			return withoutEffects(say(state, 'Enter on the assumption chooses one, d takes it out'));
		default:
			return withoutEffects(say(state, NO_ITEMS));
	}
}

const VERBS = { add: 'added', copy: 'copied', remove: 'removed' } as const;

function withRows(sheet: Sheet, id: string, command: RowCommand): Result<Sheet> {
	const lab = changeRows(openLab(sheet.scenario), command, id);
	return lab.ok ? { ok: true, value: { ...sheet, scenario: currentEntry(lab.value).scenario } } : lab;
}

/** Returns the guardrail that the focused field belongs to. */
const guardrailAt = (sheet: Sheet, focus: string | null): Sheet['scenario']['guardrails'][number] | undefined =>
	sheet.scenario.guardrails.find((guardrail) => {
		const prefix = `guardrails.${guardrailKeyText(guardrail)}.`;
		return focus?.startsWith(prefix) === true && !focus.slice(prefix.length).includes('.');
	});
