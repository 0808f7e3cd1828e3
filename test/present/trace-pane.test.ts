import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/engine/scenario.js';
import { createTracer, findRequest, type TracedRequest, traceRequest } from '../../src/engine/trace/index.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { layoutPane } from '../../src/present/pane/pane-layout.js';
import { STAGE_COUNT, traceBlocks } from '../../src/present/trace/pane.js';
import { type Line, textOf } from '../../src/text/line.js';
import { width } from '../../src/text/width.js';
import { pairs, rounds, sampleGrid } from '../support/effort.js';
import { aCheck, aScenario, aSegment, someTokens, withEvery, withSegments } from '../support/scenarios.js';
import { SHIPPED_IDS, shippedScenario } from '../support/shipped.js';

const LAST = STAGE_COUNT - 1;
const [GATEWAY, ROUTE, CALLS, REPAIR, OUTCOME] = [0, 1, 2, 4, 5] as const;

const linesOf = (
	scenario: Scenario,
	request: TracedRequest,
	stage: number,
	columns: number,
	height: number,
	focus: string | null = null,
): readonly Line[] =>
	layoutPane(
		{ id: 'board', title: 'Trace', blocks: traceBlocks(computeLab(scenario, null, null), { request, stage }) },
		{ width: columns, height, focus },
	);
const draw = (...place: Parameters<typeof linesOf>): string[] => linesOf(...place).map(textOf);
/** Joins the lines of a drawing, so that sentences are on one line. */
const joinLines = (lines: readonly string[]): string => lines.join(' ').replace(/[│\s]+/g, ' ');
const at80 = (scenario: Scenario, request: TracedRequest, stage: number): string =>
	joinLines(draw(scenario, request, stage, 80, 21));

const week31 = shippedScenario('week-31').scenario;
const repairs = withEvery(week31, { repairRate: 0.2 });
const checked: Scenario = {
	...week31,
	routerCost: 0.0003,
	check: aCheck({ latency: 250 }),
};
const overridden = withEvery(week31, { override: 'strong' });
const steps: Scenario = {
	...repairs,
	attempts: { small: 1.4, strong: 1 },
	steps: [
		{ name: 'rewrite', lane: 'small', tokens: someTokens({ fresh: 300, cached: 1200, output: 40 }), times: 1 },
		{ name: 'answer with citations', lane: 'routed', tokens: null, times: 2.5 },
		{ name: 'judge', lane: 'strong', tokens: null, times: 1 },
	],
};
const findTraced = (scenario: Scenario, is: (request: TracedRequest) => boolean): TracedRequest => {
	const trace = createTracer(scenario, 7);
	for (let index = 0; index < 20_000; index++) {
		const request = trace(index);
		if (is(request)) return request;
	}
	throw new Error('no such request');
};

describe('the Trace pane', () => {
	const huge = aScenario({
		id: 'a-scenario-with-an-id-that-goes-on-and-on-and-on',
		tokens: someTokens({ fresh: 987_654_321, cached: 987_654_321, output: 987_654_321 }),
		attempts: { small: 999, strong: 999 },
		segments: [
			aSegment({ id: 'a', name: '返金の異議申し立て（とても長い名前のセグメント）👩‍💻🚀🚀', repairRate: 0.5 }),
		],
	});
	const unknown = aScenario({ latency: null, threshold: 1, segments: [aSegment({ easyShare: null })] });
	const scenarios = [
		...SHIPPED_IDS.map((id) => shippedScenario(id).scenario),
		...[repairs, checked, overridden, steps, huge, unknown],
	];

	it('fits every size and stage, with its id, its mark and its figures untruncated', () => {
		const sizes = pairs([38, 58, 60, 80, 118], [14, 21, 33]);
		for (const [i, scenario] of scenarios.entries())
			for (const [seed, index] of [
				[31, 5],
				[2 ** 53 - 1, 2 ** 32 - 1],
			] as const) {
				const request = traceRequest(scenario, seed, index);
				for (let stage = 0; stage < STAGE_COUNT; stage++)
					for (const [columns, height] of sampleGrid(sizes, i + stage, sizes.length)) {
						const lines = draw(scenario, request, stage, columns, height);
						for (const fault of findFaults(lines, request, stage, columns, height))
							expect.fail(`${scenario.id} ${request.id} ${columns}×${height} at stage ${stage}: ${fault}`);
					}
			}
	});

	function findFaults(
		lines: string[],
		request: TracedRequest,
		stage: number,
		columns: number,
		height: number,
	): string[] {
		const all = lines.join('\n');
		const { fresh, cached, output } = request.meter[stage] as TracedRequest['totals'];
		return [
			...(lines.length > height ? [`${lines.length} lines`] : []),
			...lines.filter((line) => width(line) > columns),
			...(all.includes(request.id) ? [] : ['no id']),
			...(lines.filter((line) => line.startsWith(' ▶ ')).length === 1 ? [] : ['not one present stage']),
			...(all.includes('…') ? ['something is cut'] : []),
			...[fresh, cached, output]
				.filter((figure) => figure !== null)
				.map((figure) => Math.round(figure).toLocaleString('en-US'))
				.filter((figure) => !all.includes(figure)),
		];
	}

	/** Scenarios in which every stage has a short text. */
	const SHORT = ['week-31', 'toy-request', 'cost-table', 'mmlu-mixtral-gpt4'];

	it('shows every stage of a shipped scenario at 80×21 in its last stage', () => {
		for (const id of SHIPPED_IDS) {
			const { scenario } = shippedScenario(id);
			for (const [i, request] of Array.from({ length: rounds(120) }, (_, index) => index)
				.map(createTracer(scenario, 3))
				.entries()) {
				const all = at80(scenario, request, LAST);
				// A request with many calls shows their rows instead of the text on its arrival, and counts the lines left out.
				const hasOneStep = (request.segment.steps ?? scenario.steps).length === 1;
				expect(all.match(/[●▶] /g)).toHaveLength(STAGE_COUNT);
				if (!hasOneStep && /more lines in more room/.test(all)) continue;
				expect(all, `${id} ${i}`).not.toMatch(/more lines/);
				// A long text of a later stage displaces that of the first one.
				if (SHORT.includes(id))
					expect(all, `${id} ${i}`).toContain(`${request.segment.name}, ${request.segment.risk} risk.`);
				expect(all).toContain(`request_id ${request.id} · segment ${request.segment.id}`);
			}
		}
		for (const request of [findRequest(repairs, 1, 0, 'repaired'), findRequest(repairs, 1, 0, 'silent')])
			expect(at80(repairs, request as TracedRequest, LAST)).toContain('FAQ answer, low risk.');
		expect(at80(checked, findRequest(checked, 1, 0, 'repaired') as TracedRequest, LAST)).toContain('low risk.');
	});

	it('keeps every line in place from stage to stage at 80×21', () => {
		const request = findRequest(repairs, 1, 0, 'repaired') as TracedRequest;
		const complete = draw(repairs, request, LAST, 80, 21);
		for (let stage = 0; stage < LAST; stage++) {
			const lines = draw(repairs, request, stage, 80, 21);
			expect(lines.length).toBe(complete.length);
			const names = (of: readonly string[]): string[] => of.map((line) => /^ [●▶○] (\w+)/.exec(line)?.[1] ?? '');
			expect(names(lines)).toEqual(names(complete));
			const reached = lines.filter((line) => /^ [●▶] /.test(line));
			expect(reached).toHaveLength(stage + 1);
			expect(reached.map((line) => line.slice(3))).toEqual(
				complete
					.filter((line) => /^ [●▶] /.test(line))
					.slice(0, stage + 1)
					.map((line) => line.slice(3)),
			);
		}
	});

	it('clamps a stage out of range to the nearest one', () => {
		const request = traceRequest(week31, 1, 1);
		expect(draw(week31, request, -3, 80, 21)).toEqual(draw(week31, request, GATEWAY, 80, 21));
		expect(draw(week31, request, 99, 80, 21)).toEqual(draw(week31, request, LAST, 80, 21));
	});

	it('highlights the stages reached and dims the others', () => {
		const lines = linesOf(week31, traceRequest(week31, 1, 1), CALLS, 80, 21);
		const heading = (name: string): Line =>
			lines.find((line) => /^ [●▶○] /.test(textOf(line)) && textOf(line).includes(name)) ?? [];
		expect(heading('gateway')[0]).toMatchObject({ text: ' ● ', tone: 'accent' });
		expect(heading('calls')[0]).toMatchObject({ text: ' ▶ ', tone: 'title', bold: true });
		expect(heading('repair')).toEqual([{ text: ' ○ repair', tone: 'dim' }]);
	});
});

describe('the meter of the Trace pane', () => {
	it('increases at every stage with a cost', () => {
		const request = findRequest(checked, 1, 0, 'repaired') as TracedRequest;
		const rows = draw(checked, request, LAST, 80, 21).filter((line) => /^ [●▶] /.test(line));
		const read = rows.map((line) => line.trim().split(/\s+/).slice(-5, -1).join(' '));
		expect(read).toEqual([
			'0 0 0 $0.000000',
			'0 0 0 $0.000300',
			'2,000 0 400 $0.001900',
			'2,000 0 400 $0.003500',
			'4,000 0 800 $0.035500',
			'4,000 0 800 $0.035500',
			'4,000 0 800 $0.035500',
		]);
	});

	it('shows the reading of each step, and the wait at the last step of the pass', () => {
		const request = findTraced(steps, ({ route, repaired }) => route.lane === 'small' && repaired === false);
		const all = joinLines(draw(steps, request, CALLS, 80, 21));
		expect(all).toMatch(/rewrite, small, 1.40 attempts \+420 \+1,680 \+56 \+\$\d\.\d{4} –/);
		expect(all).toMatch(/answer with citations, small ×2.50, 1.40 attempts \+7,000 \+0 \+1,400 \+\$\d\.\d{4} –/);
		expect(all).toMatch(/judge, strong \+2,000 \+0 \+400 \+\$0\.0320 \+[\d,]+/);
	});

	it('shows the tokens below the columns if these do not fit', () => {
		expect(joinLines(draw(week31, traceRequest(week31, 1, 1), CALLS, 38, 15))).toContain(
			'2,000 fresh 0 cached 400 output',
		);
	});
});

describe('the reasons in the Trace pane', () => {
	it('compare the score with the threshold', () => {
		const small = findTraced(week31, ({ route }) => route.lane === 'small');
		const strong = findTraced(week31, ({ route }) => route.lane === 'strong');
		expect(at80(week31, small, ROUTE)).toMatch(
			/Score −?\d\.\d\d is above −?\d\.\d\d, so small\. Version week-31@\w{6} of the routing\./,
		);
		expect(at80(week31, strong, ROUTE)).toMatch(/Score −?\d\.\d\d is not above −?\d\.\d\d, so strong\./);
	});

	it('have enough decimals to tell score and threshold apart', () => {
		const request = findTraced(week31, ({ route }) => route.score !== null);
		const near = { ...request, route: { ...request.route, lane: 'small', score: 0.41234, threshold: 0.412 } as const };
		expect(at80(week31, near, ROUTE)).toContain('Score 0.4123 is above 0.4120, so small.');
	});

	it('split the limit into the segment’s own threshold and the board’s', () => {
		const moved = { ...week31, threshold: -0.5 };
		const request = findTraced(moved, ({ segment }) => segment.id === 'faq');
		expect(at80(moved, request, ROUTE)).toContain('above −0.30 (0.20 and the threshold’s −0.50)');
	});

	it('name an override, a mix of 100% and a random draw', () => {
		expect(at80(overridden, traceRequest(overridden, 1, 1), ROUTE)).toContain('The override keeps it strong');
		const all = withEvery(week31, { routedSmall: 1 });
		expect(at80(all, traceRequest(all, 1, 1), ROUTE)).toContain('The mix sends 100% small, so small');
		const { scenario } = shippedScenario('cost-table');
		expect(at80(scenario, traceRequest(scenario, 1, 1), ROUTE)).toMatch(
			/No score: the easy share is not measured\. Drawn by lot from the mix, 80\.0% small: (small|strong)\./,
		);
	});

	it('explain why a request was repaired or not', () => {
		const repairText = (scenario: Scenario, is: (request: TracedRequest) => boolean): string =>
			at80(scenario, findTraced(scenario, is), REPAIR);
		expect(repairText(week31, ({ noticed }) => noticed === true)).toContain('but the repair rate is 0%');
		expect(repairText(repairs, (r) => r.repairReason === 'aimed')).toContain(
			'Somebody noticed that it is wrong, so it runs again',
		);
		expect(repairText(repairs, (r) => r.repairReason === 'blind')).toContain(
			'Nobody complained; repairs, 20.0%, run it again',
		);
		expect(repairText(repairs, (r) => r.repairReason === 'strong-lane')).toContain('It ran on strong already');
		expect(repairText(checked, ({ repaired }) => repaired === true)).toMatch(
			/Taken for wrong\..* Flagged, so it runs again/,
		);
		const hasOneStep = withSegments(week31, { faq: { repairRate: 0.001 } });
		expect(repairText(hasOneStep, (r) => r.repairReason === 'not-reached')).toContain(
			'but repairs, 0.1%, do not reach it',
		);
	});
});

describe('the difficulty and the outcome of a request in the Trace pane', () => {
	it('are hidden before the outcome stage', () => {
		for (const scenario of [week31, repairs, checked])
			for (let index = 0; index < 40; index++) {
				const request = traceRequest(scenario, 9, index);
				const flipped: TracedRequest = { ...request, easy: !request.easy };
				for (let stage = GATEWAY; stage < OUTCOME; stage++) {
					const room = { width: 80, height: 40, focus: null };
					const drawn = [request, flipped].map((each) => {
						const [block] = traceBlocks(computeLab(scenario, null, null), { request: each, stage });
						if (block?.kind !== 'drawing') throw new Error('a drawing');
						return block.draw(room).map(textOf).join('\n').trimEnd();
					});
					expect(drawn[0]).not.toMatch(/It was|_ok|outcome \w/);
					// Ignores the lines reserved for later texts.
					const [own, other] = drawn.map((all) => all.replace(/[│\s]+/g, ' '));
					expect(own).toBe(other);
				}
			}
	});

	it('are shown at the outcome stage, with the name of the routing mistake', () => {
		const outcomeText = (scenario: Scenario, is: (request: TracedRequest) => boolean): string =>
			at80(scenario, findTraced(scenario, is), OUTCOME);
		expect(outcomeText(week31, ({ outcome, route }) => outcome === 'silent' && route.lane === 'small')).toMatch(
			/It was hard: small got it wrong \(false-easy\)\. Nobody noticed: a silent failure\. That is \$\d+\.00/,
		);
		expect(outcomeText(week31, ({ outcome, route }) => outcome === 'handoff' && route.lane === 'small')).toMatch(
			/Somebody noticed: a person takes over\. That is \$4\.00, and not on this meter\./,
		);
		expect(outcomeText(week31, ({ easy, route }) => easy === true && route.lane === 'strong')).toContain(
			'It was easy: small would have done (false-hard)',
		);
		expect(outcomeText(repairs, (r) => r.repaired === true && r.easy === false && r.strongRight === true)).toContain(
			'strong mended it',
		);
		expect(outcomeText(repairs, (r) => r.repaired === true && r.easy === true && r.strongRight === true)).toContain(
			'the repair was for nothing',
		);
		expect(outcomeText(repairs, (r) => r.repaired === true && r.easy === true && r.strongRight === false)).toContain(
			'the repair made it wrong',
		);
	});

	it('are unknown if they were not measured', () => {
		const { scenario } = shippedScenario('cost-table');
		const all = at80(scenario, traceRequest(scenario, 1, 1), LAST);
		expect(all).toMatch(/unknown.* easy share .*not measured/);
		expect(all).toMatch(
			/outcome unknown · small_ok empty \((?:unknown|not run)\) · strong_ok empty \((?:unknown|not run)\)/,
		);
		expect(all).toContain('n/m: not measured');
	});
});

describe('the ledger of the Trace pane', () => {
	it('has a row for every cost, and the outcome', () => {
		const request = findRequest(checked, 1, 0, 'repaired') as TracedRequest;
		const all = at80(checked, request, LAST);
		for (const role of ['router –', 'answer, small 2,000', 'check –', 'repair, strong 2,000'])
			expect(all).toContain(role);
		expect(all).toMatch(/outcome (resolved|handoff|failed) · small_ok (true|false) · strong_ok (true|false)/);
	});

	it('says that only a label reveals a silent failure', () => {
		const request = findRequest(week31, 1, 0, 'silent') as TracedRequest;
		expect(at80(week31, request, LAST)).toContain('outcome failed (by label only)');
	});
});

describe('the inputs of the Trace pane', () => {
	const request = traceRequest(week31, 1, 1);
	const paths = (scenario: Scenario): readonly string[] => {
		const [block] = traceBlocks(computeLab(scenario, null, null), { request: traceRequest(scenario, 1, 1), stage: 0 });
		return block?.kind === 'drawing' ? block.inputs.flat() : [];
	};

	it('are those that change the route of the request', () => {
		const { id } = request.segment;
		const own = [`segments.${id}.routedSmall`, `segments.${id}.override`];
		expect(paths(week31)).toEqual([...own, `segments.${id}.repairRate`, 'threshold']);
		expect(paths({ ...checked })).toEqual([...own, 'threshold']);
		expect(paths(shippedScenario('cost-table').scenario)).not.toContain('threshold');
	});

	it('are marked when focused, at every size and stage', () => {
		for (const focus of paths(week31))
			for (const [columns, height] of [
				[38, 14],
				[60, 15],
				[80, 21],
			] as const)
				for (let stage = 0; stage < STAGE_COUNT; stage++) {
					const spans = linesOf(week31, request, stage, columns, height, focus).flat();
					expect(spans.filter(({ tone }) => tone === 'focus')).toHaveLength(1);
				}
	});
});
