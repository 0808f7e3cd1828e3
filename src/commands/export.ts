import type { ChosenModels, ScenarioDocument } from '../content/index.js';
import { drawUnsafeLine } from '../content/problems/unsafe-text.js';
import { REVIEW_FORMATS, type ReviewFormat } from '../export/formats.js';
import { renderReview } from '../export/review.js';
import type { ReviewInput } from '../present/review/document.js';
import { findTemplate, formatFromName } from '../session/review-file.js';
import { Stop } from '../stop.js';
import { isSameFile } from '../storage/read-file.js';
import { type Ask, askInTerminal } from './ask.js';
import { findScenario, scenarioFile } from './find-scenario.js';
import { parseFormat } from './format.js';
import { confirmOverwrite, sizeText } from './output-file.js';
import { choosePrices, type PriceOptions } from './prices.js';
import { compareStates } from './report.js';

export interface ExportOptions {
	/** Id of a shipped scenario, name of a worksheet, or file. */
	readonly name: string;
	/** null: chosen by the extension of the output file, or Markdown. */
	readonly format: string | null;
	/** Output file; null to print. */
	readonly file: string | null;
	/** Whether to overwrite an existing file without asking. */
	readonly force: boolean;
	/** Id of the named state to start from; null for the scenario itself. */
	readonly state: string | null;
	/** `PATH=VALUE`, in the order given. */
	readonly set: readonly string[];
	/** `PATH=VALUE` edits of the baseline; empty for the scenario's own baseline. */
	readonly baseline: readonly string[];
	/** Prices from a list; missing for the scenario's own. */
	readonly prices?: PriceOptions | undefined;
}

/**
 * Prints the artifact for a design review, or writes it to a file.
 *
 * @returns the artifact, or a message with the file written
 * @throws Stop with 2 for arguments that do not exist or fit, with 1 if the file cannot be written
 */
export async function exportCommand(options: ExportOptions, ask: Ask = askInTerminal): Promise<string> {
	// A dash conventionally means standard output.
	const file = options.file === '-' ? null : options.file;
	const format = chooseFormat({ ...options, file });
	const document = await findScenario(options.name);
	const prices = options.prices && (await choosePrices(options.prices));
	const text = renderReview(reviewInput(document, options, prices), format);
	if (file === null) return text;
	const source = await scenarioFile(options.name);
	if (source !== null && isSameFile(source, file))
		throw new Stop(`${file} is the scenario itself: name another file for the artifact.`, 2);
	const replaceable = await confirmOverwrite([file], options.force, ask);
	const { writeWhole } = await import('../storage/whole-file.js');
	const fault = writeWhole(file, text, { force: replaceable.has(file) });
	if (fault !== null) throw new Stop(`${file} was not written: ${fault}.`, 1);
	return `Wrote ${drawUnsafeLine(file)} (${format}, ${sizeText(text)}).\n`;
}

/** Returns the input of the artifact for a loaded scenario. */
export function reviewInput(
	document: ScenarioDocument,
	{ name, state, set, baseline }: Pick<ExportOptions, 'name' | 'state' | 'set' | 'baseline'>,
	prices: ChosenModels | null = null,
): ReviewInput {
	const { summary, source, worksheet } = document;
	return {
		...compareStates(document, { state, set, baseline, prices }),
		summary,
		source,
		worksheet,
		template: findTemplate(worksheet),
		name,
	};
}

function chooseFormat({ format, file }: Pick<ExportOptions, 'format' | 'file'>): ReviewFormat {
	if (format !== null) return parseFormat(format, REVIEW_FORMATS);
	if (file === null) return 'md';
	const inferred = formatFromName(file);
	if (inferred) return inferred;
	throw new Stop(`Name it .md, .html or .json, or add --format: ${file} does not say its format.`, 2);
}
