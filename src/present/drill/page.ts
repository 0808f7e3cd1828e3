import { type Debrief, debrief, remaining } from '../../drill/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Line } from '../table/model.js';
import { wrapLine } from '../table/wrap-line.js';
import { gradeLine, tickingLines, writingLines } from './card.js';
import type { DrillInput } from './input.js';
import { caseLines, diagramLines, numberLines, shapeLines } from './judged.js';
import { menuLines } from './menu.js';

export interface DrillPage {
	readonly title: string;
	/** The clock of a run, or how many wait; at the right of the title. */
	readonly aside: string;
	readonly lines: readonly Line[];
	/** A line that stays in the window; null: the top does. */
	readonly keep: number | null;
	/** Lines below that always show. */
	readonly foot: readonly Line[];
}

/** What a drill shows now. `lab`: the scenario of a case as the reader edited it. */
export function drillPage(input: DrillInput, columns: number, lab: Scenario | null): DrillPage {
	const { question, step, run, now, waiting, debriefed } = input;
	const aside =
		run && !debriefed
			? clockWords(remaining(run, now), run.clock.paused)
			: question
				? waiting === 0
					? 'the last one'
					: `${waiting} more`
				: '';
	const page = (
		title: string,
		lines: readonly Line[],
		keep: number | null = null,
		foot: readonly Line[] = [],
	): DrillPage => ({ title, aside, lines, keep, foot });
	if (question === null) {
		if (run && debriefed) return page('Interview run · debrief', debriefLines(debrief(run, now), columns));
		return page('Drills', menuLines(input, columns));
	}
	switch (question.kind) {
		case 'card': {
			const name = question.document.kind === 'interview' ? 'Interview' : 'Recall';
			if (step === 'answering') {
				const { lines, cursorLine } = writingLines(question.document, input, columns);
				return page(name, lines, cursorLine);
			}
			return page(name, tickingLines(question.document, input, columns), null, [gradeLine(question.card, input)]);
		}
		case 'number':
			return page('Numbers', numberLines(question.asked, input, columns));
		case 'case': {
			const { found } = question;
			const foot = step === 'answering' ? shapeLines(input.chosen, columns) : [];
			return page('Diagnosis', caseLines(found, input, columns, lab ?? found.scenario), null, foot);
		}
		case 'diagram': {
			const { lines, cursorLine } = diagramLines(question.diagram, input, columns);
			return page('Diagrams', lines, step === 'answering' ? cursorLine : null);
		}
	}
}

function clockWords(ms: number, paused: boolean): string {
	const seconds = Math.ceil(ms / 1000);
	const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
	return paused ? `paused at ${text}` : seconds === 0 ? 'time is up: finish this one' : `${text} left`;
}

function debriefLines(
	{ minutes, seconds, planned, answered, score, kinds, missed, unanswered }: Debrief,
	columns: number,
): readonly Line[] {
	const share = (value: number | null): string => (value === null ? '–' : `${Math.round(100 * value)}%`);
	return [
		[
			{
				text: ` ${answered} of ${planned} answered in ${Math.round(seconds / 60)} of ${minutes} minutes: ${share(score)}`,
				bold: true,
			},
		],
		[],
		...kinds.map(
			(kind): Line => [
				{
					text: ` ${kind.kind.padEnd(12)}${String(kind.answered).padStart(3)}/${kind.planned}  ${share(kind.score).padStart(5)}  ${Math.round(kind.seconds)} s`,
					tone: 'plain',
				},
			],
		),
		[],
		[
			{
				text: missed.length === 0 ? ' nothing was missed' : ' What was missed, by the lesson that teaches it',
				tone: 'title',
			},
		],
		...missed.flatMap(({ lesson, points }) => [
			[{ text: ` ${lesson ?? 'the model’s own questions'}`, tone: 'accent' as const }] as Line,
			...points.flatMap(({ text }) => wrapLine([{ text: `  • ${text}` }], columns)),
		]),
		...(unanswered.length > 0
			? [[] as Line, [{ text: ` not answered: ${unanswered.length}`, tone: 'dim' as const }] as Line]
			: []),
		[],
		[{ text: ' It is printed when you quit; drill --export FILE writes it.', tone: 'dim' }],
	];
}
