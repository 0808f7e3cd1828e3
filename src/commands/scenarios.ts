import { SCENARIO_KINDS } from '../content/scenario/document.js';
import { renderCatalogue } from '../export/catalogue.js';
import { CATALOGUE_FORMATS } from '../export/formats.js';
import type { DrawLine } from '../export/text.js';
import { filterDocuments } from '../present/board/catalogue.js';
import { Stop } from '../stop.js';
import { SHIPPED } from '../storage/index.js';
import { findScenarioToShow } from './find-scenario.js';
import { parseChoice, parseFormat } from './format.js';
import { reportWidth } from './report.js';

export interface ScenariosOptions {
	/** Id or file; null for all shipped scenarios. */
	readonly name: string | null;
	/** Search words for what the scenarios teach; empty for all. */
	readonly teaches: string;
	readonly kind: string | null;
	readonly format: string;
	/** Draws the lines of text; by default without colours. */
	readonly draw?: DrawLine;
	/** Receives claims that do not hold, with their places in the file. */
	readonly onProblems: (problems: readonly string[]) => void;
}

/**
 * Returns the catalogue of scenarios, or one scenario with all its claims.
 *
 * @throws Stop with 2 for arguments that do not exist, or if no scenario matches
 */
export async function scenariosCommand({
	name,
	teaches,
	kind,
	format,
	draw,
	onProblems,
}: ScenariosOptions): Promise<string> {
	const catalogueFormat = parseFormat(format, CATALOGUE_FORMATS);
	const wantedKind = kind === null ? null : parseChoice('kind', kind, SCENARIO_KINDS);
	const single = name === null ? null : await findScenarioToShow(name);
	const all = single === null ? SHIPPED : [single.document];
	const matches = filterDocuments(all, teaches).filter(
		(document) => wantedKind === null || document.kind === wantedKind,
	);
	if (matches.length === 0)
		throw new Stop(
			`No scenario teaches ${teaches}${wantedKind === null ? '' : ` among those of the kind ${wantedKind}`}. Try fewer words, or others such as latency.`,
			2,
		);
	if (single && single.problems.length > 0) onProblems(single.problems);
	const width = reportWidth(process.stdout);
	return renderCatalogue(matches, catalogueFormat, {
		detailed: name !== null,
		...(width !== undefined && { width }),
		...(draw && { draw }),
	});
}
