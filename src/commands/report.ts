import type { ChosenModels, ScenarioDocument } from '../content/index.js';
import { priceEdits } from '../content/prices/edits.js';
import { priceUse } from '../content/prices/price-use.js';
import { shareNotes } from '../content/scenario/shares.js';
import { scenarioAt } from '../engine/expectations/index.js';
import { applyEditTexts, editsBetween, formatEdit, nearestNames } from '../engine/inputs/index.js';
import { DEFAULT_CHECK } from '../engine/inputs/set-input.js';
import type { Scenario } from '../engine/scenario.js';
import { FORMATS, type Format } from '../export/formats.js';
import { report } from '../export/report.js';
import type { DrawLine } from '../export/text.js';
import { computeLab } from '../present/board/lab-input.js';
import { money, percent } from '../present/format/format.js';
import { priceNotes } from '../present/format/price-notes.js';
import { Stop } from '../stop.js';
import { type FoundScenario, findScenarioToShow } from './find-scenario.js';
import { parseFormat } from './format.js';
import { choosePrices, type PriceOptions } from './prices.js';

export interface ReportOptions {
	/** Id of the named state to start from; missing for the scenario itself. */
	readonly state?: string | undefined;
	/** `PATH=VALUE`, in the order given. */
	readonly set: readonly string[];
	/** `PATH=VALUE` edits of the baseline; empty for the scenario's own baseline. */
	readonly baseline: readonly string[];
	/** Prices from a list; missing for the scenario's own. */
	readonly prices?: PriceOptions | undefined;
	readonly format: string;
	/** Draws the lines of text; by default without colours. */
	readonly draw?: DrawLine | undefined;
	/** Receives claims that do not hold, with their places in the file. */
	readonly onProblems?: ((problems: readonly string[]) => void) | undefined;
}

/**
 * Returns the report of a scenario with edits. If a claim does not hold, the report includes the figures that show why.
 *
 * @throws Stop for arguments that do not exist or fit
 */
export async function reportCommand(name: string, options: ReportOptions): Promise<string> {
	const format = parseFormat(options.format, FORMATS);
	const found = await findScenarioToShow(name);
	const prices = options.prices && (await choosePrices(options.prices));
	const text = await reportDocument(found, { ...options, prices, format });
	if (found.problems.length > 0) options.onProblems?.(found.problems);
	return text;
}

interface DocumentOptions extends Omit<ReportOptions, 'format' | 'prices' | 'onProblems'> {
	readonly prices?: ChosenModels | null | undefined;
	readonly format: Format;
}

/** Returns the report of a loaded scenario. */
export async function reportDocument(
	{ document, failedClaims }: Omit<FoundScenario, 'problems'>,
	{ state, set, baseline, prices = null, format, draw }: DocumentOptions,
): Promise<string> {
	const { summary, source } = document;
	const compared = compareStates(document, { state: state ?? null, set, baseline, prices });
	return report(
		{ summary, source, ...compared, notes: [...compared.notes, ...failedClaims] },
		format,
		reportWidth(process.stdout),
		draw,
	);
}

interface ComparedOptions {
	/** Id of the named state to start from; null for the scenario itself. */
	readonly state: string | null;
	readonly set: readonly string[];
	readonly baseline: readonly string[];
	/** null for the scenario's own prices. */
	readonly prices: ChosenModels | null;
}

/** Returns the report's input: the scenario with the given state, prices and edits, compared with the baseline. */
export function compareStates(document: ScenarioDocument, { state, set, baseline, prices }: ComparedOptions) {
	const { scenario } = document;
	const stateChanges = state === null ? [] : stateEdits(scenario, state);
	const starts = [withEdits(scenario, stateChanges, '--state').scenario, ...(baseline.length > 0 ? [scenario] : [])];
	const priceChanges = prices === null ? [] : priceEdits(prices, starts).map(formatEdit);
	const current = withEdits(scenario, [...stateChanges, ...priceChanges, ...set], '--set');
	// Prices are not part of the comparison: the baseline uses the same ones.
	const pinned = baseline.length > 0 ? withEdits(scenario, [...priceChanges, ...baseline], '--baseline') : null;
	const priceList = prices === null ? null : priceUse(prices, current.scenario);
	return {
		lab: computeLab(current.scenario, null, pinned?.scenario ?? null, { opened: scenario }),
		notes: [
			...shareNotes(document),
			...checkNotes(scenario, current.edits),
			...(priceList === null ? [] : priceNotes(priceList)),
		],
		...(priceList && { priceList }),
		edits: current.edits,
		baseline: pinned?.edits ?? null,
	};
}

/** Returns notes on checks that the edits switch on with default figures, because the scenario measures none. */
function checkNotes({ check }: Scenario, edits: readonly string[]): readonly string[] {
	if (check !== null) return [];
	return edits.flatMap((edit) => {
		const [, path] = /^((?:segments\.\S+\.)?check)=on$/.exec(edit) ?? [];
		if (path === undefined) return [];
		const defaults = Object.entries(FIRST_CHECK_WORDS).filter(
			([field]) => !edits.some((other) => other.startsWith(`${path}.${field}=`)),
		);
		return defaults.length === 0
			? []
			: [`${path}=on takes the program’s figures where none is set: ${defaults.map(([, words]) => words).join(', ')}.`];
	});
}

const FIRST_CHECK_WORDS = {
	catches: `catches ${percent(DEFAULT_CHECK.catches ?? 0, 0)}`,
	falseAlarms: `false alarms ${percent(DEFAULT_CHECK.falseAlarms ?? 0, 0)}`,
	cost: `USD ${money(DEFAULT_CHECK.cost ?? 0)} a check`,
};

/** Returns the columns of a text report: the terminal's, clamped to 60..120; undefined for the default width. */
export function reportWidth(stdout: { readonly isTTY?: boolean; readonly columns?: number }): number | undefined {
	if (!stdout.isTTY || !stdout.columns) return undefined;
	return Math.min(120, Math.max(60, stdout.columns));
}

/** Returns the edits that lead to a named state. */
export function stateEdits(scenario: Scenario, state: string): readonly string[] {
	const variant = scenarioAt(scenario, state);
	if (variant) return editsBetween(scenario, variant).map(formatEdit);
	const ids = scenario.states.map(({ id }) => id);
	const near = nearestNames(state, ids);
	const help =
		near.length > 0
			? `Did you mean ${near.join(' or ')}?`
			: ids.length > 0
				? `There are ${ids.join(', ')}.`
				: 'It has none.';
	throw new Stop(`${scenario.id} has no state ${state}. ${help}`, 2);
}

/** Applies typed edits to a scenario. Errors name the option `flag` that gave them. */
export function withEdits(
	scenario: Scenario,
	texts: readonly string[],
	flag: string,
): { scenario: Scenario; edits: readonly string[] } {
	const applied = applyEditTexts(scenario, texts);
	if (!applied.ok) throw new Stop(`${flag}: ${applied.message}. ${applied.help}`, 2);
	return { scenario: applied.value.scenario, edits: applied.value.edits.map(formatEdit) };
}
