import type { ScenarioDocument } from '../content/index.js';
import { formatEdit } from '../engine/inputs/index.js';
import { filterDocuments } from '../present/board/catalogue.js';
import type { PickerItem, SheetTools } from '../screens/screen.js';
import type { PickerKind } from '../screens/worksheet/state.js';
import { truncate } from '../text/safe-text.js';
import type { Sheet } from '../worksheet/index.js';

/**
 * Loads the code that only worksheets need.
 *
 * @param documents the scenarios that a worksheet can start from
 */
export async function loadSheetTools(documents: readonly ScenarioDocument[]): Promise<SheetTools> {
	const [page, screen, worksheet, { findModels }, { priceEdits }, { priceUse }, { shortPriceNotes }] =
		await Promise.all([
			import('../screens/worksheet/page/index.js'),
			import('../screens/worksheet/index.js'),
			import('../worksheet/index.js'),
			import('../content/prices/find.js'),
			import('../content/prices/edits.js'),
			import('../content/prices/price-use.js'),
			import('../present/format/price-notes.js'),
		]);
	// Most readers start from a kind of product, so those come before the chapter's own scenarios.
	const ordered = [
		...documents.filter(({ kind }) => kind === 'context'),
		...documents.filter(({ kind }) => kind !== 'context'),
	];
	const templates = (filter: string): readonly ScenarioDocument[] => filterDocuments(ordered, filter);
	/** Returns a pick that takes the typed name of a model that is not in the list. */
	const unlisted = (filter: string): readonly PickerItem[] =>
		filter.trim() === ''
			? []
			: [
					{
						value: `${screen.UNLISTED_PREFIX}${filter.trim()}`,
						title: `“${filter.trim()}”`,
						description: 'only its name: the prices stay as they are',
					},
				];
	return {
		...screen.worksheetTools,
		templates,
		sheetItems: (sheet, step) => page.focusableItems(page.sheetParts(sheet, step)),
		picks: (kind: PickerKind, filter: string, sheet: Sheet | null, prices) => {
			switch (kind.of) {
				case 'template':
					return page.templatePicks(templates(filter));
				case 'metric':
					return page.metricPicks(filter);
				case 'input':
					return sheet ? page.inputPicks(sheet.scenario, filter) : [];
				case 'model':
					return prices ? [...page.modelPicks(findModels(prices, filter)), ...unlisted(filter)] : [];
			}
		},
		applyModelPrices: (sheet, lane, model, prices) => {
			const found = prices.models.find(({ name }) => name === model);
			if (!found) {
				const why = prices.unpriced.find(({ name }) => name === model)?.why ?? 'is not in the list';
				return { ok: false, message: `${model} ${why}`, help: 'Choose another model, or type its prices.' };
			}
			const chosen = { list: prices, models: [{ lane, model: found }] };
			const edits = priceEdits(chosen, [sheet.scenario]);
			const edited = worksheet.withEdits(sheet, edits);
			if (!edited.ok) return edited;
			const notes = priceUse(chosen, edited.value.scenario).models.flatMap(shortPriceNotes);
			const models = { ...edited.value.worksheet.models, [lane]: truncate(model, 120) };
			return {
				ok: true,
				value: {
					sheet: { ...edited.value, worksheet: { ...edited.value.worksheet, models } },
					notes: notes.length > 0 ? notes : [edits.map(formatEdit).join(' ')],
				},
			};
		},
	};
}
