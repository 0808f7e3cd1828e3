import { stat } from 'node:fs/promises';
import type { ChosenModels, ScenarioDocument } from '../content/index.js';
import { harmlessLine } from '../content/problems/harmless.js';
import { REVIEW_FORMATS, type ReviewFormat } from '../export/formats.js';
import { reviewArtifact } from '../export/review.js';
import type { ReviewInput } from '../present/review/document.js';
import { formatByName, templateOf } from '../session/review-file.js';
import { Stop } from '../stop.js';
import { isSameFile } from '../storage/read-whole.js';
import { type Ask, askHere } from './ask.js';
import { findScenario, scenarioFile } from './find-scenario.js';
import { chosenFormat } from './format.js';
import { chosenPrices, type PriceOptions } from './prices.js';
import { comparedStates } from './report.js';

export interface ExportOptions {
	/** An id of a shipped scenario, a worksheet, or a file. */
	readonly name: string;
	/** null: by the ending of the file's name, or Markdown. */
	readonly format: string | null;
	/** Where it is written; null: it is printed. */
	readonly file: string | null;
	/** Overwrites an existing file without asking. */
	readonly force: boolean;
	/** Id of a named state to start from; null: the scenario's own. */
	readonly state: string | null;
	/** `PATH=VALUE`, in the order given. */
	readonly set: readonly string[];
	/** `PATH=VALUE` of the state that is pinned as the baseline; none: all strong. */
	readonly baseline: readonly string[];
	/** Missing: the scenario's own prices. */
	readonly prices?: PriceOptions | undefined;
}

/**
 * The artifact for a design review, printed or written to a file.
 *
 * @param ask puts a question with yes or no, where somebody can answer it
 * @returns the artifact, or where it was written
 * @throws Stop with 2 for what does not exist or fit, with 1 for what cannot be written
 */
export async function exportCommand(options: ExportOptions, ask: Ask = askHere): Promise<string> {
	// A dash is the usual name of the output.
	const file = options.file === '-' ? null : options.file;
	const format = formatOf({ ...options, file });
	const document = await findScenario(options.name);
	const prices = options.prices && (await chosenPrices(options.prices));
	const text = reviewArtifact(inputOf(document, options, prices), format);
	if (file === null) return text;
	const source = await scenarioFile(options.name);
	if (source !== null && isSameFile(source, file))
		throw new Stop(`${file} is the scenario itself: name another file for the artifact.`, 2);
	const over = await mayOverwrite(file, options.force, ask);
	const { writeWhole } = await import('../storage/whole-file.js');
	const fault = writeWhole(file, text, { force: over });
	if (fault !== null) throw new Stop(`${file} was not written: ${fault}.`, 1);
	return `Wrote ${harmlessLine(file)} (${format}, ${Math.ceil(Buffer.byteLength(text) / 1024)} KiB).\n`;
}

/** The artifact of a scenario that is already at hand. */
export function inputOf(
	document: ScenarioDocument,
	{ name, state, set, baseline }: Pick<ExportOptions, 'name' | 'state' | 'set' | 'baseline'>,
	prices: ChosenModels | null = null,
): ReviewInput {
	const { summary, source, worksheet } = document;
	return {
		...comparedStates(document, { state, set, baseline, prices }),
		summary,
		source,
		worksheet,
		template: templateOf(worksheet),
		name,
	};
}

function formatOf({ format, file }: Pick<ExportOptions, 'format' | 'file'>): ReviewFormat {
	if (format !== null) return chosenFormat(format, REVIEW_FORMATS);
	if (file === null) return 'md';
	const found = formatByName(file);
	if (found) return found;
	throw new Stop(`Name it .md, .html or .json, or add --format: ${file} does not say its format.`, 2);
}

/** Whether a file that exists may be replaced; false where there is none. */
async function mayOverwrite(file: string, force: boolean, ask: Ask): Promise<boolean> {
	const there = await stat(file).catch(() => null);
	if (there === null) return force;
	if (there.isDirectory()) throw new Stop(`${file} is a folder: name a file in it.`, 1);
	if (force) return true;
	const answer = await ask(`${file} exists already. Overwrite it?`);
	if (answer === null) throw new Stop(`${file} exists already, and is not overwritten: --force does.`, 1);
	if (!answer) throw new Stop(`${file} stays as it was.`, 1);
	return true;
}
