import lessons from 'virtual:lessons';
import documents from 'virtual:scenarios';
import { beforeAll, describe, expect, it } from 'vitest';
import { createBoardStore } from '../../../src/app/store.js';
import { currentEntry } from '../../../src/board/lab.js';
import { loadPrices } from '../../../src/content/index.js';
import type { Action, Effect } from '../../../src/screens/action.js';
import type { DrillTools, SheetTools } from '../../../src/screens/screen.js';
import { currentLab, type State } from '../../../src/screens/state.js';
import { sheetFocus } from '../../../src/screens/worksheet/focus.js';
import { currentSheetEntry } from '../../../src/screens/worksheet/state.js';
import { loadDrillTools } from '../../../src/session/drill-tools.js';
import { createEnv } from '../../../src/session/env.js';
import { loadSheetTools } from '../../../src/session/worksheet-tools.js';
import type { Sheet } from '../../../src/worksheet/index.js';
import { layerOf } from '../../support/layers.js';
import { newSheet } from '../../worksheet/sheets.js';

let drills: DrillTools;
let sheets: SheetTools;
beforeAll(async () => {
	[drills, sheets] = await Promise.all([loadDrillTools(), loadSheetTools(documents)]);
});

function open({ loaded = true } = {}) {
	const effects: Effect[] = [];
	let now = Date.UTC(2026, 6, 1, 9);
	const [first] = documents;
	if (!first) throw new Error('no scenario');
	const store = createBoardStore({
		env: createEnv(documents, lessons, {
			reopen: () => null,
			nameOf: (id) => id,
			drills: () => drills,
			sheets: () => (loaded ? sheets : null),
			now: () => now,
		}),
		scenario: first.scenario,
		screen: 'contents',
		run: (effect) => effects.push(effect),
	});
	const act = (...actions: Action[]) => {
		for (const action of actions) store.dispatch(action);
	};
	return {
		act,
		effects,
		last: () => effects.at(-1),
		state: (): State => store.getState(),
		sheet: (): Sheet => {
			const { open: opened } = store.getState().sheets;
			if (!opened) throw new Error('no worksheet is open');
			return currentSheetEntry(opened).sheet;
		},
		focus: () => sheetFocus(store.getState(), { ...store.env, ...sheets }),
		wait: (ms: number) => {
			now += ms;
		},
		layer: () => layerOf(store),
	};
}

const type = (text: string): Action => ({ type: 'type', text });
const ENTER: Action = { type: 'enter' };
const NEXT: Action = { type: 'focus-next', by: 1 };
const STEP: Action = { type: 'pane', by: 1 };
const opened = (sheet = newSheet()): Action => ({ type: 'sheet-opened', path: '/w/mine.yaml', sheet, notice: null });

describe('a new worksheet', () => {
	it('is created from a template and an unused name', () => {
		const { act, layer, last, state } = open();
		act({ type: 'go', screen: 'worksheet' });
		expect(last()).toEqual({ type: 'sheet-list' });
		act({ type: 'sheets', entries: [], notice: null }, { type: 'sheet', command: 'new' });
		expect(layer()).toBe('worksheet-picker');
		act(type('voice'), { type: 'choose' });
		expect(layer()).toBe('prompt');
		act(type('Week 31'), ENTER);
		expect(state().notice?.text).toContain('week-31 is the name of another worksheet or scenario');
		act({ type: 'edit-text', move: 'home' }, type('My '), ENTER);
		expect(last()).toMatchObject({
			type: 'sheet-create',
			path: null,
			sheet: { scenario: { id: 'my-week-31', title: 'My Week 31' }, worksheet: { template: 'voice-assistant' } },
		});
	});

	it('starts from the current state of the lab', () => {
		const { act, last } = open();
		act({ type: 'go', screen: 'lab' }, { type: 'step', by: 10 }, { type: 'take' }, type('Mine too'), ENTER);
		expect(last()).toMatchObject({ type: 'sheet-create', sheet: { scenario: { id: 'mine-too' } } });
		const made = last();
		if (made?.type !== 'sheet-create') throw new Error('nothing made');
		expect(made.sheet.scenario.segments[0]?.routedSmall).toBeCloseTo(0.94, 9);
	});

	it('is refused while worksheets are being loaded', () => {
		const { act, state } = open({ loaded: false });
		act({ type: 'go', screen: 'worksheet' });
		expect(state().screen).toBe('contents');
		expect(state().notice?.text).toContain('still loading');
	});
});

describe('the form', () => {
	it('saves every change at once, an undo and a redo included', () => {
		const { act, sheet, last, state, focus, effects } = open();
		act(opened());
		expect(focus()).toBe('change');
		act(ENTER, type('Send FAQ small'), NEXT);
		expect(sheet().worksheet.change).toBe('Send FAQ small');
		expect(focus()).toBe('slice');
		expect(last()).toMatchObject({ type: 'sheet-save', path: '/w/mine.yaml', over: false });
		act({ type: 'sheet-saved', path: '/w/mine.yaml', saved: { state: 'saved' }, notice: null });
		expect(state().sheets.open?.saved).toEqual({ state: 'saved' });
		// Enter has opened the editor of the next field.
		act({ type: 'back' }, { type: 'undo', by: -1 });
		expect(sheet().worksheet.change).toBeNull();
		expect(state().notice?.text).toBe('took back: wrote: what changes');
		act({ type: 'undo', by: 1 });
		expect(sheet().worksheet.change).toBe('Send FAQ small');
		expect(effects.filter(({ type: kind }) => kind === 'sheet-save')).toHaveLength(3);
	});

	it('keeps a text that is too long in the editor, and drops it on Esc', () => {
		const { act, sheet, state, layer } = open();
		act(opened(), NEXT, NEXT, NEXT);
		act(ENTER, type('x'.repeat(700)), ENTER);
		expect(layer()).toBe('worksheet-words');
		expect(state().notice?.text).toContain('too many');
		act({ type: 'back' });
		expect(layer()).toBe('worksheet-form');
		expect(sheet().scenario.title).toBe('Mine');
	});

	it('steps and types numbers, shows them in the lab, and takes over the lab’s edits', () => {
		const { act, sheet, state, layer } = open();
		act(opened(), STEP, STEP, NEXT, NEXT, NEXT);
		act({ type: 'step', by: 1 });
		expect(sheet().scenario.segments[0]?.routedSmall).toBeCloseTo(0.81, 9);
		act(type('4'));
		expect(layer()).toBe('worksheet-value');
		act(type('0%'), ENTER);
		expect(sheet().scenario.segments[0]?.routedSmall).toBe(0.4);
		act({ type: 'go', screen: 'lab' });
		expect(currentLab(state()).loaded).toBe(sheet().scenario);
		act({ type: 'step', by: 5 });
		expect(sheet().scenario.segments[0]?.routedSmall).toBe(0.4);
		act({ type: 'back' });
		expect(state().screen).toBe('worksheet');
		act({ type: 'go', screen: 'lab' }, { type: 'take' });
		expect(state().screen).toBe('worksheet');
		expect(sheet().scenario.segments[0]?.routedSmall).toBeCloseTo(0.45, 9);
		expect(currentEntry(currentLab(state())).edits).toEqual([]);
	});

	it('returns to its own lab after another scenario was open', () => {
		const { act, state } = open();
		act(opened(), { type: 'go', screen: 'contents' });
		act({ type: 'go', screen: 'lab' }, { type: 'open', overlay: 'scenarios' }, { type: 'choose' });
		act({ type: 'back' }, { type: 'go', screen: 'worksheet' });
		expect(state().scenario).toBe('mine');
	});

	it('saves nothing if no field was changed', () => {
		const { act, effects } = open();
		// Goes through the fields by Enter without typing, then closes the editor.
		act(opened(), ENTER, ENTER, ENTER, ENTER, { type: 'back' });
		expect(effects.filter(({ type }) => type === 'sheet-save')).toEqual([]);
	});

	it('keeps the focus on a guardrail whose slice changes, and in place when a row is removed', () => {
		const { act, focus } = open();
		act(opened(), ...Array.from({ length: 5 }, () => STEP), NEXT, NEXT, NEXT, NEXT);
		expect(focus()).toBe('guardrails.totalCostPerResolved.segment');
		act({ type: 'step', by: 1 });
		expect(focus()).toBe('guardrails.totalCostPerResolved.howto.segment');
		act(
			{ type: 'pane', by: -1 },
			{ type: 'pane', by: -1 },
			{ type: 'move', rows: 1 },
			{ type: 'rows', command: 'remove' },
		);
		expect(focus()).toBe('rows.few-repairs.routedSmall');
	});

	it('keeps edits that were tried in the lab when the form changes', () => {
		const { act, state } = open();
		act(opened(), { type: 'go', screen: 'lab' }, { type: 'step', by: 5 }, { type: 'back' });
		act(ENTER, type('words'), ENTER, { type: 'back' });
		expect(currentEntry(currentLab(state())).edits).toMatchObject([{ path: 'segments.howto.routedSmall' }]);
	});

	it('picks an assumption and a trigger, and goes to the first gap', () => {
		const { act, sheet, focus, state } = open();
		act(opened(), STEP, STEP, STEP, STEP, ENTER, type('how-to repair'), { type: 'choose' }, type('20%'), ENTER);
		expect(sheet().scenario.states).toMatchObject([{ set: { 'segments.howto.repairRate': 0.2 } }]);
		act(STEP, NEXT, NEXT, NEXT, ENTER, type('resolution'), { type: 'choose' });
		expect(sheet().worksheet.trigger).toEqual({ metric: 'resolution', segment: null });
		act({ type: 'hint' });
		expect(focus()).toBe('change');
		expect(state().notice?.text).toContain('what changes is not said');
	});

	it('moves the focus to a new slice or row, so that removing it removes nothing else', () => {
		const { act, sheet, focus } = open();
		act(opened(), STEP, STEP);
		const slices = sheet().scenario.segments;
		act({ type: 'rows', command: 'add' });
		expect(focus()).toContain(sheet().scenario.segments.find((one) => !slices.some(({ id }) => id === one.id))?.id);
		act({ type: 'rows', command: 'remove' });
		expect(sheet().scenario.segments.map(({ id }) => id)).toEqual(slices.map(({ id }) => id));
	});

	it('adds and removes slices, rows and guardrails', () => {
		const { act, sheet } = open();
		act(opened(), STEP, STEP, { type: 'rows', command: 'add' });
		expect(sheet().scenario.segments).toHaveLength(5);
		act({ type: 'rows', command: 'remove' });
		expect(sheet().scenario.segments).toHaveLength(4);
		act(STEP, { type: 'rows', command: 'add' });
		expect(sheet().scenario.rows).toHaveLength(6);
		act(STEP, STEP, { type: 'rows', command: 'add' }, type('false-easy'), { type: 'choose' });
		expect(sheet().scenario.guardrails.at(-1)?.metric).toBe('falseEasy');
		const count = sheet().scenario.guardrails.length;
		act({ type: 'rows', command: 'remove' });
		expect(sheet().scenario.guardrails).toHaveLength(count);
		act(NEXT, NEXT, NEXT, NEXT, { type: 'rows', command: 'remove' });
		expect(sheet().scenario.guardrails).toHaveLength(count - 1);
	});

	it('takes over the prices of a model, and says which are missing', () => {
		const { act, sheet, state } = open();
		const list = loadPrices(
			JSON.stringify({ 'acme-small': { input_cost_per_token: 1.5e-7, output_cost_per_token: 6e-7, mode: 'chat' } }),
			'prices.json',
		);
		if (!list.ok) throw new Error('no prices');
		act(opened(), STEP, { type: 'prices', list: list.prices }, ENTER, type('acm'), { type: 'choose' });
		expect(sheet().scenario.prices.small).toMatchObject({ input: 0.15, cachedInput: 0.15, output: 0.6 });
		expect(sheet().worksheet.models.small).toBe('acme-small');
		expect(state().notice?.text).toMatch(/acme-small.*cache/);
	});
});

describe('files of worksheets', () => {
	const conflict: Action = {
		type: 'sheet-saved',
		path: '/w/mine.yaml',
		saved: { state: 'conflict', text: 'another program changed it' },
		notice: null,
	};

	it('changed by another program are asked about, and neither version is lost', () => {
		const { act, layer, last, state, effects } = open();
		act(opened(), ENTER, type('a'), ENTER, { type: 'back' }, conflict);
		expect(layer()).toBe('question');
		act({ type: 'answer', yes: false });
		expect(last()).toMatchObject({
			type: 'sheet-create',
			besides: '/w/mine.yaml',
			sheet: { scenario: { id: 'mine-mine' }, worksheet: { change: 'a' } },
		});
		// If that fails too, the next change asks again and overwrites nothing.
		const before = effects.length;
		act({ type: 'undo', by: -1 });
		expect(layer()).toBe('question');
		expect(state().sheets.open?.saved.state).toBe('conflict');
		expect(effects).toHaveLength(before);
		const again = open();
		again.act(opened(), ENTER, type('a'), ENTER, { type: 'back' }, conflict, { type: 'answer', yes: true });
		expect(again.last()).toMatchObject({ type: 'sheet-save', over: true });
	});

	it('that cannot be written are reported, and left only after a yes', () => {
		const { act, state, layer } = open();
		const failed: Action = { ...conflict, saved: { state: 'failed', text: 'the disk is full' } } as Action;
		act(opened(), ENTER, type('a'), ENTER, failed);
		expect(state().notice).toMatchObject({ tone: 'refused', text: 'the disk is full' });
		expect(state().sheets.open?.saved.state).toBe('failed');
		act({ type: 'back' }, { type: 'back' });
		expect(layer()).toBe('question');
		act({ type: 'answer', yes: false });
		expect(state().sheets.open).not.toBeNull();
		act({ type: 'back' }, { type: 'answer', yes: true });
		expect(state().sheets.open).toBeNull();
	});

	it('get the text being edited when the program quits', () => {
		const { act, effects } = open();
		act(opened(), ENTER, type('half a sent'), { type: 'quit' });
		expect(effects.slice(-2)).toMatchObject([
			{ type: 'sheet-save', sheet: { worksheet: { change: 'half a sent' } } },
			{ type: 'quit' },
		]);
	});

	it('that are gone are closed everywhere', () => {
		const { act, state } = open();
		act(opened(), { type: 'back' }, { type: 'sheet-removed', path: '/w/mine.yaml' });
		expect(state().sheets.known).toEqual({});
		expect(state().scenario).not.toBe('mine');
		expect(state().labs[state().scenario]).toBeDefined();
	});

	it('are deleted as confirmed, even if the list has changed since', () => {
		const { act, last } = open();
		const entry = (name: string) => ({ name, path: `/w/${name}.yaml`, changed: 0, sheet: newSheet(), problem: null });
		act({ type: 'go', screen: 'worksheet' }, { type: 'sheets', entries: [entry('a'), entry('b')], notice: null });
		act({ type: 'sheet', command: 'delete' }, { type: 'sheets', entries: [entry('b'), entry('a')], notice: null });
		act({ type: 'answer', yes: true });
		expect(last()).toEqual({ type: 'sheet-delete', path: '/w/a.yaml' });
	});

	it('are read whole once the list scrolls near them, and only once', () => {
		const { act, last, effects, state } = open();
		const entries = Array.from({ length: 200 }, (_, i) => ({
			...{ name: `s${i}`, path: `/w/s${i}.yaml`, changed: 0, sheet: i < 50 ? newSheet() : null, problem: null },
			...(i >= 50 && { title: `Sheet ${i}` }),
		}));
		act({ type: 'go', screen: 'worksheet' }, { type: 'sheets', entries, notice: null });
		expect(last()).toEqual({ type: 'sheet-list' });
		act({ type: 'scroll', by: 100 });
		const asked = last();
		if (asked?.type !== 'sheet-read') throw new Error('nothing is read');
		expect(asked.entries.map(({ name }) => name)).toEqual(Array.from({ length: 60 }, (_, i) => `s${70 + i}`));
		act({
			type: 'sheets-read',
			entries: asked.entries.map(({ title: _, ...entry }) => ({ ...entry, sheet: newSheet() })),
		});
		expect(state().sheets.entries?.[100]?.sheet).not.toBeNull();
		const before = effects.length;
		act({ type: 'scroll', by: 0 });
		expect(effects).toHaveLength(before);
	});

	it('are renamed, copied and, after a yes, deleted from the list', () => {
		const { act, last, layer } = open();
		const entries = [{ name: 'mine', path: '/w/mine.yaml', changed: 0, sheet: newSheet(), problem: null }];
		act({ type: 'go', screen: 'worksheet' }, { type: 'sheets', entries, notice: null });
		act({ type: 'sheet', command: 'delete' });
		expect(layer()).toBe('question');
		act({ type: 'answer', yes: false });
		expect(last()).toEqual({ type: 'sheet-list' });
		act({ type: 'sheet', command: 'delete' }, { type: 'answer', yes: true });
		expect(last()).toEqual({ type: 'sheet-delete', path: '/w/mine.yaml' });
		act({ type: 'sheet', command: 'rename' }, type('-new'), ENTER);
		expect(last()).toEqual({
			type: 'sheet-rename',
			path: '/w/mine.yaml',
			name: 'mine-new',
			words: 'Mine-new',
		});
		act({ type: 'sheet', command: 'duplicate' }, ENTER);
		expect(last()).toMatchObject({ type: 'sheet-duplicate', path: '/w/mine.yaml', name: 'mine-2' });
	});

	it('stay chosen in the list under a new name, wherever that puts them', () => {
		const { act, state } = open();
		const entry = (name: string) => ({ name, path: `/w/${name}.yaml`, changed: 0, sheet: newSheet(), problem: null });
		act({ type: 'go', screen: 'worksheet' }, { type: 'sheets', entries: [entry('a'), entry('b')], notice: null });
		act({ type: 'scroll', by: 1 }, { type: 'sheet', command: 'rename' }, { type: 'edit-text', move: 'erase-before' });
		act(type('zebra'), ENTER, { type: 'sheets', entries: [entry('zebra'), entry('a')], notice: null });
		expect(state().sheets.chosen).toBe(0);
		act({ type: 'scroll', by: 1 }, { type: 'sheets', entries: [entry('a'), entry('zebra')], notice: null });
		expect(state().sheets.chosen).toBe(0);
	});

	it('of a review artifact get their format by Tab, and are replaced only after a yes', () => {
		const { act, last, state, layer } = open();
		act(opened(), { type: 'export' });
		expect(state().prompt?.editor.text).toBe('mine-review.html');
		act(NEXT);
		expect(state().prompt?.editor.text).toBe('mine-review.json');
		act(NEXT, ENTER);
		expect(last()).toEqual({ type: 'export', file: 'mine-review.md', over: false });
		act({ type: 'confirm-overwrite', file: 'mine-review.md' });
		expect(layer()).toBe('question');
		act({ type: 'answer', yes: false });
		expect(state().prompt?.editor.text).toBe('mine-review.md');
		act({ type: 'back' }, { type: 'confirm-overwrite', file: 'mine-review.md' }, { type: 'answer', yes: true });
		expect(last()).toEqual({ type: 'export', file: 'mine-review.md', over: true });
	});
});

describe('the memory step', () => {
	it('asks its four cards in the drills, failed ones once more, and returns to the form', () => {
		const { act, state, focus } = open();
		act(opened(), ...Array.from({ length: 7 }, () => STEP));
		expect(focus()).toBe('memory.diagrams/trace');
		act(ENTER);
		const asked: string[] = [];
		for (let round = 0; state().screen === 'drill' && round < 12; round++) {
			const { question } = state().drill;
			asked.push(question?.card ?? '');
			// The diagrams are left empty the first time, and filled in the second time.
			if (question?.kind === 'diagram' && asked.filter((card) => card === question.card).length > 1)
				question.diagram.boxes.forEach(({ label }, i) => {
					act(
						type(label),
						...(i < question.diagram.boxes.length - 1 ? [{ type: 'edit-text', move: 'down' } as const] : []),
					);
				});
			act({ type: 'submit' });
			if (state().drill.step === 'ticking') act({ type: 'grade', grade: 3 });
			else act({ type: 'go-on', to: 'next' });
		}
		expect(asked).toEqual([
			...['diagrams/trace', 'diagrams/pressure', 'recall/R3', 'recall/R5'],
			...['diagrams/trace', 'diagrams/pressure'],
		]);
		expect(state().screen).toBe('worksheet');
		expect(
			state()
				.reviews.map(({ card, grade }) => `${card} ${grade}`)
				.slice(-2),
		).toEqual(['diagrams/trace 3', 'diagrams/pressure 3']);
	});

	it('does not replace an interview run in progress', () => {
		const { act, state } = open();
		act(
			{ type: 'drill', start: null },
			{ type: 'drill', start: 'run' },
			opened(),
			...Array.from({ length: 7 }, () => STEP),
			ENTER,
		);
		expect(state().notice?.text).toContain('run is still open');
		expect(state().drill.run).not.toBeNull();
	});

	it('asks from the focused card on, then returns to the form', () => {
		const { act, state } = open();
		act(opened(), ...Array.from({ length: 7 }, () => STEP), NEXT, NEXT, NEXT, ENTER);
		expect(state().drill.question?.card).toBe('recall/R5');
		act({ type: 'submit' }, { type: 'grade', grade: 3 });
		expect(state().screen).toBe('worksheet');
		expect(state().reviews.map(({ card }) => card)).toEqual(['recall/R5']);
	});
});

describe('the countdown', () => {
	it('runs, stops and resumes', () => {
		const { act, state, wait } = open();
		act(opened(), { type: 'sheet', command: 'countdown' });
		wait(60_000);
		act({ type: 'sheet', command: 'countdown' });
		expect(state().sheets.clock).toEqual({ left: 540_000, since: null });
		wait(60_000);
		act({ type: 'sheet', command: 'countdown' });
		expect(state().sheets.clock?.left).toBe(540_000);
	});
});

it('a field keeps the part of a paste that fits, and says how much was left out', () => {
	const { act, state } = open();
	act(opened(), ENTER, type('x'.repeat(1_000_000)));
	const { sheets, notice } = state();
	const written = sheets.editor?.text.length ?? 0;
	expect(written).toBe(20_000);
	expect(notice).toEqual({
		tone: 'refused',
		text: expect.stringMatching(/^at most 20,000 characters fit here: the last 980,\d{3} were left out$/),
	});
});
