import type { ModelPrice, ScenarioDocument, UnpricedModel } from '../../../content/index.js';
import { inputAt, inputName, inputPaths, inputValue, isChoice, showValue } from '../../../engine/inputs/index.js';
import { METRIC_NAMES, type Scenario } from '../../../engine/scenario.js';
import { catalogueEntry } from '../../../present/board/catalogue.js';
import { price as listPrice } from '../../../present/format/format.js';
import { METRIC_LABELS } from '../../../present/format/labels.js';
import { justify } from '../../../text/justify.js';
import type { Line } from '../../../text/line.js';
import { rowName } from '../../../text/list-row.js';
import { windowAround } from '../../../text/list-window.js';
import { shorten } from '../../../text/width.js';
import type { Pick } from '../../screen.js';

/** What a worksheet can start from. */
export const templatePicks = (documents: readonly ScenarioDocument[]): readonly Pick[] =>
	documents.map((document) => {
		const { id, kind, about, summary } = catalogueEntry(document);
		return {
			value: id,
			title: about === '' ? id : `${id}: ${about.replace(/^[A-Z]\d+ /, '')}`,
			says: `${kind} · ${summary}`,
		};
	});

/** Metrics that a guardrail can be on. */
export const metricPicks = (filter: string): readonly Pick[] =>
	METRIC_NAMES.map((metric) => {
		const { label, means } = METRIC_LABELS[metric];
		return { value: metric, title: label.replace(/, USD$/, ''), says: means };
	})
		.filter((pick) => holds(pick, filter))
		.sort((a, b) => Number(begins(b, filter)) - Number(begins(a, filter)));

const begins = ({ value, title }: Pick, filter: string): boolean =>
	[value, title].some((text) => text.toLowerCase().startsWith(filter.trim().toLowerCase()));

/** Inputs that can be varied, by the names that people read. */
export const inputPicks = (scenario: Scenario, filter: string): readonly Pick[] =>
	inputPaths(scenario)
		.flatMap((path): readonly Pick[] => {
			const input = inputAt(scenario, path);
			// What is on or off is no assumption about a size.
			if (!input || isChoice(input.kind) || path.startsWith('rows.')) return [];
			// Alone, a share would leave a sum beside 1.
			if (path.endsWith('.share')) return [];
			const value = inputValue(scenario, input);
			return [{ value: path, title: inputName(scenario, input), says: `${showValue(input, value)} now · ${path}` }];
		})
		.filter((pick) => holds(pick, filter));

/** Models with their prices in USD per 1,000,000 tokens, or why they have none. */
export const modelPicks = (models: readonly (ModelPrice | UnpricedModel)[]): readonly Pick[] =>
	models.map((model) => ({
		value: model.name,
		title: model.name,
		says: `${model.provider === null ? '' : `${model.provider} · `}${'why' in model ? model.why : pricesOf(model)}`,
	}));

const pricesOf = ({ input, cachedInput, output }: ModelPrice): string =>
	`input ${price(input)}, cached ${price(cachedInput)}, output ${price(output)} USD per 1M tokens`;

const price = (usd: number | null): string => (usd === null ? 'missing' : listPrice(usd));

function holds({ value, title, says }: Pick, filter: string): boolean {
	const text = `${value} ${title} ${says}`.toLowerCase();
	return filter
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word));
}

/** The list, two lines each, around the chosen one. */
export function pickLines(picks: readonly Pick[], at: number, height: number, columns: number): readonly Line[] {
	if (picks.length === 0) return [[{ text: ' Nothing is called that. Backspace takes a letter back.', tone: 'dim' }]];
	const { from, to } = windowAround(picks.length, Math.floor(height / 2), at);
	return picks.slice(from, to).flatMap(({ title, says }, i): readonly Line[] => {
		const chosen = from + i === at;
		const place = chosen ? `${at + 1} of ${picks.length}` : '';
		return [
			justify(rowName(shorten(title, columns - 18), chosen, ' › '), [{ text: place, tone: 'dim' }], columns - 2),
			[{ text: `     ${shorten(says, columns - 7)}`, tone: 'dim' }],
		];
	});
}
