import { existsSync } from 'node:fs';
import type { ScenarioDocument } from '../content/index.js';
import { type Edit, spellEdit } from '../engine/inputs/index.js';
import { computeLab } from '../present/index.js';
import { reviewArtifact } from '../report/index.js';
import { writeWhole } from '../storage/whole-file.js';
import { type Action, currentLab, present, type State } from '../store/index.js';
import { formatOf } from './export.js';
import { Stop } from './stop.js';

export interface ReviewFileOptions {
	readonly file: string;
	/** Replaces a file that is there. */
	readonly over: boolean;
	/** The scenario as it is shown, its words included. */
	readonly document: ScenarioDocument;
	/** What the command line calls it. */
	readonly name: string;
	readonly templates: readonly ScenarioDocument[];
}

/** Writes the review artifact of what is on screen; says how it went as an action. */
export function writeReviewFile(state: State, { file, over, document, name, templates }: ReviewFileOptions): Action {
	try {
		const format = formatOf({ format: null, file });
		if (!over && existsSync(file)) return { type: 'export-over', file };
		const { scenario, edits, baseline } = present(currentLab(state));
		const text = reviewArtifact(
			{
				lab: computeLab(scenario, null, baseline?.scenario ?? null),
				summary: document.summary,
				source: document.source,
				edits: edits.map(spellEdit),
				baseline: baseline && pinnedTexts(baseline.edits, currentLab(state).loaded.threshold),
				worksheet: document.worksheet,
				template: templates.find((one) => one.scenario.id === document.worksheet?.template) ?? null,
				name,
			},
			format,
		);
		const fault = writeWhole(file, text, { force: over });
		return fault === null
			? { type: 'done', text: `wrote ${file}` }
			: { type: 'export-refused', file, text: `not written: ${fault}` };
	} catch (error) {
		if (error instanceof Stop) return { type: 'export-refused', file, text: error.message };
		throw error;
	}
}

/** A baseline that was pinned before anything was edited needs an edit that changes nothing. */
const pinnedTexts = (edits: readonly Edit[], threshold: number): readonly string[] =>
	(edits.length > 0 ? edits : [{ path: 'threshold', value: threshold }]).map(spellEdit);
