import chalk from 'chalk';
import type { Line, Span, Tone } from '../text/line.js';

/**
 * The style of each tone. Good and bad are blue and orange, which colour-blind readers can tell apart; words and marks
 * carry the meaning too, so that nothing is lost on a terminal without colours.
 */
const STYLES: Readonly<Record<Tone, (text: string) => string>> = {
	plain: (text) => text,
	dim: chalk.dim,
	title: chalk.bold.cyan,
	good: chalk.ansi256(75),
	bad: chalk.ansi256(214),
	unsure: chalk.ansi256(183),
	accent: chalk.cyan,
	link: chalk.blue,
	focus: chalk.inverse,
	edited: chalk.ansi256(229),
};

/** Returns a span with the escape sequences of its style. */
export function styled({ text, tone = 'plain', bold, italic, underlined, struck }: Span): string {
	let out = STYLES[tone](text);
	if (underlined) out = chalk.underline(out);
	if (struck) out = chalk.dim.strikethrough(out);
	if (italic) out = chalk.italic(out);
	return bold ? chalk.bold(out) : out;
}

/** Returns lines as one text, each line styled by itself. */
export const styledLines = (lines: readonly Line[]): string =>
	lines.map((line) => line.map(styled).join('')).join('\n');
