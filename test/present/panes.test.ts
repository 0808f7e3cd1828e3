import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/engine/scenario.js';
import { focusSentences } from '../../src/present/board/focus-sentence.js';
import { changeLine } from '../../src/present/board/glance.js';
import { computeLab, type LabInput } from '../../src/present/board/lab-input.js';
import { PANES, type PaneId, paneGrid, paneModel } from '../../src/present/pane/pane.js';
import { layoutPane } from '../../src/present/pane/pane-layout.js';
import { textOf } from '../../src/text/line.js';
import { width } from '../../src/text/width.js';
import { pairs, sampleGrid } from '../support/effort.js';
import { aScenario, aSegment } from '../support/scenarios.js';
import { SHIPPED_IDS, shippedScenario } from '../support/shipped.js';
import { withEdits } from '../support/with-edits.js';

const drawPane = (id: PaneId, input: LabInput, columns = 80, height = 21, focus: string | null = null): string[] =>
	layoutPane(paneModel(id, input, { focus }), { width: columns, height, focus }).map(textOf);
const drawDetails = (input: LabInput): string[] =>
	layoutPane(paneModel('board', input, { isDetailed: true }), { width: 80, height: 21, focus: null }).map(textOf);
const lab = (scenario: Scenario, before: Scenario | null = null): LabInput => computeLab(scenario, before, null);
const week31 = shippedScenario('week-31').scenario;

describe('every pane of every scenario', () => {
	const wide = aScenario({
		segments: [
			aSegment({ id: 'a', share: 0.5, name: '返金の異議申し立て（とても長い名前のセグメント）' }),
			aSegment({ id: 'b', share: 0.5, name: '👩‍💻 developers & others 🚀🚀🚀 with a name that goes on' }),
		],
	});
	const scenarios = [...SHIPPED_IDS.map((id) => shippedScenario(id).scenario), wide];

	it('fits its width and height at every size', () => {
		const sizes = pairs([38, 60, 80, 118], [15, 21]);
		for (const [i, scenario] of scenarios.entries())
			for (const [j, id] of PANES.entries())
				for (const [columns, height] of sampleGrid(sizes, i + j, 4)) {
					const lines = drawPane(id, lab(scenario), columns, height);
					expect(lines.length, `${scenario.id} ${id} ${columns}×${height}`).toBeLessThanOrEqual(height);
					for (const line of lines)
						expect(width(line), `${scenario.id} ${id} at ${columns}: “${line}”`).toBeLessThanOrEqual(columns);
				}
	});

	it('truncates no number at 80 columns', () => {
		for (const scenario of scenarios)
			for (const id of PANES) {
				const lines = layoutPane(paneModel(id, lab(scenario)), {
					width: 80,
					height: Number.POSITIVE_INFINITY,
					focus: null,
				}).map(textOf);
				for (const line of lines) expect(line, `${scenario.id} ${id}`).not.toMatch(/\d…/);
			}
	});

	it('has at least one input, and none twice', () => {
		for (const scenario of scenarios)
			for (const id of PANES) {
				const paths = paneGrid(id, lab(scenario)).flat();
				expect(new Set(paths).size).toBe(paths.length);
				expect(paths.length).toBeGreaterThan(0);
			}
	});

	it('keeps its columns and lines in place when an edit adds digits and marks', () => {
		const before = drawPane('board', lab(week31));
		const after = drawPane('board', lab(withEdits(week31, 'segments.faq.routedSmall=100%'), week31));
		const overrideColumn = (line: string | undefined) => line?.search(/off|strong/);
		const rows = (lines: readonly string[]) => lines.slice(4, 8).map(overrideColumn);
		expect(rows(before)[0]).toBeGreaterThan(0);
		expect(rows(after)).toEqual(rows(before));
		expect(after.length).toBe(before.length);
	});
});

describe('the Board pane of week 31 at a glance', () => {
	const lines = drawPane('board', lab(week31));
	const all = lines.join('\n');

	it('has the verdict first, with each breached guardrail and what model spend did', () => {
		expect(lines[0]).toBe(' ROLL BACK  resolution 94.1%, limit 96.1%  (spend −76.0%)');
		expect(lines[1]).toBe('            high-risk small 38.8%, limit 5.0%');
	});

	it('has the share as set beside the share in effect', () => {
		expect(all).toMatch(/FAQ answer\s+low\s+86\.5%\s+84\.0%\s+84\.0%\s+0\.0%\s+off/);
		expect(all).toMatch(/all requests\s+80\.0%\s+0\.0%/);
		const overridden = drawPane('board', lab(withEdits(week31, 'segments.faq.override=strong'))).join('\n');
		expect(overridden).toMatch(/FAQ answer\s+low\s+86\.5%\s+84\.0%\s+0\.0%\s+0\.0%\s+strong/);
	});

	it('has every guardrail with value, noise, limit, state and owner', () => {
		expect(all).toMatch(/resolution\s+94\.1%\s+±0\.6 pt\s+≥ 96\.1% ✗ breached product/);
		expect(all).toMatch(/silent failures\s+1\.3%\s+±0\.3 pt\s+≤ 1\.0% \? unclear\s+trust and safety/);
		expect(all).toMatch(/p95 wait\s+2,833 ms\s+≤ 5,000 ms ✓ held\s+latency/);
	});

	it('scrolls to its end with the focus in the last row', () => {
		const low = (focus: string): string => drawPane('board', lab(week31), 58, 15, focus).join('\n');
		expect(low('segments.faq.routedSmall')).not.toContain('All counted');
		expect(low('guardrails.latencyP95.limit')).toMatch(/All counted[^↓]*↑ \d+ lines above/);
	});

	it('says how many requests fail, and in which segments most of them', () => {
		// 1 − 0.941282; 0.865·(1 − 0.95784) and 0.095·(1 − 0.84659), from the definitions; all strong 1 − 0.97141.
		expect(all).toContain('58.7 of 1,000 fail: FAQ answer 36.5, Refund dispute 14.6; all strong 28.6');
		const unmeasured = { ...week31, segments: week31.segments.map((one) => ({ ...one, strongOnHard: null })) };
		expect(drawPane('board', lab(unmeasured)).join('\n')).not.toContain('of 1,000 fail');
	});

	it('says what an unclear guardrail takes to hold', () => {
		const path = 'guardrails.silent.limit';
		const [full = ''] = focusSentences(lab(week31), path);
		expect(full).toMatch(
			/^silent failures: 1\.3% ±0\.3 pt, limit 1\.0%; with this noise 0\.6\d% or less would hold\.$/,
		);
	});

	it('drops the effective share first where room is short, unless it differs from the one that is set', () => {
		const narrow = (scenario: Scenario): string => drawPane('board', lab(scenario), 58, 18).join('\n');
		expect(narrow(week31)).not.toMatch(/effective/);
		expect(narrow(withEdits(week31, 'segments.faq.override=strong'))).toMatch(/effective/);
	});

	it('has the net of it all, with its noise', () => {
		expect(all).toContain('All counted, $0.2900 per resolved request; all strong $0.1693 (+71.4% ±17.9)');
	});

	it('says what the last change did, and before it that it will', () => {
		expect(all.replace(/\s+/g, ' ')).toContain('! goes to the number that bears most on a breached limit.');
		const calm = lab({ ...week31, guardrails: [] });
		expect(drawPane('board', calm).join(' ')).toContain('Change a number, and this line says what it did');
		const changed = drawPane('board', lab(withEdits(week31, 'segments.faq.routedSmall=50%'), week31));
		expect(changed.join(' ').replace(/\s+/g, ' ')).toContain(
			'FAQ answer · routed small 84% → 50%: resolution +1.6 pt, silent failures −0.4 pt, hand-offs −1.2 pt, spend +$0.0089, all counted −$0.0481',
		);
		const two = withEdits(week31, 'segments.faq.routedSmall=50%', 'segments.billing.routedSmall=0');
		expect(drawPane('board', lab(two, week31)).join('\n')).toContain('2 numbers: resolution');
	});

	it('says of a change which limit it crossed, and when it is too small to show', () => {
		const high = ['segments.policy.override=strong', 'segments.billing.override=strong'];
		const mended = lab(withEdits(week31, ...high), week31);
		expect(textOf(changeLine(mended))).toContain('high-risk small −38.8 pt (held)');
		const tiny = lab(withEdits(week31, 'handoffCost=4.0000001'), week31);
		expect(textOf(changeLine(tiny))).toMatch(/: too little to show in an outcome$/);
	});

	it('names as many outcomes as fit where a line is short, whole', () => {
		const edited = lab(withEdits(week31, 'segments.faq.routedSmall=50%'), week31);
		expect(textOf(changeLine(edited, 60))).toBe('FAQ answer · routed small 84% → 50%: resolution +1.6 pt');
	});

	it('has resolution and silent failures without a guardrail too, and says that none is set', () => {
		const bare = drawPane('board', lab({ ...week31, guardrails: [] })).join('\n');
		expect(bare).toMatch(/resolution\s+94\.1%\s+±0\.6 pt/);
		expect(bare).toMatch(/silent failures\s+1\.3%/);
		expect(bare).toMatch(/no guardrail is set, so nothing can veto the saving/);
	});

	it('has the outcomes of the small lane and the owners’ actions where there is room', () => {
		const tall = drawPane('board', lab(week31), 80, 33).join('\n');
		expect(tall).toMatch(/of those routed small\s+right\s+escalated\s+silent failure/);
		expect(tall).toMatch(/FAQ answer\s+96\.0%\s+3\.0%\s+1\.0%/);
		expect(tall).toMatch(/resolution, product: Restore the route mix/);
	});
});

describe('the detailed Board pane of week 31', () => {
	const lines = drawDetails(lab(week31));

	it('has a row per segment and the totals of the small lane', () => {
		expect(lines[1]).toMatch(/FAQ answer\s+low\s+86\.5%\s+84\.0%\s+0\.0%\s+96\.0%\s+3\.0%\s+1\.0%\s+off/);
		expect(lines[4]).toMatch(/Billing action\s+high\s+1\.5%\s+30\.0%\s+0\.0%\s+72\.0%\s+22\.0%\s+6\.0%/);
		expect(lines[5]).toMatch(/small lane\s+80\.0%\s+0\.0%\s+94\.4%\s+4\.4%\s+1\.2%/);
	});

	it('has the verdict with its cause, spend against total cost, and the guardrails', () => {
		const all = lines.join('\n');
		const sentences = all.replace(/\s+/g, ' ');
		expect(sentences).toMatch(
			/ROLL BACK resolution 94\.1%, limit 96\.1% \(product\); high-risk small 38\.8%, limit 5\.0% \(risk\)/,
		);
		expect(sentences).toMatch(
			/model spend is 76\.0% below all strong; all counted, a resolved request costs 71\.4% more ▲ \(±17\.9 points\)/,
		);
		expect(sentences).toMatch(/\? unclear: silent failures \(trust and safety\)/);
		expect(all).toMatch(/ spend\s+\$0\.0077\s+−76\.0%/);
		expect(all).toMatch(/all counted\s+\$0\.2900\s+\+71\.4%/);
		expect(all).toMatch(/resolution\s+94\.1%\s+−3\.0 pt\s+±0\.6 pt\s+≥ 96\.1% ✗ breached/);
		expect(all).toMatch(/silent failures\s+1\.3%\s+\+0\.7 pt\s+±0\.3 pt\s+≤ 1\.0% \? unclear/);
	});

	it('marks the figures that an edit changed, with their deltas in a row that is always there', () => {
		const changed = drawDetails(lab(withEdits(week31, 'segments.faq.routedSmall=50%'), week31));
		expect(changed[1]).toMatch(/50\.0%▼\s+0\.0%\s+98\.4%▲\s+1\.2%▼\s+0\.4%▼/);
		expect(changed[6]).toMatch(/Δ FAQ answer\s+−34\.0\s+\+2\.4\s+−1\.8\s+−0\.6/);
		expect(lines[6]).toMatch(/last input: none/);
	});

	it('shows a dash rather than “not measured” if nothing is routed small', () => {
		const strong = drawDetails(lab(withEdits(week31, 'segments.faq.routedSmall=0')));
		expect(strong[1]).toMatch(/0\.0%\s+0\.0%\s+–\s+–\s+–/);
	});
});

describe('a pane with unmeasured inputs', () => {
	const table = shippedScenario('cost-table').scenario;

	it('shows “not measured” on the Board', () => {
		const all = drawPane('board', lab(table)).join('\n');
		expect(all).toMatch(/resolution\s+n\/m/);
		expect(all).toMatch(/n\/m: not measured/);
		expect(all).toMatch(/MEASURE FIRST {2}resolution is not measured/);
	});

	it('says on the Board that no guardrail is set', () => {
		const all = drawPane('board', lab(aScenario())).join('\n');
		expect(all).toMatch(/no guardrail is set/);
	});

	it('counts the segments without an easy share in the Confusion pane', () => {
		const all = drawPane('confusion', lab(table)).join('\n');
		expect(all).toMatch(/false-hard/);
		expect(all).toMatch(/No easy share is known for 1 of 1 segments/);
	});
});

describe('the Cost pane', () => {
	it('shows the rows of the cost table, the review words and the break-even', () => {
		const all = drawPane('cost', lab(shippedScenario('cost-table').scenario)).join('\n');
		for (const cost of ['0.0320', '0.0077', '0.0048', '0.0208']) expect(all).toContain(cost);
		expect(all).toMatch(/improved: /);
		expect(all).toMatch(/may have worsened: /);
		expect(all).toMatch(/a repair rate of 95\.0%/);
	});

	it('shows the review words of the focused row', () => {
		const { scenario } = shippedScenario('cost-table');
		const last = scenario.rows.at(-1);
		const all = drawPane('cost', lab(scenario), 80, 21, `rows.${last?.id}.override`).join('\n');
		expect(all).toContain(last?.name);
		expect(all.replace(/\s+/g, ' ')).toContain(last?.improved);
	});

	it('says that a row is past break-even', () => {
		const { scenario } = shippedScenario('cost-table');
		const id = scenario.rows.find((row) => row.repairRate > 0)?.id;
		const all = drawPane('cost', lab(withEdits(scenario, `rows.${id}.repairRate=97%`))).join('\n');
		expect(all).toMatch(/past break-even/);
	});
});

describe('the Confusion pane of week 31', () => {
	const all = drawPane('confusion', lab(week31)).join('\n');

	it('has counts per 1,000 requests, of the board and of each segment', () => {
		expect(all).toMatch(/small lane\s+█\s+755\.2\s+true-easy\s+░\s+44\.9\s+false-easy/);
		expect(all).toMatch(/strong lane\s+▒\s+120\.9\s+false-hard\s+▒\s+79\.1\s+true-hard/);
		expect(all).toMatch(/FAQ answer\s+84\.0% █\s+697\.5\s+░\s+29\.1\s+23\.9–35\.3\s+▒\s+98\.3\s+░\s+40\.1/);
	});

	it('shows “unlabelled” instead of a range for a segment without labels', () => {
		const none = drawPane('confusion', lab(withEdits(week31, 'segments.faq.labels=none'))).join('\n');
		expect(none).toMatch(/FAQ answer\s+84\.0% █\s+697\.5\s+░\s+29\.1\s+unlabelled\s+▒/);
	});
});

describe('a pane that is too high', () => {
	it('shows every row of the Signals at some focus, at 60×15', () => {
		const { scenario } = shippedScenario('week-31');
		const whole = drawPane('signals', lab(scenario), 60, Number.POSITIVE_INFINITY);
		const visible = scenario.segments.flatMap(({ id }) =>
			drawPane('signals', lab(scenario), 60, 15, `segments.${id}.labels`),
		);
		const names = whole.flatMap((line) => /^ (\w[\w/-]*(?: \w+)*) +[▁▂▃▄▅▆▇█]/.exec(line)?.[1] ?? []);
		expect(names).toHaveLength(10);
		for (const name of names)
			expect(
				visible.some((line) => line.startsWith(` ${name}`)),
				name,
			).toBe(true);
	});
});

describe('the Board pane with 57 segments', () => {
	const { scenario } = shippedScenario('mmlu-mixtral-gpt4');

	it('scrolls to the focused segment, and says which rows are visible', () => {
		const path = `segments.${scenario.segments[40]?.id}.routedSmall`;
		const lines = drawPane('board', lab(scenario), 80, 21, path).join('\n');
		expect(lines).toMatch(/›\s*50\.0%/);
		expect(lines).toMatch(/rows \d+–\d+ of 57/);
	});
});
