import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatProblem, loadScenario, type ScenarioDocument } from '../../src/content/index.js';
import type { Segment } from '../../src/engine/scenario.js';

const FOLDER = new URL('../../scenarios/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

function load(id: string): ScenarioDocument {
	const loaded = loadScenario(readFileSync(new URL(`${id}.yaml`, FOLDER)), `scenarios/${id}.yaml`);
	if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
	return loaded.document;
}

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const segment = (document: ScenarioDocument, id: string): Segment => {
	const found = document.scenario.segments.find((item) => item.id === id);
	if (!found) throw new Error(`no segment ${id}`);
	return found;
};

const PRICES = {
	small: { input: 0.5, cachedInput: 0.25, output: 1.5 },
	strong: { input: 10, cachedInput: 5, output: 30 },
};

describe.each(FILES)('%s', (file) => {
	const id = file.replace(/\.yaml$/, '');

	it('loads, and has the id of its file', () => {
		expect(load(id).scenario.id).toBe(id);
	});

	it('refers editors to the schema on its first line', () => {
		const [first] = readFileSync(new URL(file, FOLDER), 'utf8').split('\n');
		expect(first).toBe('# yaml-language-server: $schema=../schema/scenario.schema.json');
	});

	it('has a story of 40 to 120 words, and states the origin of its figures', () => {
		const { story, summary, source, teaches } = load(id);
		expect(words(story)).toBeGreaterThanOrEqual(40);
		expect(words(story)).toBeLessThanOrEqual(120);
		expect(summary).not.toContain('\n');
		expect(source).toMatch(/illustrative|made up|counted/i);
		expect(teaches.length).toBeGreaterThan(0);
		expect(new Set(teaches).size).toBe(teaches.length);
	});

	it('does not refer to screens that do not exist', () => {
		expect(load(id).story).not.toMatch(/\bsort\b|columns? on the|screens further/i);
		expect(load(id).source).not.toMatch(/the chapter's/i);
	});

	it('has an artifact and a guardrail on resolution', () => {
		const { artifact, scenario } = load(id);
		expect(artifact?.rows.length).toBeGreaterThan(0);
		for (const row of artifact?.rows ?? []) expect(row).toHaveLength(artifact?.columns.length ?? 0);
		expect(scenario.guardrails.map(({ metric }) => metric)).toContain('resolution');
	});
});

describe.each(['week-31', 'cost-table', 'toy-request', 'mmlu-mixtral-gpt4'])('%s', (id) => {
	it('uses the shared prices and tokens', () => {
		const { scenario } = load(id);
		expect(scenario.prices).toMatchObject(PRICES);
		expect(scenario.tokens).toEqual({ fresh: 2000, cached: 0, output: 400, reasoning: { small: 0, strong: 0 } });
		expect(scenario.steps).toEqual([{ name: 'answer', lane: 'routed', tokens: null, times: 1 }]);
	});
});

describe('week-31', () => {
	it('has the slice as observed', () => {
		const slice = load('week-31').scenario.segments.map(({ id, share, risk, observed, routedSmall }) => {
			expect(routedSmall).toBe(observed?.routedSmall);
			return [id, share, risk, observed?.routedSmall, observed?.smallSuccess, observed?.escalationRate];
		});
		expect(slice).toEqual([
			['faq', 0.865, 'low', 0.84, 0.96, 0.03],
			['refund', 0.095, 'medium', 0.61, 0.81, 0.16],
			['policy', 0.025, 'high', 0.44, 0.68, 0.27],
			['billing', 0.015, 'high', 0.3, 0.72, 0.22],
		]);
	});

	it('has the other inputs of the model', () => {
		const { scenario } = load('week-31');
		const rest = scenario.segments.map(({ easyShare, labels, silentCost, strongOnEasy, strongOnHard, repairRate }) => [
			easyShare,
			labels,
			silentCost,
			strongOnEasy,
			strongOnHard,
			repairRate,
		]);
		expect(rest).toEqual([
			[0.92, 2400, 1, 0.99, 0.84, 0],
			[0.66, 600, 12, 0.99, 0.84, 0],
			[0.45, 150, 25, 0.99, 0.84, 0],
			[0.42, 60, 40, 0.99, 0.84, 0],
		]);
		expect(scenario).toMatchObject({ strongDetection: 0.8, handoffCost: 4, volumePerWeek: 10_000, check: null });
		expect(scenario.latency).toMatchObject({ small: { p50: 700, p95: 1600 }, strong: { p50: 1900, p95: 4800 } });
	});

	it('has five guardrails, each with an owner and a rollback', () => {
		const { guardrails } = load('week-31').scenario;
		expect(
			guardrails.map(({ metric, side, limit, relative, owner }) => [metric, side, limit, relative, owner]),
		).toEqual([
			['resolution', 'atLeast', -0.01, true, 'product'],
			['silent', 'atMost', 0.01, false, 'trust and safety'],
			['highRiskSmall', 'atMost', 0.05, false, 'risk'],
			['repairRate', 'atMost', 0.12, false, 'model platform'],
			['latencyP95', 'atMost', 5000, false, 'latency'],
		]);
		for (const { action } of guardrails) expect(words(action)).toBeGreaterThan(4);
	});

	it('has the slice as first seen in its artifact', () => {
		expect(load('week-31').artifact).toEqual({
			title: 'Router slice, week 31',
			columns: ['segment', 'routed small', 'small success', 'escalation', 'product risk'],
			rows: [
				['FAQ answer', '84%', '96%', '3%', 'low'],
				['refund dispute', '61%', '81%', '16%', 'medium'],
				['policy exception', '44%', '68%', '27%', 'high'],
				['billing action', '30%', '72%', '22%', 'high'],
			],
		});
	});
});

describe('cost-table', () => {
	it('has the five rows, each with its own mix, repair and override', () => {
		const { rows } = load('cost-table').scenario;
		expect(rows.map(({ id, routedSmall, repairRate, override }) => [id, routedSmall, repairRate, override])).toEqual([
			['all-strong', 0, 0, null],
			['blend', 0.8, 0, null],
			['few-repairs', 1, 0.1, null],
			['many-repairs', 1, 0.6, null],
			['risk-override', 0.8, 0, 'strong'],
		]);
	});

	it('states for every row what improved and what may have worsened', () => {
		for (const { improved, mayHaveWorsened } of load('cost-table').scenario.rows) {
			expect(words(improved ?? '')).toBeGreaterThan(4);
			expect(words(mayHaveWorsened ?? '')).toBeGreaterThan(4);
		}
	});

	it('measures no outcome', () => {
		const { scenario } = load('cost-table');
		expect(scenario.segments).toHaveLength(1);
		expect(scenario.segments[0]).toMatchObject({ easyShare: null, observed: null, labels: null, detection: null });
		expect(scenario).toMatchObject({ strongDetection: null, handoffCost: null, latency: null });
	});
});

describe('toy-request', () => {
	it('is one request with two lanes to choose from', () => {
		const { segments } = load('toy-request').scenario;
		expect(segments.map(({ share }) => share)).toEqual([1]);
	});
});

describe('mmlu-mixtral-gpt4', () => {
	const document = load('mmlu-mixtral-gpt4');
	const { segments } = document.scenario;

	it('has 57 subjects and 14,042 questions, and shares that sum to 1', () => {
		expect(segments).toHaveLength(57);
		expect(sum(segments.map(({ labels }) => labels ?? 0))).toBe(14_042);
		expect(Math.abs(sum(segments.map(({ share }) => share)) - 1)).toBeLessThanOrEqual(1e-9);
	});

	it('has fractions that are whole numbers of questions', () => {
		for (const { labels, share, easyShare, strongOnEasy, strongOnHard } of segments) {
			const total = labels ?? 0;
			const easy = (easyShare ?? 0) * total;
			for (const count of [share * 14_042, easy, (strongOnEasy ?? 0) * easy, (strongOnHard ?? 0) * (total - easy)])
				expect(Math.abs(count - Math.round(count))).toBeLessThan(1e-6);
		}
	});

	it('agrees with the counts in the comments above the figures', () => {
		const text = readFileSync(new URL('mmlu-mixtral-gpt4.yaml', FOLDER), 'utf8');
		const counts = [
			...text.matchAll(
				/# (\d+) questions: both right (\d+), Mixtral only (\d+), GPT-4 only (\d+), neither (\d+)\n {2}- id: (\S+)/g,
			),
		];
		expect(counts).toHaveLength(57);
		for (const [, ...found] of counts) {
			const [total = 0, both = 0, weak = 0, strong = 0, neither = 0] = found.map(Number);
			const subject = segment(document, String(found[5]));
			expect(both + weak + strong + neither).toBe(total);
			expect(subject.labels).toBe(total);
			expect(subject.easyShare).toBeCloseTo((both + weak) / total, 12);
			expect(subject.strongOnEasy).toBeCloseTo(both / (both + weak), 12);
			expect(subject.strongOnHard).toBeCloseTo(strong / (strong + neither), 12);
		}
	});

	it('has exactly three subjects in which the strong model is weaker', () => {
		const below = segments.filter(({ easyShare, strongOnEasy, strongOnHard }) => {
			const easy = easyShare ?? 0;
			return easy * (strongOnEasy ?? 0) + (1 - easy) * (strongOnHard ?? 0) < easy;
		});
		expect(below.map(({ id }) => id)).toEqual(['college_chemistry', 'high_school_mathematics', 'world_religions']);
	});

	it('states what is illustrative, and leaves out what an exam does not measure', () => {
		for (const item of segments)
			expect(item).toMatchObject({ routerAuc: 0.65, routedSmall: 0.5, detection: null, silentCost: null, risk: 'low' });
		expect(document.scenario).toMatchObject({ strongDetection: null, handoffCost: null });
		expect(document.source).toMatch(/RouteLLM.*Apache-2\.0.*illustrative/);
	});

	it('has readable names', () => {
		expect(segment(document, 'high_school_mathematics').name).toBe('High school mathematics');
		expect(segment(document, 'us_foreign_policy').name).toBe('US foreign policy');
		expect(segment(document, 'high_school_european_history').name).toBe('High school European history');
	});
});
