import type { Signals } from '../../engine/index.js';
import type { MetricName } from '../../engine/scenario.js';
import type { Line, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { METRIC_LABELS } from '../format/labels.js';
import type { Block } from '../pane/block.js';
import { signalsLabels } from './labels.js';
import { cachedSignals, MISLEADING_METRIC, misleadingTable, signalDirection, signalsTable } from './table.js';

const table = (model: TableModel, flexible = false): Block => ({ kind: 'table', table: model, flexible });

/** Returns the Signals pane: the weeks of a scenario, the first signal to move, the misleading one, and the labels. */
export function signalsBlocks(input: LabInput): readonly Block[] {
	const { scenario } = input;
	const labels = table(signalsLabels(input), true);
	if (scenario.weeks.length === 0) return [noWeeks(scenario.segments[0]?.id ?? 'ID'), { kind: 'space' }, labels];
	const signals = cachedSignals(scenario);
	return [
		firstToMove(signals),
		table(signalsTable(signals), true),
		table(misleadingTable(signals)),
		labels,
		{ kind: 'spare', blocks: [{ kind: 'space' }, weekBlock(signals)] },
	];
}

/** Returns which signal was first seen to get worse, and when resolution was. */
function firstToMove(signals: Signals): Block {
	return { kind: 'words', sentences: [firstLine(signals)], lines: 2 };
}

function firstLine(signals: Signals): Line {
	if (signals.weeks.length < 2) return [{ text: 'There is one week only, and nothing to compare it with.' }];
	const worsened = signals.signals.flatMap((signal) =>
		signal.alarm !== null && signal.metric !== MISLEADING_METRIC && signalDirection(signal, signals) === 'worse'
			? [{ metric: signal.metric, week: signal.seen ?? signal.alarm }]
			: [],
	);
	const firstWeek = Math.min(...worsened.map(({ week }) => week));
	if (worsened.length === 0) return [{ text: 'No signal got worse by more than its noise and a tenth.' }];
	const names = worsened.filter(({ week }) => week === firstWeek).map(({ metric }) => METRIC_LABELS[metric].label);
	return [
		{ text: 'First seen to get worse: ', bold: true },
		{ text: joinNames(names), tone: 'bad' },
		{ text: `, week ${firstWeek}. ` },
		{ text: outcomeText(worsened, firstWeek) },
	];
}

function outcomeText(
	worsened: readonly { readonly metric: MetricName; readonly week: number }[],
	firstWeek: number,
): string {
	const week = worsened.find(({ metric }) => metric === 'resolution')?.week;
	if (week === undefined) return 'Resolution raised no alarm.';
	if (week === firstWeek) return 'Resolution was seen to fall in the same week.';
	return `Resolution followed: seen in week ${week}.`;
}

const joinNames = (names: readonly string[]): string =>
	names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** Returns what happened in each week, in the words of the file. */
function weekBlock({ weeks }: Signals): Block {
	const sentences = weeks.map(({ week, label }): Line => [{ text: `week ${week}: `, bold: true }, { text: label }]);
	return { kind: 'words', sentences, lines: 0 };
}

/** Returns what to add to a scenario without weeks. */
function noWeeks(segment: string): Block {
	return {
		kind: 'words',
		sentences: [
			[
				{ text: 'No weeks: ', bold: true, tone: 'unsure' },
				{ text: 'this scenario is one state, so that no signal can have moved.' },
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
