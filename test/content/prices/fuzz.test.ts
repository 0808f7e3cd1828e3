import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { chooseModel, type LoadedPrices, loadPrices, type PriceList } from '../../../src/content/index.js';
import { priceEdits } from '../../../src/content/prices/edits.js';
import { findModels } from '../../../src/content/prices/find.js';
import { priceUse } from '../../../src/content/prices/price-use.js';
import { computeOutcome } from '../../../src/engine/index.js';
import { applyEdits, applyEditTexts, formatEdit } from '../../../src/engine/inputs/index.js';
import { rounds } from '../../support/effort.js';
import { aScenario, someTokens } from '../../support/scenarios.js';
import { areValidProblems } from '../problem-checks.js';
import { isSafeToPrint } from '../safe-to-print.js';

// Generous, so that a slow machine does not fail.
vi.setConfig({ testTimeout: 60_000 });

const SCENARIO = aScenario({
	tokens: someTokens({ fresh: 5000, cached: 500, output: 100 }),
	cache: { onSwitch: 'lost', write: 1.25 },
});

const price = fc.oneof(
	fc.double({ min: 0, max: 1e-3, noNaN: true }),
	fc.constantFrom<unknown>(
		0,
		-0,
		-1,
		1e-300,
		1e300,
		0.15,
		15,
		null,
		'3e-7',
		'0,5',
		'',
		' ',
		'free',
		'0x10',
		true,
		[1e-6],
		{},
	),
);
const NAMES = [
	'input_cost_per_token',
	'output_cost_per_token',
	'cache_read_input_token_cost',
	'cache_creation_input_token_cost',
	'input_cost_per_token_cache_hit',
	'output_cost_per_reasoning_token',
	'input_cost_per_request',
	'input_cost_per_token_batches',
	'search_context_cost_per_query',
	'\u001b[31m_cost',
];
const suffix = fc.oneof(
	fc.constant(''),
	fc
		.tuple(
			fc.constantFrom('0', '1', '4', '128', '200', '99999999999999999999'),
			fc.constantFrom('', 'k', 'm', 'g', 'K'),
		)
		.map(([digits, unit]) => `_above_${digits}${unit}_tokens`),
);
const field = fc.tuple(fc.constantFrom(...NAMES), suffix).map((parts) => parts.join(''));
const range = fc.oneof(
	fc.array(fc.constantFrom<unknown>(0, 1000, 32_000, -5, 'x', null), { maxLength: 3 }),
	fc.constant('x'),
);
const tier = fc
	.tuple(range, fc.dictionary(fc.constantFrom(...NAMES), price, { maxKeys: 4 }))
	.map(([from, fields]) => ({ range: from, ...fields }));
const extra = fc.oneof(
	fc.record({ mode: fc.constantFrom<unknown>('chat', 'Chat', 'embedding', 'responses', 3, null, '\u202e') }),
	fc.record({
		tiered_pricing: fc.oneof(fc.array(fc.oneof(tier, fc.constant(null)), { maxLength: 4 }), fc.constant({})),
	}),
	fc.record({ litellm_provider: fc.constantFrom<unknown>('acme', '\u009b', {}, '') }),
	fc.constant({}),
);
const usual = fc.record({ input_cost_per_token: price, output_cost_per_token: price });
const entry = fc.oneof(
	{
		weight: 9,
		arbitrary: fc
			.tuple(usual, fc.dictionary(field, price, { maxKeys: 8 }), extra)
			.map((all) => Object.assign({}, ...all)),
	},
	{ weight: 1, arbitrary: fc.constantFrom<unknown>(null, 3, 'x', [], {}) },
);
const name = fc.oneof(
	fc.stringMatching(/^[ab/-]{1,3}$/),
	fc.constantFrom('sample_spec', '__proto__', 'a\u0007', ' a ', '漢', ''),
);
const entries = fc.array(fc.tuple(name, entry), { minLength: 1, maxLength: 6 });

/** Writes a list as JSON; unlike `JSON.stringify` of an object, it can contain duplicate names. */
const writeList = (all: readonly (readonly [string, unknown])[]): string =>
	`{${all.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',\n')}}`;

const textsIn = (value: unknown): readonly string[] =>
	typeof value === 'string'
		? [value]
		: typeof value === 'object' && value !== null
			? Object.values(value).flatMap(textsIn)
			: [];

/**
 * Returns whether the models of a list can be used in either lane and have printable texts, or the problems are
 * printable.
 */
function isSound(read: LoadedPrices): boolean {
	if (!read.ok) return areValidProblems(read.problems);
	const { prices } = read;
	for (const model of prices.models.slice(0, 2)) {
		const chosen = {
			list: prices,
			models: [
				{ lane: 'small' as const, model },
				{ lane: 'strong' as const, model },
			],
		};
		const edits = priceEdits(chosen, [SCENARIO]);
		const applied = applyEdits(SCENARIO, edits);
		const reparsed = applyEditTexts(SCENARIO, edits.map(formatEdit));
		if (!applied.ok || !reparsed.ok) throw new Error(`${JSON.stringify(edits)}: ${applied.ok ? '' : applied.message}`);
		expect(reparsed.value.scenario).toEqual(applied.value);
		expect(computeOutcome(applied.value).metrics.cost).toBeGreaterThanOrEqual(0);
		if (!textsIn(priceUse(chosen, applied.value)).every(isSafeToPrint)) return false;
	}
	return isFound(prices) && textsIn(prices.unpriced).every(isSafeToPrint);
}

/** Returns whether every model with a unique name is found by it. */
function isFound(list: PriceList): boolean {
	const listed = [...list.models, ...list.unpriced];
	return listed.every((model) => {
		if (model.name.trim() === '' || listed.filter((other) => other.name.trim() === model.name.trim()).length > 1)
			return true;
		const choice = chooseModel(list, model.name);
		const wanted = choice.is === 'several' || choice.is === 'none' ? null : choice.model;
		return wanted === model && findModels(list, model.name)[0] === model;
	});
}

describe('any price list', () => {
	it('loads with usable models, or is refused with a place', () => {
		fc.assert(
			fc.property(entries, (all) => isSound(loadPrices(writeList(all), 'fuzz\u001b[31m.json'))),
			{ numRuns: rounds(1200) },
		);
	});

	it('gives the same prices in any order of models and fields', () => {
		const shuffled = fc
			.tuple(fc.uniqueArray(fc.tuple(name, entry), { selector: ([key]) => key, minLength: 1, maxLength: 4 }), fc.nat())
			.map(
				([all, seed]) => [all, rotate(all, seed).map(([key, value]) => [key, reorder(value, seed)] as const)] as const,
			);
		fc.assert(
			fc.property(shuffled, ([all, other]) => {
				const [read, again] = [all, other].map((list) => loadPrices(writeList(list), 'a.json'));
				expect(again?.ok).toBe(read?.ok);
				if (read?.ok && again?.ok) expect(sortByName(again.prices)).toEqual(sortByName(read.prices));
			}),
			{ numRuns: rounds(800) },
		);
	});

	it('loads or is refused even with lost or duplicated pieces', () => {
		fc.assert(
			fc.property(entries, fc.nat(), fc.nat(20), fc.boolean(), (all, at, length, lose) => {
				const text = writeList(all);
				const from = at % text.length;
				const piece = text.slice(from, from + length);
				const broken = text.slice(0, from) + (lose ? '' : piece + piece) + text.slice(from + length);
				return isSound(loadPrices(broken, 'fuzz.json'));
			}),
			{ numRuns: rounds(1200) },
		);
	});
});

const rotate = <T>(items: readonly T[], by: number): readonly T[] => {
	const at = items.length === 0 ? 0 : by % items.length;
	return [...items.slice(at), ...items.slice(0, at)].reverse();
};

const reorder = (value: unknown, seed: number): unknown =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.fromEntries(rotate(Object.entries(value), seed))
		: value;

/** Sorts the models by name, and the lists of each, whose order is that of its fields. */
const sortByName = ({ models, unpriced }: PriceList) => ({
	models: [...models]
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.map((model) => ({ ...model, unclear: [...model.unclear].sort(), notRead: [...model.notRead].sort() })),
	unpriced: unpriced.map((model) => model.name).sort(),
});
