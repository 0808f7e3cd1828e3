import lessons from 'virtual:lessons';
import documents from 'virtual:scenarios';
import { describe, expect, it } from 'vitest';
import { createBoardStore } from '../../src/app/store.js';
import { bearingSegment } from '../../src/board/bearing.js';
import { computeOutcome } from '../../src/engine/index.js';
import { guardrailPath } from '../../src/engine/inputs/index.js';
import { labFocus } from '../../src/screens/lab-focus.js';
import { labInput } from '../../src/screens/lab-input.js';
import { visibleFocus } from '../../src/screens/lesson/focus.js';
import { blockOf, parseItem } from '../../src/screens/lesson/items.js';
import { createEnv } from '../../src/session/env.js';
import { shippedScenario } from '../support/shipped.js';

const env = createEnv(documents, lessons);

describe('the jump in the lab', () => {
	it('goes to each breached guardrail, then to each unclear one, and round again', () => {
		const { scenario } = shippedScenario('week-31');
		const store = createBoardStore({ env, scenario, run: () => undefined });
		const { guardrails } = labInput(store.getState()).outcome;
		const wanted = ['breached', 'cannot-tell'].flatMap((state) => guardrails.filter((one) => one.state === state));
		const visited = [...wanted, wanted[0]].map(() => {
			store.dispatch({ type: 'jump' });
			return store.getState().jumpedTo;
		});
		expect(visited).toEqual([...wanted, ...wanted.slice(0, 1)].map(guardrailPath));
		expect(wanted).toHaveLength(3);
	});

	it('focuses the segment through which most of the loss runs, and says so', () => {
		const store = createBoardStore({ env, scenario: shippedScenario('week-31').scenario, run: () => undefined });
		store.dispatch({ type: 'move', rows: 2 });
		store.dispatch({ type: 'jump' });
		// By hand: FAQ carries 0.865·0.84 of all requests at 0.92 − … ; the other three carry a tenth of that.
		expect(labFocus(store.getState())).toBe('segments.faq.routedSmall');
		expect(store.getState().notice?.text).toBe('FAQ answer bears most on resolution (94.1%, limit 96.1%): 1 of 3');
	});

	it('names no segment that a move to either end would help less than another', () => {
		for (const { scenario } of documents.filter(({ scenario: { segments } }) => segments.length < 20)) {
			for (const guardrail of computeOutcome(scenario).guardrails.filter(({ segment }) => segment === null)) {
				const { metric, side } = guardrail;
				const effectOf = (id: string): number => {
					const values = [0, 1].flatMap((routedSmall) => {
						const segments = scenario.segments.map((one) => (one.id === id ? { ...one, routedSmall } : one));
						return computeOutcome({ ...scenario, segments }).metrics[metric] ?? [];
					});
					return side === 'atMost' ? -Math.min(...values) : Math.max(...values);
				};
				const chosen = bearingSegment(scenario, guardrail);
				if (chosen === null || guardrail.value === null) continue;
				for (const { id } of scenario.segments)
					expect(effectOf(chosen), `${scenario.id} ${metric} ${id}`).toBeGreaterThanOrEqual(effectOf(id) - 1e-9);
			}
		}
	});

	it('says where it went for every open guardrail of every scenario, and shows that input', () => {
		for (const { scenario } of documents) {
			const store = createBoardStore({ env, scenario, run: () => undefined });
			const { guardrails } = labInput(store.getState()).outcome;
			const open = guardrails.filter(({ state }) => state === 'breached' || state === 'cannot-tell');
			if (open.length === 0) {
				store.dispatch({ type: 'jump' });
				expect(store.getState().notice?.text).toMatch(
					/every guardrail holds: there is none to go to|no guardrail is set/,
				);
			}
			for (const _ of open) {
				store.dispatch({ type: 'jump' });
				const state = store.getState();
				expect(state.notice?.text, scenario.id).toMatch(/limit [^)]+\)(?:: (?:unclear)?(?:, )?(?:\d of \d)?)?$/);
				if (state.notice?.text.includes('bears most'))
					expect(labFocus(state), scenario.id).toBe(state.focus[state.pane]);
			}
		}
	}, 30_000);

	it('shows all segments again if the filter hides the one', () => {
		const store = createBoardStore({ env, scenario: shippedScenario('week-31').scenario, run: () => undefined });
		store.setState({ ...store.getState(), segmentFilter: { text: 'billing', isTyping: false } });
		store.dispatch({ type: 'jump' });
		expect(store.getState().segmentFilter).toBeNull();
		expect(labFocus(store.getState())).toBe('segments.faq.routedSmall');
	});
});

describe('the jump in a lesson', () => {
	it('goes to every open guess and challenge of every lesson, in order, and round again', () => {
		for (const lesson of lessons) {
			const store = createBoardStore({
				env,
				scenario: shippedScenario(lesson.scenario).scenario,
				screen: 'lesson',
				lesson: lesson.id,
				run: () => undefined,
			});
			const count = lesson.blocks.filter(
				(block) => (block.kind === 'predict' && block.after === null) || block.kind === 'challenge',
			).length;
			const texts = Array.from({ length: count + 1 }, () => {
				store.dispatch({ type: 'jump' });
				return store.getState().notice?.text ?? '';
			});
			const places = texts.map((text) => Number(/^(\d+) of/.exec(text)?.[1] ?? 1));
			const inOrder = Array.from({ length: count }, (_, i) => i + 1);
			expect(places, lesson.id).toEqual([...inOrder, 1]);
		}
	});

	it('focuses the guess, so that a digit answers it', () => {
		const [lesson] = lessons;
		if (!lesson) throw new Error('no lesson');
		const { scenario } = shippedScenario(lesson.scenario);
		const store = createBoardStore({ env, scenario, screen: 'lesson', lesson: lesson.id, run: () => undefined });
		store.dispatch({ type: 'jump' });
		const focus = visibleFocus(store.getState(), env);
		expect(parseItem(focus)?.kind).toBe('question');
		expect(lesson.blocks[blockOf(focus ?? '')]?.kind).toBe('predict');
	});
});
