import { termById } from '../../chapter/terms.js';
import { type FigureRef, parseFigureRef } from '../../engine/expectations/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Finding } from '../problems/finding.js';
import type { ScenarioDocument } from '../scenario/document.js';
import type { Span } from '../yaml/tree.js';

/** A link to another lesson, with its span in the file. */
export interface LessonLink {
	readonly id: string;
	readonly start: number;
	readonly end: number;
}

/** Takes linear time on any text, because label and address are bounded. */
const LINK = /\[[^[\]]{0,300}\]\(([^)\s]{0,300})\)/g;
const FIGURE = /\{\{([^{}\n]{0,200})\}\}/g;

/** A figure that a text quotes as `{{…}}`, with its span in the file. */
export interface QuotedFigure extends Span {
	readonly ref: FigureRef;
}

/** Returns the valid figures that a text quotes. `offset`: of the text in the file. */
export const quotedFigures = (markdown: string, offset: number, scenario: Scenario): readonly QuotedFigure[] =>
	[...withoutCode(markdown).matchAll(FIGURE)].flatMap(({ index, 0: whole, 1: inside = '' }) => {
		const read = parseFigureRef(inside, scenario);
		return read.ok ? [{ ref: read.value, start: offset + index, end: offset + index + whole.length }] : [];
	});
const CODE = /(`+)[^`]{0,5000}\1/g;

/** Blanks out code: links and figures in it do not count. */
const withoutCode = (markdown: string): string => markdown.replace(CODE, (code) => code.replace(/[^\n]/g, ' '));

/**
 * Checks the Markdown of a lesson: its figures must exist in the scenario, and its links must lead somewhere. Links to
 * other lessons are returned, to be checked once all lessons are loaded.
 *
 * @param offset of the Markdown in the file
 */
export function checkProse(
	markdown: string,
	offset: number,
	scenario: ScenarioDocument | null,
	hasScenario: (id: string) => boolean,
): { readonly findings: readonly Finding[]; readonly links: readonly LessonLink[] } {
	const text = withoutCode(markdown);
	return {
		findings: [
			...figureFindings(text, offset, scenario),
			...linkFindings(text, offset, hasScenario),
			...strayListFindings(text, offset),
		],
		links: findLinks(text, offset).flatMap(({ kind, id, start, end }) =>
			kind === 'lesson' ? [{ id, start, end }] : [],
		),
	};
}

function figureFindings(text: string, offset: number, scenario: ScenarioDocument | null): readonly Finding[] {
	const findings: Finding[] = [];
	const closed = new Set<number>();
	for (const found of text.matchAll(FIGURE)) {
		closed.add(found.index);
		const at = { start: offset + found.index, end: offset + found.index + found[0].length };
		const read = scenario && parseFigureRef(found[1] ?? '', scenario.scenario);
		if (read && !read.ok) findings.push({ ...at, message: read.message, help: read.help });
	}
	for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', at + 2))
		if (!closed.has(at))
			findings.push({
				start: offset + at,
				end: offset + at + 2,
				message: 'this figure has no end',
				help: 'Close it with }} on the same line.',
			});
	return findings;
}

/**
 * Finds a line that starts with a plus sign, or goes on with a number and a point: Markdown would turn it into a list. A
 * list with numbers stands after an empty line.
 */
const strayListFindings = (text: string, offset: number): readonly Finding[] =>
	[...text.matchAll(/^([ \t]*)(\+|(?<=^(?![ \t]*\d{1,9}[.)])[^\n]*\S[^\n]*\n[ \t]*)\d{1,9}[.)])(?=[ \t])/gm)].map(
		({ index, 1: before = '', 2: mark = '' }) => ({
			start: offset + index + before.length,
			end: offset + index + before.length + mark.length,
			message: `a line that starts with ${mark} becomes a list`,
			help: `Write ${mark} at the end of the line before. An item of a list starts with -.`,
		}),
	);

/** Emphasis in Markdown: a word or more between asterisks or underscores, not a product or a name such as `p_95`. */
const EMPHASIS = /(?<![\w*])([*_]{1,3})(?=[^\s*_])[^*_]{0,300}(?<=[^\s*_])\1(?![\w*])/g;

/** Finds emphasis in a text that is shown without formatting, where its marks would be read literally. */
export const emphasisFindings = (text: string): readonly Finding[] =>
	[...text.matchAll(EMPHASIS)].map(({ index, 0: whole, 1: mark = '' }) => ({
		start: index,
		end: index + whole.length,
		message: `${whole} would be shown with its ${mark.startsWith('*') ? 'asterisks' : 'underscores'}: this text has no formatting`,
		help: `Write ${whole.slice(mark.length, -mark.length)}, or put it in quotation marks.`,
	}));

interface FoundLink extends LessonLink {
	readonly kind: string;
	readonly target: string;
}

const findLinks = (text: string, offset: number): readonly FoundLink[] =>
	[...text.matchAll(LINK)].map((found) => {
		const [whole, target = ''] = found;
		const start = offset + found.index + whole.length - target.length - 1;
		const [, kind = '', id = ''] = /^(lesson|scenario|term):(.*)$/.exec(target) ?? [];
		return { kind, id, target, start, end: start + Math.max(1, target.length) };
	});

function linkFindings(text: string, offset: number, hasScenario: (id: string) => boolean): readonly Finding[] {
	return findLinks(text, offset).flatMap(({ kind, id, target, start, end }) => {
		const help = deadLinkHelp(kind, id, target, hasScenario);
		return help === null ? [] : [{ start, end, message: `the link ${target} leads nowhere`, help }];
	});
}

/** Suggests what to write instead of a dead link; null: it leads somewhere, or to a lesson. */
function deadLinkHelp(kind: string, id: string, target: string, hasScenario: (id: string) => boolean): string | null {
	switch (kind) {
		case 'lesson':
			return null;
		case 'scenario':
			return hasScenario(id) ? null : 'Name a scenario that `dispatch-board scenarios` lists.';
		case 'term':
			return termById(id) ? null : 'Name a term of the glossary, such as term:false-easy.';
		default:
			return /^https?:\/\/[^\s]+$/.test(target)
				? null
				: 'Write lesson:ID, scenario:ID, term:ID, or an address that starts with https://.';
	}
}
