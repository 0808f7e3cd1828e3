import type { Signal, Signals } from '../../engine/index.js';
import type { Line, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { METRIC_LABELS } from '../format/labels.js';
import type { Block } from '../pane/block.js';
import { signalsLabels } from './labels.js';
import {
	cachedSignals,
	hasAlarmMarks,
	lacksLabels,
	MISLEADING_METRIC,
	signalDirection,
	signalsTable,
} from './table.js';

const table = (model: TableModel, flexible = false): Block => ({ kind: 'table', table: model, flexible });

/**
 * Returns the Signals pane: the weeks of a scenario as recorded, the alarm of each signal and when it was seen, and the
 * labels.
 *
 * @param isDetailed whether what happened in each week and what an alarm is are shown; where room is short, in place of
 *   the signals
 */
export function signalsBlocks(input: LabInput, isDetailed = false): readonly Block[] {
	const { scenario, opened } = input;
	const labels = table(signalsLabels(input), true);
	if (opened.weeks.length === 0) return [noWeeks(scenario.segments[0]?.id ?? 'ID'), { kind: 'space' }, labels];
	const signals = cachedSignals(opened);
	const intro = words([recordedLine(signals), firstLine(signals)]);
	const seen: readonly Block[] = [table(signalsTable(signals), true), words([seenLine(signals)])];
	const weeks = words(weekLines(signals));
	const rules = words([ruleLine(signals), ...NOTES]);
	return isDetailed
		? [intro, { kind: 'spare', blocks: seen }, weeks, rules, labels]
		: [intro, ...seen, ...[weeks, rules].map((block): Block => ({ kind: 'spare', blocks: [block] })), labels];
}

const words = (sentences: readonly Line[]): Block => ({ kind: 'words', sentences, lines: 0 });

function recordedLine({ weeks }: Signals): Line {
	const [first, last] = [weeks[0]?.week, weeks.at(-1)?.week];
	const text =
		weeks.length < 2 ? `Week ${first} was recorded: edits do` : `Weeks ${first} to ${last} were recorded: edits do`;
	return [{ text: `${text} not change ${weeks.length < 2 ? 'it' : 'them'}.`, tone: 'dim' }];
}

/** Returns which signal was first seen to get worse, and when the alarm of resolution was, and was seen. */
function firstLine(signals: Signals): Line {
	if (signals.weeks.length < 2) return [{ text: 'There is one week only, and nothing to compare it with.' }];
	const worse = signals.signals.filter(
		(signal) => signal.metric !== MISLEADING_METRIC && signalDirection(signal, signals) === 'worse',
	);
	const first = Math.min(...worse.map(({ seen }) => seen ?? Number.POSITIVE_INFINITY));
	if (worse.length === 0) return [{ text: 'No signal raised an alarm for the worse.' }];
	const names = worse.filter(({ seen }) => seen === first).map(({ metric }) => METRIC_LABELS[metric].label);
	return [
		{ text: 'First seen to get worse: ', bold: true },
		{ text: joinNames(names), tone: 'bad' },
		{ text: `, in week ${first}.${resolutionText(worse, first)}` },
	];
}

/** Returns when the alarm of resolution was and when it was seen; nothing if it was among the first to be seen. */
function resolutionText(worse: readonly Signal[], first: number): string {
	const resolution = worse.find(({ metric }) => metric === 'resolution');
	if (!resolution) return ' Resolution raised no alarm.';
	const { alarm, seen } = resolution;
	if (seen === first) return '';
	return seen === alarm
		? ` The alarm of resolution is in week ${alarm}.`
		: ` The alarm of resolution is in week ${alarm}, and is seen in week ${seen}.`;
}

/** Returns what the two weeks of an alarm are. */
function seenLine({ weeks, signals }: Signals): Line {
	const late = signals.filter(({ lag, values }) => lag > 0 && values.some((value) => value !== null));
	const lags = [...new Set(late.map(({ lag }) => lag))].map((lag) => {
		const names = late.filter((signal) => signal.lag === lag).map(({ metric }) => METRIC_LABELS[metric].label);
		return `${lag} ${lag === 1 ? 'week' : 'weeks'} later for ${joinNames(names)}`;
	});
	const last = weeks.at(-1)?.week ?? 0;
	const isLater = signals.some(({ seen }) => seen !== null && seen > last);
	return [
		{ text: 'In', bold: true },
		{ text: ': the week of the alarm. ' },
		{ text: 'Seen', bold: true },
		{ text: `: when the data on that week arrive, ${lags.length === 0 ? 'here in the same week' : joinNames(lags)}` },
		{ text: isLater ? `. Weeks after ${last} are not on record yet.` : '.' },
	];
}

/** Returns what raises an alarm. */
function ruleLine({ weeks, signals }: Signals): Line {
	const isUnclear = signals.some((signal) => signal.alarm === null && lacksLabels(signal));
	return [
		{ text: hasAlarmMarks(weeks.length) ? 'An alarm (!)' : 'An alarm', bold: true },
		{
			text: ` starts in the first week in which a figure differs from week ${weeks[0]?.week} by more than its noise and by more than a tenth (`,
		},
		{ text: 'for a rate, a tenth of the rate or of its distance to 100%, whichever is less).' },
		{ text: isUnclear ? ' Unclear: there are no labels to tell.' : '' },
	];
}

/** What to make of small share, and of the table of labels. */
const NOTES: readonly Line[] = [
	[{ text: 'Small share misleads: it is a setting, and stays the same whatever becomes of the requests.' }],
	[{ text: 'Labels needed: with so many, a loss of this size is found in 4 of 5 samples.' }],
];

const joinNames = (names: readonly string[]): string =>
	names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** Returns what happened in each week, in the words of the file. */
const weekLines = ({ weeks }: Signals): readonly Line[] =>
	weeks.map(({ week, label }) => [{ text: `week ${week}: `, bold: true }, { text: label }]);

/** Returns what to add to a scenario without weeks. */
function noWeeks(segment: string): Block {
	return {
		kind: 'words',
		sentences: [
			[
				{ text: 'No weeks: ', bold: true, tone: 'unsure' },
				{ text: 'this scenario is one state, so no signal can have an alarm.' },
			],
			[
				{ text: 'to see signals: ', bold: true },
				{ text: 'add a list weeks to its file, each week on top of the one before:' },
			],
			[{ text: `- { week: 1, label: Before, set: { segments.${segment}.routedSmall: 0.2 } }` }],
			[{ text: `- { week: 2, label: After, set: { segments.${segment}.routedSmall: 0.8 } }` }],
		],
		lines: 0,
	};
}
