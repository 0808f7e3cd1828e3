import type { ScenarioDocument } from '../content/index.js';
import { type CatalogueEntry, catalogueEntry } from '../present/board/catalogue.js';
import { type ClaimModel, ROLE_LABELS, type StateModel, stateModels } from '../present/board/states.js';
import { contextSentences } from '../present/format/input-text.js';
import { wrap } from '../text/width.js';
import type { CatalogueFormat } from './formats.js';
import { toJson } from './json.js';
import { escapeText, markdownRow } from './markdown.js';
import { textHeading } from './text.js';

const WIDTH = 100;

/**
 * Renders scenarios as a catalogue that ends with a line break.
 *
 * @param detailed whether the text has the states and claims of each scenario; JSON and Markdown always have them
 */
export function renderCatalogue(
	documents: readonly ScenarioDocument[],
	format: CatalogueFormat,
	{ detailed = false, width = WIDTH } = {},
): string {
	switch (format) {
		case 'text':
			return renderText(documents, detailed, width);
		case 'md':
			return renderMarkdown(documents);
		case 'json':
			return toJson(documents.map(catalogueObject));
	}
}

/** Returns a scenario of the catalogue for programs. */
function catalogueObject(document: ScenarioDocument) {
	const { about: _, ...entry } = catalogueEntry(document);
	return {
		...entry,
		source: document.source,
		states: stateModels(document).map(({ id, name, verdict, claims }) => ({
			id,
			name,
			verdict: verdict.text.toLowerCase().replace(' ', '-'),
			claims,
		})),
	};
}

/** Groups scenarios by kind, in the order of the first of each. */
function byKind(documents: readonly ScenarioDocument[]): ReadonlyMap<string, readonly ScenarioDocument[]> {
	const kinds = new Map<string, ScenarioDocument[]>();
	for (const document of documents) {
		const { kind } = catalogueEntry(document);
		kinds.set(kind, [...(kinds.get(kind) ?? []), document]);
	}
	return kinds;
}

function renderText(documents: readonly ScenarioDocument[], detailed: boolean, width: number): string {
	const blocks = [...byKind(documents)].map(([kind, members]) =>
		[...textHeading(HEADINGS[kind] ?? kind), ...members.map((one) => textEntry(one, detailed, width))].join('\n'),
	);
	return `${blocks.join('\n\n')}\n`;
}

function textEntry(document: ScenarioDocument, detailed: boolean, width: number): string {
	const { id, title, summary, about } = catalogueEntry(document);
	const indent = (words: string): readonly string[] => wrap(words, width - 4).map((line) => `    ${line}`);
	const head = [...wrap(`${id}: ${title}`, width), ...indent(about === '' ? summary : `${about}. ${summary}`)];
	const context = contextSentences(document).flatMap(indent);
	if (!detailed) return head.join('\n');
	const states = stateModels(document).flatMap(({ id: state, name, verdict, claims }) => [
		'',
		...wrap(`  ${verdict.text}  ${state === null ? name : `${name} (${state})`}`, width),
		...claims.flatMap((claim) => indent(claimText(claim))),
	]);
	return [...head, ...context, ...indent(`Figures: ${document.source}`), ...states].join('\n');
}

const claimText = (claim: ClaimModel): string =>
	`${claim.holds ? '✓' : '✗'} ${ROLE_LABELS[claim.role]}: ${claim.says} [${claim.condition}${inWeek(claim)}: ${claim.found}]`;

const inWeek = ({ week }: ClaimModel): string => (week === null ? '' : ` in week ${week}`);

const HEADINGS: Readonly<Record<string, string>> = {
	opening: 'Where it starts',
	mechanism: 'The mechanism, its signals and boundaries',
	'failure shape': 'Failure shapes',
	context: 'Kinds of products',
	'of your own': 'Of your own',
};

function renderMarkdown(documents: readonly ScenarioDocument[]): string {
	const parts = [...byKind(documents)].map(([kind, members]) =>
		[`## ${escapeText(HEADINGS[kind] ?? kind)}`, overview(members), ...members.map(markdownEntry)].join('\n\n'),
	);
	return `${['# Scenarios', INTRODUCTION, ...parts].join('\n\n')}\n`;
}

const INTRODUCTION =
	'Every scenario with its states, the verdict in each against its baseline, and what it claims of itself. The claims stand in the files, and are proved whenever one is loaded. Figures are illustrative unless the source says otherwise.';

const overview = (documents: readonly ScenarioDocument[]): string =>
	[
		markdownRow(['scenario', 'about', 'shows']),
		markdownRow([':---', ':---', ':---']),
		...documents.map((document) => {
			const { id, about, summary } = catalogueEntry(document);
			return markdownRow([`[${id}](#${id})`, escapeText(about), escapeText(summary)]);
		}),
	].join('\n');

function markdownEntry(document: ScenarioDocument): string {
	const entry = catalogueEntry(document);
	return [
		`### ${entry.id}`,
		`**${escapeText(entry.title)}**`,
		escapeText(facts(entry)),
		...(document.context ? [escapeText(contextSentences(document).join(' '))] : []),
		`Figures: ${escapeText(document.source)}`,
		...stateModels(document).map(markdownState),
	].join('\n\n');
}

const facts = ({ teaches }: CatalogueEntry): string =>
	`Teaches ${teaches.map(({ id, title }) => `${id} ${title}`).join('; ')}.`;

const markdownState = ({ id, name, verdict, claims }: StateModel): string =>
	[
		`- **${verdict.text}** ${escapeText(id === null ? name : `${name} (${id})`)}`,
		...claims.map(
			(claim) =>
				`  - ${ROLE_LABELS[claim.role]}: ${escapeText(claim.says)} (${escapeText(claim.condition)}${inWeek(claim)}: ${escapeText(claim.found)})`,
		),
	].join('\n');
