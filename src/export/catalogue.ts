import type { ScenarioDocument } from '../content/index.js';
import { aboutText, type CatalogueEntry, catalogueEntry } from '../present/board/catalogue.js';
import { type ClaimModel, ROLE_LABELS, type StateModel, stateModels } from '../present/board/states.js';
import { contextSentences } from '../present/format/input-text.js';
import { type Line, textOf } from '../text/line.js';
import { wrap } from '../text/width.js';
import { restyle } from '../text/wrap-line.js';
import type { CatalogueFormat } from './formats.js';
import { toJson } from './json.js';
import { escapeText, markdownRow } from './markdown.js';
import { type DrawLine, textHeading } from './text.js';

const WIDTH = 100;

/**
 * Renders scenarios as a catalogue that ends with a line break.
 *
 * @param detailed whether the text has the states and claims of each scenario; JSON and Markdown always have them
 * @param draw draws the lines of the text; by default without colours
 */
export function renderCatalogue(
	documents: readonly ScenarioDocument[],
	format: CatalogueFormat,
	{ detailed = false, width = WIDTH, draw = textOf }: TextOptions = {},
): string {
	switch (format) {
		case 'text':
			return renderText(documents, { detailed, width, draw });
		case 'md':
			return renderMarkdown(documents);
		case 'json':
			return toJson(documents.map(catalogueObject));
	}
}

interface TextOptions {
	readonly detailed?: boolean;
	readonly width?: number;
	readonly draw?: DrawLine;
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

function renderText(documents: readonly ScenarioDocument[], { detailed, width, draw }: Required<TextOptions>): string {
	const blocks = [...byKind(documents)].map(([kind, members]) =>
		[...textHeading(HEADINGS[kind] ?? kind), ...members.flatMap((one) => textEntry(one, detailed, width))]
			.map(draw)
			.join('\n'),
	);
	return `${blocks.join('\n\n')}\n`;
}

function textEntry(document: ScenarioDocument, detailed: boolean, width: number): readonly Line[] {
	const entry = catalogueEntry(document);
	const { id, title } = entry;
	const wrapped = (line: Line, room: number): readonly Line[] => restyle(line, wrap(textOf(line), room));
	const indent = (line: Line): readonly Line[] => wrapped(line, width - 4).map((part) => [{ text: '    ' }, ...part]);
	const head = [
		...wrapped(
			[
				{ text: `${id}:`, tone: 'title' },
				{ text: ` ${title}`, bold: true },
			],
			width,
		),
		...indent([{ text: aboutText(entry, '. ') }]),
	];
	if (!detailed) return head;
	const context = contextSentences(document).flatMap((text) => indent([{ text }]));
	const states = stateModels(document).flatMap(({ id: state, name, verdict, claims }): readonly Line[] => [
		[],
		...wrapped([{ text: '  ' }, verdict, { text: `  ${state === null ? name : `${name} (${state})`}` }], width),
		...claims.flatMap((claim) => indent(claimLine(claim))),
	]);
	return [...head, ...context, ...indent([{ text: `Figures: ${document.source}` }]), ...states];
}

const claimLine = (claim: ClaimModel): Line => [
	{ text: claim.holds ? '✓' : '✗', tone: claim.holds ? 'good' : 'bad' },
	{ text: ` ${ROLE_LABELS[claim.role]}: ${claim.says} ` },
	{ text: `[${claim.condition}${inWeek(claim)}: ${claim.found}]`, tone: claim.holds ? 'dim' : 'bad' },
];

const inWeek = ({ week }: ClaimModel): string => (week === null ? '' : ` in week ${week}`);

const HEADINGS: Readonly<Record<string, string>> = {
	opening: 'Opening',
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
	'Every scenario with its states, the verdict on each state compared with the baseline, and the claims that its file makes. A claim is checked whenever its file is loaded; in brackets stand the condition and the computed value. Figures are illustrative unless the source says otherwise.';

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

const facts = ({ teaches }: CatalogueEntry): string => `Teaches ${teaches.map(({ title }) => title).join('; ')}.`;

const markdownState = ({ id, name, verdict, claims }: StateModel): string =>
	[
		`- **${verdict.text}** ${escapeText(id === null ? name : `${name} (${id})`)}`,
		...claims.map(
			(claim) =>
				`  - ${ROLE_LABELS[claim.role]}: ${escapeText(claim.says)} (${escapeText(claim.condition)}${inWeek(claim)}: ${escapeText(claim.found)})`,
		),
	].join('\n');
