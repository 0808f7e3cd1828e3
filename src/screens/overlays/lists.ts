import { currentEntry, moveInHistory, recordEntry } from '../../board/lab.js';
import type { ScenarioDocument } from '../../content/index.js';
import { scenarioAt } from '../../engine/expectations/index.js';
import { editsBetween } from '../../engine/inputs/index.js';
import { aboutText, catalogueEntry } from '../../present/board/catalogue.js';
import { claimLines, type StateModel, stateModels } from '../../present/board/states.js';
import { filterLine } from '../../text/editor.js';
import type { Line } from '../../text/line.js';
import { justify, padLines } from '../../text/line-layout.js';
import { drawRowName } from '../../text/list-row.js';
import { windowAround } from '../../text/list-window.js';
import { pad, shorten, width } from '../../text/width.js';
import { openDocument } from '../lab-input.js';
import { memoLast } from '../memo.js';
import type { Screen } from '../screen.js';
import { halfOf, type Size } from '../size.js';
import { currentLab, type Overlay, type State } from '../state.js';
import { applyEdit, openScenario, say, withLab } from '../state-changes.js';
import { spokenStatus } from '../status-line.js';
import { OVERLAY_KEYS } from './keys.js';
import { bodyHeight, overlayView } from './page-overlay.js';
import { speakHistory, speakScenarios, speakStates } from './speak.js';
import { NO_HISTORY, NO_SCENARIO } from './texts.js';
import { createFilterLayer, createOverlayLayer, foundDocuments, type OverlayParts } from './update.js';

/** The overlay's state while none is open. */
const NO_OVERLAY: Overlay = { kind: 'scenarios', offset: 0, filter: '', finding: false, terms: [] };

const SCENARIO_PARTS: OverlayParts = {
	id: 'scenarios',
	keys: OVERLAY_KEYS.scenarios,
	// An entry takes two lines.
	half: ({ size }) => halfOf(bodyHeight(size) / 2),
	maxOffset: (_, overlay, env) => Math.max(0, foundDocuments(overlay, env).length - 1),
	choose(state, overlay, env) {
		const scenario = foundDocuments(overlay, env)[overlay.offset]?.scenario;
		if (!scenario) return state; // the filter found nothing
		const left = env.go.leaveLesson({ ...state, overlay: null }, env);
		return { ...openScenario(left, scenario, env), screen: 'lab' };
	},
};
const SCENARIO_LIST = createOverlayLayer(SCENARIO_PARTS);
const SCENARIO_FIND = createFilterLayer(SCENARIO_PARTS);

/** The list of scenarios, two lines each: title and kind, then subject and summary. */
export const SCENARIOS: Screen = {
	layer: ({ overlay }) => (overlay?.finding ? SCENARIO_FIND : SCENARIO_LIST),
	view(state, env) {
		const { overlay, size } = state;
		const { offset: at, filter, finding } = overlay ?? NO_OVERLAY;
		const found = foundDocuments(overlay ?? NO_OVERLAY, env);
		const searched = finding || filter !== '';
		const { from, to } = windowAround(found.length, Math.floor((size.rows - (searched ? 4 : 3)) / 2), at);
		const lines = found.slice(from, to).flatMap((document, i) => entryLines(document, from + i === at, size));
		return overlayView(state, 'Scenarios', [
			...(searched ? [filterLine(filter, finding, ` ${countText(found.length)}`, size.columns)] : []),
			...lines,
			...(found.length === 0 ? [[{ text: ` ${NO_SCENARIO}`, tone: 'dim' } as const]] : []),
		]);
	},
	speak: (state, env) => speakScenarios(env.documents, state.overlay ?? NO_OVERLAY, spokenStatus(state, '')),
};

const countText = (count: number): string => (count === 0 ? 'none' : count === 1 ? '1 scenario' : `${count} scenarios`);

function entryLines(document: ScenarioDocument, chosen: boolean, { columns }: Size): readonly Line[] {
	const entry = catalogueEntry(document);
	const { title, kind } = entry;
	return [
		justify(drawRowName(shorten(title, columns - width(kind) - 5), chosen), [{ text: kind, tone: 'dim' }], columns - 2),
		[{ text: `    ${shorten(aboutText(entry, ' · '), columns - 6)}`, tone: 'dim' }],
	];
}

const STATE_LIST = createOverlayLayer({
	id: 'states',
	keys: OVERLAY_KEYS.choosing,
	half: ({ size }) => halfOf(bodyHeight(size)),
	maxOffset: (state) => currentLab(state).loaded.states.length,
	choose: (state, { offset }) => enterState({ ...state, overlay: null }, offset),
});

/** Enters one of the scenario's named states as one edit; the first of the list is the scenario as loaded. */
function enterState(state: State, at: number): State {
	const lab = currentLab(state);
	const named = lab.loaded.states[at - 1] ?? null;
	const scenario = scenarioAt(lab.loaded, named?.id ?? null);
	if (scenario === null) return state;
	const did = `entered “${named?.name ?? lab.loaded.title}”`;
	const next = applyEdit(state, {
		ok: true,
		value: recordEntry(lab, { scenario, edits: editsBetween(lab.loaded, scenario), description: did }),
	});
	return next.pendingEdit ? next : say(next, `${did}; u takes it back`);
}

const models = memoLast(stateModels);

/** The states that can be entered, each with its verdict, and the scenario's claims about the chosen one. */
export const STATES: Screen = {
	layer: () => STATE_LIST,
	view(state, env) {
		const lab = currentLab(state);
		const title = `States · ${lab.loaded.title}`;
		const document = openDocument(state, env);
		if (!document) return overlayView(state, title, []);
		const { size } = state;
		const at = state.overlay?.offset ?? 0;
		const now = currentEntry(lab).scenario;
		const states = models(document);
		const list = states.map((one, i) => stateLine(one, i === at, isNow(one, now), size));
		const claims = (states[at]?.claims ?? []).map((claim) => claimLines(claim, size.columns - 2));
		const height = bodyHeight(size);
		const lines = [...list, [], ...fitClaims(claims, height - list.length - 1, document)].slice(0, height);
		return overlayView(state, title, padLines(lines, height));
	},
	speak(state, env) {
		const document = openDocument(state, env);
		const at = state.overlay?.offset ?? 0;
		return document ? speakStates(document, currentLab(state), at, spokenStatus(state, '')) : [];
	},
};

/** Whether the lab is in this state, that is, has the same inputs, however it got there. */
const isNow = ({ scenario }: StateModel, now: StateModel['scenario']): boolean =>
	JSON.stringify(scenario) === JSON.stringify(now);

/** Columns of a verdict, the longest of which is MEASURE FIRST, and two blanks. */
const VERDICT_COLUMNS = 15;

function stateLine({ name, verdict }: StateModel, chosen: boolean, now: boolean, { columns }: Size): Line {
	return justify(
		[
			{ text: chosen ? ' ›' : '  ', tone: 'title' },
			{ ...verdict, text: pad(verdict.text, VERDICT_COLUMNS) },
			{ text: shorten(name, columns - VERDICT_COLUMNS - 12), tone: chosen ? 'focus' : 'plain', bold: chosen },
		],
		[{ text: now ? '← now' : '', tone: 'dim' }],
		columns - 1,
	);
}

/** Returns as many claims as fit whole; where some do not, the last line says how to see them. */
function fitClaims(
	claims: readonly (readonly Line[])[],
	room: number,
	{ scenario }: ScenarioDocument,
): readonly Line[] {
	const all = claims.flat();
	if (all.length <= room) return all;
	let fitting = claims.length;
	while (fitting > 0 && claims.slice(0, fitting).flat().length > room - 1) fitting--;
	const more = claims.length - fitting;
	return [
		...claims.slice(0, fitting).flat(),
		[{ text: ` and ${more} more: dispatch-board scenarios ${scenario.id}`, tone: 'dim' }],
	];
}

const HISTORY_LIST = createOverlayLayer({
	id: 'history',
	keys: OVERLAY_KEYS.choosing,
	half: ({ size }) => halfOf(bodyHeight(size)),
	maxOffset: (state) => currentLab(state).history.length - 1,
	choose(state, { offset }) {
		const lab = currentLab(state);
		return withLab({ ...state, overlay: null }, moveInHistory(lab, offset - lab.position));
	},
});

/** Every point of the history, oldest first; the present one is marked, Enter goes to the chosen one. */
export const HISTORY: Screen = {
	layer: () => HISTORY_LIST,
	view(state) {
		const { size } = state;
		const lab = currentLab(state);
		const at = state.overlay?.offset ?? 0;
		const { from, to } = windowAround(lab.history.length, size.rows - 4, at);
		const lines = lab.history.slice(from, to).map(({ description }, i) => {
			const point = from + i;
			const text = `${pad(String(point), 4, 'right')}  ${description}${point === lab.position ? '  ← now' : ''}`;
			return drawRowName(shorten(text, size.columns - 4), point === at, ' ›', point > lab.position ? 'dim' : 'plain');
		});
		const none: readonly Line[] = lab.history.length === 1 ? [[{ text: ` ${NO_HISTORY}`, tone: 'dim' }]] : [];
		return overlayView(state, `History · ${lab.loaded.title}`, [...lines, ...none]);
	},
	speak: (state) => speakHistory(currentLab(state), state.overlay?.offset ?? 0, spokenStatus(state, '')),
};
