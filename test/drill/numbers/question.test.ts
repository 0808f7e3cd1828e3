import documents from 'virtual:scenarios';
import { describe, expect, test } from 'vitest';
import {
	checkNumber,
	formatAnswer,
	type Level,
	NUMBER_KINDS,
	type NumberKind,
	type NumberQuestion,
	numberQuestion,
} from '../../../src/drill/numbers/index.js';
import { shippedScenario } from '../../support/shipped.js';
import { evaluateLine, parseResult } from './formula.js';
import { recompute } from './recompute.js';

const scenarios = documents.map(({ scenario }) => scenario);
const LEVELS: readonly Level[] = [1, 2, 3];
const SEEDS = Array.from({ length: 301 }, (_, seed) => seed);

describe('numberQuestion agrees with calculations by hand', () => {
	const week31 = [shippedScenario('week-31').scenario];
	const questionOf = (kind: NumberKind, level: Level, seed: number): NumberQuestion =>
		numberQuestion(kind, level, seed, week31);

	test('of the blended cost', () => {
		const question = questionOf('blended-cost', 2, 31);
		expect(question.given).toEqual({
			columns: ['given', 'FAQ answer', 'Billing action'],
			rows: [
				['share of traffic', '95%', '5%'],
				['tokens: fresh / output', '1,300 / 340', '1,300 / 340'],
				['small, price per 1M: fresh / output', '$0.3 / $1.1', '$0.3 / $1.1'],
				['strong, price per 1M: fresh / output', '$8 / $14', '$8 / $14'],
				['routed small', '95%', '49%'],
			],
		});
		// Small 390 + 374 = 764 millionths of a USD, strong 10,400 + 4,760 = 15,160.
		// FAQ 0.95·764 + 0.05·15,160 = 1,483.8; billing 0.49·764 + 0.51·15,160 = 8,105.96.
		// 0.95·1,483.8 + 0.05·8,105.96 = 1,409.61 + 405.298 = 1,814.908.
		expect(question.truth).toBeCloseTo(0.001814908, 12);
		expect(formatAnswer(question)).toBe('$0.00181');
		expect(question.ask).toBe(
			'Two segments: what does a request cost on average? Nothing is repaired. Answer in USD, to 5 decimals.',
		);
		expect(question.formula.split('\n')).toEqual([
			'small request = (1,300 × 0.3 + 340 × 1.1) / 1,000,000 = 0.000764',
			'strong request = (1,300 × 8 + 340 × 14) / 1,000,000 = 0.01516',
			'cost = routed small × small request + (1 − routed small) × strong request',
			'FAQ answer: 0.95 × 0.000764 + 0.05 × 0.01516 = 0.0014838',
			'Billing action: 0.49 × 0.000764 + 0.51 × 0.01516 = 0.00810596',
			'on average 0.95 × 0.0014838 + 0.05 × 0.00810596 = $0.00181',
		]);
	});

	test('of the repair break-even', () => {
		const question = questionOf('repair-break-even', 1, 31);
		expect(question.given.rows).toEqual([
			['tokens: fresh / output', '1,700 / 690'],
			['small, price per 1M: fresh / output', '$0.25 / $0.45'],
			['strong, price per 1M: fresh / output', '$5 / $15'],
		]);
		// Small 425 + 310.5 = 735.5, strong 8,500 + 10,350 = 18,850: 1 − 0.039019.
		expect(question.truth).toBeCloseTo(0.960981, 6);
		expect(formatAnswer(question)).toBe('96.1%');
	});

	test('of the cost per resolved request, with a check', () => {
		const question = questionOf('cost-per-resolved', 3, 31);
		expect(question.given.rows).toEqual([
			['share of traffic', '95%', '5%'],
			['spend per request, small / strong', '$0.0012112 / $0.01946', '$0.0012112 / $0.01946'],
			['routed small', '70%', '41%'],
			['small success', '96%', '69%'],
			['strong success', '97%', '92%'],
			['check flags, wrong / right', '65% / 4%', '65% / 4%'],
			['check, per answer', '$0.0008', '$0.0008'],
		]);
		// FAQ: flagged 0.65·0.04 + 0.04·0.96 = 0.0644; cost 0.7·(0.0020112 + 0.0644·0.01946) + 0.3·0.01946 = 0.0081230968;
		// resolved 0.7·(0.96 − 0.0384 + 0.0644·0.97) + 0.3·0.97 = 0.9798476.
		// Billing: flagged 0.2015 + 0.0276 = 0.2291; cost 0.41·(0.0020112 + 0.004458286) + 0.59·0.01946 = 0.0141338893;
		// resolved 0.41·(0.69 − 0.0276 + 0.210772) + 0.59·0.92 = 0.90080052.
		// (0.95·0.0081230968 + 0.05·0.0141338893)/(0.95·0.9798476 + 0.05·0.90080052) = 0.0084236364/0.975895246.
		expect(question.truth).toBeCloseTo(0.0086317, 7);
		expect(formatAnswer(question)).toBe('$0.00863');
	});

	test('of silent failures, with repairs', () => {
		const question = questionOf('silent-per-1000', 2, 31);
		expect(question.given.rows).toEqual([
			['routed small', '53%'],
			['small success', '80%'],
			['small: noticed, of answers', '17%'],
			['repair rate', '8%'],
			['strong success', '96%'],
			['strong: noticed of failures', '72%'],
		]);
		// Small lane 0.53·(1 − 0.80 − 0.17) = 0.0159; its repairs 0.53·0.08·0.04·0.28 = 0.00047488;
		// strong lane 0.47·0.04·0.28 = 0.005264.
		expect(question.truth).toBeCloseTo(21.63888, 9);
		expect(formatAnswer(question)).toBe('21.6');
	});

	test('of false-easy requests, with an override and irrelevant repairs', () => {
		const question = questionOf('false-easy-count', 3, 31);
		expect(question.given.rows).toEqual([
			['share of traffic', '75%', '25%'],
			['routed small', '65%', '63%'],
			['override', 'strong', 'none'],
			['small success', '83%', '71%'],
			['small: noticed, of answers', '14%', '27%'],
			['repair rate', '8%', '15%'],
			['product risk', 'medium', 'high'],
		]);
		// Only the second segment is routed: 0.25·0.63·0.29 = 0.045675.
		expect(question.truth).toBeCloseTo(45.675, 9);
	});

	test('of the saving after repairs', () => {
		const question = questionOf('saving-after-repair', 2, 32);
		expect(question.given.rows).toEqual([
			['tokens: fresh / output', '2,800 / 320'],
			['small, price per 1M: fresh / output', '$0.6 / $1.1'],
			['strong, price per 1M: fresh / output', '$10 / $18'],
			['routed small', '35%'],
			['repair rate', '41%'],
		]);
		// Small 1,680 + 352 = 2,032, strong 28,000 + 5,760 = 33,760: 0.35·(1 − 0.0601896 − 0.41).
		expect(question.truth).toBeCloseTo(0.1854336, 6);
		expect(formatAnswer(question)).toBe('18.5%');
	});

	test('of the veto value', () => {
		const question = questionOf('veto-value', 2, 31);
		expect(question.given.rows).toEqual([
			['spend per request, small / strong', '$0.001089 / $0.01982'],
			['routed small', '47%'],
			['small success', '84%'],
			['strong success', '95%'],
			['repair rate', '9%'],
		]);
		// The mix cancels: (0.01982 − 0.001089 − 0.09·0.01982)/(0.95 − 0.84 − 0.09·0.95) = 0.0169472/0.0245.
		expect(question.truth).toBeCloseTo(0.691722, 6);
		expect(formatAnswer(question)).toBe('$0.692');
	});

	test('of the hand-off break-even, with repairs paid first', () => {
		const question = questionOf('handoff-break-even', 2, 32);
		expect(question.given.rows).toEqual([
			['tokens: fresh / output', '1,600 / 640'],
			['small, price per 1M: fresh / output', '$1 / $2.4'],
			['strong, price per 1M: fresh / output', '$10 / $36'],
			['repair rate', '19%'],
			['cost of a hand-off', '$3.2'],
		]);
		// Small 1,600 + 1,536 = 3,136, strong 16,000 + 23,040 = 39,040; 39,040 − 3,136 − 0.19·39,040 = 28,486.4;
		// 0.0284864/3.2.
		expect(question.truth).toBeCloseTo(0.008902, 9);
		expect(formatAnswer(question)).toBe('0.890%');
	});

	test('of the labels that the rarest segment needs', () => {
		const question = questionOf('labels-needed', 3, 31);
		expect(question.given.rows.slice(0, 4)).toEqual([
			['share of traffic', '60%', '25%', '15%'],
			['small success', '81%', '68%', '68%'],
			['strong success', '95%', '90%', '89%'],
			['loss to tell', '2 points', '2 points', '2 points'],
		]);
		// b = 0.68 × 0.11 = 0.0748, c = 0.32 × 0.89 = 0.2848: 0.3596 − 0.21² = 0.3155; 2.8016² × 0.3155 / 0.0004 = 6,190.9,
		// so 6,191; divided by 15%: 41,273.3. The other two need fewer and have more traffic.
		expect(question.truth).toBe(41_274);
		expect(formatAnswer(question)).toBe('41,274');
	});
});

const all: readonly NumberQuestion[] = NUMBER_KINDS.flatMap((kind) =>
	LEVELS.flatMap((level) => SEEDS.map((seed) => numberQuestion(kind, level, seed, scenarios))),
);
const name = ({ kind, level, seed }: NumberQuestion): string => `${kind} ${level} ${seed}`;
/** Returns the names of the questions that fail a condition, so that a failing test lists them. */
const failing = (holds: (question: NumberQuestion) => boolean): readonly string[] =>
	all.filter((question) => !holds(question)).map(name);
const lastDigit = (question: NumberQuestion): number =>
	10 ** -question.digits * (question.unit === 'percent' ? 0.01 : 1);
const rowOf = (question: NumberQuestion, start: string): readonly string[] | undefined =>
	question.given.rows.find(([text]) => text?.startsWith(start));

describe('a question of any kind and level from any shipped scenario', () => {
	test('has a truth in the range of its kind', () => {
		expect(failing(({ truth }) => Number.isFinite(truth))).toEqual([]);
		expect(failing(({ kind, truth }) => kind === 'saving-after-repair' || truth > 0)).toEqual([]);
		expect(failing(({ unit, truth }) => unit !== 'percent' || Math.abs(truth) <= 1)).toEqual([]);
		expect(failing(({ kind, truth }) => !/1000|count/.test(kind) || truth <= 1000)).toEqual([]);
		expect(failing(({ kind, truth }) => kind !== 'labels-needed' || Number.isInteger(truth))).toEqual([]);
	});

	test('can be recomputed from the printed table alone', () => {
		// To the last bits, since the table hides no precision; and so well within half of the last digit.
		expect(
			failing((question) => Math.abs(recompute(question) - question.truth) <= 1e-9 * Math.abs(question.truth)),
		).toEqual([]);
		expect(failing((question) => Math.abs(recompute(question) - question.truth) <= lastDigit(question) / 2)).toEqual(
			[],
		);
	});

	test('accepts the printed answer and the unrounded truth', () => {
		const right = (question: NumberQuestion, text: string): boolean => {
			const checked = checkNumber(question, text);
			return checked.ok && checked.right;
		};
		expect(failing((question) => right(question, formatAnswer(question)))).toEqual([]);
		expect(failing((question) => right(question, formatAnswer(question).replace(/[%$]/, '')))).toEqual([]);
		expect(failing((question) => right(question, String(question.truth)))).toEqual([]);
	});

	test('rejects the truth plus or minus three tolerances', () => {
		const wrong = (question: NumberQuestion, sign: 1 | -1): boolean => {
			const tolerance = Math.max(0.01 * Math.abs(question.truth), lastDigit(question) / 2);
			const value = question.truth + sign * 3 * tolerance;
			const checked = checkNumber(question, question.unit === 'percent' ? `${100 * value}%` : String(value));
			return checked.ok && !checked.right && Math.sign(checked.off) === sign;
		};
		expect(failing((question) => wrong(question, 1))).toEqual([]);
		expect(failing((question) => wrong(question, -1))).toEqual([]);
	});

	test('has a table of three to eight rows, with a cell per segment', () => {
		expect(failing(({ given }) => given.rows.length >= 3 && given.rows.length <= 8)).toEqual([]);
		expect(failing(({ given }) => given.rows.every(({ length }) => length === given.columns.length))).toEqual([]);
		expect(failing(({ given }) => !/NaN|null|undefined|Infinity|e-\d/.test(JSON.stringify(given)))).toEqual([]);
	});

	test('prints shares that sum to 100%', () => {
		const sum = (cells: readonly string[]): number =>
			cells.slice(1).reduce((total, cell) => total + Number(cell.replace('%', '')), 0);
		const sumsToWhole = (question: NumberQuestion): boolean => {
			const shares = rowOf(question, 'share of traffic');
			return shares === undefined || sum(shares) === 100;
		};
		expect(failing(sumsToWhole)).toEqual([]);
		expect(all.filter((question) => rowOf(question, 'share of traffic')).length).toBeGreaterThan(3000);
	});

	test('has more segments and repairs at higher levels', () => {
		const columns = ({ given }: NumberQuestion): number => given.columns.length - 1;
		const repaired = (question: NumberQuestion): boolean =>
			['repair rate', 'check', 'small: noticed /'].some((start) => rowOf(question, start) !== undefined);
		expect(failing((question) => question.level !== 1 || (columns(question) === 1 && !repaired(question)))).toEqual([]);
		expect(
			failing(
				(question) => question.level !== 2 || (repaired(question) ? columns(question) === 1 : columns(question) === 2),
			),
		).toEqual([]);
		expect(failing((question) => question.level !== 3 || columns(question) >= 2)).toEqual([]);
		expect(
			failing((question) => question.level !== 3 || question.kind === 'labels-needed' || repaired(question)),
		).toEqual([]);
		expect(new Set(all.filter(({ level }) => level === 3).map(columns))).toEqual(new Set([2, 3]));
	});

	test('states the unit and the decimals', () => {
		const states = ({ ask, unit, digits }: NumberQuestion): boolean => {
			if (digits === 0) return ask.endsWith('Answer as a whole number.');
			const words = { percent: 'in percent', money: 'in USD', number: 'as a number' }[unit];
			return ask.endsWith(`Answer ${words}, to ${digits} decimal${digits === 1 ? '' : 's'}.`);
		};
		expect(failing(states)).toEqual([]);
	});

	test('asks for at least two significant digits of money', () => {
		// Counts may be small; percentages show a tenth of a point.
		expect(failing(({ unit, truth, digits }) => unit !== 'money' || Math.abs(truth) * 10 ** digits >= 99)).toEqual([]);
	});

	test('has a formula that ends in the answer, with every intermediate result right', () => {
		const names = ({ given }: NumberQuestion): readonly string[] => given.columns.slice(1);
		const endsInAnswer = (question: NumberQuestion): boolean =>
			question.formula.endsWith(` = ${formatAnswer(question)}`);
		let sums = 0;
		const hasRightSums = (question: NumberQuestion): boolean =>
			question.formula.split('\n').every((line) => {
				const sum = evaluateLine(line, names(question));
				if (sum === null) return true;
				sums++;
				const stated = parseResult(sum.says);
				// Intermediate results show seven digits, the answer its own digits; labels are rounded up.
				const allowed =
					question.kind === 'labels-needed' ? 1 : line.endsWith(formatAnswer(question)) ? lastDigit(question) / 2 : 0;
				return Math.abs(sum.value - stated) <= Math.max(2e-5 * Math.abs(stated), 1.02 * allowed);
			});
		const hasFinalSum = (question: NumberQuestion): boolean =>
			evaluateLine(question.formula.split('\n').at(-1) ?? '', names(question)) !== null;
		expect(failing(endsInAnswer)).toEqual([]);
		expect(failing(hasFinalSum)).toEqual([]);
		expect(failing(hasRightSums)).toEqual([]);
		expect(sums).toBeGreaterThan(all.length);
	});

	test('has a formula without binary noise', () => {
		expect(failing(({ formula }) => !/\d\.\d*(?:0000000|9999999)/.test(formula))).toEqual([]);
	});
});

describe('the seed of a question', () => {
	test('reproduces the question, regardless of others in between', () => {
		const repeat = (question: NumberQuestion): NumberQuestion =>
			numberQuestion(question.kind, question.level, question.seed, scenarios);
		const sample = all.filter((_, i) => i % 17 === 0).reverse();
		expect(sample.map(repeat)).toEqual(sample);
	});

	test('gives a different question than the next seed, nearly always', () => {
		const text = ({ ask, given }: NumberQuestion): string => ask + JSON.stringify(given);
		for (const kind of NUMBER_KINDS)
			for (const level of LEVELS) {
				const texts = all.filter((question) => question.kind === kind && question.level === level).map(text);
				const repeats = texts.filter((own, i) => own === texts[i + 1]).length;
				expect(repeats, `${kind} ${level}`).toBeLessThanOrEqual(3);
			}
	});

	test('selects among many scenarios', () => {
		expect(new Set(all.flatMap(({ given }) => given.columns.slice(1))).size).toBeGreaterThan(60);
	});

	test('may be as large as 2⁵³ − 1', () => {
		const largest = numberQuestion('veto-value', 3, 2 ** 53 - 1, scenarios);
		expect(recompute(largest)).toBeCloseTo(largest.truth, 9);
		expect(largest).not.toEqual(numberQuestion('veto-value', 3, 2 ** 32 - 1, scenarios));
	});
});

describe('scenarios for a question', () => {
	const [priced, exam, week31] = ['cost-table', 'mmlu-mixtral-gpt4', 'week-31'].map(
		(id) => shippedScenario(id).scenario,
	);
	const names = week31?.segments.map(({ name }) => name) ?? [];

	test('are skipped if they lack the data', () => {
		for (const kind of ['cost-per-resolved', 'silent-per-1000', 'veto-value'] as const)
			for (const seed of SEEDS.slice(0, 40)) {
				const { given } = numberQuestion(
					kind,
					1,
					seed,
					[priced, week31].flatMap((scenario) => scenario ?? []),
				);
				expect(names).toContain(given.columns[1]);
			}
	});

	test('are used if they have enough data for the kind', () => {
		const { given } = numberQuestion('blended-cost', 1, 0, priced ? [priced] : []);
		expect(given.columns).toEqual(['given', priced?.segments[0]?.name]);
	});

	test('are skipped for noticed failures if they are exams, where nothing is noticed', () => {
		for (const seed of SEEDS.slice(0, 40)) {
			const { given } = numberQuestion(
				'silent-per-1000',
				3,
				seed,
				[exam, week31].flatMap((scenario) => scenario ?? []),
			);
			expect(names).toEqual(expect.arrayContaining(given.columns.slice(1)));
		}
	});

	test('are reported with kind and level if none has the data', () => {
		expect(() => numberQuestion('veto-value', 1, 0, priced ? [priced] : [])).toThrow('veto-value at level 1');
		expect(() => numberQuestion('blended-cost', 3, 0, [])).toThrow('no scenario');
	});
});
