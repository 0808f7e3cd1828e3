import {
	allCards,
	cardsOf,
	cardTitle,
	countDue,
	DRILL_KINDS,
	type DrillKind,
	findDue,
	scheduleOf,
} from '../../../drill/index.js';
import { dueText } from '../../../present/format/format.js';
import type { Line } from '../../../text/line.js';
import { drawRowName } from '../../../text/list-row.js';
import { pad, shorten } from '../../../text/width.js';
import type { DrillInput } from './input.js';

const NAMES: Readonly<Record<DrillKind, string>> = {
	recall: 'Recall',
	interview: 'Interview questions',
	numbers: 'Numbers',
	diagnose: 'Diagnosis',
	diagrams: 'Diagrams',
};

/** Heading of the questions that were forgotten again and again. */
const WILL_NOT_STICK = 'These will not stick. Their lessons help more than another try:';

/** Short description of each kind of question. */
const DESCRIPTIONS: Readonly<Record<DrillKind, string>> = {
	recall: 'write, then tick',
	interview: 'and what comes next',
	numbers: 'the model checks',
	diagnose: 'name it, mend it',
	diagrams: 'box by box',
};

/** Draws the menu: due cards, each kind with its counts, the interview run, and the cards that keep failing. */
export function menuLines({ kit, reviews, now, at, hasLateFeedback }: DrillInput, columns: number): readonly Line[] {
	const schedule = scheduleOf(reviews);
	const all = allCards(kit);
	const time = new Date(now);
	const { due, leeches } = findDue(schedule, all, time);
	const { next } = countDue(schedule, all, time);
	const entry = (i: number, name: string, counts: string, description: string): readonly Line[] => [
		[
			...drawRowName(pad(name, 20), i === at, ' › '),
			{ text: `  ${pad(counts, 24)}`, tone: 'plain' },
			{ text: shorten(description, Math.max(10, columns - 50)), tone: 'dim' },
		],
	];
	return [
		...entry(
			0,
			'Due now',
			due.length === 0 ? (next === null ? 'nothing yet' : `nothing; next ${dueText(next, now)}`) : `${due.length} due`,
			'before it is lost',
		),
		[],
		...DRILL_KINDS.flatMap((kind, i) => {
			const counts = countDue(schedule, cardsOf(kit, kind), time);
			return entry(i + 1, NAMES[kind], `${counts.cards} · ${counts.due} due · ${counts.fresh} new`, DESCRIPTIONS[kind]);
		}),
		[],
		...entry(
			DRILL_KINDS.length + 1,
			'Interview run',
			'10 minutes',
			hasLateFeedback ? 'looks at the end' : 'looks after each',
		),
		[],
		...(leeches.length === 0
			? []
			: [
					[{ text: ` ${WILL_NOT_STICK}`, tone: 'unsure' as const }],
					...[...new Set(leeches.map((card) => cardTitle(kit, card)))].map(
						(title): Line => [{ text: `   ${shorten(title, Math.max(10, columns - 4))}` }],
					),
				]),
	];
}
