import { describe, expect, test } from 'vitest';
import { compare } from '../../src/engine/full-metrics.js';
import { computeOutcome, labelsNeeded } from '../../src/engine/index.js';
import { noiseOf } from '../../src/engine/noise.js';
import type { Verdict } from '../../src/engine/outcome-types.js';
import type { MetricName, PriceTier, Scenario } from '../../src/engine/scenario.js';
import { aCheck, someTokens, week31, withEvery, withSegments } from '../support/scenarios.js';

/** Metrics with acceptance figures in the model's second version. Each row of figures is an edit of week 31. */
const METRICS = [
	'cost',
	'resolution',
	'handoff',
	'silent',
	'totalCostPerResolved',
	'saving',
	'breakEvenRepair',
	'handoffBreakEven',
	'pgr',
	'avoidable',
	'gained',
	'latencyMean',
	'latencyP95',
] as const satisfies readonly MetricName[];

type PrintedFigure = number | 'undefined' | 'not-applicable';
type Row = readonly [
	edit: string,
	metrics: readonly PrintedFigure[],
	/** Noise of resolution, of its difference from the baseline, of silent, totalCostPerResolved and cost. */
	noise: readonly number[],
	judged: {
		readonly verdict: Verdict;
		readonly decidedBy: readonly MetricName[];
		readonly gain: readonly [number, number];
	},
];

// biome-ignore format: a table of figures, one row per edit
const ROWS: readonly Row[] = [
	[
		'week-31',
		[0.00767848, 0.94128167, 0.04612106, 0.012597265, 0.29004657, 0.7600475, 0.95, 0.0076, 0.68407493, 0.03767778, 0.007551955, 1080.6813, 2832.6088],
		[0.0058553619, 0.0062586466, 0.0031698403, 0.033026909, 0],
		{ verdict: 'roll-back', decidedBy: ['resolution', 'highRiskSmall'], gain: [-0.12079474, 0.030336879] },
	],
	[
		'mended',
		[0.012129712, 0.97548522, 0.016885852, 0.0076289321, 0.13034125, 0.62094651, 0.9, 0.0064969554, 1.0427624, 0.028622741, 0.0073052531, 1510.4759, 3686.7985],
		[0.0044753294, 0.0032171047, 0.0024143944, 0.025535766, 0.00025161871],
		{ verdict: 'canary', decidedBy: ['silent'], gain: [0.038910587, 0.011492286] },
	],
	[
		'cache lost',
		[0.007629053, 0.94128167, 0.04612106, 0.012597265, 0.28999406, 0.68861008, 0.62635978, 0.0052718414, 0.68407493, 0.03767778, 0.007551955, 1080.6813, 2832.6088],
		[0.0058553619, 0.0062586466, 0.0031698403, 0.033026651, 0],
		{ verdict: 'roll-back', decidedBy: ['resolution', 'highRiskSmall'], gain: [-0.12846298, 0.0303183] },
	],
	[
		'cache kept',
		[0.0058788363, 0.94128167, 0.04612106, 0.012597265, 0.28813466, 0.7600475, 0.95, 0.00581875, 0.68407493, 0.03767778, 0.007551955, 1080.6813, 2832.6088],
		[0.0058553619, 0.0062586466, 0.0031698403, 0.033017546, 0],
		{ verdict: 'roll-back', decidedBy: ['resolution', 'highRiskSmall'], gain: [-0.12660358, 0.030312725] },
	],
	[
		'cache lost, p = 0.5',
		[0.015815625, 0.95793774, 0.033764557, 0.0082976986, 0.24662786, 0.35446429, 0.57655602, 0.0043421875, 0.85874466, 0.018252464, 0.0047827088, 1510.5337, 3915.357],
		[0.0047023388, 0.0032682866, 0.0022107774, 0.03248665, 0],
		{ verdict: 'roll-back', decidedBy: ['resolution', 'highRiskSmall'], gain: [-0.08509678, 0.027882534] },
	],
	[
		'reasoning strong 300',
		[0.00947803, 0.94128167, 0.04612106, 0.012597265, 0.29195838, 0.76882854, 0.96097561, 0.00985, 0.68407493, 0.03767778, 0.007551955, 1080.6813, 2832.6088],
		[0.0058553619, 0.0062586466, 0.0031698403, 0.033036272, 0],
		{ verdict: 'roll-back', decidedBy: ['resolution', 'highRiskSmall'], gain: [-0.11344164, 0.030364768] },
	],
	[
		'request fee small 0.002',
		[0.00927858, 0.94128167, 0.04612106, 0.012597265, 0.29174648, 0.71004437, 0.8875, 0.0071, 0.68407493, 0.03767778, 0.007551955, 1080.6813, 2832.6088],
		[0.0058553619, 0.0062586466, 0.0031698403, 0.033035234, 0],
		{ verdict: 'roll-back', decidedBy: ['resolution', 'highRiskSmall'], gain: [-0.12249465, 0.03034197] },
	],
	[
		'tier strong > 1000, double',
		[0.01407688, 0.94128167, 0.04612106, 0.012597265, 0.29684411, 0.78004875, 0.975, 0.0156, 0.68407493, 0.03767778, 0.007551955, 1080.6813, 2832.6088],
		[0.0058553619, 0.0062586466, 0.0031698403, 0.033060209, 0],
		{ verdict: 'roll-back', decidedBy: ['resolution', 'highRiskSmall'], gain: [-0.094650385, 0.030436291] },
	],
	[
		'tier at exactly 2000',
		[0.00767848, 0.94128167, 0.04612106, 0.012597265, 0.29004657, 0.7600475, 0.95, 0.0076, 0.68407493, 0.03767778, 0.007551955, 1080.6813, 2832.6088],
		[0.0058553619, 0.0062586466, 0.0031698403, 0.033026909, 0],
		{ verdict: 'roll-back', decidedBy: ['resolution', 'highRiskSmall'], gain: [-0.12079474, 0.030336879] },
	],
	[
		'check on billing only',
		[0.007727152, 0.94223261, 0.045277508, 0.012489877, 0.28166555, 0.7585265, 0.94971877, 0.007584791, 0.6940473, 0.03767778, 0.007551955, 1084.9173, 2849.5434],
		[0.0058674048, 0.0062439292, 0.0031724222, 0.033125204, 1.7319254e-05],
		{ verdict: 'roll-back', decidedBy: ['resolution', 'highRiskSmall'], gain: [-0.11241371, 0.029585457] },
	],
	[
		'routerLatency 40',
		[0.00767848, 0.94128167, 0.04612106, 0.012597265, 0.29004657, 0.7600475, 0.95, 0.0076, 0.68407493, 0.03767778, 0.007551955, 1120.6813, 2872.6088],
		[0.0058553619, 0.0062586466, 0.0031698403, 0.033026909, 0],
		{ verdict: 'roll-back', decidedBy: ['resolution', 'highRiskSmall'], gain: [-0.12079474, 0.030336879] },
	],
	[
		'strong worse (0.7, 0.5)',
		[0.00767848, 0.8793414, 0.09567328, 0.02498532, 0.63477962, 0.7600475, 0.95, 0.0076, 'undefined', 0.02242725, 0.22655865, 1080.6813, 2832.6088],
		[0.0063878015, 0.014549239, 0.0035368502, 0.041402661, 0],
		{ verdict: 'roll-back', decidedBy: ['silent', 'highRiskSmall'], gain: [1.3069422, 0.12500779] },
	],
	[
		'all-strong',
		[0.032, 0.9714075, 0.022874, 0.0057185, 0.16925183, 0, 'not-applicable', 'not-applicable', 1, 0, 0, 2226.835, 4800],
		[0.0055737146, 0, 0.0024206251, 0.028576088, 0],
		{ verdict: 'no-gain', decidedBy: ['totalCostPerResolved'], gain: [0, 0] },
	],
];

const withCachedTokens = (scenario: Scenario): Scenario => ({
	...scenario,
	tokens: someTokens({ fresh: 500, cached: 1500, output: 400 }),
});
const withLostCache = (scenario: Scenario): Scenario => ({
	...withCachedTokens(scenario),
	cache: { onSwitch: 'lost', write: 1.25 },
});
const withTier = (scenario: Scenario, above: PriceTier): Scenario => ({
	...scenario,
	prices: { ...scenario.prices, strong: { ...scenario.prices.strong, above: [above] } },
});

const EDITS: Readonly<Record<string, (scenario: Scenario) => Scenario>> = {
	'week-31': (scenario) => scenario,
	mended: (scenario) => ({
		...withSegments(scenario, {
			refund: { routedSmall: 0.4 },
			policy: { override: 'strong' },
			billing: { override: 'strong' },
		}),
		check: aCheck(),
	}),
	'cache lost': withLostCache,
	'cache kept': withCachedTokens,
	'cache lost, p = 0.5': (scenario) => withLostCache(withEvery(scenario, { routedSmall: 0.5 })),
	'reasoning strong 300': (scenario) => ({
		...scenario,
		tokens: { ...scenario.tokens, reasoning: { small: 0, strong: 300 } },
	}),
	'request fee small 0.002': (scenario) => ({
		...scenario,
		prices: { ...scenario.prices, small: { ...scenario.prices.small, request: 0.002 } },
	}),
	'tier strong > 1000, double': (scenario) =>
		withTier(scenario, { tokens: 1000, input: 20, cachedInput: 10, output: 60 }),
	'tier at exactly 2000': (scenario) => withTier(scenario, { tokens: 2000, input: 20, cachedInput: 10, output: 60 }),
	'check on billing only': (scenario) => withSegments(scenario, { billing: { check: aCheck() } }),
	'routerLatency 40': (scenario) => ({ ...scenario, routerLatency: 40 }),
	'strong worse (0.7, 0.5)': (scenario) => withEvery(scenario, { strongOnEasy: 0.7, strongOnHard: 0.5 }),
	'all-strong': (scenario) => withEvery(scenario, { routedSmall: 0 }),
};

/** Expects a value to agree with a printed figure to 1e-6, or to the last of its eight printed digits. */
function expectPrinted(value: number | null | undefined, printed: number): void {
	expect(value).toBeTypeOf('number');
	expect(Math.abs((value as number) - printed)).toBeLessThanOrEqual(Math.max(1e-6, Math.abs(printed) * 5e-8));
}

describe.each(ROWS)('week 31 after the edit “%s”', (name, metrics, noise, judged) => {
	const scenario = (EDITS[name] as (scenario: Scenario) => Scenario)(week31());
	const outcome = computeOutcome(scenario);

	test.each(METRICS.map((metric, i) => [metric, metrics[i] as PrintedFigure] as const))('%s', (metric, printed) => {
		if (typeof printed === 'number') expectPrinted(outcome.metrics[metric], printed);
		else expect([outcome.metrics[metric], outcome.why(metric)]).toEqual([null, printed]);
	});

	test('has the printed noise', () => {
		const [resolution, difference, silent, total, cost] = noise as [number, number, number, number, number];
		expectPrinted(outcome.noise.resolution, resolution);
		expectPrinted(noiseOf(compare(scenario)).ofDifference('resolution'), difference);
		expectPrinted(outcome.noise.silent, silent);
		expectPrinted(outcome.noise.totalCostPerResolved, total);
		expectPrinted(outcome.noise.cost, cost);
	});

	test('has the printed verdict, deciding metrics and gain', () => {
		expect(outcome.verdict).toBe(judged.verdict);
		expect(outcome.decidedBy).toEqual(judged.decidedBy);
		expectPrinted(outcome.gain.value, judged.gain[0]);
		expectPrinted(outcome.gain.noise, judged.gain[1]);
	});
});

test('the labels needed to detect a loss of one point on the FAQ of week 31 are those printed', () => {
	const faq = { smallSuccess: 0.96, strongOnEasy: 0.99, strongOnHard: 0.84 };
	expect(labelsNeeded(faq, 0.01)).toEqual({ paired: 3346, unpaired: 4250 });
});
