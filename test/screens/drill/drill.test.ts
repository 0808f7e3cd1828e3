import lessons from 'virtual:lessons';
import documents from 'virtual:scenarios';
import { beforeAll, describe, expect, it } from 'vitest';
import { createBoardStore } from '../../../src/app/store.js';
import { currentEntry } from '../../../src/board/lab.js';
import { formatAnswer } from '../../../src/drill/index.js';
import { applyChanges } from '../../../src/engine/inputs/apply-changes.js';
import { editsBetween, formatEdit } from '../../../src/engine/inputs/index.js';
import { computeLab } from '../../../src/present/board/lab-input.js';
import { PANES, paneGrid } from '../../../src/present/pane/pane.js';
import type { Action, Effect } from '../../../src/screens/action.js';
import type { DRILL_MENU } from '../../../src/screens/drill/start.js';
import { labFocus } from '../../../src/screens/lab-focus.js';
import type { DrillTools } from '../../../src/screens/screen.js';
import { currentLab, type State } from '../../../src/screens/state.js';
import { loadDrillTools } from '../../../src/session/drill-tools.js';
import { createEnv } from '../../../src/session/env.js';
import { layerOf } from '../../support/layers.js';

let tools: DrillTools;
beforeAll(async () => {
	tools = await loadDrillTools();
});

const START = Date.UTC(2026, 6, 1, 9);

function open(options: { reviews?: State['reviews']; seed?: number } = {}) {
	const effects: Effect[] = [];
	let now = START;
	const [first] = documents;
	if (!first) throw new Error('no scenario');
	const store = createBoardStore({
		env: createEnv(documents, lessons, {
			reopen: () => null,
			nameOf: (id) => id,
			drills: () => tools,
			now: () => now,
		}),
		scenario: first.scenario,
		screen: 'contents',
		...options,
		run: (effect) => effects.push(effect),
	});
	const act = (...actions: Action[]) => {
		for (const action of actions) store.dispatch(action);
	};
	const typed = (text: string): Action[] => [...text].map((character) => ({ type: 'type', text: character }));
	const start = (set: (typeof DRILL_MENU)[number], minutes?: number) =>
		act({ type: 'drill', start: null }, { type: 'drill', start: set, ...(minutes !== undefined && { minutes }) });
	return {
		act,
		typed,
		start,
		effects,
		state: store.getState,
		drill: () => store.getState().drill,
		layer: () => layerOf(store),
		wait: (ms: number) => {
			now += ms;
		},
	};
}

describe('the menu of drills', () => {
	it('starts the chosen kind; Esc leads back to it, then to the contents', () => {
		const { layer, act, state } = open();
		act({ type: 'drill', start: null });
		expect(layer()).toBe('drill-menu');
		act({ type: 'scroll', by: 2 }, { type: 'choose' });
		expect(state().drill.question?.kind).toBe('number');
		act({ type: 'back' });
		expect(layer()).toBe('drill-menu');
		act({ type: 'back' });
		expect(state().screen).toBe('contents');
	});

	it('says that nothing is due', () => {
		const { start, state } = open();
		start('due');
		expect(state().notice?.text).toMatch(/nothing is due/);
	});

	it('asks due cards first, then new ones', () => {
		const reviews = [{ card: 'recall/R4', at: new Date(START - 86_400_000).toISOString(), grade: 1 as const }];
		const { start, drill } = open({ reviews });
		start('recall');
		expect(drill().question?.card).toBe('recall/R4');
		expect(drill().queue.slice(0, 3)).toEqual(['recall/R1', 'recall/R2', 'recall/R3']);
		start('due');
		expect([drill().question?.card, drill().queue]).toEqual(['recall/R4', []]);
	});
});

describe('a card', () => {
	it('is answered, recorded at once, ticked, graded, and followed by the next', () => {
		const { layer, act, typed, start, drill, state, effects } = open();
		start('recall');
		expect(layer()).toBe('drill-card');
		act(...typed('80% went to the small model'), { type: 'enter' }, ...typed('resolution dropped three points'));
		act({ type: 'submit' });
		expect(effects).toEqual([
			{ type: 'answered', card: 'recall/R1', text: '80% went to the small model\nresolution dropped three points' },
		]);
		expect(layer()).toBe('drill-points');
		expect(drill().ticks.slice(0, 3)).toEqual([true, false, true]);
		act({ type: 'scroll', by: 1 }, { type: 'tick' });
		expect(drill().ticks.slice(0, 3)).toEqual([true, true, true]);
		act({ type: 'grade', grade: 3 });
		expect(effects.at(-1)).toEqual({
			type: 'reviewed',
			review: { card: 'recall/R1', at: new Date(START).toISOString(), grade: 3 },
		});
		expect(state().reviews).toHaveLength(1);
		expect(drill().question?.card).toBe('recall/R2');
		expect(drill().editor.text).toBe('');
	});

	it('is asked once more in the same sitting after a failure', () => {
		const { act, start, drill } = open();
		start('recall');
		act({ type: 'submit' }, { type: 'grade', grade: 1 });
		expect(drill().queue.at(-1)).toBe('recall/R1');
	});

	it('returns with its text and ticks when its grade is taken back', () => {
		const { act, typed, start, drill, state, effects } = open();
		start('recall');
		act(
			...typed('small'),
			{ type: 'submit' },
			{ type: 'tick' },
			{ type: 'grade', grade: 4 },
			{ type: 'submit' },
			{ type: 'ungrade' },
		);
		expect(effects.at(-1)).toEqual({ type: 'unreviewed', card: 'recall/R1' });
		expect(state().reviews).toEqual([]);
		expect(drill()).toMatchObject({ step: 'ticking', editor: { text: 'small' } });
		expect(drill().question?.card).toBe('recall/R1');
		expect(drill().queue[0]).toBe('recall/R2');
		act({ type: 'grade', grade: 2 });
		expect(state().reviews.map(({ card, grade }) => [card, grade])).toEqual([['recall/R1', 2]]);
		expect(drill().question?.card).toBe('recall/R2');
	});

	it('scrolls up to its last line, and moving returns to the chosen point', () => {
		const { act, start, drill } = open();
		start('recall');
		act({ type: 'resize', size: { columns: 60, rows: 18 } }, { type: 'submit' });
		for (let i = 0; i < 20; i++) act({ type: 'page', by: 1 });
		const last = drill().offset ?? 0;
		expect(last).toBeGreaterThan(0);
		act({ type: 'page', by: 1 });
		expect(drill().offset).toBe(last);
		act({ type: 'page', by: -1 });
		expect(drill().offset).toBe(Math.max(0, last - 10));
		act({ type: 'scroll', by: 1 });
		expect(drill()).toMatchObject({ offset: null, chosen: 1 });
	});

	it('opens the lesson behind the chosen point; Esc returns to that point', () => {
		const { act, start, drill, state } = open();
		start('recall');
		act({ type: 'submit' }, { type: 'scroll', by: 1 });
		const { question } = drill();
		const lesson = question?.kind === 'card' ? question.document.points[1]?.lesson : null;
		act({ type: 'teach' });
		expect(state()).toMatchObject({ screen: 'lesson', lesson });
		act({ type: 'back' });
		expect(state()).toMatchObject({ screen: 'drill', drill: { step: 'ticking', chosen: 1 } });
	});
});

describe('a number', () => {
	const asked = (drill: State['drill']) => {
		if (drill.question?.kind !== 'number') throw new Error('no number is asked');
		return drill.question.question;
	};

	it('is graded good if right and again if wrong; a text that is no number is rejected', () => {
		const { act, typed, start, drill, state, effects } = open();
		start('numbers');
		act(...typed('nought'), { type: 'enter' });
		expect(state().notice).toMatchObject({ tone: 'refused' });
		expect(effects).toEqual([]);
		for (let i = 0; i < 6; i++) act({ type: 'edit-text', move: 'erase' });
		act(...typed(formatAnswer(asked(drill())).replace(/[^\d.%]/g, '')), { type: 'enter' });
		expect(drill()).toMatchObject({ step: 'judged', judgement: { score: 1 } });
		act({ type: 'go-on', to: 'next' });
		expect(state().reviews.map(({ card, grade }) => [card, grade])).toEqual([['numbers/blended-cost', 3]]);
		act(...typed('123456789'), { type: 'enter' }, { type: 'go-on', to: 'next' });
		expect(state().reviews.at(-1)).toMatchObject({ card: 'numbers/repair-break-even', grade: 1 });
	});

	it('is followed by one of its kind with other figures, or by a harder one', () => {
		const { act, typed, start, drill } = open();
		start('numbers');
		const first = asked(drill());
		act(...typed('1'), { type: 'enter' }, { type: 'go-on', to: 'same' });
		expect(asked(drill())).toMatchObject({ kind: first.kind, level: 1 });
		expect(asked(drill()).given).not.toEqual(first.given);
		act(...typed('1'), { type: 'enter' }, { type: 'go-on', to: 'harder' });
		expect(asked(drill())).toMatchObject({ kind: first.kind, level: 2 });
	});

	it('returns as it was judged when its grade is taken back', () => {
		const { act, typed, start, drill, effects } = open();
		start('numbers');
		act(...typed('123456789'), { type: 'enter' });
		const { question, judgement } = drill();
		act({ type: 'go-on', to: 'next' }, ...typed('1'), { type: 'ungrade' });
		// Ctrl-U in a text that is not empty only erases the line.
		expect(drill()).toMatchObject({ step: 'answering', editor: { text: '' } });
		act({ type: 'ungrade' });
		expect(drill()).toMatchObject({ step: 'judged', question, judgement });
		expect(effects.at(-1)).toEqual({ type: 'unreviewed', card: 'numbers/blended-cost' });
	});

	it('opens the lesson that derives it', () => {
		const { act, typed, start, state } = open();
		start('numbers');
		act(...typed('1'), { type: 'enter' }, { type: 'teach' });
		expect(state().screen).toBe('lesson');
		expect(lessons.find(({ id }) => id === state().lesson)?.teaches).toContain('X1');
	});

	it('is graded when it is judged, and can be answered again after taking the grade back', () => {
		const { act, typed, start, drill, state, effects } = open();
		start('numbers');
		act(...typed('123456789'), { type: 'enter' });
		expect(effects.map(({ type }) => type)).toEqual(['answered', 'reviewed']);
		act({ type: 'ungrade' });
		expect([drill().step, drill().recordedGrade]).toEqual(['answering', null]);
		expect([state().reviews, effects.at(-1)]).toEqual([[], { type: 'unreviewed', card: 'numbers/blended-cost' }]);
		act({ type: 'enter' }, { type: 'go-on', to: 'next' });
		expect(state().reviews.map(({ grade }) => grade)).toEqual([1]);
	});

	it('is left only by a second Esc while an answer is being typed', () => {
		const { act, typed, start, drill, state } = open();
		start('numbers');
		act(...typed('1'), { type: 'back' });
		expect([drill().question?.kind, state().notice?.text]).toEqual(['number', expect.stringMatching(/Esc again/)]);
		act(...typed('2'), { type: 'back' });
		expect(drill().question?.kind).toBe('number');
		act({ type: 'clock' }, { type: 'back' });
		expect(drill().question).toBeNull();
	});

	it('has the same figures for the same seed', () => {
		const questions = [open({ seed: 5 }), open({ seed: 5 }), open({ seed: 6 })].map(({ start, drill }) => {
			start('numbers');
			return JSON.stringify(asked(drill()));
		});
		expect(questions[0]).toBe(questions[1]);
		expect(questions[2]).not.toBe(questions[0]);
	});
});

describe('a case', () => {
	const found = (drill: State['drill']) => {
		if (drill.question?.kind !== 'case') throw new Error('no case is asked');
		return drill.question.diagnosisCase;
	};

	/** Enters the solution of the open case as a reader would: by pane, focus and typed values. */
	function mend({ act, typed, drill, state }: ReturnType<typeof open>): void {
		const { scenario, solution } = found(drill());
		const edits = editsBetween(scenario, applyChanges(scenario, solution).scenario);
		expect(edits.length).toBeGreaterThan(0);
		for (const { path, value } of edits) {
			const now = () => currentEntry(currentLab(state())).scenario;
			const pane = PANES.find((one) =>
				paneGrid(one, computeLab(now(), null, null))
					.flat()
					.includes(path),
			);
			expect(pane, `${path} is in no pane`).toBeDefined();
			while (state().pane !== pane) act({ type: 'pane', by: 1 });
			for (let i = 0; labFocus(state()) !== path && i < 500; i++) act({ type: 'focus-next', by: 1 });
			if (typeof value === 'boolean') act({ type: 'enter' });
			else act(...typed(formatEdit({ path, value }).split('=')[1] ?? ''), { type: 'enter' });
		}
	}

	it.each(Array.from({ length: 14 }, (_, seed) => seed))(
		'with the seed %i is diagnosed, mended in the lab, and graded good for both',
		(seed) => {
			const all = open({ seed });
			const { layer, act, typed, start, drill, state } = all;
			start('diagnose');
			expect(layer()).toBe('drill-shape');
			const { shape, scenario } = found(drill());
			act(...typed(shape.slice(1)), { type: 'choose' });
			expect(drill()).toMatchObject({ step: 'judged', judgement: { score: 1, said: shape } });
			const before = state().scenario;
			act({ type: 'mend' });
			expect(state()).toMatchObject({ screen: 'lab', scenario: scenario.id });
			mend(all);
			expect(drill().mended).toBe(true);
			act({ type: 'back' });
			expect(state()).toMatchObject({ screen: 'drill', scenario: before });
			act({ type: 'go-on', to: 'next' });
			expect(state().reviews.at(-1)).toMatchObject({ card: `diagnose/${shape}`, grade: 3 });
		},
	);

	it('is asked in a random order, which does not reveal its shape', () => {
		const orders = [1, 2, 3, 4].map((seed) => {
			const { start, drill } = open({ seed });
			start('diagnose');
			return [drill().question?.card, ...drill().queue].join(' ');
		});
		expect(new Set(orders).size).toBe(4);
		for (const order of orders)
			expect(order.split(' ').sort()).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `diagnose/F${n}`));
	});

	it('names an unmet condition after an edit that does not mend it', () => {
		const { act, typed, start, drill, state } = open();
		start('diagnose');
		act(...typed(found(drill()).shape.slice(1)), { type: 'choose' }, { type: 'mend' }, { type: 'step', by: 1 });
		if (currentLab(state()).position === 0) act({ type: 'step', by: -1 });
		expect(state().notice?.text).toMatch(/^not mended yet: \S/);
	});

	it('is graded hard if diagnosed but not mended', () => {
		const { act, typed, start, drill, state } = open();
		start('diagnose');
		act(...typed(found(drill()).shape.slice(1)), { type: 'choose' }, { type: 'go-on', to: 'next' });
		expect(state().reviews.at(-1)?.grade).toBe(2);
	});

	it('is graded again if neither diagnosed nor mended', () => {
		const { act, typed, start, drill, state } = open();
		start('diagnose');
		const wrong = found(drill()).shape === 'F1' ? '2' : '1';
		act(...typed(wrong), { type: 'choose' }, { type: 'go-on', to: 'next' });
		expect(state().reviews.at(-1)?.grade).toBe(1);
	});
});

describe('a diagram', () => {
	it('warns before it is left with filled boxes, even if the focused one is empty', () => {
		const { act, typed, start, drill, state } = open();
		start('diagrams');
		act(...typed('user'), { type: 'enter' }, { type: 'back' });
		expect(state().notice?.text).toMatch(/Esc again leaves/);
		expect(drill().question).not.toBeNull();
		act({ type: 'back' });
		expect(drill().question).toBeNull();
	});

	it('is filled in box by box, and scored by the right boxes', () => {
		const { act, typed, start, drill } = open();
		start('diagrams');
		act(
			...typed('the user'),
			{ type: 'enter' },
			...typed('gateway'),
			{ type: 'edit-text', move: 'down' },
			{ type: 'submit' },
		);
		expect(drill().boxes.slice(0, 3)).toEqual(['the user', 'gateway', '']);
		expect(drill().judgement?.score).toBeCloseTo(2 / 8, 12);
	});

	it('can be filled in by the numbers of labels', () => {
		const { act, typed, start, drill } = open();
		start('diagrams');
		const { question } = drill();
		if (question?.kind !== 'diagram') throw new Error('no diagram');
		const labels = tools.drill.sortedLabels(question.diagram);
		act({ type: 'labels' });
		for (const box of question.diagram.boxes) act(...typed(String(labels.indexOf(box.label) + 1)), { type: 'enter' });
		expect(drill().judgement?.score).toBe(1);
	});
});

describe('an interview run', () => {
	it('stops its clock while paused, and ends in a debrief of what was missed', () => {
		const { layer, act, typed, start, drill, wait } = open();
		start('run', 5);
		const planned = drill().run?.questions.length ?? 0;
		expect(planned).toBeGreaterThanOrEqual(3);
		act({ type: 'pause' });
		wait(600_000);
		act({ type: 'pause' }, { type: 'clock' });
		expect(tools.drill.remainingTime(drill().run as never, START + 600_000)).toBe(300_000);
		while (drill().question) {
			wait(20_000);
			const kind = drill().question?.kind;
			if (kind === 'card') act(...typed('I would measure resolution'), { type: 'submit' }, { type: 'grade', grade: 2 });
			else if (kind === 'number') act(...typed('1'), { type: 'enter' }, { type: 'go-on', to: 'next' });
			else act(...typed('1'), { type: 'choose' }, { type: 'go-on', to: 'next' });
		}
		expect(layer()).toBe('drill-debrief');
		const found = tools.drill.debrief(drill().run as never, START + 600_000 + planned * 20_000);
		expect(found.answered).toBe(planned);
		expect(found.missed.length).toBeGreaterThan(0);
		act({ type: 'back' });
		expect(layer()).toBe('drill-menu');
	});

	it('leads from a missed point to the lesson that teaches it, and back', () => {
		const { layer, act, start, drill, state } = open();
		start('run', 5);
		while (drill().question) {
			const kind = drill().question?.kind;
			if (kind === 'card') act({ type: 'submit' }, { type: 'grade', grade: 1 });
			else if (kind === 'number') act({ type: 'type', text: '1' }, { type: 'enter' }, { type: 'go-on', to: 'next' });
			else act({ type: 'choose' }, { type: 'go-on', to: 'next' });
		}
		const { missed } = tools.drill.debrief(drill().run as never, START);
		expect(missed.map(({ lesson }) => lesson)).not.toContain(null);
		act({ type: 'scroll', by: 1 }, { type: 'choose' });
		expect(state()).toMatchObject({ screen: 'lesson', lesson: missed[1]?.lesson });
		act({ type: 'back' });
		expect(layer()).toBe('drill-debrief');
	});

	it('that ends early shows the withheld judgements; another Esc skips them', () => {
		const early = (escapes: number) => {
			const { layer, act, start, drill, state, wait } = open();
			act({ type: 'drill', start: null }, { type: 'peek' });
			start('run', 5);
			const first = drill().question?.kind;
			wait(60_000);
			if (first === 'card') act({ type: 'submit' });
			else if (first === 'number') act({ type: 'type', text: '1' }, { type: 'enter' });
			else act({ type: 'choose' });
			for (let i = 0; i < escapes; i++) act({ type: 'back' });
			return { act, drill, state, layer, wait };
		};
		expect(early(1).state().notice?.text).toMatch(/Esc again ends the run/);
		const { act, drill, layer, wait } = early(2);
		expect(drill().reviewedResult).toBe(0);
		wait(600_000);
		act(drill().step === 'ticking' ? { type: 'grade', grade: 1 } : { type: 'go-on', to: 'next' });
		expect(layer()).toBe('drill-debrief');
		expect(tools.drill.debrief(drill().run as never, START + 700_000)).toMatchObject({ answered: 1, seconds: 60 });
		expect(early(3).layer()).toBe('drill-debrief');
		act({ type: 'back' }, { type: 'back' });
		expect(drill().lastRun?.results).toHaveLength(1);
	});

	it('asks no new question once time is up', () => {
		const { layer, act, start, drill, wait } = open();
		start('run', 5);
		wait(301_000);
		const kind = drill().question?.kind;
		if (kind === 'card') act({ type: 'submit' }, { type: 'grade', grade: 1 });
		else if (kind === 'number') act({ type: 'type', text: '1' }, { type: 'enter' }, { type: 'go-on', to: 'next' });
		else act({ type: 'choose' }, { type: 'go-on', to: 'next' });
		expect(layer()).toBe('drill-debrief');
	});

	it('shows every judgement only at its end if the reader chose that', () => {
		const { layer, act, typed, start, drill, state } = open();
		act({ type: 'drill', start: null }, { type: 'peek' });
		start('run', 5);
		const planned = drill().run?.questions.length ?? 0;
		for (let i = 0; i < planned; i++) {
			expect([drill().step, drill().reviewedResult]).toEqual(['answering', null]);
			const kind = drill().question?.kind;
			if (kind === 'card') act(...typed('resolution'), { type: 'submit' });
			else if (kind === 'number') act(...typed('1'), { type: 'enter' });
			else act(...typed('1'), { type: 'choose' });
		}
		for (let i = 0; i < planned; i++) {
			expect(drill().reviewedResult).toBe(i);
			act(drill().step === 'ticking' ? { type: 'grade', grade: 4 } : { type: 'go-on', to: 'next' });
		}
		expect(layer()).toBe('drill-debrief');
		expect(state().reviews).toHaveLength(planned);
	});
});

it('an answer keeps the part of a paste that fits, and says how much was left out', () => {
	const { act, start, drill, state } = open();
	start('recall');
	act({ type: 'type', text: 'x'.repeat(20_500) });
	expect(drill().editor.text).toHaveLength(20_000);
	expect(state().notice?.text).toBe('at most 20,000 characters fit here: the last 500 were left out');
});
