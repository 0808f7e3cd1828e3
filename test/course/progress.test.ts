import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeProgress, type EventBody } from '../../src/course/index.js';
import { EVENT_BODIES, stampEvents } from './events.js';

const editEvent = (scenario: string, edits: string[], baseline: string[] | null = null): EventBody => ({
	type: 'edited',
	scenario,
	edits,
	baseline,
});
const openEvent = (scenario: string, file: string | null = null): EventBody => ({ type: 'opened', scenario, file });
const placeEvent = (scenario: string, pane: string, focus: string | null): EventBody => ({
	type: 'placed',
	scenario,
	pane,
	focus,
});
const guessEvent = (name: string, metric: string, guess: number, truth: number | null): EventBody => ({
	type: 'predicted',
	scenario: 'a',
	name,
	metric,
	guess,
	truth,
	error: truth === null ? null : guess - truth,
});

describe('computeProgress', () => {
	it('returns empty progress without events', () => {
		expect(computeProgress([])).toMatchObject({
			since: null,
			lastAt: null,
			lastScenario: null,
			runs: 0,
			counts: {
				opened: 0,
				placed: 0,
				edited: 0,
				predicted: 0,
				went: 0,
				read: 0,
				answered: 0,
				reviewed: 0,
				unreviewed: 0,
			},
		});
		expect(computeProgress([]).scenarios.size).toBe(0);
	});

	it('keeps the last state of each scenario, and the last pane and focus', () => {
		const { scenarios, ...rest } = computeProgress(
			stampEvents([
				openEvent('a'),
				editEvent('a', ['x=1']),
				placeEvent('a', 'board', 'x'),
				openEvent('b', '/b.yaml'),
				editEvent('b', ['y=1', 'z=2'], ['z=0']),
				placeEvent('a', 'cost', 'w'),
				placeEvent('a', 'signals', null),
				editEvent('a', ['x=2']),
				editEvent('a', [], ['x=2']),
			]),
		);
		expect([...scenarios.keys()]).toEqual(['a', '/b.yaml']);
		expect(scenarios.get('a')).toEqual({
			scenario: 'a',
			file: null,
			opened: 1,
			edited: 3,
			predicted: 0,
			edits: [],
			baseline: ['x=2'],
			lab: { edits: [], baseline: ['x=2'] },
			pane: 'signals',
			focus: { board: 'x', cost: 'w' },
			lastAt: '2026-07-01T09:08:00.000Z',
		});
		expect(scenarios.get('/b.yaml')).toMatchObject({
			scenario: 'b',
			file: '/b.yaml',
			edits: ['y=1', 'z=2'],
			baseline: ['z=0'],
			pane: null,
		});
		expect(rest).toMatchObject({
			since: '2026-07-01T09:00:00.000Z',
			lastAt: '2026-07-01T09:08:00.000Z',
			lastScenario: 'a',
			lastFile: null,
			runs: 1,
			counts: { opened: 2, placed: 3, edited: 4, predicted: 0 },
		});
	});

	it('keeps a file apart from the shipped scenario of the same id and from other files', () => {
		const shipped = stampEvents([openEvent('a'), editEvent('a', ['x=1']), placeEvent('a', 'cost', 'x')], 'run-1');
		const copy = stampEvents([openEvent('a', '/copy.yaml'), editEvent('a', ['x=2'])], 'run-2');
		const other = stampEvents([openEvent('a', '/other.yaml'), editEvent('a', ['x=3'])], 'run-3');
		const { scenarios, lastScenario, lastFile } = computeProgress([...shipped, ...copy, ...other]);
		expect([...scenarios].map(([key, { edits, file }]) => [key, file, edits])).toEqual([
			['a', null, ['x=1']],
			['/copy.yaml', '/copy.yaml', ['x=2']],
			['/other.yaml', '/other.yaml', ['x=3']],
		]);
		expect(scenarios.get('/copy.yaml')?.pane).toBeNull();
		expect([lastScenario, lastFile]).toEqual(['a', '/other.yaml']);
	});

	it('keeps two simultaneous runs apart if one has a shipped scenario open, the other a file of its id', () => {
		const [openedShipped, shipped] = stampEvents([openEvent('a'), editEvent('a', ['x=1'])], 'run-1');
		const [openedCopy, copy] = stampEvents([openEvent('a', '/copy.yaml'), editEvent('a', ['x=2'])], 'run-2');
		const events = [openedShipped, openedCopy, shipped, copy].filter((event) => event !== undefined);
		const { scenarios } = computeProgress(events);
		expect(scenarios.get('a')?.edits).toEqual(['x=1']);
		expect(scenarios.get('/copy.yaml')?.edits).toEqual(['x=2']);
	});

	it('follows the order of the events, not their times', () => {
		const [first, second] = stampEvents([editEvent('a', ['x=1']), editEvent('a', ['x=2'])]);
		if (!first || !second) throw new Error('two events');
		expect(computeProgress([second, first]).scenarios.get('a')?.edits).toEqual(['x=1']);
	});

	it('scores guesses by name and metric', () => {
		const { scores, counts } = computeProgress(
			stampEvents([
				guessEvent('Ann', 'cost', 3, 2),
				guessEvent('Bob', 'cost', 2, 2),
				guessEvent('Ann', 'cost', 1, 4),
				guessEvent('Ann', 'silent', 9, null),
			]),
		);
		expect(counts.predicted).toBe(4);
		expect([...scores.keys()]).toEqual(['Ann', 'Bob']);
		expect(scores.get('Ann')?.guesses).toBe(3);
		expect(scores.get('Ann')?.metrics.get('cost')).toMatchObject({
			measured: 2,
			meanError: 2,
			last: { guess: 1, truth: 4, error: -3, at: '2026-07-01T09:02:00.000Z' },
		});
		expect(scores.get('Ann')?.metrics.get('silent')).toMatchObject({ measured: 0, meanError: null });
		expect(scores.get('Bob')?.metrics.get('cost')).toMatchObject({ measured: 1, meanError: 0 });
	});

	it('accepts names of inherited properties as names', () => {
		const names = ['__proto__', 'constructor', 'toString'];
		const { scenarios, scores } = computeProgress(
			stampEvents(names.flatMap((name) => [placeEvent(name, name, name), guessEvent(name, name, 1, 1)])),
		);
		for (const name of names) {
			expect(Object.entries(scenarios.get(name)?.focus ?? {})).toEqual([[name, name]]);
			expect(scores.get(name)?.guesses).toBe(1);
		}
	});

	it('is not changed by events of another run about other scenarios', () => {
		const bodyLists = fc.array(fc.constantFrom(...EVENT_BODIES));
		fc.assert(
			fc.property(bodyLists, fc.array(fc.nat(20)), (bodies, places) => {
				const events = [...stampEvents(bodies)];
				const alone = computeProgress(events);
				const [other] = stampEvents([editEvent('elsewhere', ['q=1'])], 'run-2');
				if (!other) throw new Error('an event');
				for (const place of places) events.splice(place, 0, other);
				const both = computeProgress(events);
				for (const [id, scenario] of alone.scenarios) expect(both.scenarios.get(id)).toEqual(scenario);
				expect(both.scores).toEqual(alone.scores);
			}),
		);
	});
});
