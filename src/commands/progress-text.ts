import { harmlessLine } from '../content/problems/harmless.js';
import type { MetricScore, Progress, ScenarioProgress, Score } from '../course/index.js';
import { metricUnit } from '../engine/inputs/index.js';
import { METRIC_NAMES } from '../engine/scenario.js';
import { difference, inUnit, NOT_MEASURED } from '../present/format.js';
import { METRIC_LABELS } from '../present/metric-labels.js';
import type { JournalReading } from '../storage/index.js';

const NOTHING_YET = `Nothing yet: no scenario was opened.

Start with: dispatch-board
`;

/** What the reader did so far, for people. Times are local. */
export function progressText(progress: Progress, skipped: JournalReading['skipped']): string {
	const { since, lastScenario, scenarios, scores, counts } = progress;
	const last = lastScenario === null ? undefined : scenarios.get(lastScenario);
	if (since === null || !last) return `${NOTHING_YET}${notCounted(skipped)}`;
	const head = `Since ${localTime(since)}: ${plural(scenarios.size, 'scenario')}, ${plural(counts.edited, 'change')}, ${plural(counts.predicted, 'guess', 'guesses')}.`;
	const sections = [
		head,
		...[...scenarios.values()].map(scenarioText),
		...[...scores.values()].map(scoreText),
		`Go on with: dispatch-board lab ${shellWord(last.file ?? last.scenario)}`,
	];
	// A journal is a file, and a file can hold anything.
	const lines = sections.join('\n\n').split('\n').map(harmlessLine);
	return `${lines.join('\n')}\n${notCounted(skipped)}`;
}

function scenarioText({ scenario, file, opened, edited, edits, baseline, lastAt }: ScenarioProgress): string {
	return [
		`${oneLine(scenario)}${file === null ? '' : ` (${oneLine(file)})`}`,
		`  opened ${plural(opened, 'time')}, changed ${plural(edited, 'time')}, last on ${localTime(lastAt)}`,
		...state('stands at', edits, edited > 0 ? ['  stands as the scenario has it'] : []),
		...(baseline ? state('compared with', baseline, ['  compared with the scenario as it was']) : []),
	].join('\n');
}

const state = (what: string, edits: readonly string[], none: readonly string[]): readonly string[] =>
	edits.length === 0 ? none : [`  ${what}`, ...edits.map((edit) => `    ${oneLine(edit)}`)];

const scoreText = ({ name, guesses, metrics }: Score): string =>
	[`Guesses of ${oneLine(name)}: ${guesses}`, ...[...metrics.values()].map(metricText)].join('\n');

function metricText({ metric, measured, meanError, last }: MetricScore): string {
	const known = METRIC_NAMES.find((name) => name === metric);
	const show = (value: number): string => (known ? inUnit(value, metricUnit(known)) : String(value));
	const off = (error: number): string =>
		(known ? difference(error, metricUnit(known)) : String(error)).replace(/^\+/, '');
	const label = known ? METRIC_LABELS[known].label : oneLine(metric);
	const mean =
		meanError === null ? '' : `off by ${off(meanError)} ${measured === 1 ? 'once' : `on average of ${measured}`}; `;
	const truth = last.truth === null ? `it is ${NOT_MEASURED}` : `it was ${show(last.truth)}`;
	return `  ${label}: ${mean}last said ${show(last.guess)}, ${truth}`;
}

function notCounted({ newer, unknown, malformed }: JournalReading['skipped']): string {
	const said = [
		...(newer + unknown > 0 ? [`${plural(newer + unknown, 'line')} of a newer version of this program`] : []),
		...(malformed > 0 ? [`${plural(malformed, 'line')} that no version wrote`] : []),
	];
	return said.length > 0 ? `\nNot counted: ${said.join(' and ')}.\n` : '';
}

function localTime(iso: string): string {
	const time = new Date(iso);
	const two = (part: number): string => String(part).padStart(2, '0');
	const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
	return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
const plural = (count: number, word: string, words = `${word}s`): string => `${count} ${count === 1 ? word : words}`;
const shellWord = (text: string): string =>
	/^[\w./@:+-]+$/.test(text) ? text : `'${oneLine(text).replaceAll("'", "'\\''")}'`;
