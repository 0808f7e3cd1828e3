import lessons from 'virtual:lessons';
import documents from 'virtual:scenarios';
import { beforeAll, describe, expect, it } from 'vitest';
import { topScreen } from '../../src/app/layers.js';
import { parseProse } from '../../src/app/markdown.js';
import { type BoardStore, createBoardStore } from '../../src/app/store.js';
import type { LessonDocument } from '../../src/content/index.js';
import type { Action } from '../../src/screens/action.js';
import type { DrillTools, SheetTools } from '../../src/screens/screen.js';
import type { Size } from '../../src/screens/size.js';
import type { OverlayKind, ScreenId } from '../../src/screens/state.js';
import { dispatchInput } from '../../src/session/dispatch-input.js';
import { loadDrillTools } from '../../src/session/drill-tools.js';
import { createEnv } from '../../src/session/env.js';
import { loadSheetTools } from '../../src/session/worksheet-tools.js';
import { textOf } from '../../src/text/line.js';
import { layerOf } from '../support/layers.js';
import { shippedScenario } from '../support/shipped.js';
import { newSheet } from '../worksheet/sheets.js';

let drills: DrillTools;
let sheets: SheetTools;
beforeAll(async () => {
	[drills, sheets] = await Promise.all([loadDrillTools(), loadSheetTools(documents)]);
});

/** Numbers of the lines of the lesson that say “noise”. */
const NOISY = [5, 40, 41, 70];

const lesson: LessonDocument = {
	number: 1,
	id: 'first',
	title: 'First',
	part: 'One',
	minutes: 5,
	scenario: 'week-31',
	start: null,
	own: 'as it is',
	teaches: ['O1'],
	revisits: [],
	blocks: [
		{
			kind: 'prose',
			blocks: [
				{
					kind: 'verbatim',
					lines: Array.from({ length: 100 }, (_, i) => (NOISY.includes(i) ? `${i} has Noise in it` : `${i}`)),
				},
			],
			markdown: '',
		},
		{
			kind: 'predict',
			id: 'which',
			after: null,
			ask: 'Which?',
			about: { kind: 'choice', choices: ['this', 'that'], answer: 2 },
			state: null,
			change: {},
			hides: [],
			checks: [],
		},
		{
			kind: 'challenge',
			id: 'mend',
			goal: 'Mend it.',
			conditions: [{ kind: 'bound', figure: 'saving', segment: null, atLeast: null, atMost: 0.5 }],
			hints: ['vague'],
			solution: { 'segments.faq.routedSmall': 0.2 },
			after: 'Mended.',
			checks: [],
		},
	],
};
const second: LessonDocument = { ...lesson, number: 2, id: 'second', title: 'Second' };

interface Start {
	readonly screen?: ScreenId;
	readonly size?: Size;
	readonly all?: readonly LessonDocument[];
}

function open({ screen = 'lesson', size = { columns: 80, rows: 24 }, all = [lesson, second] }: Start = {}) {
	const env = createEnv(documents, all, { drills: () => drills, sheets: () => sheets, markdown: parseProse });
	const store = createBoardStore({
		env,
		size,
		scenario: shippedScenario('week-31').scenario,
		screen,
		lesson: all[0]?.id ?? null,
		run: () => undefined,
	});
	const actions: Action[] = [];
	const recorded: BoardStore = {
		...store,
		dispatch(action) {
			actions.push(action);
			store.dispatch(action);
		},
	};
	/** Presses keys by name, or types a text that begins with a slash. */
	const press = (...keys: readonly string[]): void => {
		for (const key of keys) {
			const inputs = (key.startsWith('/') ? [...key] : [key]).map((name) => ({ type: 'key' as const, name }));
			for (let at = 0; at < inputs.length; ) at += dispatchInput(recorded, inputs, at);
		}
	};
	const view = () => topScreen(store.getState(), env).view(store.getState(), env);
	const spans = () => view().body.flatMap(({ lines }) => lines.flat());
	return {
		store,
		state: store.getState,
		actions,
		press,
		layer: () => layerOf(store),
		body: () => view().body.flatMap(({ lines }) => lines.map(textOf)),
		status: () => textOf(view().status.at(-1) ?? view().head.at(-1) ?? []).trim(),
		marks: () => spans().filter(({ bold, underlined }) => bold && underlined),
		spoken: () => topScreen(store.getState(), env).speak(store.getState(), env).at(-1),
	};
}

describe('a find in a lesson', () => {
	it('takes the keys of a word as text, and runs no command', () => {
		const { press, actions, state, status } = open();
		press('/noise');
		expect(actions.map(({ type }) => type)).toEqual(['open-find', 'type']);
		expect(state().lesson).toBe('first');
		expect(status()).toBe('find: noise▏  1 of 4');
	});

	it('goes to the first match at or below the window as one types, and back when Esc leaves it', () => {
		const it = open();
		it.press(' ', ' ');
		const before = it.body();
		it.press('/no');
		expect(it.body().join('\n')).toContain('40 has Noise');
		expect(it.status()).toBe('find: no▏  2 of 5');
		it.press('escape');
		expect(it.state().find).toBeNull();
		expect(it.body()).toEqual(before);
	});

	it('that is cancelled leaves no trace in what was read', () => {
		const it = open();
		it.press(' ');
		const { readings } = it.state();
		// The text is at the end of the lesson, which counts as read once it was seen.
		it.press('/Mend it');
		expect(it.state().readings['first']).toMatchObject({ ended: true });
		it.press('escape');
		expect(it.state().readings).toEqual(readings);
	});

	it('finds the text of a challenge across its lines', () => {
		const shipped = lessons.filter(({ id }) => id === 'the-bill-fell');
		const it = open({ all: shipped });
		it.press('/within one point of all strong, and still save');
		expect(it.status()).toMatch(/1 of 1$/);
	});

	it('finds what stands in the workbench beside the page, after what is in the page', () => {
		const shipped = lessons.filter(({ id }) => id === 'the-bill-fell');
		const wide = { columns: 160, rows: 40 };
		const it = open({ all: shipped, size: wide });
		const view = () => topScreen(it.state(), it.store.env).view(it.state(), it.store.env).body;
		const regions = view().map(({ lines }) => lines.map(textOf));
		expect(regions).toHaveLength(2);
		it.press('/traffic', 'enter');
		const count = (lines: readonly string[] = []): number => lines.filter((line) => /traffic/.test(line)).length;
		expect(count(regions[1])).toBeGreaterThan(0);
		const [, total = ''] = /of (\d+)/.exec(it.status()) ?? [];
		const read = new Set<number>();
		for (let i = 0; i < Number(total); i++) {
			for (const [at, { lines }] of view().entries())
				if (lines.flat().some(({ bold, underlined }) => bold && underlined)) read.add(at);
			it.press('n');
		}
		expect(read).toContain(1);
		expect(it.status()).toContain(`1 of ${total}, from the top`);
	});

	it('goes on from the top if nothing is below the window, and says so', () => {
		const it = open();
		it.press('G', '/noise');
		expect(it.status()).toBe('find: noise▏  1 of 4, from the top');
		expect(it.body().join('\n')).toContain('5 has Noise');
	});

	it('that is entered gives n and N to the matches, round both ends of the page', () => {
		const it = open();
		it.press('/noise', 'enter');
		expect(it.status()).toBe('find “noise” 1 of 4 · n next · N before · Esc closes');
		it.press('n');
		expect(it.status()).toBe('find “noise” 2 of 4 · n next · N before · Esc closes');
		it.press('N', 'N');
		expect(it.status()).toBe('find “noise” 4 of 4, from the bottom · n next · N before · Esc closes');
		expect(it.body().join('\n')).toContain('70 has Noise');
		it.press('n');
		expect(it.status()).toBe('find “noise” 1 of 4, from the top · n next · N before · Esc closes');
		expect(it.body().join('\n')).toContain('5 has Noise');
		expect(it.state().lesson).toBe('first');
	});

	it('that is closed stays where it is, and gives n back its meaning', () => {
		const it = open();
		it.press('/noise', 'enter', 'n');
		const before = it.body();
		it.press('escape');
		expect(it.body()).toEqual(before);
		expect(it.marks()).toEqual([]);
		it.press('n');
		expect(it.state().lesson).toBe('second');
	});

	it('marks every visible match, the current one in a tone of its own', () => {
		const it = open();
		it.press('/noise', 'enter', 'n');
		expect(it.marks().map(({ text, tone = 'plain' }) => [text, tone])).toEqual([
			['Noise', 'edited'],
			['Noise', 'plain'],
		]);
	});

	it('that finds nothing says so, moves nothing, and stays to be corrected', () => {
		const it = open();
		it.press(' ');
		const before = it.body();
		it.press('/xyz', 'enter');
		expect(it.status()).toBe('find: xyz▏  not in this text');
		expect(it.body()).toEqual(before);
		expect(it.layer()).toBe('find-line');
		it.press('ctrl+u', '/', 'backspace');
		expect(it.status()).toBe('find: ▏');
		it.press('enter');
		expect(it.state().find).toBeNull();
	});

	it('is edited with the keys of a line', () => {
		const it = open();
		it.press('/has quiet', 'ctrl+w', 'backspace');
		expect(it.status()).toBe('find: has▏  1 of 4');
		it.press('home', 'ctrl+d');
		expect(it.status()).toBe('find: ▏as  1 of 4');
	});

	it('leaves Tab and digits to questions and levers', () => {
		const it = open();
		it.press('/noise', 'enter', 'tab');
		expect(it.state().readings['first']?.focus).toBe('1|?which');
		it.press('2');
		expect(it.layer()).toBe('lesson-value');
		expect(it.body().join('\n')).toContain('2▏');
		it.press('enter');
		expect(it.state().readings['first']?.answers['which']).toBeDefined();
		expect(it.layer()).toBe('find');
	});

	it('leaves the status to a reply and to a question', () => {
		const it = open();
		it.press('/noise', 'enter', 'i');
		expect(it.state().readings['first']?.hints['mend']).toBe(1);
		it.press('U');
		expect(it.status()).toBe('nothing to redo: this is the latest change');
		it.press('s');
		expect(it.status()).toMatch(/^The solution may give away/);
		it.press('n');
		expect(it.status()).toMatch(/^find “noise”/);
	});

	it.each<[string, string[]]>([
		['an overlay', ['?']],
		['another lesson', [']']],
		['another screen', ['v']],
		['the contents', ['c']],
	])('is closed by opening %s', (_, keys) => {
		const it = open();
		it.press('/noise', 'enter');
		expect(it.layer()).toBe('find');
		it.press(...keys);
		expect(it.state().find).toBeNull();
	});

	it('keeps its place in the matches through a resize', () => {
		const it = open();
		it.press('/noise', 'enter', 'n', 'n');
		it.store.dispatch({ type: 'resize', size: { columns: 60, rows: 18 } });
		expect(it.status()).toBe('find “noise” 3 of 4 · n next · N before · Esc closes');
	});

	it('is spoken with the line that it found', () => {
		const it = open();
		it.press('/noise');
		expect(it.spoken()).toBe('Find: noise, 1 of 4: 5 has Noise in it.');
		it.press('enter', 'n');
		expect(it.spoken()).toBe('Find “noise” 2 of 4, n next, N before, Esc closes: 40 has Noise in it.');
		it.press('/xyz');
		expect(it.spoken()).toBe('Find: xyz, not in this text.');
	});
});

describe('a find in an overlay', () => {
	it.each<[OverlayKind, string]>([
		['help', 'glossary'],
		['story', 'week'],
		['share', 'report'],
		['progress', 'lessons'],
	])('shows and marks the matches of %s, and Esc closes it before the overlay', (overlay, word) => {
		const it = open({ size: { columns: 80, rows: 18 } });
		it.store.dispatch({ type: 'open', overlay });
		it.press(`/${word}`);
		expect(it.status()).toMatch(new RegExp(`^find: ${word}▏  1 of \\d+$`));
		it.press('enter');
		expect(it.marks().map(({ text }) => text.toLowerCase())).toContain(word);
		it.press('escape');
		expect(it.state()).toMatchObject({ find: null, overlay: { kind: overlay } });
		it.press('escape');
		expect(it.state().overlay).toBeNull();
	});

	it('scrolls a page to the match, and back', () => {
		const it = open({ size: { columns: 80, rows: 18 } });
		it.press('?');
		expect(it.body().join('\n')).not.toContain('suspend');
		const before = it.body();
		it.press('/suspend');
		expect(it.body().join('\n')).toContain('suspend');
		it.press('escape');
		expect(it.body()).toEqual(before);
	});

	it('chooses the match in the list of figures, and goes back to the figure it began at', () => {
		const it = open({ screen: 'lab' });
		it.store.dispatch({ type: 'open', overlay: 'sources' });
		it.press('down', '/p95');
		const chosen = () => it.body().find((line) => line.includes('›'));
		expect(chosen()).toMatch(/p95 wait/);
		it.press('escape');
		expect(it.state().overlay).toMatchObject({ kind: 'sources', offset: 1 });
	});

	it.each<OverlayKind>(['glossary', 'scenarios'])('leaves / to the filter of %s', (overlay) => {
		const it = open();
		it.store.dispatch({ type: 'open', overlay });
		it.press('/cost');
		expect(it.state()).toMatchObject({ find: null, overlay: { filter: 'cost' } });
	});
});

describe('a find in a screen without a page of its own', () => {
	it('searches the visible lines of the lab, all panes of them', () => {
		const it = open({ screen: 'lab', size: { columns: 120, rows: 30 } });
		it.press('/relieved', 'enter');
		expect(it.marks().map(({ text }) => text.toLowerCase())).toContain('relieved');
		it.press('/xyz');
		expect(it.status()).toBe('find: xyz▏  not in what is visible');
	});

	it('stays open while the panes are gone through', () => {
		const it = open({ screen: 'lab' });
		it.press('/guardrail', 'enter');
		expect(it.status()).toMatch(/^find “guardrail” 1 of \d+ · n next/);
		it.press(']');
		expect(it.status()).toBe('find “guardrail” not in what is visible · Esc closes');
		it.press('n', '[');
		expect(it.status()).toMatch(/^find “guardrail” 1 of \d+ · n next/);
	});

	it('leaves the status to a line that is asked for', () => {
		const it = open({ screen: 'lab' });
		it.press('/faq', 'enter', 'e');
		expect(it.status()).toMatch(/^write the review artifact to/);
		expect(it.spoken()).toMatch(/^Write the review artifact to/);
	});

	it('gives the lever back its status once the find is closed', () => {
		const it = open({ screen: 'lab' });
		const before = it.status();
		it.press('/faq', 'escape');
		expect(it.status()).toBe(before);
	});

	it.each<[string, Action[]]>([
		['the lab', [{ type: 'go', screen: 'lab' }]],
		['the states', [{ type: 'open', overlay: 'states' }]],
		['the history', [{ type: 'open', overlay: 'history' }]],
		['the drills', [{ type: 'drill', start: null }]],
		['the worksheets', [{ type: 'go', screen: 'worksheet' }]],
	])('takes the keys of a word as text in %s', (_, path) => {
		const it = open();
		for (const action of path) it.store.dispatch(action);
		const { find: before, ...others } = it.state();
		it.press('/noise');
		const { find, ...after } = it.state();
		expect(before).toBeNull();
		expect(find?.editor.text).toBe('noise');
		expect(after).toEqual(others);
		expect(it.actions.map(({ type }) => type)).toEqual(['open-find', 'type']);
	});
});

describe('the glossary', () => {
	const page = (text: string): LessonDocument => ({
		...lesson,
		blocks: [{ kind: 'prose', blocks: [{ kind: 'verbatim', lines: text.split('\n') }], markdown: '' }],
	});
	const below = Array.from({ length: 40 }, () => 'and so on').join('\n');

	it('lists the terms on screen first, in order of appearance, then all others', () => {
		const it = open({ all: [page(`Guardrails hold.\nThe strong\nlane, and p95 too.\n${below}\na canary`)] });
		it.press('ctrl+g');
		const lines = it.body().map((line) => line.trim());
		expect(lines[0]).toBe('On this page');
		const at = ['guardrail', 'small lane, strong lane', 'p50, p95', 'All other terms', 'meter ticks'].map((line) =>
			lines.indexOf(line),
		);
		expect(at).not.toContain(-1);
		expect(at).toEqual(at.toSorted((a, b) => a - b));
		expect(it.state().overlay?.terms).toEqual(['guardrail', 'small-lane', 'p95']);
	});

	it('takes no part of a word for a term', () => {
		const it = open({ all: [page('repaired checkers, unsegmented')] });
		it.press('ctrl+g');
		expect(it.state().overlay?.terms).toEqual([]);
		expect(it.body()[0]?.trim()).toBe('meter ticks');
	});

	it('keeps the groups of what its filter finds, and says them', () => {
		const it = open({ all: [page('a canary')] });
		it.press('ctrl+g', '/cannot tell', 'enter');
		expect(
			it
				.body()
				.map((line) => line.trim())
				.filter((line) => /^(canary|verdict|On this page|All other terms)$/.test(line)),
		).toEqual(['On this page', 'canary', 'All other terms', 'verdict']);
	});

	it('lists the terms of an overlay that it is opened over', () => {
		const it = open();
		it.store.dispatch({ type: 'open', overlay: 'story' });
		it.press('ctrl+g');
		expect(it.body()[0]?.trim()).toBe('On this page');
		expect(it.state().overlay?.terms).toContain('false-easy');
	});

	it('opened over a shipped lesson has every term only once', () => {
		const it = open({ all: lessons, size: { columns: 80, rows: 400 } });
		it.press('ctrl+g');
		const names = it.body().filter((line) => /^ {2}\S/.test(line));
		expect(new Set(names).size).toBe(names.length);
		expect(it.state().overlay?.terms.length).toBeGreaterThan(0);
	});
});

describe('a find in a page that scrolls, other than a lesson', () => {
	const PAGES: Readonly<Record<string, readonly Action[]>> = {
		'a case to diagnose': [{ type: 'drill', start: 'diagnose' }],
		'a worksheet': [
			{ type: 'go', screen: 'worksheet' },
			{ type: 'sheet-opened', path: '/w/mine.yaml', sheet: newSheet(), notice: null },
			{ type: 'pane', by: 2 },
		],
		'a story': [{ type: 'open', overlay: 'story' }],
	};

	it.each(Object.entries(PAGES))('finds below the window of %s, and Esc scrolls back', (_, actions) => {
		const { store, press, body, state } = open({ screen: 'lab', size: { columns: 80, rows: 18 } });
		for (const action of actions) store.dispatch(action);
		const page = topScreen(state(), store.env).find?.(state(), store.env);
		const hidden = page?.lines.slice(page.window.to).map(textOf).join(' ') ?? '';
		const shown = body().join(' ');
		const word = hidden.match(/[a-z]{5,}/g)?.find((one) => !shown.includes(one));
		if (!page || word === undefined) throw new Error('everything is visible');
		const before = body();
		press(`/${word}`);
		expect(body().join(' ')).toContain(word);
		press('escape');
		expect(body()).toEqual(before);
	});
});
