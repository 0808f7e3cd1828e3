import { debrief, remainingTime } from '../../../drill/index.js';
import type { Scenario } from '../../../engine/scenario.js';
import { formatClock } from '../../../present/format/format.js';
import type { Line } from '../../../text/line.js';
import { answerLines, gradeLines, keyPointLines } from './card.js';
import { debriefLines } from './debrief.js';
import type { DrillInput } from './input.js';
import { menuLines } from './menu.js';
import { caseLines, diagramLines, labelFoot, numberFoot, numberLines, shapeLines } from './questions.js';

/** The page of a drill, laid out. */
export interface DrillPage {
	readonly title: string;
	/** Text at the right of the title: time left in a run, or how many questions are to come. */
	readonly aside: string;
	readonly lines: readonly Line[];
	/** Index of the line to keep in the window; null: the first. */
	readonly visibleLine: number | null;
	/** Lines below the page that are always visible. */
	readonly foot: readonly Line[];
}

/**
 * Lays out the page of a drill.
 *
 * @param lab the scenario of a case with the reader's edits; null: no case in the lab
 */
export function drillPage(input: DrillInput, columns: number, lab: Scenario | null): DrillPage {
	const { question, step, run, now, questionsLeft, debriefed } = input;
	const aside =
		run && !debriefed
			? clockText(remainingTime(run, now), run.clock.paused)
			: question
				? questionsLeft === 0
					? 'the last one'
					: `${questionsLeft} more`
				: '';
	const page = (
		title: string,
		lines: readonly Line[],
		keep: number | null = null,
		foot: readonly Line[] = [],
	): DrillPage => ({ title, aside, lines, visibleLine: keep, foot });
	if (question === null) {
		if (run && debriefed) {
			const { lines, chosenLine } = debriefLines(debrief(run, now), input, columns);
			return page('Interview run · debrief', lines, chosenLine);
		}
		return page('Drills', menuLines(input, columns));
	}
	switch (question.kind) {
		case 'card': {
			const name = question.document.kind === 'interview' ? 'Interview' : 'Recall';
			if (step === 'answering') {
				const { lines, cursorLine } = answerLines(question.document, input, columns);
				return page(name, lines, cursorLine);
			}
			const { lines, chosenLine } = keyPointLines(question.document, input, columns);
			return page(name, lines, chosenLine, gradeLines(question.card, input, columns));
		}
		case 'number': {
			const lines = numberLines(question.question, input, columns);
			const name = `Numbers · level ${question.question.level} of 3`;
			if (step === 'answering') return page(name, lines, null, numberFoot(input, columns));
			return page(name, lines, lines.length - 1);
		}
		case 'case': {
			const { diagnosisCase } = question;
			const foot = step === 'answering' ? shapeLines(input.chosen, columns) : [];
			return page('Diagnosis', caseLines(diagnosisCase, input, columns, lab ?? diagnosisCase.scenario), null, foot);
		}
		case 'diagram': {
			const { lines, cursorLine } = diagramLines(question.diagram, input, columns);
			const foot = labelFoot(question.diagram, input, columns);
			return page('Diagrams', lines, step === 'answering' ? cursorLine : null, foot);
		}
	}
}

function clockText(ms: number, paused: boolean): string {
	const time = formatClock(ms);
	return paused ? `paused at ${time}` : time === '0:00' ? 'time is up: finish this one' : `${time} left`;
}
