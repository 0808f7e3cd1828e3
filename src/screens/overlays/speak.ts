import { type Lab, present } from '../../board/lab.js';
import { shareCommand } from '../../board/share.js';
import type { Term } from '../../chapter/terms.js';
import type { ScenarioDocument } from '../../content/index.js';
import { catalogueEntry, findDocuments } from '../../present/board/catalogue.js';
import { type ClaimModel, ROLE_WORDS, stateModels } from '../../present/board/states.js';
import { UNBROKEN } from '../../present/speak/drawn.js';
import { speakArtifact as artifactSentences } from '../../present/speak/page.js';
import { speakProse } from '../../present/speak/prose.js';
import { counted, speakLines, speakText } from '../../present/speak/sentences.js';
import { inWords, keysInWords } from '../../present/speak/symbols.js';
import type { ProseBlock } from '../../text/prose.js';
import { type ProgressInput, progressLines } from './progress-lines.js';

interface HelpSpeech {
	/** `In the lab`. */
	readonly place: string;
	/** A line a command, its keys before a colon: those that do something here, and all others. */
	readonly here: readonly string[];
	readonly elsewhere: readonly string[];
	/** How to read the screen. */
	readonly words: readonly string[];
}

/** Speaks the help: the keys, by their names, and how the screen is read. */
export const speakHelp = ({ place, here, elsewhere, words }: HelpSpeech): readonly string[] => [
	'Help.',
	speakText(place),
	...here.map(keySentence),
	'Elsewhere.',
	...elsewhere.map(keySentence),
	...words.map(speakText),
];

function keySentence(line: string): string {
	const at = line.indexOf(': ');
	// A key keeps its case: u and U do different things.
	return `${keysInWords(line.slice(0, at))}: ${inWords(line.slice(at + 2))}.`;
}

/** Speaks the story of a scenario. `blocks`: parsed; null: the parser is being loaded. */
export const speakStory = (title: string, blocks: readonly ProseBlock[] | null): readonly string[] => [
	speakText(title),
	...(blocks ? speakProse(blocks) : ['The text is being loaded.']),
];

/** Speaks the artifact of a scenario as it was first seen. */
export const speakArtifact = ({ scenario, artifact }: ScenarioDocument): readonly string[] => [
	speakText(scenario.title),
	...(artifact
		? [...artifactSentences(artifact), 'As first seen: nothing here is computed, and nothing can be changed.']
		: ['This scenario has no artifact of its own.']),
];

/** Speaks the scenarios that a filter finds, the chosen one marked. */
export function speakScenarios(
	documents: readonly ScenarioDocument[],
	{ offset, filter }: { readonly offset: number; readonly filter: string },
): readonly string[] {
	const found = findDocuments(documents, filter);
	const sought = filter === '' ? '' : `find “${filter}”: `;
	const entries = found.flatMap((document, i) => {
		const { title, kind, about, summary } = catalogueEntry(document);
		return [`${title}${i === offset ? ', chosen' : ''}: ${kind}${about === '' ? '' : `; ${about}`}`, summary];
	});
	const none = 'Nothing teaches that. Words such as "latency", a kind, or an id such as F2 find scenarios.';
	return ['Scenarios', `${sought}${counted(found.length, 'scenario')}`, ...(found.length === 0 ? [none] : entries)].map(
		speakText,
	);
}

/** Speaks the states of a scenario, each with its verdict, and the claims about the chosen one. */
export function speakStates(document: ScenarioDocument, lab: Lab, at: number): readonly string[] {
	const now = JSON.stringify(present(lab).scenario);
	const states = stateModels(document);
	return [
		`States, ${document.scenario.title}`,
		...states.map(({ name, verdict, scenario }, i) => {
			const marks = `${i === at ? ', chosen' : ''}${JSON.stringify(scenario) === now ? ', the present one' : ''}`;
			return `${name}${marks}: ${verdict.text.toLowerCase()}`;
		}),
		...(states[at]?.claims ?? []).map(claimWords),
	].map(speakText);
}

const claimWords = ({ says, role, holds, condition, found }: ClaimModel): string =>
	`${holds ? 'holds' : 'does not hold'}, ${ROLE_WORDS[role]}: ${says}${holds ? '' : ` Expected ${condition}, but ${found}.`}`;

/** Speaks every point of the history, oldest first. */
export const speakHistory = (lab: Lab, at: number): readonly string[] => [
	...[
		`History, ${lab.loaded.title}`,
		...lab.history.map(({ did }, i) => {
			const marks = [i === at ? ', chosen' : '', i === lab.at ? ', the present one' : '', i > lab.at ? ', undone' : ''];
			return `${i}${marks.join('')}: ${did}`;
		}),
	].map(speakText),
	...(lab.history.length === 1 ? ['Nothing was changed yet.'] : []),
];

/** Speaks the command line that reproduces a state, as it is typed. `name`: what the command line calls the scenario. */
export const speakShare = (lab: Lab, name: string): readonly string[] => [
	speakText(`Share, ${lab.loaded.title}`),
	'This line prints the report of this state, baseline and rows included. It is printed again when you quit.',
	shareCommand(lab, name),
];

/** Speaks the terms that a filter finds, each with what it means and the fact that brings it. */
export const speakGlossary = (terms: readonly Term[], filter: string): readonly string[] => [
	'Glossary.',
	...(filter === '' ? [] : [speakText(`find “${filter}”: ${counted(terms.length, 'term')}`)]),
	...terms.map(({ name, means, fact }) => speakText(`${name}${fact === null ? '' : ` (${fact})`}: ${means}`)),
	...(terms.length === 0 ? ['No term holds that.'] : []),
];

/** Speaks how far the reader is; what is drawn as bars is said in figures. */
export const speakProgress = (input: ProgressInput): readonly string[] => [
	'Progress.',
	...speakLines(progressLines(input, UNBROKEN)).map((sentence) => sentence.replace(/(\d+)\/(\d+)/g, '$1 of $2')),
];
