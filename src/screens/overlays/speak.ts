import { currentEntry, type Lab } from '../../board/lab.js';
import { shareCommand } from '../../board/share-command.js';
import type { ScenarioDocument } from '../../content/index.js';
import { catalogueEntry, filterDocuments } from '../../present/board/catalogue.js';
import { type ClaimModel, ROLE_LABELS, stateModels } from '../../present/board/states.js';
import { UNBROKEN } from '../../present/speak/drawn.js';
import { speakArtifact as artifactSentences } from '../../present/speak/page.js';
import { speakProse } from '../../present/speak/prose.js';
import { counted, speakLines, speakScreen, speakText } from '../../present/speak/sentences.js';
import { inWords, keysInWords } from '../../present/speak/symbols.js';
import type { ProseBlock } from '../../text/prose.js';
import { keyText } from '../key-text.js';
import type { Command, KeyHelp } from '../screen.js';
import type { Overlay } from '../state.js';
import type { TermGroup } from '../terms.js';
import { type ProgressInput, progressLines } from './progress-lines.js';
import { ARTIFACT_NOTE, NO_ARTIFACT, NO_HISTORY, NO_SCENARIO, NO_TERM, SHARE_NOTE } from './texts.js';

/** Speaks the help: the keys by their names, under what they are for. */
export const speakHelp = ({ place, groups }: KeyHelp, status: string): readonly string[] =>
	speakScreen(
		[
			speakText(`Help, ${place.toLowerCase()}`),
			...groups.flatMap(({ heading, lines }) => [speakText(heading), ...lines.map(keySentence)]),
		],
		status,
	);

/** Speaks how to read the screen. */
export const speakLegend = (sentences: readonly string[], status: string): readonly string[] =>
	speakScreen(['Words and marks.', ...sentences.map(speakText)], status);

function keySentence(line: string): string {
	const at = line.indexOf(': ');
	if (at < 0) return speakText(line);
	// Keys keep their case, because u and U do different things.
	return `${keysInWords(line.slice(0, at))}: ${inWords(line.slice(at + 2))}.`;
}

/** Speaks the story of a scenario. `blocks`: its text, parsed; null: the parser is being loaded. */
export const speakStory = (title: string, blocks: readonly ProseBlock[] | null, status: string): readonly string[] =>
	speakScreen([speakText(title), ...(blocks ? speakProse(blocks) : ['The text is being loaded.'])], status);

/** Speaks the artifact that a scenario starts from. */
export function speakArtifact({ scenario, artifact }: ScenarioDocument, status: string): readonly string[] {
	const body = artifact ? [...artifactSentences(artifact), ARTIFACT_NOTE] : [NO_ARTIFACT];
	return speakScreen([speakText(scenario.title), ...body], status);
}

type Filter = Pick<Overlay, 'filter' | 'finding'>;

/** Returns the filter of a list and how many items it finds; empty: no filter. */
const filterText = ({ filter, finding }: Filter, count: string): string =>
	finding || filter !== '' ? `find “${filter}”: ${count}` : '';

/** Speaks the scenarios that a filter finds, the chosen one marked. */
export function speakScenarios(
	documents: readonly ScenarioDocument[],
	overlay: Filter & Pick<Overlay, 'offset'>,
	status: string,
): readonly string[] {
	const found = filterDocuments(documents, overlay.filter);
	const count = counted(found.length, 'scenario');
	const entries = found.flatMap((document, i) => {
		const { title, kind, about, summary } = catalogueEntry(document);
		return [`${title}${i === overlay.offset ? ', chosen' : ''}: ${kind}${about === '' ? '' : `; ${about}`}`, summary];
	});
	const body = ['Scenarios', filterText(overlay, count) || count, ...(found.length === 0 ? [NO_SCENARIO] : entries)];
	return speakScreen(body.map(speakText), status);
}

/** Speaks the states of a scenario, each with its verdict, and the claims about the chosen one. */
export function speakStates(document: ScenarioDocument, lab: Lab, at: number, status: string): readonly string[] {
	const now = JSON.stringify(currentEntry(lab).scenario);
	const states = stateModels(document);
	const body = [
		`States, ${document.scenario.title}`,
		...states.map(({ name, verdict, scenario }, i) => {
			const marks = `${i === at ? ', chosen' : ''}${JSON.stringify(scenario) === now ? ', the present one' : ''}`;
			return `${name}${marks}: ${verdict.text.toLowerCase()}`;
		}),
		...(states[at]?.claims ?? []).map(claimText),
	];
	return speakScreen(body.map(speakText), status);
}

const claimText = ({ says, role, holds, condition, found }: ClaimModel): string =>
	`${holds ? 'holds' : 'does not hold'}, ${ROLE_LABELS[role]}: ${says}${holds ? '' : ` Expected ${condition}, but ${found}.`}`;

/** Speaks the commands and places that a text finds, each with its keys, the chosen one marked. */
export function speakPalette(commands: readonly Command[], at: number, text: string): readonly string[] {
	const entries = commands.map(({ keys, name, aside, reason }, i) => {
		const notes = [aside, reason ?? ''].filter(Boolean).map((note) => `, ${note}`);
		const named = keys.length > 0 ? `: ${keysInWords(keys.map(keyText).join(', '))}` : '';
		return `${inWords(name)}${i === at ? ', chosen' : ''}${notes.map(inWords).join(', ')}${named}.`;
	});
	return [
		'Commands and places.',
		speakText(`typed: ${text === '' ? 'nothing yet' : text}`),
		speakText(`${commands.length} found`),
		...entries.slice(0, MAX_SPOKEN),
		...(entries.length > MAX_SPOKEN
			? [`And ${entries.length - MAX_SPOKEN} more; type a part of a name to find one.`]
			: []),
		'',
	];
}

/** Commands of the palette that are read out: more than a tall window shows. */
const MAX_SPOKEN = 60;

/** Speaks every entry of the history, oldest first. */
export function speakHistory(lab: Lab, at: number, status: string): readonly string[] {
	const body = [
		`History, ${lab.loaded.title}`,
		...lab.history.map(({ description }, i) => {
			const marks = [
				i === at ? ', chosen' : '',
				i === lab.position ? ', the present one' : '',
				i > lab.position ? ', undone' : '',
			];
			return `${i}${marks.join('')}: ${description}`;
		}),
		lab.history.length === 1 ? NO_HISTORY : '',
	];
	return speakScreen(body.map(speakText), status);
}

/** Speaks the command line that reproduces a state, as it is typed. `name`: the scenario's name on the command line. */
export const speakShare = (lab: Lab, name: string, status: string): readonly string[] =>
	speakScreen([speakText(`Share, ${lab.loaded.title}`), SHARE_NOTE, shareCommand(lab, name)], status);

/** Speaks the terms that a filter finds, each with its meaning. */
export function speakGlossary(groups: readonly TermGroup[], overlay: Filter, status: string): readonly string[] {
	const count = groups.reduce((sum, { terms }) => sum + terms.length, 0);
	const body = [
		'Glossary.',
		filterText(overlay, counted(count, 'term')),
		...groups.flatMap(({ heading, terms }) => [
			heading ?? '',
			...terms.map(({ name, definition }) => `${name}: ${definition}`),
		]),
		count === 0 ? NO_TERM : '',
	];
	return speakScreen(body.map(speakText), status);
}

/** Speaks the reader's progress, with figures in place of bars. */
export function speakProgress(input: ProgressInput, status: string): readonly string[] {
	const sentences = speakLines(progressLines(input, UNBROKEN));
	return speakScreen(['Progress.', ...sentences.map((text) => text.replace(/(\d+)\/(\d+)/g, '$1 of $2'))], status);
}
