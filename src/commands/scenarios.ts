import { KINDS_OF_SCENARIO } from '../content/scenario/document.js';
import { catalogue } from '../export/catalogue.js';
import { CATALOGUE_FORMATS } from '../export/formats.js';
import { findDocuments } from '../present/board/catalogue.js';
import { Stop } from '../stop.js';
import { SHIPPED } from '../storage/index.js';
import { findShowable } from './find-scenario.js';
import { chosen, chosenFormat } from './format.js';
import { reportWidth } from './report.js';

export interface ScenariosOptions {
	/** An id or a file; null: all that are shipped. */
	readonly name: string | null;
	/** What they teach, as in the program's own list; empty: anything. */
	readonly teaches: string;
	readonly kind: string | null;
	readonly format: string;
	/** Is told, with their places, of claims that do not hold. */
	readonly complain: (problems: readonly string[]) => void;
}

/**
 * The catalogue of scenarios, or everything that one claims.
 *
 * @throws Stop with 2 for what does not exist, and where nothing is found
 */
export async function scenariosCommand({ name, teaches, kind, format, complain }: ScenariosOptions): Promise<string> {
	const printed = chosenFormat(format, CATALOGUE_FORMATS);
	const listed = kind === null ? null : chosen('kind', kind, KINDS_OF_SCENARIO);
	const named = name === null ? null : await findShowable(name);
	const all = named === null ? SHIPPED : [named.document];
	const found = findDocuments(all, teaches).filter((document) => listed === null || document.kind === listed);
	if (found.length === 0)
		throw new Stop(
			`No scenario teaches ${teaches}${listed === null ? '' : ` among those of the kind ${listed}`}. Try an id such as F2, or fewer words.`,
			2,
		);
	if (named && named.problems.length > 0) complain(named.problems);
	const width = reportWidth(process.stdout);
	return catalogue(found, printed, { detailed: name !== null, ...(width !== undefined && { width }) });
}
