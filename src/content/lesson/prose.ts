import { termById } from '../../chapter/terms.js';
import { parseFigureRef } from '../../engine/expectations/index.js';
import type { Finding } from '../problems/problem.js';
import type { ScenarioDocument } from '../scenario/document.js';

/** A link of a lesson to another one. */
export interface LessonLink {
	readonly id: string;
	readonly start: number;
	readonly end: number;
}

const LINK = /\[[^\]\n]*\]\(([^)\s]*)\)/g;
const FIGURE = /\{\{(.*?)\}\}/gs;

/**
 * What is wrong in Markdown of a lesson that starts at an offset of the file: figures that the scenario has not, links
 * that lead nowhere. Links to other lessons are given back: only whoever knows all of them can follow those.
 */
export function checkProse(
	markdown: string,
	offset: number,
	scenario: ScenarioDocument | null,
	hasScenario: (id: string) => boolean,
): { readonly findings: readonly Finding[]; readonly links: readonly LessonLink[] } {
	const findings: Finding[] = [];
	const links: LessonLink[] = [];
	for (const found of markdown.matchAll(FIGURE)) {
		const at = { start: offset + found.index, end: offset + found.index + found[0].length };
		const read = scenario && parseFigureRef(found[1] ?? '', scenario.scenario);
		if (read && !read.ok) findings.push({ ...at, message: read.message, help: read.help });
	}
	for (const found of markdown.matchAll(LINK)) {
		const [whole, target = ''] = found;
		const start = offset + found.index + whole.length - target.length - 1;
		const at = { start, end: start + Math.max(1, target.length) };
		const [, kind, id = ''] = /^(lesson|scenario|term):(.*)$/.exec(target) ?? [];
		const dead = (help: string): void =>
			void findings.push({ ...at, message: `the link ${target} leads nowhere`, help });
		if (kind === 'lesson') links.push({ id, ...at });
		else if (kind === 'scenario') {
			if (!hasScenario(id)) dead('Name a scenario that `dispatch-board scenarios` lists.');
		} else if (kind === 'term') {
			if (!termById(id)) dead('Name a term of the glossary, such as term:false-easy.');
		} else if (!/^https?:\/\/[^\s]+$/.test(target))
			dead('Write lesson:ID, scenario:ID, term:ID, or an address that starts with https://.');
	}
	return { findings, links };
}
