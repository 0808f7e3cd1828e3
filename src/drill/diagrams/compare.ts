import type { Diagram, DiagramBox } from './diagram.js';

/** How a diagram was rebuilt, box by box. */
export interface Compared {
	readonly right: readonly boolean[];
	/** Share of the boxes that are right, 0..1. */
	readonly score: number;
}

/** Compares what was written in each box with what stands there; an empty box is wrong. */
export function compareDiagram({ boxes }: Diagram, written: readonly string[]): Compared {
	const right = boxes.map((box, i) => fills(written[i] ?? '', box));
	return { right, score: right.filter(Boolean).length / boxes.length };
}

/** Whether a text names what stands in a box: in its own words, or in one of the accepted wordings. */
export function fills(text: string, { label, accepts }: DiagramBox): boolean {
	const given = ` ${plain(text)} `;
	if (given.trim() === '') return false;
	return [label, ...accepts].some((wording) => given.includes(` ${plain(wording)}`));
}

const plain = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
