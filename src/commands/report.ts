import type { ChosenModels, ScenarioDocument } from '../content/index.js';
import { priceEdits } from '../content/prices/edits.js';
import { priceUse } from '../content/prices/use.js';
import { shareNotes } from '../content/scenario/shares.js';
import { scenarioAt } from '../engine/expectations/index.js';
import { applyTexts, editsBetween, nearest, spellEdit } from '../engine/inputs/index.js';
import { FIRST_CHECK } from '../engine/inputs/set-input.js';
import type { Scenario } from '../engine/scenario.js';
import { FORMATS, type Format } from '../export/formats.js';
import { report } from '../export/report.js';
import { computeLab } from '../present/board/lab-input.js';
import { money, percent } from '../present/format/format.js';
import { priceNotes } from '../present/format/price-notes.js';
import { Stop } from '../stop.js';
import { type FoundScenario, findShowable } from './find-scenario.js';
import { chosenFormat } from './format.js';
import { chosenPrices, type PriceOptions } from './prices.js';

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
	/** Is told, with their places, of claims that do not hold. */
	readonly complain?: ((problems: readonly string[]) => void) | undefined;
}

/**
 * The report of a scenario with some edits. Where a claim does not hold, the figures are printed that say why.
 *
 * @throws Stop for anything that does not exist or fit
 */
export async function reportCommand(name: string, options: ReportOptions): Promise<string> {
	const format = chosenFormat(options.format, FORMATS);
	const found = await findShowable(name);
	const prices = options.prices && (await chosenPrices(options.prices));
	const text = await reportDocument(found, { ...options, prices, format });
	if (found.problems.length > 0) options.complain?.(found.problems);
	return text;
}

interface DocumentOptions extends Omit<ReportOptions, 'format' | 'prices' | 'complain'> {
	readonly prices?: ChosenModels | null | undefined;
	readonly format: Format;
}

/** The report of a scenario that is already at hand. */
export async function reportDocument(
	{ document, failed }: Pick<FoundScenario, 'document' | 'failed'>,
	{ state, set, baseline, prices = null, format }: DocumentOptions,
): Promise<string> {
	const { summary, source } = document;
	const compared = comparedStates(document, { state: state ?? null, set, baseline, prices });
	return report(
		{ summary, source, ...compared, notes: [...compared.notes, ...failed] },
		format,
		reportWidth(process.stdout),
	);
}

interface ComparedOptions {
	/** Id of a named state to start from; null: the scenario's own. */
	readonly state: string | null;
	readonly set: readonly string[];
	readonly baseline: readonly string[];
	/** null: the scenario's own. */
	readonly prices: ChosenModels | null;
}

/** What is reported of a scenario: with the state, the prices and the edits that were named, against the baseline. */
export function comparedStates(document: ScenarioDocument, { state, set, baseline, prices }: ComparedOptions) {
	const { scenario } = document;
	const named = state === null ? [] : stateEdits(scenario, state);
	const starts = [withEdits(scenario, named, '--state').scenario, ...(baseline.length > 0 ? [scenario] : [])];
	const paid = prices === null ? [] : priceEdits(prices, starts).map(spellEdit);
	const now = withEdits(scenario, [...named, ...paid, ...set], '--set');
	// What a model costs is no change that is compared: the baseline pays the same.
	const pinned = baseline.length > 0 ? withEdits(scenario, [...paid, ...baseline], '--baseline') : null;
	const priceList = prices === null ? null : priceUse(prices, now.scenario);
	return {
		lab: computeLab(now.scenario, null, pinned?.scenario ?? null),
		notes: [
			...shareNotes(document),
			...checkNotes(scenario, now.edits),
			...(priceList === null ? [] : priceNotes(priceList)),
		],
		...(priceList && { priceList }),
		edits: now.edits,
		baseline: pinned?.edits ?? null,
	};
}

/** Says which figures of a check that is switched on are the program's: no check of the scenario's own was measured. */
function checkNotes({ check }: Scenario, edits: readonly string[]): readonly string[] {
	if (check !== null) return [];
	return edits.flatMap((edit) => {
		const [, path] = /^((?:segments\.\S+\.)?check)=on$/.exec(edit) ?? [];
		if (path === undefined) return [];
		const open = Object.entries(FIRST_CHECK_WORDS).filter(
			([field]) => !edits.some((other) => other.startsWith(`${path}.${field}=`)),
		);
		return open.length === 0
			? []
			: [`${path}=on takes the program’s figures where none is set: ${open.map(([, words]) => words).join(', ')}.`];
	});
}

const FIRST_CHECK_WORDS = {
	catches: `catches ${percent(FIRST_CHECK.catches ?? 0, 0)}`,
	falseAlarms: `false alarms ${percent(FIRST_CHECK.falseAlarms ?? 0, 0)}`,
	cost: `USD ${money(FIRST_CHECK.cost ?? 0)} a check`,
};

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
