/** Figures: a number with its sign and unit, as a screen prints it. */
const FIGURE = /(?<![\w.])([−±+]?)(\d+(?:,\d{3})*(?:\.\d+)?(?:e−?\d+)?)(%| pt\b| ms\b| min\b)?/g;

/** What is spoken, with its figures as a screen prints them. */
const asPrinted = (sentences: readonly string[]): string =>
	sentences
		.join('\n')
		.replace(/plus or minus /g, '±')
		.replace(/(?:minus|down) (?=\d)/g, '−')
		.replace(/(?:plus|up) (?=\d)/g, '+')
		.replace(/(?<=\d) points/g, ' pt')
		.replace(/(?<=\d) milliseconds/g, ' ms')
		.replace(/(?<=\d) minutes/g, ' min');

/**
 * Figures of some lines that nothing spoken says: a unit has to be said where one is printed, and a minus where there is
 * one; a plus may be said by a verb.
 */
export function unspokenFigures(lines: readonly string[], sentences: readonly string[]): readonly string[] {
	const said = new Set<string>();
	for (const [, sign = '', digits = '', unit = ''] of asPrinted(sentences).matchAll(FIGURE))
		for (const withSign of ['', sign]) for (const withUnit of ['', unit]) said.add(withSign + digits + withUnit);
	return lines.flatMap((line) =>
		[...line.matchAll(FIGURE)].flatMap(([whole, sign = '', digits = '', unit = '']) =>
			said.has(`${sign === '+' ? '' : sign}${digits}${unit}`) ? [] : [`${whole} in “${line.trim()}”`],
		),
	);
}

/** Characters that a speech engine reads, or passes over without a loss: letters, digits, and punctuation. */
const SPEAKABLE = /[\p{L}\p{M}\p{N}\s.,;:!?'"()%$/&+=@#_<>[\]{}|*^~`\\“”‘’-]/u;

/** Symbols in spoken sentences that a speech engine drops. */
export const unspeakable = (sentences: readonly string[]): readonly string[] =>
	sentences.flatMap((sentence) => {
		const found = [...sentence].filter((character) => !SPEAKABLE.test(character));
		return found.length === 0 ? [] : [`${found.join(' ')} in “${sentence}”`];
	});

/** Lines of a plot without its scale, whose figures help to read the drawing and say nothing that it shows. */
export const withoutScale = (lines: readonly string[]): readonly string[] =>
	lines.filter((line, i) => !/^ *[\d.]*%?[┤│└]/.test(line) && !/^ *└/.test(lines[i - 1] ?? ''));
