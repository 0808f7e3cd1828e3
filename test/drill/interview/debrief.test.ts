import { describe, expect, it } from 'vitest';
import {
	type AnswerResult,
	debrief,
	debriefJson,
	debriefMarkdown,
	giveNextQuestion,
	type MissedPoint,
	RUN_KINDS,
	type Run,
	recordAnswer,
	startRun,
} from '../../../src/drill/interview/index.js';
import { applyAction, MINUTE, NOW, resultOf, start } from './runs.js';

const at = (minutes: number): number => NOW + minutes * MINUTE;
const missedPoint = (text: string, lesson: string | null): MissedPoint => ({ text, lesson });

const RESULTS: Readonly<Record<string, Partial<AnswerResult>>> = {
	'interview/I1': {
		seconds: 119.6,
		score: 0.5,
		missed: [missedPoint('name the slice', 'review'), missedPoint('its owner', null), missedPoint('labels', 'measure')],
	},
	'numbers/n': { seconds: 30.5, score: 0.875 },
	'interview/I2': { seconds: 75, score: 1 },
	'diagnose/F1': {
		seconds: 160,
		score: 0,
		missed: [
			missedPoint('false-easy', 'shapes'),
			missedPoint('labels', 'measure'),
			missedPoint('the window', 'measure'),
			missedPoint('its owner', null),
			missedPoint('the tail', null),
		],
	},
};

/** Returns a run of ten minutes and five questions, four of them answered, the fourth after time was up. */
function scriptedRun(): Run {
	const pool = {
		interview: ['interview/I1', 'interview/I2', 'interview/I3'],
		numbers: ['numbers/n'],
		diagnose: ['diagnose/F1'],
	};
	const run = startRun({ minutes: 10, seed: 14, pool, feedback: 'after-each' }, NOW);
	const schedule: readonly (readonly [number, number])[] = [
		[0, 2],
		[3, 3.5],
		[4, 6],
		[9, 11],
	];
	return schedule.reduce((before, [given, ended]) => {
		const open = giveNextQuestion(before, at(given));
		const result = resultOf(open);
		return recordAnswer(open, { ...result, ...RESULTS[result.card] }, at(ended));
	}, run);
}

const EXPECTED = {
	minutes: 10,
	seconds: 660,
	planned: 5,
	answered: 4,
	score: 0.59375,
	kinds: [
		{ kind: 'interview', planned: 3, answered: 2, score: 0.75, seconds: 194.6 },
		{ kind: 'numbers', planned: 1, answered: 1, score: 0.875, seconds: 30.5 },
		{ kind: 'diagnose', planned: 1, answered: 1, score: 0, seconds: 160 },
	],
	well: [
		{ card: 'interview/I2', kind: 'interview', seconds: 75, score: 1 },
		{ card: 'numbers/n', kind: 'numbers', seconds: 30.5, score: 0.875 },
	],
	missed: [
		{
			lesson: 'measure',
			points: [
				{ text: 'labels', times: 2 },
				{ text: 'the window', times: 1 },
			],
		},
		{ lesson: 'review', points: [{ text: 'name the slice', times: 1 }] },
		{ lesson: 'shapes', points: [{ text: 'false-easy', times: 1 }] },
		{
			lesson: null,
			points: [
				{ text: 'its owner', times: 2 },
				{ text: 'the tail', times: 1 },
			],
		},
	],
	unanswered: [{ card: 'interview/I3', kind: 'interview', begun: false }],
};

describe('a debrief', () => {
	it('summarises a scripted run', () => {
		expect(scriptedRun().questions.map(({ card }) => card)).toEqual([
			'interview/I1',
			'numbers/n',
			'interview/I2',
			'diagnose/F1',
			'interview/I3',
		]);
		expect(debrief(scriptedRun(), at(500))).toEqual(EXPECTED);
	});

	it('covers an unfinished run, with its open question', () => {
		const run = applyAction(start(10), 'answer', at(1));
		const { seconds, unanswered } = debrief(run, at(2.5));
		expect(seconds).toBe(150);
		expect(unanswered.map(({ begun }) => begun)).toEqual([true, false, false, false]);
		expect(unanswered.map(({ card }) => card)).toEqual(run.questions.slice(1).map(({ card }) => card));
	});

	it('has no score if nothing was answered', () => {
		const { score, kinds, answered: count, well, missed: gaps } = debrief(start(10), NOW);
		expect([score, count, well, gaps]).toEqual([null, 0, [], []]);
		expect(kinds.map((kind) => kind.score)).toEqual([null, null, null]);
		expect(kinds.map(({ kind }) => kind)).toEqual(RUN_KINDS);
	});

	it('lists a score of 0.8 as gone well, and one just below not', () => {
		for (const [score, count] of [
			[0.8, 1],
			[0.79, 0],
		] as const) {
			const run = start(1);
			expect(debrief(recordAnswer(run, resultOf(run, { score }), at(1)), at(1)).well).toHaveLength(count);
		}
	});
});

describe('a debrief as JSON', () => {
	it('parses back to the same unrounded debrief', () => {
		const text = debriefJson(debrief(scriptedRun(), at(500)));
		expect(JSON.parse(text)).toEqual(EXPECTED);
		expect(text.endsWith('}\n')).toBe(true);
	});

	it('contains no characters unsafe for a terminal', () => {
		const hostile = 'a\u001b[2J\u009b31m\u202e\n\u0007\ufeff\ud800z';
		const run = start(1);
		const result = resultOf(run, { missed: [missedPoint(hostile, hostile)] });
		const text = debriefJson(debrief(recordAnswer(run, result, at(1)), at(1)));
		expect(text).not.toMatch(/[^\n\u0020-\u007e]/);
		expect(JSON.parse(text).missed).toEqual([{ lesson: hostile, points: [{ text: hostile, times: 1 }] }]);
	});
});

describe('a debrief as Markdown', () => {
	it('prints every part, with the titles of cards and lessons', () => {
		const titles = { card: (id: string) => `Card ${id}`, lesson: (id: string) => `Lesson ${id}` };
		expect(debriefMarkdown(debrief(scriptedRun(), at(500)), titles)).toBe(`# Interview run

4 of 5 questions answered in 11 min; 10 min were given. Score: 59%.

| kind | answered | score | time |
| :--- | ---: | ---: | ---: |
| Interview | 2 of 3 | 75% | 3 min 15 s |
| Numbers | 1 of 1 | 88% | 31 s |
| Diagnosis | 1 of 1 | 0% | 2 min 40 s |

## What went well

- Card interview/I2: interview, 100% in 1 min 15 s
- Card numbers/n: numbers, 88% in 31 s

## What was missed

### Lesson measure

- labels (2 times)
- the window

### Lesson review

- name the slice

### Lesson shapes

- false-easy

### In no lesson

- its owner (2 times)
- the tail

## Not answered

- Card interview/I3: interview, not reached
`);
	});

	it('leaves out empty sections, and prints ids without titles', () => {
		expect(debriefMarkdown(debrief(start(1), at(0.5)))).toMatch(
			/^# Interview run\n\n0 of 1 questions answered in 30 s; 1 min were given\. Score: –\.\n\n\| kind .*\n.*\n\| Interview \| 0 of 1 \| – \| 0 s \|\n\n## Not answered\n\n- interview\/\d: interview, begun\n$/,
		);
	});
});
