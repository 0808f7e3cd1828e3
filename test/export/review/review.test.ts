import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type ExportOptions, exportCommand } from '../../../src/commands/export.js';
import { reportCommand } from '../../../src/commands/report.js';
import type { Outcome } from '../../../src/engine/index.js';
import { metricUnit } from '../../../src/engine/inputs/index.js';
import { REVIEW_FORMATS } from '../../../src/export/formats.js';
import { renderReview } from '../../../src/export/review.js';
import { STYLESHEET, STYLESHEET_HASH } from '../../../src/export/stylesheet.js';
import { boundingBox, overlap, placeLabels } from '../../../src/export/svg-layout.js';
import { dollars, inUnit } from '../../../src/present/format/format.js';
import { limitText, STATE_TEXT, valueFigure } from '../../../src/present/format/guardrail-text.js';
import { sheetFromTemplate } from '../../../src/worksheet/index.js';
import { SHIPPED_IDS, shippedScenario } from '../../support/shipped.js';
import { markdownTables, type PageTable, pageTables } from './page-tables.js';
import { filledSheet, reviewInput } from './sheets.js';

const NONE: Omit<ExportOptions, 'name' | 'format'> = { file: null, force: false, state: null, set: [], baseline: [] };
const exportReview = (name: string, format: string, more: Partial<ExportOptions> = {}) =>
	exportCommand({ ...NONE, ...more, name, format });

/** Returns the cell in the row that begins with `row` and in the named column. */
function cell(tables: readonly PageTable[], caption: RegExp, row: string, column: string | RegExp): string | undefined {
	const table = tables.find((one) => caption.test(one.caption));
	const at = table?.columns.findIndex((name) => (typeof column === 'string' ? name === column : column.test(name)));
	return table?.rows.find(([first]) => first?.startsWith(row))?.[at ?? -1];
}

const HEADLINES = [
	['cost', 'model spend'],
	['resolution', 'resolution'],
	['silent', 'silent failures'],
	['handoff', 'hand-offs'],
	['totalCostPerResolved', 'all counted, per resolved request'],
] as const;

describe('the artifact of every shipped scenario', () => {
	it.each(SHIPPED_IDS)('has the figures of the report in every format: %s', async (name) => {
		const [md, html, json] = await Promise.all(REVIEW_FORMATS.map((format) => exportReview(name, format)));
		const report = JSON.parse(await reportCommand(name, { set: [], baseline: [], format: 'json' })) as Outcome;
		const { review, ...figures } = JSON.parse(json ?? '');
		expect(figures).toEqual(report);
		expect(review.worksheet).toBeNull();
		const [htmlTables, mdTables] = [pageTables(html ?? ''), markdownTables(md ?? '')];
		expect(mdTables.map(({ rows }) => rows)).toEqual(htmlTables.map(({ rows }) => rows));
		for (const tables of [htmlTables, mdTables]) {
			for (const [metric, row] of HEADLINES) {
				const [now, before] = [report.metrics[metric], report.baseline[metric]];
				const figureText = (value: number | null) =>
					value === null ? 'not measured' : inUnit(value, metricUnit(metric));
				expect(cell(tables, /^What the model says/, row, 'with the change')).toBe(figureText(now));
				expect(cell(tables, /^What the model says/, row, 'all strong')).toBe(figureText(before));
			}
			const guardrails = tables.find(({ caption }) => caption.startsWith('Guardrails'))?.rows ?? [];
			expect(guardrails.map(([, , state, value, limit]) => [state, value, limit])).toEqual(
				report.guardrails.map((guardrail) => [
					STATE_TEXT[guardrail.state].text,
					guardrail.value === null ? 'not measured' : valueFigure({ ...guardrail, value: guardrail.value }),
					guardrail.limit === null
						? expect.stringMatching(/baseline .*, which (has none|is not measured)$/)
						: limitText(guardrail),
				]),
			);
			const { relieved, created } = report.pressure;
			const moved = tables.find(({ caption }) => caption.startsWith('Pressures'))?.rows ?? [];
			expect(moved.map((row) => row[5])).toEqual(
				[...relieved, ...created].map(({ usdPer1000: usd }) =>
					usd === null ? 'not in $' : `${usd > 0 ? '+' : ''}${dollars(usd, 2)}`,
				),
			);
		}
	});

	it.each(SHIPPED_IDS)('says that it has no worksheet, and how to reproduce it: %s', async (name) => {
		const md = await exportReview(name, 'md');
		expect(md).toContain('Not ready for review: it has no worksheet');
		expect(md).toContain('dispatch-board worksheet');
		expect(md).toContain('No rollback trigger is named.');
		expect(md).toContain(`\`\`\`sh\ndispatch-board report ${name}\n\`\`\``);
		expect(md).not.toMatch(/undefined|NaN|\[object/);
	});
});

describe('the artifact after edits', () => {
	it('has the figures of the report, and the command line that prints them', async () => {
		const set = ['segments.policy.override=strong', 'guardrails.silent.limit=2%'];
		const { review, ...figures } = JSON.parse(await exportReview('week-31', 'json', { set }));
		expect(figures).toEqual(JSON.parse(await reportCommand('week-31', { set, baseline: [], format: 'json' })));
		expect(review.command).toBe(
			'dispatch-board report week-31 --set segments.policy.override=strong --set guardrails.silent.limit=0.02',
		);
		const md = await exportReview('week-31', 'md', { set });
		expect(md).toContain('kept on the strong model: Policy exception');
		expect(cell(markdownTables(md), /^Segments/, 'Policy', 'routed small')).toBe('0.0%');
		expect(md).toContain('a mix of 44.0% is set');
	});

	it('lists a named state as edits, and leaves out the other states', async () => {
		const own = await exportReview('week-31', 'md');
		const mended = await exportReview('week-31', 'md', { state: 'mended' });
		expect(own).toContain('Other states of this scenario');
		expect(mended).not.toContain('Other states of this scenario');
		expect(mended).toMatch(/On top of the file: /);
	});

	it('quotes a file name for the shell', () => {
		const input = { ...reviewInput(filledSheet((where) => where)), name: "it's a $(folder)/my feature.yaml" };
		expect(renderReview(input, 'md')).toContain(`dispatch-board report 'it'\\''s a $(folder)/my feature.yaml'`);
	});
});

describe('the artifact of a worksheet', () => {
	const sheet = filledSheet((where) => `said of ${where}`);
	const md = renderReview(reviewInput(sheet), 'md');
	const html = renderReview(reviewInput(sheet), 'html');

	it('is ready for review when every field is filled in, and prints all of them', () => {
		for (const text of [md, html]) {
			expect(text).toContain('✓ Ready for review');
			for (const where of ['change', 'slice', 'expected', 'relieved', 'created', 'owner', 'evidence D1', 'source'])
				expect(text).toContain(`said of ${where}`);
			for (const where of ['small model', 'strong model', 'improved the-mix', 'worsened the-mix', 'state assumption'])
				expect(text).toContain(`said of ${where}`);
		}
	});

	it('names the trigger with its window, owner and action', () => {
		expect(md).toContain('- **Owner**: said of owner escalationRate');
		expect(md).toContain('- **Window**: said of window escalationRate');
		expect(md).toContain('- **Action**: said of action escalationRate');
		expect(md).toContain('escalation rate (rollback trigger)');
	});

	it('has the effect of the varied assumption, and the figures taken over from the template', () => {
		const { review } = JSON.parse(renderReview(reviewInput(sheet), 'json'));
		expect(review).toMatchObject({ ready: true, gaps: [], assumption: { set: { 'segments.refund.easyShare': 0.55 } } });
		expect(review.assumption.metrics.resolution).toBeLessThan(reviewInput(sheet).lab.outcome.metrics.resolution ?? 0);
		expect(review.stillTheTemplates.paths).toContain('segments.faq.easyShare');
		const own = { ...sheet, scenario: { ...sheet.scenario, handoffCost: 6 } };
		const { review: changed } = JSON.parse(renderReview(reviewInput(own), 'json'));
		expect(changed.stillTheTemplates.paths).not.toContain('handoffCost');
		expect(changed.stillTheTemplates.paths).toHaveLength(review.stillTheTemplates.paths.length - 1);
	});

	it('lists every gap of an empty worksheet', () => {
		const empty = reviewInput(sheetFromTemplate(shippedScenario('week-31'), { id: 'ours', title: 'Ours' }));
		const text = renderReview(empty, 'md');
		expect(text).toMatch(/Not ready for review: \d+ things are missing/);
		for (const words of [
			'what changes is not said',
			'“Can product metrics veto a cheaper route?” is not answered',
			'No assumption is varied',
			'not named',
		])
			expect(text).toContain(words);
		expect(text).toContain('✗ not ready for review');
		expect(text).toContain('No rollback trigger is named.');
	});

	it('lists the unmeasured inputs with their slices', () => {
		const blind = {
			...sheet,
			scenario: {
				...sheet.scenario,
				handoffCost: null,
				segments: sheet.scenario.segments.map((segment, i) => (i === 0 ? { ...segment, labels: null } : segment)),
			},
		};
		const text = renderReview(reviewInput(blind), 'md');
		expect(text).toContain('labels (said of segment faq); cost of a hand-off');
		expect(text).toContain('None: said of segment faq.');
	});
});

describe('the page', () => {
	it('has a policy that allows its own stylesheet and nothing else', async () => {
		expect(STYLESHEET_HASH).toBe(`sha256-${createHash('sha256').update(STYLESHEET).digest('base64')}`);
		const html = await exportReview('week-31', 'html');
		expect(html).toContain(
			`content="default-src 'none'; style-src '${STYLESHEET_HASH}'; base-uri 'none'; form-action 'none'"`,
		);
		expect(html).toContain(`<style>${STYLESHEET}</style>`);
		expect(html).not.toMatch(/<script|<link|<img|<iframe|\sstyle=|\son\w+=|url\(|@import|https?:/);
	});

	it('is accessible to screen readers: language, captions, row headings, regions and unique ids', async () => {
		const html = await exportReview('week-31', 'html');
		expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
		for (const [table] of html.matchAll(/<table.*?<\/table>/gs)) {
			expect(table).toContain('<caption>');
			for (const [row] of (table.split('<tbody>')[1] ?? '').matchAll(/<tr.*?<\/tr>/gs))
				expect(row).toContain('<th scope="row"');
		}
		expect(html.match(/class="scroll" role="region" aria-label="[^"]+" tabindex="0"/g)?.length).toBe(
			html.match(/class="scroll"/g)?.length,
		);
		const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const [, id] of html.matchAll(/(?:href="#|labelledby=")([\w-]+)/g)) expect(ids).toContain(id);
	});

	it.each(SHIPPED_IDS)('draws the curve of %s without overlapping labels, or says what is missing', async (name) => {
		const html = await exportReview(name, 'html');
		const plot = /<svg viewBox="0 0 760.*?<\/svg>/s.exec(html)?.[0];
		if (plot === undefined) return expect(html).toContain('No curve: ');
		expect(plot).toMatch(/role="img" aria-labelledby="plot-title plot-words"/);
		expect(plot).not.toMatch(/NaN|Infinity/);
		const words = [
			...plot.matchAll(
				/<text class="(?:name|tick|axis)" x="([\d.-]+)" y="([\d.-]+)"(?: text-anchor="(\w+)")?>([^<]*)</g,
			),
		].map(([, x, y, anchor = 'start', text = '']) =>
			boundingBox({ x: Number(x), y: Number(y), anchor: anchor as 'start', text }),
		);
		expect(words.length).toBeGreaterThan(6);
		expect(words.filter((a, i) => words.some((b, j) => i < j && overlap(a, b)))).toEqual([]);
	});

	it('leaves out labels that do not fit', () => {
		const points = Array.from({ length: 30 }, () => ({ x: 300, y: 200, text: 'all strong' }));
		const placed = placeLabels(points, []);
		expect(placed.length).toBeLessThan(9);
	});
});
