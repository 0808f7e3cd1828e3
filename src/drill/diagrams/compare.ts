import type { Diagram, DiagramBox } from './diagram.js';

/** Result of rebuilding a diagram, box by box. */
export interface DiagramResult {
	readonly right: readonly boolean[];
	/** Share of right boxes, 0..1. */
	readonly score: number;
}

/** Compares the text written in each box with its label; an empty box is wrong. */
export function compareDiagram({ boxes }: Diagram, written: readonly string[]): DiagramResult {
	const right = boxes.map((box, i) => matchesBox(written[i] ?? '', box));
	return { right, score: right.filter(Boolean).length / boxes.length };
}

/** Whether a text names the label of a box or one of its accepted wordings. */
export function matchesBox(text: string, { label, accepts }: DiagramBox): boolean {
	const answer = ` ${normalize(text)} `;
	if (answer.trim() === '') return false;
	return [label, ...accepts].some((wording) => answer.includes(` ${normalize(wording)}`));
}

const normalize = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
