import type { ScenarioDocument } from '../content/index.js';
import { shareNotes } from '../content/scenario/shares.js';
import { scenarioAt } from '../engine/expectations/index.js';
import { applyTexts, editsBetween, nearest, spellEdit } from '../engine/inputs/index.js';
import type { Scenario } from '../engine/scenario.js';
import { computeLab } from '../present/index.js';
import { FORMATS, type Format } from '../report/formats.js';
import { report } from '../report/index.js';
import { findScenario } from './find-scenario.js';
import { chosenFormat } from './format.js';
import { type ChosenPrices, chosenPrices, NO_PRICES, type PriceOptions } from './prices.js';
import { Stop } from './stop.js';

export interface ReportOptions {
	/** Id of a named state to start from; missing: the scenario's own. */
	readonly state?: string | undefined;
	/** `PATH=VALUE`, in the order given. */
	readonly set: readonly string[];
	/** `PATH=VALUE` of the state that is pinned as the baseline; none: the scenario's own. */
	readonly baseline: readonly string[];
	/** Missing: the scenario's own prices. */
	readonly prices?: PriceOptions | undefined;
	readonly format: string;
}

/**
 * The report of a scenario with some edits.
 *
 * @throws Stop for anything that does not exist or fit
 */
export async function reportCommand(name: string, options: ReportOptions): Promise<string> {
	const format = chosenFormat(options.format, FORMATS);
	const document = await findScenario(name);
	const prices = options.prices && (await chosenPrices(options.prices));
	return reportDocument(document, { ...options, prices, format });
}

interface DocumentOptions extends Omit<ReportOptions, 'format' | 'prices'> {
	readonly prices?: ChosenPrices | undefined;
	readonly format: Format;
}

/** The report of a scenario that is already at hand. */
export async function reportDocument(
	document: ScenarioDocument,
	{ state, set, baseline, prices = NO_PRICES, format }: DocumentOptions,
): Promise<string> {
	const { scenario, summary, source } = document;
	const named = state === undefined ? [] : stateEdits(scenario, state);
	const now = withEdits(scenario, [...named, ...prices.edits, ...set], '--set');
	// What a model costs is no change that is compared: the baseline pays the same.
	const pinned = baseline.length > 0 ? withEdits(scenario, [...prices.edits, ...baseline], '--baseline') : null;
	const lab = computeLab(now.scenario, null, pinned?.scenario ?? null);
	return report(
		{
			lab,
			summary,
			source,
			notes: [...shareNotes(document), ...prices.notes],
			edits: now.edits,
			baseline: pinned?.edits ?? null,
		},
		format,
		reportWidth(process.stdout),
	);
}

/** Columns of a text report: a terminal's own, within what the tables can use; undefined: the report's usual width. */
export function reportWidth(stdout: { readonly isTTY?: boolean; readonly columns?: number }): number | undefined {
	if (!stdout.isTTY || !stdout.columns) return undefined;
	return Math.min(120, Math.max(60, stdout.columns));
}

/** The edits that make a named state. */
export function stateEdits(scenario: Scenario, state: string): readonly string[] {
	const there = scenarioAt(scenario, state);
	if (there) return editsBetween(scenario, there).map(spellEdit);
	const ids = scenario.states.map(({ id }) => id);
	const near = nearest(state, ids);
	const help =
		near.length > 0
			? `Did you mean ${near.join(' or ')}?`
			: ids.length > 0
				? `There are ${ids.join(', ')}.`
				: 'It has none.';
	throw new Stop(`${scenario.id} has no state ${state}. ${help}`, 2);
}

/** A scenario after edits as they are typed, which `flag` gave. */
export function withEdits(
	scenario: Scenario,
	texts: readonly string[],
	flag: string,
): { scenario: Scenario; edits: readonly string[] } {
	const applied = applyTexts(scenario, texts);
	if (!applied.ok) throw new Stop(`${flag}: ${applied.message}. ${applied.help}`, 2);
	return { scenario: applied.value.scenario, edits: applied.value.edits.map(spellEdit) };
}
