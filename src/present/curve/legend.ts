import type { Line, Span } from '../../text/line.js';
import { width } from '../../text/width.js';
import { inUnit, NOT_MEASURED, percent } from '../format/format.js';
import type { CurveLines, Place } from './lines.js';

/** What stands on the plot. Each has a character of its own, so that none needs its colour. */
export const MARKS = {
	now: { text: '●', tone: 'title', bold: true },
	curve: { text: '⠤⠤' },
	allStrong: { text: '■', bold: true },
	allSmall: { text: '□', bold: true },
	best: { text: '◆', tone: 'good', bold: true },
	perfect: { text: '+', tone: 'good' },
	coinFlip: { text: '×', tone: 'dim' },
	random: { text: '○', tone: 'dim' },
} as const satisfies Readonly<Record<string, Span>>;

/** A mark with its words, or words that lead to the marks after them. */
type Entry = readonly [mark: keyof typeof MARKS | null, words: string];
type Legend = readonly (readonly Entry[])[];

/** The words to the marks, always three lines, in as many words as there is room for. */
export function curveLegend({ best, router }: CurveLines, now: Place | null, room: number): readonly Line[] {
	const most = percent(best.resolution);
	const figures = now ? `${percent(now.resolution)} for USD ${inUnit(now.cost, 'money')}` : NOT_MEASURED;
	const legends: readonly Legend[] = [
		[
			[['now', `now: ${figures}`], CURVE, ...ENDS],
			[['best', `perfect router: every easy request small, every hard one strong: ${most}`]],
			[AT_EACH_MIX, ['perfect', 'perfect, q = min(1, E/p)'], COIN_FLIP, ['random', 'random, cost-matched']],
		],
		[
			[['now', `now: ${figures}`], ...ENDS],
			[['best', `perfect, its mix free: ${most}`], CURVE],
			[AT_EACH_MIX, ['perfect', 'perfect'], COIN_FLIP, ['random', 'random']],
		],
		[
			[['now', now ? 'now' : 'now: n/m'], ...ENDS],
			[['best', `best: ${most}`], CURVE],
			[['perfect', 'perfect'], COIN_FLIP, ['random', 'random']],
		],
	];
	const drawn = legends.map((legend) => (router.length > 1 ? legend : stillLegend(legend)).map(legendLine));
	return drawn.find((lines) => lines.every((line) => lineWidth(line) < room)) ?? drawn.at(-1) ?? [];
}

const CURVE: Entry = ['curve', 'threshold curve'];
const ENDS: readonly Entry[] = [
	['allStrong', 'all strong'],
	['allSmall', 'all small'],
];
const AT_EACH_MIX: Entry = [null, 'at each mix:'];
const COIN_FLIP: Entry = ['coinFlip', 'coin flip'];

/** Where the dial moves nothing there is no curve, and no rival to be told from it. */
const stillLegend = (legend: Legend): Legend =>
	legend.map((entries, i) => {
		if (i === 2) return [[null, 'no curve: the dial moves no segment']];
		return entries.filter((entry) => entry !== CURVE);
	});

const lineWidth = (line: Line): number => line.reduce((sum, { text }) => sum + width(text), 0);

const legendLine = (entries: readonly Entry[]): Line =>
	entries.flatMap(([mark, words], i): Span[] => {
		const space = { text: i === 0 || entries[i - 1]?.[0] === null ? ' ' : '  ' };
		return mark === null ? [space, { text: words }] : [space, MARKS[mark], { text: ` ${words}` }];
	});
