import { extname, resolve } from 'node:path';
import { currentEntry, openLab } from '../board/lab.js';
import type { ScenarioDocument } from '../content/index.js';
import { shareNotes } from '../content/scenario/shares.js';
import { type Edit, formatEdit } from '../engine/inputs/index.js';
import type { ReviewFormat } from '../export/formats.js';
import { renderReview } from '../export/review.js';
import { computeLab } from '../present/board/lab-input.js';
import type { ReviewInput } from '../present/review/document.js';
import type { Action } from '../screens/action.js';
import { currentLab, type State } from '../screens/state.js';
import { currentSheetEntry } from '../screens/worksheet/state.js';
import { SHIPPED } from '../storage/index.js';
import { isFolder, isSameFile, pathExists } from '../storage/read-file.js';
import { writeWhole } from '../storage/whole-file.js';

export interface ReviewFileOptions {
	readonly file: string;
	/** Whether to replace an existing file. */
	readonly overwrite: boolean;
	/** The scenarios that are not worksheets. */
	readonly documents: readonly ScenarioDocument[];
	/** Returns the name of a scenario on the command line. */
	readonly nameOf: (id: string) => string;
}

/** Writes the review artifact of the open worksheet or scenario; returns the outcome as an action. */
export function writeReviewFile(state: State, { file, overwrite, documents, nameOf }: ReviewFileOptions): Action {
	const refused = (text: string): Action => ({ type: 'file-refused', for: 'export', file, text });
	const format = formatFromName(file);
	if (format === null) return refused('the ending of the name says the format: .md, .html or .json');
	if (isFolder(file)) return refused('it is a folder: name a file in it');
	const source = state.sheets.known[state.scenario]?.path;
	if (source !== undefined && isSameFile(source, file))
		return refused('that is the worksheet itself: name another file');
	if (!overwrite && pathExists(file)) return { type: 'confirm-overwrite', file };
	const input = shownInput(state, documents, nameOf);
	if (input === null) return refused('there is nothing to export here');
	const fault = writeWhole(file, renderReview(input, format), { force: overwrite });
	return fault === null ? { type: 'report-success', text: `wrote ${resolve(file)}` } : refused(`not written: ${fault}`);
}

/** Returns the artifact's input, from the worksheet in the form or the lab's scenario with its edits; null: neither. */
function shownInput(
	state: State,
	documents: readonly ScenarioDocument[],
	nameOf: ReviewFileOptions['nameOf'],
): ReviewInput | null {
	const { open, known } = state.sheets;
	const form = state.screen === 'worksheet' && open ? currentSheetEntry(open).sheet : null;
	const document =
		form ?? known[state.scenario]?.sheet ?? documents.find(({ scenario }) => scenario.id === state.scenario);
	if (!document) return null;
	const lab = form ? openLab(form.scenario) : currentLab(state);
	const { scenario, edits, baseline } = currentEntry(lab);
	return {
		lab: computeLab(scenario, null, baseline?.scenario ?? null, { opened: lab.loaded }),
		summary: document.summary,
		source: document.source,
		notes: shareNotes(document),
		edits: edits.map(formatEdit),
		baseline: baseline && pinnedTexts(baseline.edits, lab.loaded.threshold),
		worksheet: document.worksheet,
		template: findTemplate(document.worksheet),
		name: nameOf(document.scenario.id),
	};
}

/** Returns the edits of a pinned baseline as text: if there were none, one edit that changes nothing. */
const pinnedTexts = (edits: readonly Edit[], threshold: number): readonly string[] =>
	(edits.length > 0 ? edits : [{ path: 'threshold', value: threshold }]).map(formatEdit);

/** Returns the shipped scenario that a worksheet started from; null: it names none, or one that is not shipped. */
export const findTemplate = (worksheet: ScenarioDocument['worksheet']): ScenarioDocument | null =>
	SHIPPED.find(({ scenario }) => scenario.id === worksheet?.template) ?? null;

const FORMAT_BY_EXTENSION: Readonly<Record<string, ReviewFormat>> = {
	'.md': 'md',
	'.markdown': 'md',
	'.html': 'html',
	'.htm': 'html',
	'.json': 'json',
};

/** Returns the format that a file's extension stands for; null: none. */
export const formatFromName = (file: string): ReviewFormat | null =>
	FORMAT_BY_EXTENSION[extname(file).toLowerCase()] ?? null;
