import { bearingSegment } from '../../board/bearing.js';
import { currentEntry } from '../../board/lab.js';
import { guardrailPath } from '../../engine/inputs/index.js';
import type { GuardrailState } from '../../engine/outcome-types.js';
import type { Scenario } from '../../engine/scenario.js';
import { computeLab } from '../../present/board/lab-input.js';
import { limitFigure, valueFigure } from '../../present/format/guardrail-text.js';
import { METRIC_LABELS } from '../../present/format/labels.js';
import { type PaneId, paneGrid } from '../../present/pane/pane.js';
import { labInput } from '../lab-input.js';
import { currentLab, type State } from '../state.js';
import { say } from '../state-changes.js';

/** Returns the guardrails that do not hold: the breached ones, then the unclear ones. */
const openGuardrails = (guardrails: readonly GuardrailState[]): readonly GuardrailState[] =>
	(['breached', 'cannot-tell'] as const).flatMap((wanted) => guardrails.filter(({ state }) => state === wanted));

/** Focuses an input that bears on the next breached or unclear guardrail, and says which and why. */
export function jumpToGuardrail(state: State): State {
	const { scenario } = currentEntry(currentLab(state));
	const { guardrails } = labInput(state).outcome;
	const open = openGuardrails(guardrails);
	if (open.length === 0)
		return say(
			state,
			guardrails.length === 0
				? 'this scenario has no guardrail to go to'
				: 'every guardrail holds: there is none to go to',
		);
	const at = (open.findIndex((guardrail) => guardrailPath(guardrail) === state.jumpedTo) + 1) % open.length;
	const guardrail = open[at];
	if (!guardrail) return state;
	const path = guardrailPath(guardrail);
	const segment = bearingSegment(scenario, guardrail);
	const notes = [guardrail.state === 'breached' ? '' : 'unclear', open.length > 1 ? `${at + 1} of ${open.length}` : ''];
	const told = [limitText(guardrail), notes.filter(Boolean).join(', ')].filter(Boolean).join(': ');
	const jumped: State = { ...state, jumpedTo: path };
	const segmentName = scenario.segments.find(({ id }) => id === segment)?.name;
	const target = segment === null ? null : inputOf(jumped, scenario, (one) => one.startsWith(`segments.${segment}.`));
	if (target) return say(focusOn(jumped, target), `${segmentName} bears most on ${told}`);
	const limit = inputOf(jumped, scenario, (one) => one === path);
	return limit ? say(focusOn(jumped, limit), `the limit of ${told}`) : say(jumped, told);
}

/** Returns a guardrail with its value and limit. */
function limitText(guardrail: GuardrailState): string {
	const { metric, value, segment } = guardrail;
	const name = `${METRIC_LABELS[metric].label}${segment === null ? '' : ` of ${segment}`}`;
	const now = value === null ? 'no value' : valueFigure({ ...guardrail, value });
	return `${name} (${now}, limit ${limitFigure(guardrail)})`;
}

interface Target {
	readonly pane: PaneId;
	readonly path: string;
	/** Whether only the unfiltered tables list it. */
	readonly isHidden: boolean;
}

/** Returns an input of the active pane, or else of the Board. */
function inputOf(state: State, scenario: Scenario, matches: (path: string) => boolean): Target | null {
	const computed = computeLab(scenario, null, null);
	const { segmentFilter, isDetailed } = state;
	for (const pane of [state.pane, 'board'] as const) {
		const path = paneGrid(pane, computed, isDetailed).flat().find(matches);
		if (path === undefined) continue;
		const visible = segmentFilter ? paneGrid(pane, { ...computed, segmentFilter }, isDetailed).flat() : [path];
		return { pane, path, isHidden: !visible.includes(path) };
	}
	return null;
}

const focusOn = (state: State, { pane, path, isHidden }: Target): State => ({
	...state,
	pane,
	focus: { ...state.focus, [pane]: path },
	segmentFilter: isHidden ? null : state.segmentFilter,
});
