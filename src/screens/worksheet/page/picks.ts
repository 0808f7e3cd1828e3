import type { ModelPrice, ScenarioDocument, UnpricedModel } from '../../../content/index.js';
import {
	formatInputValue,
	inputAt,
	inputName,
	inputPaths,
	inputValue,
	isChoice,
} from '../../../engine/inputs/index.js';
import { METRIC_NAMES, type Scenario } from '../../../engine/scenario.js';
import { catalogueEntry } from '../../../present/board/catalogue.js';
import { price as listPrice } from '../../../present/format/format.js';
import { METRIC_LABELS } from '../../../present/format/labels.js';
import type { Line } from '../../../text/line.js';
import { justify } from '../../../text/line-layout.js';
import { drawRowName } from '../../../text/list-row.js';
import { windowAround } from '../../../text/list-window.js';
import { shorten } from '../../../text/width.js';
import type { PickerItem } from '../../screen.js';

/** Returns the templates for a worksheet as picks. */
export const templatePicks = (documents: readonly ScenarioDocument[]): readonly PickerItem[] =>
	documents.map((document): PickerItem => {
		const { id, kind, about, summary } = catalogueEntry(document);
		return {
			value: id,
			title: templateTitle(id, about),
			description: `${kind} · ${summary}`,
		};
	});

/** Returns the id with what it is about, or the latter alone where it begins with the same words. */
function templateTitle(id: string, about: string): string {
	if (about === '') return id;
	return about.toLowerCase().startsWith(id.replaceAll('-', ' ')) ? about : `${id}: ${about}`;
}

/** Returns the metrics that a guardrail can limit, those that begin with the filter first. */
export const metricPicks = (filter: string): readonly PickerItem[] =>
	METRIC_NAMES.map((metric): PickerItem => {
		const { label, means } = METRIC_LABELS[metric];
		return { value: metric, title: label, description: means };
	})
		.filter((pick) => matches(pick, filter))
		.sort((a, b) => Number(startsWithFilter(b, filter)) - Number(startsWithFilter(a, filter)));

const startsWithFilter = ({ value, title }: PickerItem, filter: string): boolean =>
	[value, title].some((text) => text.toLowerCase().startsWith(filter.trim().toLowerCase()));

/** Returns the inputs that an assumption can vary. */
export const inputPicks = (scenario: Scenario, filter: string): readonly PickerItem[] =>
	inputPaths(scenario)
		.flatMap((path): readonly PickerItem[] => {
			const input = inputAt(scenario, path);
			// An assumption varies a number; inputs with choices are left out.
			if (!input || isChoice(input.kind) || path.startsWith('rows.')) return [];
			// Varying one share alone would make the shares sum to something other than 1.
			if (path.endsWith('.share')) return [];
			const value = inputValue(scenario, input);
			return [
				{
					value: path,
					title: inputName(scenario, input),
					description: `${formatInputValue(input, value)} now · ${path}`,
				},
			];
		})
		.filter((pick) => matches(pick, filter));

/** Returns models as picks, with their prices in USD per 1,000,000 tokens or why they have none. */
export const modelPicks = (models: readonly (ModelPrice | UnpricedModel)[]): readonly PickerItem[] =>
	models.map(
		(model): PickerItem => ({
			value: model.name,
			title: model.name,
			description: `${model.provider === null ? '' : `${model.provider} · `}${'why' in model ? model.why : formatPrices(model)}`,
		}),
	);

const formatPrices = ({ input, cachedInput, output }: ModelPrice): string =>
	`input ${formatPriceOrMissing(input)}, cached ${formatPriceOrMissing(cachedInput)}, output ${formatPriceOrMissing(output)} per 1M tokens`;

const formatPriceOrMissing = (usd: number | null): string => (usd === null ? 'missing' : listPrice(usd));

function matches({ value, title, description }: PickerItem, filter: string): boolean {
	const text = `${value} ${title} ${description}`.toLowerCase();
	return filter
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word));
}

/** Draws the picks around the chosen one, two lines each. */
export function pickLines(picks: readonly PickerItem[], at: number, height: number, columns: number): readonly Line[] {
	if (picks.length === 0) return [[{ text: ' Nothing matches. Backspace erases a letter.', tone: 'dim' }]];
	const { from, to } = windowAround(picks.length, Math.floor(height / 2), at);
	return picks.slice(from, to).flatMap(({ title, description }, i): readonly Line[] => {
		const chosen = from + i === at;
		const place = chosen ? `${at + 1} of ${picks.length}` : '';
		return [
			justify(drawRowName(shorten(title, columns - 18), chosen, ' › '), [{ text: place, tone: 'dim' }], columns - 2),
			[{ text: `     ${shorten(description, columns - 7)}`, tone: 'dim' }],
		];
	});
}
